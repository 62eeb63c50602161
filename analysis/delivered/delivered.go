// Package delivered decides what an offer is worth to a customer (method M49):
// what he gets from it, less what it costs him, in one unit.
//
//	delivered = product + service + people + image − money − time − energy − effort
//	ratio     = Σ value / Σ cost
//
// Offers of several suppliers stand side by side. Who delivers most leads; for
// each component it is said by how much that one alone would have to change for
// us to draw level, or may change until we do no more than that.
package delivered

import (
	"erba/analysis/null"
	"erba/analysis/why"
)

// The components: four that the customer gets, four that it costs him.
const (
	Product = iota
	Service
	People
	Image
	Money
	Time
	Energy
	Effort
	Components
)

// Names are theirs, in this order.
var Names = [Components]string{"product", "service", "people", "image", "money", "time", "energy", "effort"}

// IsCost reports whether a component costs the customer something.
func IsCost(component int) bool { return component >= Money }

// Offer is what is known of one supplier's.
type Offer [Components]null.Number

// Sum is what an offer amounts to; a component that nobody knows makes it unknown.
type Sum struct {
	Value     null.Number `json:"value"`
	Cost      null.Number `json:"cost"`
	Delivered null.Number `json:"delivered"`
	Ratio     null.Number `json:"ratio" doc:"null: not known, or it costs nothing"`
}

// Sum adds an offer up.
func (o *Offer) Sum() Sum {
	s := Sum{}
	for i, n := range o {
		if IsCost(i) {
			s.Cost += n
		} else {
			s.Value += n
		}
	}
	s.Delivered, s.Ratio = s.Value-s.Cost, null.Ratio(s.Value, s.Cost).Steady()
	for _, n := range []*null.Number{&s.Value, &s.Cost, &s.Delivered} {
		if !n.Known() {
			*n = null.None
		}
	}
	return s
}

// Step is what one component alone would have to become.
type Step struct {
	Component string      `json:"component" enum:"product,service,people,image,money,time,energy,effort"`
	From      null.Number `json:"from"`
	To        null.Number `json:"to"     doc:"At which we draw level with the best of the others; null: it cannot alone, or nothing is to compare"`
	Change    null.Number `json:"change" doc:"To less from"`
	Share     null.Number `json:"share"  doc:"Of the value now; null: there is none"`
}

// Standing is how our offer stands among those of others.
type Standing struct {
	Best  int         `json:"best"  doc:"Which of the others delivers most, from 0; -1: none is known"`
	Lead  null.Number `json:"lead"  doc:"What ours delivers more; below zero: less"`
	Leads bool        `json:"leads"`
	Steps []Step      `json:"steps" doc:"One for each component"`
}

// Compare says how our offer stands.
func Compare(ours Offer, others []Offer) Standing {
	s := Standing{Best: -1, Lead: null.None}
	own, most := ours.Sum().Delivered, null.None
	for i := range others {
		if d := others[i].Sum().Delivered; d.Known() && !(most >= d) {
			s.Best, most = i, d
		}
	}
	if own.Known() && most.Known() {
		s.Lead = (own - most).Steady()
		s.Leads = s.Lead > 0
	}
	for i, n := range ours {
		s.Steps = append(s.Steps, step(i, n, s.Lead))
	}
	return s
}

// step says what one component would have to become to draw level. Neither value
// nor cost can be below nothing.
func step(component int, from, lead null.Number) Step {
	s := Step{Component: Names[component], From: from, To: null.None, Change: null.None, Share: null.None}
	to := (from - lead).Steady()
	if IsCost(component) {
		to = (from + lead).Steady()
	}
	if to >= 0 {
		s.To, s.Change = to, (to - from).Steady()
		s.Share = null.Ratio(s.Change, from)
	}
	return s
}

// Explain says why our offer leads, or does not.
func Explain(ours Offer, others []Offer) why.Explanation {
	s, own := Compare(ours, others), ours.Sum()
	e := why.Explanation{Model: "M49", Result: "delivered.unknown", Rule: "delivered.rule_unknown", Changes: []why.Change{}, Cuts: []why.Figure{},
		Inputs: []why.Figure{figure("delivered.value", own.Value), figure("delivered.cost", own.Cost), figure("delivered.delivered", own.Delivered)}}
	if !s.Lead.Known() {
		return e
	}
	e.Result, e.Rule = "delivered.trails", "delivered.rule_compare"
	other := "delivered.leads"
	if s.Leads {
		e.Result, other = other, "delivered.trails"
	}
	e.Cuts = append(e.Cuts, why.Known("delivered.delivered", why.Amount, float64(own.Delivered-s.Lead)))
	for _, step := range s.Steps {
		if step.To.Known() && step.Change != 0 {
			e.Changes = append(e.Changes, why.Instead("delivered."+step.Component, why.Amount, float64(step.From), float64(step.To), other))
		}
	}
	e.Sort()
	return e
}

func figure(key string, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, why.Amount)
	}
	return why.Known(key, why.Amount, float64(n))
}
