// Package funnel decides how full the pipe from potential customers to contracts
// is (method M30): C has no project yet, B has a need that is not decided, A is
// about to sign. What is nearly sure comes first tomorrow, but a part of every week
// belongs to what has to come after it.
package funnel

import (
	"cmp"
	"slices"

	"erba/analysis/null"
	"erba/kernel"
)

// The classes of the funnel, from its wide end.
const (
	C = "C"
	B = "B"
	A = "A"
)

// Config holds what a company may decide differently.
type Config struct {
	PercentC int     `json:"percent_c" unit:"percent" minimum:"0" maximum:"100" doc:"Of what a C asks for is counted on: 10"`
	PercentB int     `json:"percent_b" unit:"percent" minimum:"0" maximum:"100" doc:"B: 40"`
	PercentA int     `json:"percent_a" unit:"percent" minimum:"0" maximum:"100" doc:"A: 90"`
	FromB    int     `json:"from_b"    unit:"percent" minimum:"1" maximum:"100" doc:"From which percentage of its step on a deal is B: 20"`
	FromA    int     `json:"from_a"    unit:"percent" minimum:"1" maximum:"100" doc:"A: 90"`
	Cs       int     `json:"cs"        unit:"count"   minimum:"1" maximum:"100" doc:"C for every A: 6"`
	Bs       int     `json:"bs"        unit:"count"   minimum:"1" maximum:"100" doc:"B for every A: 3"`
	Stuck    int     `json:"stuck"     unit:"days"    minimum:"1" maximum:"999" doc:"In B for longer is stuck: 90"`
	TimeC    float64 `json:"time_c"    unit:"share"   minimum:"0" maximum:"1"   doc:"Of the week for C at least: 0.2"`
	TimeB    float64 `json:"time_b"    unit:"share"   minimum:"0" maximum:"1"   doc:"Of the week for B at least: 0.3"`
}

// Default are six C and three B for every A.
func Default() Config {
	return Config{PercentC: 10, PercentB: 40, PercentA: 90, FromB: 20, FromA: 90, Cs: 6, Bs: 3, Stuck: 90, TimeC: 0.2, TimeB: 0.3}
}

// Check refuses a funnel that widens, and a week that is too short.
func (c Config) Check() error {
	switch {
	case c.PercentC < 0 || c.PercentC > c.PercentB || c.PercentB > c.PercentA || c.PercentA > 100:
		return kernel.Invalid("funnel.bad_percent").In("percent_b")
	case c.FromB < 1 || c.FromB >= c.FromA || c.FromA > 100:
		return kernel.Invalid("funnel.bad_class").In("from_a")
	case c.Bs < 1 || c.Cs < c.Bs:
		return kernel.Invalid("funnel.bad_ratio").In("cs")
	case c.Stuck < 1:
		return kernel.Invalid("funnel.bad_stuck").In("stuck")
	case !(c.TimeC >= 0 && c.TimeB >= 0 && c.TimeC+c.TimeB <= 1):
		return kernel.Invalid("funnel.bad_time").In("time_c")
	}
	return nil
}

// Class is the class of a deal by the percentage of its step.
func (c Config) Class(percent int) string {
	switch {
	case percent >= c.FromA:
		return A
	case percent >= c.FromB:
		return B
	}
	return C
}

// Counts are how many deals of each class there are.
type Counts struct {
	A int `json:"a"`
	B int `json:"b"`
	C int `json:"c"`
}

// Weighted is what may be counted on of what each class asks for, in minor units.
func (c Config) Weighted(a, b, cs int64) int64 {
	return kernel.Percent(a, c.PercentA) + kernel.Percent(b, c.PercentB) + kernel.Percent(cs, c.PercentC)
}

// Thin are the classes of which there are too few beside the A: what is signed
// today has to be followed by something. Without an A nothing is too few.
func (c Config) Thin(n Counts) (thin []string) {
	if n.C < n.A*c.Cs {
		thin = append(thin, C)
	}
	if n.B < n.A*c.Bs {
		thin = append(thin, B)
	}
	return thin
}

// IsStuck reports whether a deal has been B for too long.
func (c Config) IsStuck(class string, days int) bool { return class == B && days > c.Stuck }

// Task is something that could be done tomorrow for a deal. Amount is in minor
// units.
type Task struct {
	Class  string
	Amount int64
	Late   int // days
}

// Order puts tasks in the order in which they are done: signing with an A before
// visiting a B before meeting a C; within a class what is late first, then what is
// large.
func Order(a, b Task) int {
	return cmp.Or(cmp.Compare(a.Class, b.Class), -cmp.Compare(a.Late, b.Late), -cmp.Compare(a.Amount, b.Amount))
}

// Week is how the minutes of a week are laid out over the classes.
type Week struct {
	A int `json:"a"`
	B int `json:"b"`
	C int `json:"c"`
}

// Short are the classes for which a week has too little time, so that the funnel
// would dry up, with the share each has. A week without anything is none.
func (c Config) Short(w Week) (short []Shortage) {
	all := null.Of(w.A + w.B + w.C)
	for _, part := range []Shortage{{C, null.Ratio(null.Of(w.C), all), null.Of(c.TimeC)}, {B, null.Ratio(null.Of(w.B), all), null.Of(c.TimeB)}} {
		if part.Has < part.Needs {
			short = append(short, part)
		}
	}
	return slices.Clip(short)
}

// Shortage is a class, the share of the week that it has, and the one it needs.
type Shortage struct {
	Class string      `json:"class" enum:"B,C"`
	Has   null.Number `json:"has"`
	Needs null.Number `json:"needs"`
}
