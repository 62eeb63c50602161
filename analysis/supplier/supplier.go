// Package supplier decides how modern a customer manages its suppliers (method
// M04): eight attributes, each traditional, mixed or modern. Who plays many
// suppliers off against each other makes no partner, however much we invest.
//
//	index = sum of eight ratings (0, 1, 2) / 16 · 100
//	modern from 70 on, traditional below 40, in between in transition
//
// Source: the attributes are in S0; the scoring is our own.
package supplier

import (
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Attributes are the names of the eight, in their order.
var Attributes = [...]string{"number", "bond", "talk", "information", "price", "choice", "to_us", "to_them"}

// The ratings of an attribute.
const (
	Traditional = 0
	Mixed       = 1
	Modern      = 2
)

// Class says how a customer manages its suppliers.
type Class string

// The classes; without all eight answers there is none.
const (
	AsPartners   Class = "modern"
	InTransition Class = "transitional"
	AsBefore     Class = "traditional"
)

// Config holds what a company may decide differently.
type Config struct {
	Modern      float64 `json:"modern"      unit:"score" minimum:"1" maximum:"100" doc:"From this index on a partnership is feasible: 70"`
	Traditional float64 `json:"traditional" unit:"score" minimum:"0" maximum:"99"  doc:"Below this index it is traditional: 40"`
	Ceiling     int     `json:"ceiling"     unit:"count" minimum:"1" maximum:"5"   doc:"Highest stage that is proposed for a traditional one: 3"`
}

// Default is 70, 40 and the third stage.
func Default() Config { return Config{Modern: 70, Traditional: 40, Ceiling: 3} }

// Check refuses cuts in the wrong order.
func (c Config) Check() error {
	if !(c.Traditional >= 0 && c.Traditional < c.Modern && c.Modern <= 100) {
		return kernel.Invalid("supplier.bad_cuts").In("modern")
	}
	if c.Ceiling < 1 || c.Ceiling > 5 {
		return kernel.Invalid("supplier.bad_ceiling").In("ceiling")
	}
	return nil
}

// Index is 0 to 100, None until all are rated.
func Index(answers []null.Number) null.Number {
	sum := null.Number(0)
	for _, a := range answers {
		sum += a
	}
	if !sum.Known() || len(answers) == 0 {
		return null.None
	}
	return sum / null.Number(Modern*len(answers)) * 100
}

// Class is that of an index.
func (c *Config) Class(index null.Number) Class {
	switch {
	case !index.Known():
		return ""
	case float64(index) >= c.Modern:
		return AsPartners
	case float64(index) >= c.Traditional:
		return InTransition
	}
	return AsBefore
}

// Limit is the highest stage that is proposed for an index, 0: none is set.
func (c *Config) Limit(index null.Number) int {
	if c.Class(index) == AsBefore {
		return c.Ceiling
	}
	return 0
}

// Key is the text key of a class.
func (c Class) Key() string {
	if c == "" {
		return "supplier.incomplete"
	}
	return "supplier.class_" + string(c)
}

// Explain says what the index consists of, and which other rating of one attribute
// would lead to another class.
func (c *Config) Explain(answers []null.Number) why.Explanation {
	index := Index(answers)
	e := why.Explanation{Model: "M04", Result: c.Class(index).Key(), Rule: "supplier.rule_index", Changes: []why.Change{},
		Cuts: []why.Figure{why.Known("supplier.index", why.Score, c.Modern), why.Known("supplier.index", why.Score, c.Traditional)}}
	other := append([]null.Number{}, answers...)
	for i, a := range answers {
		key := "supplier.at_" + Attributes[i]
		if !a.Known() {
			e.Inputs = append(e.Inputs, why.Unknown(key, why.Score))
			continue
		}
		e.Inputs = append(e.Inputs, why.Known(key, why.Score, float64(a)))
		for to := null.Number(Traditional); to <= Modern; to++ {
			other[i] = to
			if class := c.Class(Index(other)); class != "" && class.Key() != e.Result {
				e.Changes = append(e.Changes, why.Instead(key, why.Score, float64(a), float64(to), class.Key()))
			}
		}
		other[i] = a
	}
	if !index.Known() {
		e.Rule = "supplier.rule_incomplete"
		return e
	}
	e.Inputs = append(e.Inputs, why.Known("supplier.index", why.Score, float64(index)))
	e.Sort()
	return e
}
