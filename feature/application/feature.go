package application

import (
	"embed"

	"erba/analysis/application"
	"erba/analysis/campaign"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/competitor"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/plan"
	"erba/feature/relation"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what application brings to the product.
var Feature = app.Feature{
	Name:   "application",
	Files:  files,
	Models: models,
	Start:  func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the service of analyses of customers of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, Others{Accounts: account.New(k), Methods: method.New(k), Ledger: ledger.New(k), Plans: plan.New(k),
			Relations: relation.New(k), Deals: opportunity.New(k), Competitors: competitor.New(k)})
	})
}

// models are the methods of this feature, with the worked examples of the specification.
var models = []model.Model{
	{ID: Projects, Name: "application", Group: "sale", Kind: model.Checklist, Confidence: model.Medium, Config: application.Default(),
		Used: []string{"application.used_account"}, Examples: []model.Example{model.Worked("application.example", yearsIn, yearsWant, reckon)}},
	{ID: Whole, Name: "completeness", Group: "sale", Kind: model.Checklist, Confidence: model.High,
		Used: []string{"application.used_account"}, Examples: []model.Example{model.Worked("completeness.example", partsIn, partsWant, complete)}},
}

// reckoned is what a customer will buy, usually and for the cautious.
type reckoned struct {
	Usual    null.Number `json:"usual"`
	Cautious null.Number `json:"cautious"`
}

// known is how much of an analysis is there.
type known struct {
	Complete null.Number `json:"complete"`
	Enough   bool        `json:"enough"`
}

var (
	yearsIn   = [3]null.Number{100, 110, 121}
	yearsWant = reckoned{133.1, 121.4}
	partsIn   = application.Known{Organisation: 64.3, People: 50, Application: 80, Competitors: 100, Plan: 100}
	partsWant = known{78.9, false}
)

func reckon(years [3]null.Number) (reckoned, error) {
	usual, cautious := application.Config{}.Forecast(years), application.Config{Cautious: true}.Forecast(years)
	return reckoned{tenth(usual), tenth(cautious)}, nil
}

func complete(k application.Known) (known, error) {
	sum := k.Complete()
	return known{tenth(sum), campaign.Default().Enough(sum)}, nil
}

// tenth has one place.
func tenth(n null.Number) null.Number { return null.Number(int64(n*10+0.5)) / 10 }
