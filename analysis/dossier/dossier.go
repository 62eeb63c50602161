// Package dossier decides how complete the file of a customer is (method M55):
// seven groups of fields, each with a weight; a group that nobody has confirmed for
// 180 days counts half.
//
//	completeness = Σ weight · filled / required
//
// Source: the groups are in the sources, the weights and the 180 days are our own.
package dossier

import (
	"math"

	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Config holds what a company may decide differently: the weights in per cent.
type Config struct {
	Basic     float64 `json:"basic"     unit:"weight" minimum:"0" maximum:"100" doc:"基本: 30"`
	Contacts  float64 `json:"contacts"  unit:"weight" minimum:"0" maximum:"100" doc:"联系人: 20"`
	Decisions float64 `json:"decisions" unit:"weight" minimum:"0" maximum:"100" doc:"组织与决策: 15"`
	Needs     float64 `json:"needs"     unit:"weight" minimum:"0" maximum:"100" doc:"需求: 10"`
	Trade     float64 `json:"trade"     unit:"weight" minimum:"0" maximum:"100" doc:"交易: 10"`
	Credit    float64 `json:"credit"    unit:"weight" minimum:"0" maximum:"100" doc:"信用: 5"`
	Persons   float64 `json:"persons"   unit:"weight" minimum:"0" maximum:"100" doc:"个人、人际与工作: 10"`
	Fresh     int     `json:"fresh"     unit:"days"   minimum:"1" maximum:"3650" doc:"Days until a group that nobody has confirmed counts half: 180"`
}

// Default is our own weights.
func Default() Config {
	return Config{Basic: 30, Contacts: 20, Decisions: 15, Needs: 10, Trade: 10, Credit: 5, Persons: 10, Fresh: 180}
}

// Groups are the names of the groups, in the order of the weights.
var Groups = [7]string{"basic", "contacts", "decisions", "needs", "trade", "credit", "persons"}

func (c *Config) weights() [7]float64 {
	return [7]float64{c.Basic, c.Contacts, c.Decisions, c.Needs, c.Trade, c.Credit, c.Persons}
}

// Check refuses weights that do not make 100.
func (c Config) Check() error {
	sum := 0.0
	for i, w := range c.weights() {
		if !(w >= 0 && w <= 100) {
			return kernel.Invalid("dossier.bad_weight").In(Groups[i])
		}
		sum += w
	}
	switch {
	case math.Abs(sum-100) > 1e-9:
		return kernel.Invalid("dossier.not_hundred", "sum", sum).In("basic")
	case c.Fresh < 1:
		return kernel.Invalid("dossier.no_day").In("fresh")
	}
	return nil
}

// Group is how much of a group is filled, and when somebody last confirmed it; a
// zero day is one that nobody knows, which is not stale.
type Group struct {
	Filled    int         `json:"filled"`
	Required  int         `json:"required"`
	Confirmed kernel.Date `json:"confirmed"`
}

// share is what a group counts, from 0 to 1.
func (c *Config) share(g Group, today kernel.Date) float64 {
	if g.Required < 1 {
		return 0
	}
	share := float64(min(max(g.Filled, 0), g.Required)) / float64(g.Required)
	if !g.Confirmed.IsZero() && today.Days(g.Confirmed) > c.Fresh {
		share /= 2
	}
	return share
}

// File is the seven groups of a customer.
type File [7]Group

// Completeness is how complete a file is, from 0 to 1.
func (c *Config) Completeness(f File, today kernel.Date) null.Number {
	sum := 0.0
	for i, w := range c.weights() {
		sum += w * c.share(f[i], today)
	}
	return null.Number(sum / 100)
}

// Explain says which part each group adds.
func (c *Config) Explain(f File, today kernel.Date) why.Explanation {
	e := why.Explanation{Model: "M55", Result: "dossier.completeness", Rule: "dossier.sum", Inputs: []why.Figure{}, Cuts: []why.Figure{}, Changes: []why.Change{}}
	for i, w := range c.weights() {
		e.Inputs = append(e.Inputs, why.Known("dossier.group_"+Groups[i], why.Share, w/100*c.share(f[i], today)))
	}
	return e
}
