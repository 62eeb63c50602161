// Package clv decides what a customer is likely to buy and to be worth (part of
// method M90), from nothing but the dates and amounts of his orders, for
// customers who may leave without saying so.
//
// BG/NBD: while a customer is alive he buys as a Poisson process; rates are
// gamma distributed over customers (r, alpha); after each repeat purchase he
// drops out with a probability that is beta distributed (a, b). With x repeat
// purchases, the last one at t, observed for T:
//
//	L = Γ(r+x)α^r/Γ(r) · B(a,b+x)/B(a,b) · [ (α+T)^−(r+x) + 1(x>0)·a/(b+x−1)·(α+t)^−(r+x) ]
//
// Gamma-Gamma: the mean of x repeat purchases of a customer is gamma with shape
// px and rate νx, ν gamma distributed over customers (q, v):
//
//	L = Γ(px+q)/(Γ(px)Γ(q)) · v^q·m^(px−1)·x^(px)/(v+mx)^(px+q)
//	E[value | m, x] = p(v+mx)/(px+q−1)
//
// All are fitted by maximum likelihood. Where almost nobody is seen to drop
// out, the data say nothing about a and b, and every survival probability would
// be an invention: then Identified is false, and forecasts come from the limit
// without dropout, the NBD. Time is in any one unit, here weeks.
//
// Sources: P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting your customers the
// easy way", Marketing Science 24 (2005); P. S. Fader, B. G. S. Hardie, "The
// Gamma-Gamma model of monetary value" (2013), brucehardie.com/notes/025;
// A. S. C. Ehrenberg, Repeat-Buying (1972) for the NBD.
package clv

import (
	"math"

	"erba/kernel"
)

// Customer is what the models need to know of one customer.
type Customer struct {
	X    int     // purchase days after the first
	Last float64 // time from the first purchase to the last, t_x
	Age  float64 // time from the first purchase to the end of observation, T
	Mean float64 // mean amount of the purchase days after the first, 0 without any
}

// Warning keys of a fit.
const (
	DropoutNotIdentified = "dropout_not_identified"
	TooFewRepeats        = "too_few_repeat_customers"
)

// fewest is how many customers must have bought again before anything is fitted.
const fewest = 5

// Forecaster foretells the purchases of a customer.
type Forecaster interface {
	// Expected is the number of purchases in the time after the observation.
	Expected(c Customer, time float64) float64
}

// Discount says how future purchases are valued today.
type Discount struct {
	Months        int     `json:"months"          doc:"How far ahead: 12"`
	Rate          float64 `json:"rate"            doc:"A month, 0–1: 0.01"`
	WeeksPerMonth float64 `json:"weeks_per_month" doc:"4.345"`
}

// Default is twelve months at one percent a month.
func Default() Discount { return Discount{Months: 12, Rate: 0.01, WeeksPerMonth: 4.345} }

// Check refuses periods and rates that make no sense.
func (d Discount) Check() error {
	if d.Months < 1 || d.Rate <= -1 || !(d.WeeksPerMonth > 0) {
		return kernel.Invalid("clv.bad_discount")
	}
	return nil
}

// Value is the discounted value of a customer's expected purchases, each month
// counted at its end, given the expected value of one.
func (d Discount) Value(f Forecaster, c Customer, each float64) (value float64) {
	before := 0.0
	for month := 1; month <= d.Months; month++ {
		until := f.Expected(c, d.WeeksPerMonth*float64(month))
		value += each * (until - before) / math.Pow(1+d.Rate, float64(month))
		before = until
	}
	return value
}

// Total is the number of purchases expected of all customers together.
func Total(f Forecaster, customers []Customer, time float64) (purchases float64) {
	for _, c := range customers {
		purchases += f.Expected(c, time)
	}
	return purchases
}

// check refuses histories that cannot be.
func check(customers []Customer) error {
	repeat := 0
	for i, c := range customers {
		if c.X < 0 || !(c.Last >= 0 && c.Last <= c.Age) || math.IsInf(c.Age, 0) || (c.X == 0) != (c.Last == 0) {
			return kernel.Invalid("clv.bad_history", "row", i)
		}
		if c.X > 0 {
			repeat++
		}
	}
	if repeat < fewest {
		return kernel.Invalid("clv.too_few_repeat_customers", "least", fewest, "found", repeat)
	}
	return nil
}
