package latent

import (
	market "erba/analysis/latent"
	"erba/platform/model"
)

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: "M96", Name: "latent", Group: "behaviour", Kind: model.Other, Confidence: model.High,
		Config: market.Default(), Used: []string{"latent.used_list", "method.used_account"},
		Examples: []model.Example{
			model.Worked("latent.example_reorder", dueInput, dueWant, dueExample),
			model.Worked("latent.example_pair", pairInput, pairWant, pairExample)}},
}

// dueIn is how many days lie between purchases, and since the last one.
type dueIn struct {
	Intervals []int32 `json:"intervals"`
	Since     int32   `json:"since"`
}

type dueOut struct {
	Every   float64 `json:"every"`
	Late    float64 `json:"late"`
	Overdue bool    `json:"overdue"`
}

var (
	dueInput = dueIn{[]int32{30, 32, 28, 31}, 50}
	dueWant  = dueOut{30.5, 45.75, true}
)

func dueExample(in dueIn) (dueOut, error) {
	cfg, days := market.Default(), []int32{0}
	for i, n := range in.Intervals {
		days = append(days, days[i]+n)
	}
	every, _ := cfg.Every(days)
	return dueOut{every, cfg.Factor * every, cfg.Overdue(every, in.Since)}, nil
}

// pairIn counts orders.
type pairIn struct {
	Orders int64 `json:"orders"`
	First  int64 `json:"first"`
	Second int64 `json:"second"`
	Both   int64 `json:"both"`
}

type pairOut struct {
	Support float64 `json:"support"`
	Lift    float64 `json:"lift"`
}

var (
	pairInput = pairIn{200, 60, 50, 30}
	pairWant  = pairOut{0.15, 2}
)

func pairExample(in pairIn) (pairOut, error) {
	p := market.Pair{Both: in.Both, OfFirst: in.First, OfSecond: in.Second, Orders: in.Orders}
	return pairOut{p.Support(), p.Lift()}, nil
}
