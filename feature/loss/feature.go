package loss

import (
	"embed"

	"erba/analysis/loss"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what loss brings to the product.
var Feature = app.Feature{
	Name:   "loss",
	Files:  files,
	Models: models,
	Start:  func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the service of loss-making accounts of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, account.New(k), portfolio.New(k), method.New(k)) })
}

var models = []model.Model{{ID: "M93", Name: "loss", Group: "behaviour", Kind: model.Scorecard, Confidence: model.Medium,
	Config: loss.Default(), Used: []string{"loss.used_list", "method.used_account"},
	Examples: []model.Example{
		model.Worked("loss.example", exampleInput, exampleWant, example),
		model.Worked("loss.example_prospect", loss.Prospect{Fit: 80, Need: 70, Access: 50, Timing: 40}, loss.Scored{Score: 67, Class: loss.Nurtured}, exampleProspect),
	}}}

// outcome is what becomes of an account.
type outcome struct {
	Class    string `json:"class"`
	Handling string `json:"handling"`
}

const lost = null.Number(-8_000_00)

var (
	exampleInput = []loss.Case{{Contribution: lost, Age: 5}, {Contribution: lost, Age: 60}, {Contribution: lost, Age: 60, Promising: true}, {Contribution: lost, Age: 60, VIP: true}}
	exampleWant  = []outcome{{loss.New, loss.Nurture}, {loss.Plain, loss.Restrict}, {loss.Promising, loss.Nurture}, {loss.Known, loss.Keep}}
)

func example(in []loss.Case) (all []outcome, _ error) {
	cfg := loss.Default()
	for _, one := range in {
		class := cfg.Class(one)
		all = append(all, outcome{class, loss.Handling(class)})
	}
	return all, nil
}

func exampleProspect(in loss.Prospect) (loss.Scored, error) {
	cfg := loss.Default()
	return cfg.Score(in), nil
}
