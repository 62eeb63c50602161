// Package quadrant decides which of four types a customer is by two values
// (method M16): what he is worth now, and what he could be worth beyond that.
//
//	type 1 小/低  small now, low potential
//	type 2 大/低  large now, low potential: do not over-invest
//	type 3 小/高  small now, high potential: do not neglect
//	type 4 大/高  large now, high potential
//
// The estimate is the yearly purchase expected in our categories over the next
// three years; potential = estimate − current, never below 0. At a cut or above
// it is high. An unknown estimate is never read as a low one: no type.
//
// Where no cut is set, the current value's is the value of the customer that
// completes 80 % of the total, the potential's is the 80th percentile of the
// known potentials (type 7); and nothing at or below zero is ever high.
package quadrant

import (
	"erba/analysis/pareto"
	"erba/analysis/ranking"
	"erba/kernel"
)

// Type is one of the four; None is a customer without an estimate.
type Type uint8

// The types, in the numbering of the source.
const (
	None Type = iota
	SmallLow
	LargeLow
	SmallHigh
	LargeHigh
)

var keys = [...]string{"quadrant.potential_missing", "quadrant.small_low", "quadrant.large_low",
	"quadrant.small_high", "quadrant.large_high"}

// Key is the text key of the type.
func (t Type) Key() string { return keys[t] }

// Config holds what a company may decide differently.
type Config struct {
	Current   int64   `json:"current"    unit:"amount" minimum:"0" doc:"Cut of the current value in minor units; 0 derives it"`
	Potential int64   `json:"potential"  unit:"amount" minimum:"0" doc:"Cut of the potential in minor units; 0 derives it"`
	Reach     float64 `json:"reach"      unit:"share" minimum:"0" maximum:"1" doc:"Derived current cut: the customer that completes this share of the total, 0.80"`
	Above     float64 `json:"above"      unit:"share" minimum:"0" maximum:"1" doc:"Derived potential cut: this quantile of the known potentials, 0.80"`
}

// Default derives both cuts at 80 %.
func Default() Config { return Config{Reach: 0.80, Above: 0.80} }

// Check refuses negative cuts and shares outside 0–1.
func (c Config) Check() error {
	at := ""
	switch {
	case c.Current < 0:
		at = "current"
	case c.Potential < 0:
		at = "potential"
	case !(c.Reach > 0 && c.Reach <= 1):
		at = "reach"
	case !(c.Above >= 0 && c.Above <= 1):
		at = "above"
	default:
		return nil
	}
	return kernel.Invalid("quadrant.bad_config").In(at)
}

// Unknown is the estimate of a customer whom nobody has estimated.
const Unknown int64 = -1

// Potential is what he could buy beyond what he buys, or Unknown.
func Potential(current, estimate int64) int64 {
	if estimate < 0 {
		return Unknown
	}
	return max(0, estimate-current)
}

// Cuts are the values from which on a current value and a potential are high.
type Cuts struct {
	Current   int64 `json:"current"`
	Potential int64 `json:"potential"`
}

// Type is the type of one customer.
func (c Cuts) Type(current, estimate int64) Type {
	potential := Potential(current, estimate)
	if potential == Unknown {
		return None
	}
	t := SmallLow
	if c.High(current) {
		t = LargeLow
	}
	if potential >= c.Potential {
		t += SmallHigh - SmallLow
	}
	return t
}

// High reports whether a current value is large.
func (c Cuts) High(current int64) bool { return current >= c.Current }

// Finder derives cuts from columns; the zero Finder is ready, finding again
// reuses its memory. Not for concurrent use.
type Finder struct {
	order      ranking.Sorter
	potentials []int64
}

// Cuts are those of the configuration, or derived from the ranked current
// values and the estimates of the same rows.
func (f *Finder) Cuts(ranked *pareto.Ranking, current, estimate []int64, cfg Config) Cuts {
	cuts := Cuts{max(1, cfg.Current), max(1, cfg.Potential)}
	if cfg.Current == 0 {
		cuts.Current = max(1, ranked.Completing(cfg.Reach))
	}
	if cfg.Potential == 0 {
		cuts.Potential = max(1, f.quantile(current, estimate, cfg.Above))
	}
	return cuts
}

// quantile is the smallest whole number at or above the quantile of type 7 of
// the known potentials, 0 without any.
func (f *Finder) quantile(current, estimate []int64, share float64) int64 {
	f.potentials = f.potentials[:0]
	for i, c := range current {
		if p := Potential(c, estimate[i]); p != Unknown {
			f.potentials = append(f.potentials, p)
		}
	}
	f.order.Ascending(f.potentials)
	if len(f.potentials) == 0 {
		return 0
	}
	at, rest := pareto.Position(len(f.potentials), share)
	low := f.potentials[at]
	if rest == 0 {
		return low
	}
	return low + pareto.Part(f.potentials[at+1]-low, rest)
}

// TypeAll puts the type of every row into a column as long as the others.
func (c Cuts) TypeAll(current, estimate []int64, into []Type) {
	for i, v := range current {
		into[i] = c.Type(v, estimate[i])
	}
}
