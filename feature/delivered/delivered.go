// Package delivered decides what an offer is worth to a customer and costs him,
// beside those of others (method M49). A sheet belongs to an account; all eight
// components of all sides are in one unit, and each says who knows it from what.
package delivered

import (
	"slices"
	"strings"

	"erba/analysis/delivered"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Offer is a sheet: what we offer to an account beside what others do.
type Offer struct {
	ID       kernel.ID       `json:"id"      db:"id"`
	Account  kernel.ID       `json:"account" db:"account_id" row:"account"`
	Name     string          `json:"name"    db:"name"`
	Unit     string          `json:"unit"    db:"unit" enum:"money,points" doc:"Of all amounts, which are in hundredths of it"`
	ByID     kernel.ID       `json:"-"       db:"by_id"`
	By       string          `json:"by"      db:"by_name"`
	On       kernel.Date     `json:"on"      db:"made_on"`
	Version  int64           `json:"version" db:"version"`
	Sides    []Side          `json:"sides"   db:"-" doc:"Ours first"`
	Standing Standing        `json:"standing" db:"-"`
	Why      why.Explanation `json:"why"     db:"-"`
}

// Revision is the version that a change must name to replace it.
func (o Offer) Revision() int64 { return o.Version }

// Side is one of those who offer.
type Side struct {
	Offer  kernel.ID `json:"-"      db:"offer_id"`
	Place  int64     `json:"place"  db:"place" doc:"0: ours"`
	Name   string    `json:"name"   db:"name"`
	Values []Value   `json:"values" db:"-" doc:"One for each component, what the customer gets first"`
	Sum    Sum       `json:"sum"    db:"-"`
}

// Value is what a component is worth.
type Value struct {
	ID        kernel.ID   `json:"-"         db:"id"`
	Offer     kernel.ID   `json:"-"         db:"offer_id"`
	Place     int64       `json:"place"     db:"place"`
	Component string      `json:"component" db:"component" enum:"product,service,people,image,money,time,energy,effort"`
	Version   int64       `json:"version"   db:"version" doc:"0: nobody has said anything"`
	Amount    int64       `json:"amount"    db:"amount"`
	Evidence  string      `json:"evidence"  db:"evidence"`
	ByID      kernel.ID   `json:"-"         db:"by_id"`
	By        string      `json:"by"        db:"by_name"`
	On        kernel.Date `json:"on,omitzero" db:"said_on"`
	Latest    bool        `json:"-"         db:"latest"`
}

// Revision is the version that a new value must name to replace it.
func (v Value) Revision() int64 { return v.Version }

// Sum is what an offer amounts to.
type Sum struct {
	Value     *int64   `json:"value"     doc:"What the customer gets; null: not all of it is known"`
	Cost      *int64   `json:"cost"      doc:"What it costs him"`
	Delivered *int64   `json:"delivered" doc:"The difference"`
	Ratio     *float64 `json:"ratio"     doc:"Value by cost; null: not known, or it costs nothing"`
}

// Standing is how ours stands among the others.
type Standing struct {
	Best  int64  `json:"best"  doc:"Place of the best of the others; 0: none is known"`
	Lead  *int64 `json:"lead"  doc:"What ours delivers more; below zero: less"`
	Leads bool   `json:"leads"`
	Steps []Step `json:"steps" doc:"One for each component"`
}

// Step is what one component of ours alone would have to become to draw level.
type Step struct {
	Component string   `json:"component" enum:"product,service,people,image,money,time,energy,effort"`
	To        *int64   `json:"to"     doc:"null: it cannot alone, or nothing is to compare"`
	Change    *int64   `json:"change" doc:"To less what it is now"`
	Share     *float64 `json:"share"  doc:"Of what it is now"`
}

const (
	money    = "money"
	points   = "points"
	most     = 5 // others in a sheet
	longest  = 60
	shortest = 5 // characters of evidence
	evidence = 500
	highest  = 100_00                // points, in hundredths
	richest  = 10_000_000_000_000_00 // hundredths of a yuan
)

// Check reports the first rule that a sheet breaks.
func (o *Offer) Check() error {
	switch {
	case !named(o.Name):
		return kernel.Invalid("delivered.bad_name", "max", longest)
	case o.Unit != money && o.Unit != points:
		return kernel.Invalid("delivered.bad_unit")
	case len(o.Sides) < 2 || len(o.Sides) > most+1:
		return kernel.Invalid("delivered.bad_sides", "max", most)
	}
	for i, s := range o.Sides[1:] {
		if !named(s.Name) || slices.ContainsFunc(o.Sides[1:i+1], func(t Side) bool { return t.Name == s.Name }) {
			return kernel.Invalid("delivered.bad_side", "name", s.Name)
		}
	}
	return nil
}

func named(s string) bool { return s != "" && len([]rune(s)) <= longest }

// Check reports the first rule that a value breaks, in a unit.
func (v *Value) Check(unit string) error {
	switch n := len([]rune(v.Evidence)); {
	case !slices.Contains(delivered.Names[:], v.Component):
		return kernel.Invalid("delivered.bad_component")
	case unit == points && (v.Amount < 0 || v.Amount > highest):
		return kernel.Invalid("delivered.bad_amount_points")
	case v.Amount < 0 || v.Amount > richest:
		return kernel.Invalid("delivered.bad_amount_money")
	case n < shortest || n > evidence:
		return kernel.Invalid("delivered.short_evidence", "min", shortest, "max", evidence)
	}
	return nil
}

// tidy takes off the blanks around what somebody has typed.
func (o *Offer) tidy() {
	o.Name = strings.TrimSpace(o.Name)
	for i := range o.Sides {
		o.Sides[i].Place, o.Sides[i].Name = int64(i), strings.TrimSpace(o.Sides[i].Name)
	}
}

// fill puts values to their sides and works out how ours stands.
func (o *Offer) fill(all []Value) {
	offers := make([]delivered.Offer, len(o.Sides))
	for i := range o.Sides {
		s := &o.Sides[i]
		s.Values = make([]Value, delivered.Components)
		for c, name := range delivered.Names {
			s.Values[c], offers[i][c] = Value{Place: s.Place, Component: name}, null.None
			for _, v := range all {
				if v.Offer == o.ID && v.Place == s.Place && v.Component == name {
					s.Values[c], offers[i][c] = v, null.Of(v.Amount)
				}
			}
		}
		s.Sum = sumOf(offers[i].Sum())
	}
	o.Standing = standingOf(delivered.Compare(offers[0], offers[1:]))
	o.Why = inUnit(o.Unit, delivered.Explain(offers[0], offers[1:]))
}

func sumOf(s delivered.Sum) Sum {
	return Sum{whole(s.Value), whole(s.Cost), whole(s.Delivered), told(s.Ratio)}
}

func standingOf(s delivered.Standing) Standing {
	found := Standing{Best: int64(s.Best + 1), Lead: whole(s.Lead), Leads: s.Leads}
	for _, step := range s.Steps {
		found.Steps = append(found.Steps, Step{step.Component, whole(step.To), whole(step.Change), told(step.Share)})
	}
	return found
}

// inUnit says an explanation in points where the sheet is in points.
func inUnit(unit string, e why.Explanation) why.Explanation {
	if unit == money {
		return e
	}
	for _, list := range [][]why.Figure{e.Inputs, e.Cuts} {
		for i := range list {
			list[i].Unit, list[i].Value = why.Score, list[i].Value/100
		}
	}
	for i := range e.Changes {
		c := &e.Changes[i]
		c.Unit, c.From, c.To, c.Difference = why.Score, c.From/100, c.To/100, c.Difference/100
	}
	return e
}

func whole(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	return new(int64(n))
}

func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}
