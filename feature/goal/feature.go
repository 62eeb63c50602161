package goal

import (
	"embed"

	rules "erba/analysis/goal"
	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/today"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what goal brings to the product.
var Feature = app.Feature{
	Name:   "goal",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		method.New(k).Explains("M66", s.explained)
		today.New(k).Offer(s.unset())
	},
}

// New is the goal service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), portfolio.New(k), method.New(k))
	})
}

// models are the methods of this feature, with the worked example of the specification.
var models = []model.Model{{
	ID: "M66", Name: "goal", Group: "plan", Kind: model.Bands, Confidence: model.High,
	Config: rules.Default(), Used: []string{"goal.used_screen", "method.used_account"},
	Examples: []model.Example{model.Worked("goal.example", exampleInput, exampleWant, example)},
}}
