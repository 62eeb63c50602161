package lifetime

import (
	"embed"
	"math"

	"erba/analysis/lifetime"
	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what lifetime brings to the product.
var Feature = app.Feature{
	Name:   "lifetime",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the service of lifetime values of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Jobs, account.New(k), portfolio.New(k), method.New(k))
	})
}

var models = []model.Model{{ID: lifetime.ID, Name: "lifetime", Group: "behaviour", Kind: model.Other, Confidence: model.High,
	Config: lifetime.Default(), Used: []string{"lifetime.used_list", "method.used_account"},
	Examples: []model.Example{model.Worked("lifetime.example", exampleInput, exampleWant, example)}}}

// yearly is what an account leaves in a year, how many stay, and the discount.
type yearly struct {
	Margin    float64 `json:"margin"`
	Retention float64 `json:"retention"`
	Discount  float64 `json:"discount"`
}

type values struct {
	Whole float64 `json:"whole"`
	Five  float64 `json:"five"`
}

var (
	exampleInput = yearly{50_000, 0.85, 0.10}
	exampleWant  = values{170_000, 123_163.96}
)

func example(in yearly) (values, error) {
	whole, five, _ := lifetime.Formula(in.Margin, in.Retention, in.Discount)
	return values{cents(whole), cents(five)}, nil
}

func cents(v float64) float64 { return math.Round(v*100) / 100 }
