// Package forecast decides what deals will bring by when, in three ways that stand
// beside each other: by the percentage of their step (method M72), by what those
// who lead them commit themselves to, and by how deals that came as far went on
// before. What rests on few cases says so.
package forecast

import (
	"erba/analysis/null"
	"erba/kernel"
)

// What the leader of a deal says of it.
const (
	Commit   = "commit"   // comes in the period
	Best     = "best"     // comes if all goes well
	Pipeline = "pipeline" // may come
	Omitted  = "omitted"  // does not count
)

// Config holds what a company may decide differently.
type Config struct {
	Window   int     `json:"window"   unit:"months" minimum:"3" maximum:"60" doc:"How far back deals are looked at: 24"`
	Sure     float64 `json:"sure"     unit:"share"  minimum:"0.5" maximum:"0.99" doc:"How often the true share lies within the interval: 0.8"`
	Least    int     `json:"least"    unit:"count"  minimum:"1" maximum:"100" doc:"Decided deals from which on a share is shown: 5"`
	Coverage float64 `json:"coverage" unit:"times"  minimum:"1" maximum:"20" doc:"How many times what is missing for the goal the open deals should hold: 3"`
}

// Default looks back two years and shows intervals of 80 %.
func Default() Config { return Config{Window: 24, Sure: 0.8, Least: 5, Coverage: 3} }

// Check refuses what cannot be looked at.
func (c Config) Check() error {
	switch {
	case c.Window < 3 || c.Window > 60:
		return kernel.Invalid("forecast.bad_window").In("window")
	case !(c.Sure >= 0.5 && c.Sure <= 0.99):
		return kernel.Invalid("forecast.bad_sure").In("sure")
	case c.Least < 1 || c.Least > 100:
		return kernel.Invalid("forecast.bad_least").In("least")
	case !(c.Coverage >= 1 && c.Coverage <= 20):
		return kernel.Invalid("forecast.bad_coverage").In("coverage")
	}
	return nil
}

// Deal is an open deal, or one person's part of it. Amount is in minor units.
type Deal struct {
	Amount   int64
	Weighted int64       // by the percentage of its step
	Category string      // what its leader says
	Rate     Share       // how deals that came as far went on
	InTime   null.Number // how likely it is decided in the period
}

// Sums are what deals hold, each by one way of looking at them, in minor units.
type Sums struct {
	Count    int         `json:"count"`
	Total    int64       `json:"total"    doc:"All that is asked for"`
	Weighted int64       `json:"weighted" doc:"Each by the percentage of its step"`
	Commit   int64       `json:"commit"`
	Best     int64       `json:"best"     doc:"Besides what is committed"`
	Pipeline int64       `json:"pipeline" doc:"Besides both"`
	History  null.Number `json:"history"  doc:"Each by how deals that came as far went on, as far as that is known"`
	Low      null.Number `json:"low"      doc:"If all rates are at the lower end"`
	High     null.Number `json:"high"     doc:"If all rates are at the upper end"`
	Judged   int         `json:"judged"   doc:"Of how many history says something"`
}

// Add counts a deal in.
func (s *Sums) Add(d Deal) {
	s.Count, s.Total = s.Count+1, s.Total+d.Amount
	s.Weighted += d.Weighted
	switch d.Category {
	case Commit:
		s.Commit += d.Amount
	case Best:
		s.Best += d.Amount
	case Pipeline:
		s.Pipeline += d.Amount
	}
}

// Judge counts in what history says of a deal, if it says anything: whenever it is
// expected, deals have come sooner and later than that.
func (s *Sums) Judge(d Deal) {
	if !d.Rate.Mean.Known() || !d.InTime.Known() {
		return
	}
	if s.Judged++; s.Judged == 1 {
		s.History, s.Low, s.High = 0, 0, 0
	}
	of := null.Of(d.Amount) * d.InTime
	s.History, s.Low, s.High = s.History+of*d.Rate.Mean, s.Low+of*d.Rate.Low, s.High+of*d.Rate.High
}

// None are the sums of no deal, of which history says nothing.
func None() Sums { return Sums{History: null.None, Low: null.None, High: null.None} }

// Missed is how far a forecast was off what came, as a share of what came, and to
// which side: 0.1 was a tenth too much. Nothing came: nobody can say.
func Missed(forecast, actual int64) null.Number {
	return null.Ratio(null.Of(forecast-actual), null.Of(actual))
}

// Covered is how many times the open deals hold what is still missing for a goal;
// none is missing: nobody asks.
func Covered(open, goal, won int64) null.Number {
	if goal <= won {
		return null.None
	}
	return null.Ratio(null.Of(open), null.Of(goal-won))
}
