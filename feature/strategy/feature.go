package strategy

import (
	"embed"

	"erba/analysis/null"
	"erba/analysis/strategy"
	"erba/feature/assessment"
	"erba/feature/competitor"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what strategy brings to the product.
var Feature = app.Feature{
	Name:   "strategy",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		New(k).Routes(k.Router)
	},
}

// New is the service of strategies of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, Others{Deals: opportunity.New(k), Competitors: competitor.New(k), Assessments: assessment.New(k), Methods: method.New(k)})
	})
}

// models is the method of this feature, with the worked examples of the specification.
var models = []model.Model{{ID: Ways, Name: "strategy", Group: "sale", Kind: model.Checklist, Confidence: model.Medium, Config: strategy.Default(),
	Used:     []string{"strategy.used_deal"},
	Examples: []model.Example{model.Worked("strategy.example", casesIn, casesWant, example)}}}

var (
	casesIn = []strategy.Case{
		{Ratio: 3.2, Gate: null.None, Incumbent: strategy.No, Changeable: strategy.No, Divisible: strategy.No, Part: null.None},
		{Ratio: 1.25, Gate: 70, Incumbent: strategy.No, Changeable: strategy.No, Divisible: strategy.No, Part: null.None},
		{Ratio: 1.25, Gate: null.None, Incumbent: strategy.No, Changeable: strategy.Yes, Divisible: strategy.No, Part: null.None},
		{Ratio: 0.8, Gate: null.None, Incumbent: strategy.No, Changeable: strategy.No, Divisible: strategy.Yes, Part: 1.4},
		{Ratio: 0.8, Gate: null.None, Incumbent: strategy.No, Changeable: strategy.No, Divisible: strategy.No, Part: null.None},
		{Ratio: 0.9, Gate: null.None, Incumbent: strategy.Yes, Changeable: strategy.No, Divisible: strategy.No, Part: null.None},
	}
	casesWant = []strategy.Strategy{strategy.Frontal, strategy.Frontal, strategy.Flank, strategy.Fragment, strategy.Develop, strategy.Defend}
)

func example(in []strategy.Case) (all []strategy.Strategy, _ error) {
	cfg := strategy.Default()
	for _, one := range in {
		all = append(all, cfg.Advise(one).Strategy)
	}
	return all, nil
}
