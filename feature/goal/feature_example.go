package goal

import (
	"math"

	rules "erba/analysis/goal"
	"erba/analysis/null"
)

// soldIn is what an account buys, in units of 10,000, and what is wanted of it.
type soldIn struct {
	Tier   string  `json:"tier"`
	Sales  float64 `json:"sales"`
	Wallet float64 `json:"wallet"`
	Amount float64 `json:"amount,omitempty"`
	Share  float64 `json:"share,omitempty"`
}

type soldOut struct {
	Share      float64      `json:"share"`
	Attainment float64      `json:"attainment"`
	Colour     rules.Colour `json:"colour"`
}

var (
	exampleInput = []soldIn{{Tier: "NONNAMED", Sales: 20, Wallet: 21, Amount: 18}, {Tier: "MAJOR", Sales: 60, Wallet: 3000, Share: 0.10}}
	exampleWant  = []soldOut{{0.952, 1.111, rules.Green}, {0.020, 0.200, rules.Red}}
)

func example(in []soldIn) (all []soldOut, _ error) {
	cfg := rules.Default()
	for _, one := range in {
		k := rules.Case{Tier: one.Tier, Sales: null.Of(one.Sales), Wallet: null.Of(one.Wallet), Amount: null.None, Share: null.None}
		if one.Amount > 0 {
			k.Amount = null.Of(one.Amount)
		}
		if one.Share > 0 {
			k.Share = null.Of(one.Share)
		}
		r := cfg.Judge(k)
		all = append(all, soldOut{three(r.Share), three(r.Attainment), r.Colour})
	}
	return all, nil
}

// three rounds to the three places that the specification gives.
func three(v null.Number) float64 { return math.Round(float64(v)*1e3) / 1e3 }
