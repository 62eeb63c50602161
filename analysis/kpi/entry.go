package kpi

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Case holds what a company may decide differently about method M03: what it
// costs to win a customer against what it costs to keep one.
type Case struct {
	Benchmark float64 `json:"benchmark" unit:"count" minimum:"0" maximum:"100" doc:"How often the one is the other, by rule of thumb: 5"`
}

// Usual is five to one.
func Usual() Case { return Case{Benchmark: 5} }

// Check refuses a rule of thumb below nothing.
func (c Case) Check() error {
	if !(c.Benchmark > 0 && c.Benchmark <= 100) {
		return kernel.Invalid("kpi.bad_benchmark")
	}
	return nil
}

// Spend is what was spent on winning and on keeping customers, in minor units,
// and how many there were.
type Spend struct {
	Winning  null.Number `json:"winning"`
	Won      int         `json:"won"`
	Keeping  null.Number `json:"keeping"`
	Retained int         `json:"retained"`
}

// Each is what one customer costs to win and to keep, and how often the one is
// the other; None where nothing is recorded, or there is nobody.
func (s Spend) Each() (win, keep, ratio null.Number) {
	win, keep = null.Ratio(s.Winning, null.Of(s.Won)), null.Ratio(s.Keeping, null.Of(s.Retained))
	return win, keep, null.Ratio(win, keep)
}

// Gain is what a programme brings that saves some customers, less what it costs.
func Gain(saved int, margin, programme null.Number) null.Number {
	return null.Of(saved)*margin - programme
}
