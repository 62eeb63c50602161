package pipeline

import (
	"embed"
	"slices"

	"erba/analysis/funnel"
	"erba/analysis/null"
	"erba/analysis/purchase"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/today"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed text
var files embed.FS

// Feature is what pipeline brings to the product.
var Feature = app.Feature{
	Name:   "pipeline",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		today.New(k).Offer(s.stuckRule())
	},
}

// New is the service of boards of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, Others{opportunity.New(k), visit.New(k), interaction.New(k), ledger.New(k), method.New(k)})
	})
}

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: funnelling, Name: "funnel", Group: "sale", Kind: model.Ladder, Confidence: model.Medium, Config: funnel.Default(), Used: []string{"pipeline.used_funnel"},
		Examples: []model.Example{
			model.Worked("funnel.example_weighted", amounts{40, 15, 6}, null.Number(15.4), weightedExample),
			model.Worked("funnel.example_order", []string{funnel.C, funnel.A, funnel.B}, []string{funnel.A, funnel.B, funnel.C}, orderExample),
			model.Worked("funnel.example_week", funnel.Week{A: 600, B: 480, C: 120}, []funnel.Shortage{{Class: funnel.C, Has: 0.1, Needs: 0.2}}, weekExample),
		}},
	{ID: levels, Name: "purchase", Group: "sale", Kind: model.Ladder, Confidence: model.High, Config: purchase.Default(), Used: []string{"pipeline.used_levels"},
		Examples: []model.Example{model.Worked("purchase.example", expectedIn, ratedOut, levelExample)}},
}

// amounts are what each class asks for.
type amounts struct {
	C int64 `json:"c"`
	B int64 `json:"b"`
	A int64 `json:"a"`
}

// weightedExample counts in hundredths, so that nothing is lost by rounding.
func weightedExample(in amounts) (null.Number, error) {
	return null.Of(funnel.Default().Weighted(in.A*100, in.B*100, in.C*100)) / 100, nil
}

func orderExample(classes []string) ([]string, error) {
	out := slices.Clone(classes)
	slices.SortStableFunc(out, func(a, b string) int { return funnel.Order(funnel.Task{Class: a}, funnel.Task{Class: b}) })
	return out, nil
}

func weekExample(w funnel.Week) ([]funnel.Shortage, error) { return funnel.Default().Short(w), nil }

// coming are the days on which orders are expected, looked at on a day.
type coming struct {
	On       kernel.Date   `json:"on"`
	Expected []kernel.Date `json:"expected"`
}

var (
	expectedIn = coming{kernel.On(2026, 6, 1), []kernel.Date{kernel.On(2026, 6, 8), kernel.On(2026, 6, 9), kernel.On(2026, 6, 16), kernel.On(2026, 6, 17),
		kernel.On(2026, 7, 1), kernel.On(2026, 7, 2), {}, kernel.On(2026, 5, 31)}}
	ratedOut = []purchase.Rating{{Level: purchase.H}, {Level: purchase.A}, {Level: purchase.A}, {Level: purchase.B}, {Level: purchase.B}, {Level: purchase.C},
		{Level: purchase.C}, {Level: purchase.C, Passed: true}}
)

func levelExample(in coming) ([]purchase.Rating, error) {
	out, cfg := make([]purchase.Rating, len(in.Expected)), purchase.Default()
	for i, day := range in.Expected {
		out[i] = cfg.Rate(day, in.On)
	}
	return out, nil
}
