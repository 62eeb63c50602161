package promotion

import (
	"embed"

	"erba/analysis/promotion"
	"erba/feature/account"
	"erba/feature/fee"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what promotion brings to the product.
var Feature = app.Feature{
	Name:   "promotion",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.fees.PromotedBy(s.Promoted)
	},
}

// New is the service of promotions of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), method.New(k), ledger.New(k), fee.New(k))
	})
}

var models = []model.Model{{
	ID: setting, Name: "promotion", Group: "money", Kind: model.Other, Confidence: model.High, Config: promotion.Default(),
	Used: []string{"promotion.used_plan", "promotion.used_sheet"},
	Examples: []model.Example{model.Worked("promotion.example",
		promotion.Weeks{Before: []int64{50_000_00, 50_000_00, 50_000_00, 50_000_00}, During: 80_000_00, Days: 7, After: []int64{45_000_00, 45_000_00, 45_000_00, 45_000_00}},
		effect{0.6, -0.1}, func(w promotion.Weeks) (effect, error) {
			o := promotion.Default().Evaluate(w)
			return effect{float64(o.Uplift.Share), float64(o.Dip.Share)}, nil
		})},
}}

// effect is what a promotion brought, and what it took.
type effect struct {
	Uplift float64 `json:"uplift"`
	Dip    float64 `json:"dip"`
}
