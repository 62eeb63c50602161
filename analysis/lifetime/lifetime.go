// Package lifetime decides what a customer will bring as long as he stays, and by
// which of two ways that is known (method M90). Where the orders of all customers
// tell who has left without saying so, each has a forecast of his own (BG/NBD for
// his orders, gamma-gamma for what one leaves; see clv). Elsewhere, and for whom
// there is no such forecast, from his yearly margin m, the retention r of a year
// and the discount rate d:
//
//	value      = m·r / (1 + d − r)
//	five years = Σ_{t=1..5} m·rᵗ / (1+d)ᵗ
//
// The forecast counts five years at the end of each as well, so both ways compare
// by their five years. Which way it was, and why not the other, is always said.
package lifetime

import (
	"math"

	"erba/analysis/clv"
	"erba/analysis/null"
	"erba/kernel"
)

// Years is how far the explicit sum goes.
const Years = 5

// Formula is what a yearly margin is worth as long as customers stay at a
// retention, and in the next five years alone; ok is false where it has no limit.
func Formula(margin, retention, discount float64) (value, fiveYears float64, ok bool) {
	if !(retention >= 0 && discount > -1 && retention < 1+discount) || math.IsNaN(margin) || math.IsInf(margin, 0) {
		return 0, 0, false
	}
	for t := 1.0; t <= Years; t++ {
		fiveYears += margin * math.Pow(retention/(1+discount), t)
	}
	return margin * retention / (1 + discount - retention), fiveYears, true
}

// Config holds what a company may decide differently.
type Config struct {
	Discount  float64 `json:"discount"  unit:"share" minimum:"0" maximum:"1" doc:"Of a year: 0.10"`
	Retention float64 `json:"retention" unit:"share" minimum:"0" maximum:"1" doc:"Of a year; 0: as the ledger shows it"`
	Least     int     `json:"least"     unit:"count" minimum:"5" maximum:"100000" doc:"So many customers must have bought again for forecasts of their own: 30"`
}

// Default is 10 %, the retention of the ledger, and 30 customers.
func Default() Config { return Config{Discount: 0.10, Least: 30} }

// Check refuses rates that make no sense.
func (c Config) Check() error {
	switch {
	case !(c.Discount >= 0 && c.Discount <= 1):
		return kernel.Invalid("lifetime.bad_discount").In("discount")
	case !(c.Retention >= 0 && c.Retention <= 1):
		return kernel.Invalid("lifetime.bad_retention").In("retention")
	case c.Discount == 0 && c.Retention == 1:
		return kernel.Invalid("lifetime.endless").In("retention")
	case c.Least < 5 || c.Least > 100_000:
		return kernel.Invalid("lifetime.bad_least").In("least")
	}
	return nil
}

// Life is what the ledger knows of one customer.
type Life struct {
	clv.Customer
	Margin null.Number // of the last year
	Bought bool        // he ever did
}

// The ways.
const (
	Forecast = "forecast" // of the customer's own orders
	Simple   = "formula"
	Unknown  = ""
)

// Why a value is not known, or not by a forecast: text keys.
const (
	NotIdentified = "lifetime.not_identified"
	TooFew        = "lifetime.too_few"
	NoMean        = "lifetime.no_mean"
	NoProfit      = "lifetime.no_profit" // of his own orders
	NoMargin      = "lifetime.no_margin"
	NeverBought   = "lifetime.never_bought"
	NoRetention   = "lifetime.no_retention"
)

// Worth is what a customer will bring.
type Worth struct {
	Way   string      `json:"way"   enum:",forecast,formula" doc:"Empty: not known"`
	Why   string      `json:"why"   doc:"Text key: why not known, or not by a forecast; empty for a forecast"`
	Five  null.Number `json:"five"  doc:"Of the next five years, minor units"`
	Whole null.Number `json:"whole" doc:"As long as he stays, minor units; null for a forecast"`
	Alive null.Number `json:"alive" doc:"The probability that he still is a customer; null: the ledger does not tell"`
}

// Value is what a customer will bring, given what all of them tell.
func (c *Config) Value(f *Fit, l Life) Worth {
	w := Worth{Five: null.None, Whole: null.None, Alive: null.None}
	if !l.Bought {
		w.Why = NeverBought
		return w
	}
	if p, known := f.Orders.Alive(l.Customer); known && f.Fitted {
		w.Alive = null.Of(p)
	}
	if w.Why = f.against(l); w.Why == "" {
		w.Way, w.Five = Forecast, null.Of(c.forecast(f, l))
		return w
	}
	return c.simple(f, l, w)
}

func (c *Config) simple(f *Fit, l Life, w Worth) Worth {
	switch {
	case !l.Margin.Known():
		w.Why = NoMargin
	case !f.Retention.Known():
		w.Why = NoRetention
	default:
		if whole, five, ok := Formula(float64(l.Margin), float64(f.Retention), c.Discount); ok {
			w.Way, w.Five, w.Whole = Simple, null.Of(five), null.Of(whole)
		} else {
			w.Why = NoRetention
		}
	}
	return w
}

// weeks are those of a year.
const weeks = 365.25 / 7

// forecast is what the orders of the next five years leave, each year at its end.
func (c *Config) forecast(f *Fit, l Life) (sum float64) {
	each, _ := f.Each.Each(l.scaled(f.Scale))
	before := 0.0
	for t := 1.0; t <= Years; t++ {
		until := f.Orders.Expected(l.Customer, t*weeks)
		sum += each * f.Scale * (until - before) / math.Pow(1+c.Discount, t)
		before = until
	}
	return sum
}
