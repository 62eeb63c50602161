// Package stage decides in which stage of its development a customer is (method
// M20), by the dates of its first and last order as of a day.
//
//	potential 潜在  never ordered
//	lost      流失  last order more than 24 months ago
//	dormant   沉睡  last order more than 12 months ago
//	new       新    first order at most 6 months ago
//	stable    稳定  first order at most 36 months ago
//	old       老    first order longer ago
//
// in this order. A pause of more than 6 months keeps the class and sets a flag,
// slowing 放缓. "n months ago" is the same day n months earlier, or the last day
// of a shorter month.
package stage

import (
	"erba/analysis/why"
	"erba/kernel"
)

// Class is the stage of a customer.
type Class string

// The stages.
const (
	Potential Class = "potential"
	Lost      Class = "lost"
	Dormant   Class = "dormant"
	New       Class = "new"
	Stable    Class = "stable"
	Old       Class = "old"
)

// Key is the text key of the stage.
func (c Class) Key() string { return "stage." + string(c) }

// Config holds what a company may decide differently, in months.
type Config struct {
	Lost    int `json:"lost" unit:"months" minimum:"1" doc:"Last order longer ago than this: lost, 24"`
	Dormant int `json:"dormant" unit:"months" minimum:"1" doc:"Last order longer ago than this: dormant, 12"`
	Slowing int `json:"slowing" unit:"months" minimum:"1" doc:"Last order longer ago than this: slowing, 6"`
	New     int `json:"new" unit:"months" minimum:"1" doc:"First order at most so long ago: new, 6"`
	Stable  int `json:"stable" unit:"months" minimum:"1" doc:"First order at most so long ago: stable, 36"`
}

// Default is 24, 12 and 6 months for the last order, 6 and 36 for the first.
func Default() Config { return Config{Lost: 24, Dormant: 12, Slowing: 6, New: 6, Stable: 36} }

// Check refuses periods out of order.
func (c Config) Check() error {
	at := ""
	switch {
	case c.Slowing <= 0:
		at = "slowing"
	case c.Dormant < c.Slowing:
		at = "dormant"
	case c.Lost < c.Dormant:
		at = "lost"
	case c.New <= 0:
		at = "new"
	case c.Stable < c.New:
		at = "stable"
	default:
		return nil
	}
	return kernel.Invalid("stage.bad_config").In(at)
}

// Stage is the class of a customer, with the flag of a pause.
type Stage struct {
	Class   Class `json:"class"`
	Slowing bool  `json:"slowing" unit:"months" minimum:"1" doc:"No order for more than half a year, though not dormant yet"`
}

// Of is the stage of a customer as of a day; zero dates: never ordered. Orders
// after that day must be left out by the caller.
func Of(first, last, asOf kernel.Date, cfg Config) Stage {
	ago := func(d kernel.Date, months int) bool { return d.Compare(asOf.AddMonths(-months)) < 0 }
	switch {
	case last.IsZero():
		return Stage{Class: Potential}
	case ago(last, cfg.Lost):
		return Stage{Class: Lost}
	case ago(last, cfg.Dormant):
		return Stage{Class: Dormant}
	}
	s := Stage{Class: Old, Slowing: ago(last, cfg.Slowing)}
	if !ago(first, cfg.New) {
		s.Class = New
	} else if !ago(first, cfg.Stable) {
		s.Class = Stable
	}
	return s
}

// Explain says which dates led to the stage, and where the periods end.
func Explain(first, last, asOf kernel.Date, cfg Config) why.Explanation {
	s := Of(first, last, asOf, cfg)
	e := why.Explanation{Model: "M20", Result: s.Class.Key(), Rule: "stage.rule_" + string(s.Class)}
	for _, cut := range []struct {
		key    string
		months int
	}{{"stage.first_order", cfg.Stable}, {"stage.first_order", cfg.New}, {"stage.last_order", cfg.Lost}, {"stage.last_order", cfg.Dormant}, {"stage.last_order", cfg.Slowing}} {
		e.Cuts = append(e.Cuts, why.Known(cut.key, why.Days, asOf.Days(asOf.AddMonths(-cut.months))))
	}
	if s.Class == Potential {
		e.Inputs = []why.Figure{why.Unknown("stage.first_order", why.Days), why.Unknown("stage.last_order", why.Days)}
		return e
	}
	e.Inputs = []why.Figure{why.Known("stage.first_order", why.Days, asOf.Days(first)), why.Known("stage.last_order", why.Days, asOf.Days(last))}
	if s.Class == Dormant || s.Class == Lost {
		e.Changes = []why.Change{why.Instead("stage.last_order", why.Days, asOf.Days(last), 0, Of(first, asOf, asOf, cfg).Class.Key())}
	}
	return e
}
