package store

import (
	"embed"

	"erba/analysis/display"
	"erba/feature/account"
	"erba/feature/method"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what store brings to the product.
var Feature = app.Feature{
	Name:   "store",
	Files:  files,
	Models: models,
	Start:  func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the service of shops of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, account.New(k), method.New(k)) })
}

var models = []model.Model{{ID: "M50", Name: "display", Group: "visit", Kind: model.Checklist, Confidence: model.Medium,
	Config: display.Default(), Used: []string{"store.used_ranking", "method.used_account"},
	Examples: []model.Example{model.Worked("display.example", exampleInput, exampleWant, example)}}}

// found is how much of each stage is outside percent, as the specification counts.
type found struct {
	Stages     []float64 `json:"stages" doc:"Per cent"`
	Total      float64   `json:"total"`
	Bottleneck string    `json:"bottleneck"`
}

var (
	exampleInput = display.Seen{{"plaza", "board", "poster", "leaflet"}, {"front"}, {"sign"}, {"price", "burst", "bundle"}, {"promise"}}
	exampleWant  = found{[]float64{100, 50, 33.3, 75, 100}, 71.7, "interest"}
)

func example(in display.Seen) (found, error) {
	c := display.Default()
	s := c.Score(in)
	out := found{Total: tenth(float64(s.Total)), Bottleneck: s.Bottleneck}
	for _, stage := range s.Stages {
		out.Stages = append(out.Stages, tenth(float64(stage.Share)))
	}
	return out, nil
}

// tenth is a share in per cent, with one place.
func tenth(share float64) float64 { return float64(int(share*1000+0.5)) / 10 }
