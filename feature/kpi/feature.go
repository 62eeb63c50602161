package kpi

import (
	"embed"
	"math"

	"erba/analysis/kpi"
	"erba/analysis/lifetime"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/goal"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what kpi brings to the product.
var Feature = app.Feature{
	Name:   "kpi",
	Files:  files,
	Models: models,
	Start:  func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the service of indicators of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Users, account.New(k), method.New(k), portfolio.New(k), goal.New(k))
	})
}

// onDashboard is where results are used.
const onDashboard = "kpi.used_dashboard"

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: "M03", Name: "bargain", Group: "steer", Kind: model.Other, Confidence: model.High,
		Config: kpi.Usual(), Used: []string{onDashboard},
		Examples: []model.Example{model.Worked("bargain.example", caseInput, caseWant, caseExample)}},
	{ID: "M90", Name: "kpi", Group: "steer", Kind: model.Other, Confidence: model.High,
		Config: kpi.Default(), Used: []string{onDashboard},
		Examples: []model.Example{
			model.Worked("kpi.example", figuresInput, figuresWant, figuresExample),
			model.Worked("kpi.example_lifetime", lifeInput, lifeWant, lifeExample)}},
}

// caseIn is what was spent on winning and keeping, and what saving some would bring.
type caseIn struct {
	kpi.Spend
	Saved     int         `json:"saved"`
	Margin    null.Number `json:"margin"`
	Programme null.Number `json:"programme"`
}

type caseOut struct {
	Win   null.Number `json:"win"`
	Keep  null.Number `json:"keep"`
	Ratio null.Number `json:"ratio"`
	Gain  null.Number `json:"gain"`
}

var (
	caseInput = caseIn{kpi.Spend{Winning: 600_000, Won: 20, Keeping: 540_000, Retained: 108}, 6, 50_000, 120_000}
	caseWant  = caseOut{30_000, 5_000, 6, 180_000}
)

func caseExample(in caseIn) (out caseOut, _ error) {
	out.Win, out.Keep, out.Ratio = in.Each()
	out.Gain = kpi.Gain(in.Saved, in.Margin, in.Programme)
	return out, nil
}

// figuresIn is what was counted.
type figuresIn struct {
	Start  int         `json:"start"`
	End    int         `json:"end"`
	New    int         `json:"new"`
	Buyers int         `json:"buyers"`
	Again  int         `json:"again"`
	Sales  int64       `json:"sales"`
	Orders int64       `json:"orders"`
	Wallet null.Number `json:"wallet"`
	Rungs  null.Number `json:"rungs"`
}

type figuresOut struct {
	Retention null.Number `json:"retention"`
	Churn     null.Number `json:"churn"`
	Repeat    null.Number `json:"repeat"`
	Average   null.Number `json:"average"`
	Loyalty   null.Number `json:"loyalty"`
}

var (
	figuresInput = figuresIn{120, 130, 22, 150, 96, 2_000_000, 800, 0.40, 0.55}
	figuresWant  = figuresOut{0.9, 0.1, 0.64, 2_500, 0.541}
)

func figuresExample(in figuresIn) (figuresOut, error) {
	cfg := kpi.Default()
	repeat := kpi.Repeat(in.Buyers, in.Again)
	return figuresOut{kpi.Retention(in.Start, in.End, in.New), kpi.Churn(in.Start, in.End, in.New).Steady(), repeat,
		kpi.Average(in.Sales, in.Orders), cfg.Loyalty(repeat, in.Wallet, in.Rungs)}, nil
}

// lifeIn is a yearly margin, a retention and a discount.
type lifeIn struct {
	Margin    float64 `json:"margin"`
	Retention float64 `json:"retention"`
	Discount  float64 `json:"discount"`
}

type lifeOut struct {
	Value     float64 `json:"value"`
	FiveYears float64 `json:"five_years"`
}

var (
	lifeInput = lifeIn{50_000, 0.85, 0.10}
	lifeWant  = lifeOut{170_000, 123_163.96}
)

func lifeExample(in lifeIn) (lifeOut, error) {
	value, years, _ := lifetime.Formula(in.Margin, in.Retention, in.Discount)
	return lifeOut{cents(value), cents(years)}, nil
}

// cents rounds to the two places that the specification gives.
func cents(v float64) float64 { return math.Round(v*100) / 100 }
