// Package maintenance decides whether a relationship is maintained in enough ways
// (method M87): things, people, problems solved, esteem, and what only this
// customer gets. How many of the five ways a year asks for follows from the tier;
// of whose activities more than 60 % are of one way does one thing only.
package maintenance

import (
	"slices"

	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/analysis/why"
	"erba/kernel"
)

// The forms.
const (
	Hardware = "hardware" // 硬件: things for people
	Software = "software" // 软件: people for people
	Function = "function" // 功能: solves real problems
	Spirit   = "spirit"   // 心理: satisfies the mind
	Special  = "special"  // 特色: of everything, for this customer only
)

// Forms are all of them, in the order of the specification.
var Forms = []string{Hardware, Software, Function, Spirit, Special}

// Config holds what a company may decide differently.
type Config struct {
	Major    int     `json:"MAJOR"    unit:"count" minimum:"0" maximum:"5"  doc:"Forms that a year asks for: 5"`
	Named    int     `json:"NAMED"    unit:"count" minimum:"0" maximum:"5"  doc:"4"`
	NonNamed int     `json:"NONNAMED" unit:"count" minimum:"0" maximum:"5"  doc:"3"`
	Mass     int     `json:"MASS"     unit:"count" minimum:"0" maximum:"5"  doc:"1"`
	Months   int     `json:"months"   unit:"count" minimum:"1" maximum:"36" doc:"Activities of so many months count: 12"`
	Single   float64 `json:"single"   unit:"share" minimum:"0.2" maximum:"1" doc:"More than this share of one form is one thing only: 0.6"`
	After    int     `json:"after"    unit:"days"  minimum:"1" maximum:"365" doc:"The effect is read so many days later: 30"`
}

// Default is all five for a MAJOR, 4, 3 and 1, within a year.
func Default() Config {
	return Config{Major: 5, Named: 4, NonNamed: 3, Mass: 1, Months: 12, Single: 0.6, After: 30}
}

// Check refuses a tier that gets less than the one below it.
func (c Config) Check() error {
	switch {
	case c.Mass < 0 || c.Major > len(Forms) || c.Mass > c.NonNamed || c.NonNamed > c.Named || c.Named > c.Major:
		return kernel.Invalid("maintenance.bad_plan").In("NAMED")
	case c.Months < 1 || c.After < 1:
		return kernel.Invalid("maintenance.bad_span").In("months")
	case !(c.Single >= 0.2 && c.Single <= 1):
		return kernel.Invalid("maintenance.bad_single").In("single")
	}
	return nil
}

// Wanted is how many forms a tier asks for.
func (c *Config) Wanted(t pyramid.Tier) int {
	return [...]int{pyramid.None: 0, pyramid.Mass: c.Mass, pyramid.NonNamed: c.NonNamed, pyramid.Named: c.Named, pyramid.Major: c.Major}[t]
}

// Counts are the activities of each form, in the order of Forms.
type Counts [5]int

// Result is how a relationship is maintained.
type Result struct {
	Used     int         `json:"used"     doc:"Forms of the five"`
	Coverage float64     `json:"coverage" doc:"Of five, 0–1"`
	Wanted   int         `json:"wanted"   doc:"Forms that the tier asks for"`
	Met      bool        `json:"met"`
	Missing  []string    `json:"missing"  doc:"Forms of which there is nothing"`
	Largest  null.Number `json:"largest"  doc:"Share of the form that is used most; null: there is no activity"`
	Form     string      `json:"form"     doc:"… and which it is; empty: none, or several"`
	Single   bool        `json:"single"   doc:"One thing only"`
}

// Judge says how it is maintained.
func (c *Config) Judge(n Counts, t pyramid.Tier) Result {
	r := Result{Wanted: c.Wanted(t), Missing: []string{}, Largest: null.None}
	sum := 0
	for i, form := range Forms {
		if sum += n[i]; n[i] == 0 {
			r.Missing = append(r.Missing, form)
			continue
		}
		r.Used++
	}
	most := slices.Max(n[:])
	r.Coverage, r.Met = float64(r.Used)/float64(len(Forms)), r.Used >= r.Wanted
	if sum > 0 {
		r.Largest = null.Ratio(null.Of(most), null.Of(sum))
		r.Single = float64(r.Largest) > c.Single
		if at := slices.Index(n[:], most); !slices.Contains(n[at+1:], most) {
			r.Form = Forms[at]
		}
	}
	return r
}

// Effect is how much closer they are after an activity than before; None where
// that is not known of both days.
func Effect(before, after null.Number) null.Number { return (after - before).Steady() }

// Explain says how a relationship is maintained, and what is missing.
func (c *Config) Explain(n Counts, t pyramid.Tier) why.Explanation {
	r := c.Judge(n, t)
	e := why.Explanation{Model: "M87", Result: "maintenance.result_" + r.word(), Rule: "maintenance.rule_" + r.word(), Inputs: []why.Figure{},
		Cuts:    []why.Figure{why.Known("maintenance.used", why.Count, r.Wanted), why.Known("maintenance.largest", why.Share, c.Single)},
		Changes: []why.Change{}}
	for i, form := range Forms {
		e.Inputs = append(e.Inputs, why.Known("maintenance.form_"+form, why.Count, n[i]))
	}
	e.Inputs = append(e.Inputs, why.Known("maintenance.used", why.Count, r.Used), figure("maintenance.largest", why.Share, r.Largest))
	if !r.Met {
		e.Changes = append(e.Changes, why.Instead("maintenance.used", why.Count, r.Used, r.Wanted, "maintenance.result_met"))
	}
	return e
}

// word is the result as a part of a text key.
func (r Result) word() string {
	switch {
	case !r.Met:
		return "short"
	case r.Single:
		return "single"
	}
	return "met"
}

func figure(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n))
}
