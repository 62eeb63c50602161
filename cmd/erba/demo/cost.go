package demo

import (
	"iter"
	"math"

	"erba/kernel"
)

// Cost is what the company put into an account on a day.
type Cost struct {
	Account      int
	On           kernel.Date
	Kind, Person string
	Hours        float64
	Yuan         float64
	Note         string
}

const (
	costedMonths = 24
	costRecorded = 0.85 // of the accounts somebody writes down what is put into them
)

// Costs are what was put into the accounts in two years, by what they bought in
// the last one: hours grow slower than sales, freight with them, and a few
// accounts take far more than they bring.
func (c *Company) Costs(bought []float64) iter.Seq[Cost] {
	return func(yield func(Cost) bool) {
		for i := range c.Accounts {
			r := source(partCosts, i)
			if bought[i] <= 0 || r.Float64() > costRecorded {
				continue
			}
			month := bought[i] / 12
			greed := math.Exp(0.7 * r.NormFloat64()) // what it takes, compared with others of its size
			for m := range costedMonths {
				first := c.Until.Month().AddMonths(-m)
				on := func() kernel.Date {
					day := first.Add(r.IntN(28))
					if day.Compare(c.Until) > 0 {
						return c.Until
					}
					return day
				}
				half := func(hours float64) float64 { return math.Max(0.5, math.Round(hours*2)/2) }
				for _, one := range []struct {
					often float64
					Cost
				}{
					{0.8, Cost{Kind: "visit", Hours: half(greed * math.Sqrt(month) / 90), Note: "月度拜访"}},
					{0.5, Cost{Kind: "service", Person: "service", Hours: half(greed * math.Sqrt(month) / 60), Note: "订单与售后"}},
					{0.2, Cost{Kind: "service", Person: "technical", Hours: half(greed * math.Sqrt(month) / 80), Note: "现场技术支持"}},
					{0.9, Cost{Kind: "freight", Yuan: month * 0.012 * (0.7 + 0.6*r.Float64())}},
					{0.3, Cost{Kind: "expense", Yuan: greed * math.Sqrt(month) * 3, Note: "差旅"}},
					{0.12, Cost{Kind: "material", Yuan: month * 0.006 * greed, Note: "样品"}},
					{0.05, Cost{Kind: "promotion", Yuan: month * 0.03 * greed, Note: "联合推广"}},
					{0.04, Cost{Kind: "favour", Yuan: 200 + month*0.004*greed, Note: "节日礼品"}},
				} {
					if one.Account, one.On = i, on(); r.Float64() < one.often && !yield(one.Cost) {
						return
					}
				}
				if m%12 == 0 && month > 20_000 && !yield(Cost{Account: i, On: on(), Kind: "rebate", Yuan: bought[i] * 0.01 * greed, Note: "年度返利"}) {
					return
				}
			}
		}
	}
}
