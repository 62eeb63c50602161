package today

import (
	"context"
	"embed"

	"erba/analysis/null"
	"erba/analysis/urgency"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/importing"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what today brings to the product.
var Feature = app.Feature{
	Name:   "today",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Ask(account.New(k), approval.New(k), importing.New(k), privacy.New(k))
		s.Routes(k.Router)
		k.Begin(func(context.Context) error {
			k.Models.Usually(Method, s.Usual())
			return nil
		})
	},
}

// New is the service of the page of the day of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Users, method.New(k), portfolio.New(k))
	})
}

// models are the methods of this feature. Its rules are those that features offer.
var models = []model.Model{{
	ID: Method, Name: "urgency", Group: "govern", Kind: model.Checklist, Confidence: model.Low,
	Config: urgency.Default(), Used: []string{"today.used"},
	Examples: []model.Example{
		model.Worked("urgency.example_gate", stake{840e6, 0.30}, null.Of(252e6), expected),
		model.Worked("urgency.example_complaint", stake{986e6, 0.19}, null.Of(187.34e6), expected)},
}}

// stake is what could be lost, and how likely.
type stake struct {
	Amount int64   `json:"amount"`
	Chance float64 `json:"chance"`
}

func expected(in stake) (null.Number, error) {
	return urgency.Thing{Amount: null.Of(in.Amount), Chance: null.Of(in.Chance), Due: kernel.Date{}}.Loss(), nil
}
