package forecast

import (
	"embed"

	rules "erba/analysis/forecast"
	"erba/feature/goal"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what forecast brings to the product.
var Feature = app.Feature{
	Name:   "forecast",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the forecast service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, opportunity.New(k), goal.New(k), ledger.New(k), method.New(k))
	})
}

// models are what forecasts follow.
var models = []model.Model{{ID: Method, Name: "forecast", Group: "sale", Kind: model.Other, Confidence: model.High,
	Config: rules.Default(), Used: []string{"forecast.used_board"},
	Examples: []model.Example{model.Worked("forecast.example", coursesIn, coursesWant, coursesOut)}}}

// course is how long a deal has lasted, and whether it was decided then.
type course struct {
	Days    int  `json:"days"`
	Decided bool `json:"decided"`
}

// The product-limit estimate by hand: one of five is decided on day 6, one is open
// since day 8, two of the three that are left on day 10.
var (
	coursesIn   = []course{{10, true}, {6, true}, {8, false}, {10, true}, {12, false}}
	coursesWant = rules.Cycle{Steps: []rules.Step{{Day: 6, Left: 0.8}, {Day: 10, Left: 0.2666666666666667}}, Cases: 5, Ended: 3}
)

func coursesOut(in []course) (out rules.Cycle, _ error) {
	all := make([]rules.Course, len(in))
	for i, c := range in {
		all[i] = rules.Course(c)
	}
	return rules.CycleOf(all), nil
}
