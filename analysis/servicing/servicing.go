// Package servicing decides whether better service pays for what it costs
// (method M44), by comparing two spans of time of one customer. Within 2 % either
// way nothing has changed.
//
//	T0  neither service nor cost has changed
//	T1  the same service for less
//	T2  better service for more
//	T3  better service for the same
//	T4  better service for less
//	worse, dearer   service fell in any way, or costs rose without better service
//
// What the last step brought: Δ gross profit / Δ cost of service; from 1 on it paid.
package servicing

import (
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Band  float64 `json:"band"  unit:"share" minimum:"0" maximum:"0.5" doc:"A change of at most this is none: 0.02"`
	Least float64 `json:"least" unit:"score" minimum:"0" maximum:"100" doc:"Gross profit for each unit of cost from which on it paid: 1"`
}

// Default is 2 % and 1.
func Default() Config { return Config{Band: 0.02, Least: 1} }

// Check refuses a band in which everything is the same.
func (c Config) Check() error {
	switch {
	case !(c.Band >= 0 && c.Band <= 0.5):
		return kernel.Invalid("servicing.bad_band").In("band")
	case !(c.Least >= 0 && c.Least <= 100):
		return kernel.Invalid("servicing.bad_least").In("least")
	}
	return nil
}

// Span is what is known of a customer in a span of time.
type Span struct {
	Service null.Number `json:"service" doc:"Index, 0–100"`
	Cost    null.Number `json:"cost"    doc:"Of service, minor units"`
	Gross   null.Number `json:"gross"   doc:"Gross profit, minor units"`
}

// The types.
const (
	Unknown = "unknown"
	Same    = "T0"
	Cheaper = "T1"
	Both    = "T2"
	Better  = "T3"
	Best    = "T4"
	Worse   = "worse"
	Dearer  = "dearer"
)

// Result is how service and its cost have changed.
type Result struct {
	Type     string      `json:"type"     enum:"unknown,T0,T1,T2,T3,T4,worse,dearer"`
	Service  null.Number `json:"service"  doc:"Change of service, a share of that before"`
	Cost     null.Number `json:"cost"     doc:"Change of cost, a share of that before"`
	Marginal null.Number `json:"marginal" doc:"Gross profit for each unit of additional cost; null: no additional cost, or not known"`
	Pays     bool        `json:"pays"`
}

// Compare says how it has changed.
func (c *Config) Compare(before, after Span) Result {
	r := Result{Service: change(before.Service, after.Service), Cost: change(before.Cost, after.Cost), Marginal: null.None}
	r.Type = c.kind(r.Service, r.Cost)
	if more := after.Cost - before.Cost; more > 0 {
		if r.Marginal = null.Ratio(after.Gross-before.Gross, more); r.Marginal.Known() {
			r.Marginal = r.Marginal.Steady()
			r.Pays = float64(r.Marginal) >= c.Least
		}
	}
	return r
}

// change is that of a figure in proportion. From nothing to nothing is none.
func change(before, after null.Number) null.Number {
	if before == 0 && after == 0 {
		return 0
	}
	return null.Ratio(after-before, before).Steady()
}

func (c *Config) kind(service, cost null.Number) string {
	switch s, k := c.sign(service), c.sign(cost); {
	case !service.Known():
		return Unknown
	case s < 0:
		return Worse // whatever it costs
	case !cost.Known():
		return Unknown
	case s == 0 && k == 0:
		return Same
	case s == 0 && k < 0:
		return Cheaper
	case s == 0:
		return Dearer
	case k > 0:
		return Both
	case k == 0:
		return Better
	}
	return Best
}

// sign is −1, 0 or 1: 0 within the band.
func (c *Config) sign(change null.Number) int {
	switch {
	case float64(change) > c.Band:
		return 1
	case float64(change) < -c.Band:
		return -1
	}
	return 0
}

// Explain says of which type a customer's service is, and why.
func (c *Config) Explain(before, after Span) why.Explanation {
	r := c.Compare(before, after)
	e := why.Explanation{Model: "M44", Result: "servicing." + r.Type, Rule: "servicing.rule_" + r.Type, Changes: []why.Change{},
		Inputs: []why.Figure{figure("servicing.index_before", why.Score, before.Service), figure("servicing.index_after", why.Score, after.Service),
			figure("servicing.cost_before", why.Amount, before.Cost), figure("servicing.cost_after", why.Amount, after.Cost),
			figure("servicing.service_change", why.Share, r.Service), figure("servicing.cost_change", why.Share, r.Cost),
			figure("servicing.marginal", why.Score, r.Marginal)},
		Cuts: []why.Figure{why.Known("servicing.service_change", why.Share, c.Band), why.Known("servicing.cost_change", why.Share, c.Band),
			why.Known("servicing.marginal", why.Score, c.Least)}}
	return e
}

func figure(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n))
}
