// Package indicator decides the class of a customer by one single measure, such
// as his sales (method M13): A from the highest of three thresholds on, then B
// and C, else D. It is the simplest way to find key accounts, and the riskiest:
// so it also says how far it diverges from the customer value scorecard (M14).
package indicator

import (
	"erba/analysis/band"
	"erba/analysis/grade"
	"erba/analysis/null"
	"erba/analysis/ranking"
	"erba/analysis/why"
	"erba/kernel"
)

// Measure is what customers are judged by.
type Measure string

// The measures.
const (
	Sales   Measure = "sales"
	Profit  Measure = "profit"
	Volume  Measure = "volume"  // all that the customer buys, from anybody
	Capital Measure = "capital" // registered
)

// Config holds what a company may decide differently.
type Config struct {
	Measure Measure  `json:"measure" enum:"sales,profit,volume,capital"`
	Cuts    band.Set `json:"cuts"    unit:"amount" doc:"Minor units from which on a customer is C, B, A: 300,000, 1,000,000 and 3,000,000 yuan"`
	Warn    float64  `json:"warn"    unit:"share" minimum:"0" maximum:"1" doc:"Warns if more than this share has another class by the scorecard: 0.20"`
}

// Default is sales of 3,000,000, 1,000,000 and 300,000 yuan.
func Default() Config {
	return Config{Measure: Sales, Cuts: band.Set{300_000_00, 1_000_000_00, 3_000_000_00}, Warn: 0.20}
}

// Check refuses measures that do not exist and thresholds that do not rise.
func (c Config) Check() error {
	switch c.Measure {
	case Sales, Profit, Volume, Capital:
	default:
		return kernel.Invalid("indicator.bad_measure", "measure", string(c.Measure)).In("measure")
	}
	if len(c.Cuts) != 3 {
		return kernel.Invalid("indicator.bad_config").In("cuts")
	}
	if !(c.Warn >= 0 && c.Warn <= 1) {
		return kernel.Invalid("indicator.bad_config").In("warn")
	}
	return kernel.Within("cuts", c.Cuts.Check())
}

// Class is the class of one customer; None if the measure is not known.
func (c *Config) Class(measure null.Number) grade.Class { return grade.Of(c.Cuts, measure) }

// ClassAll puts the classes of a column into another.
func (c *Config) ClassAll(measures []null.Number, into []grade.Class) {
	for row, m := range measures {
		into[row] = c.Class(m)
	}
}

// Explain says where the measure lies between the thresholds.
func (c *Config) Explain(measure null.Number) why.Explanation {
	key := "indicator." + string(c.Measure)
	e := why.Explanation{Model: "M13", Result: c.Class(measure).Key(), Rule: "indicator.rule_threshold", Cuts: c.Cuts.Cuts(key, why.Amount)}
	if !measure.Known() {
		e.Rule, e.Inputs = "indicator.rule_unknown", []why.Figure{why.Unknown(key, why.Amount)}
		return e
	}
	e.Inputs = []why.Figure{why.Known(key, why.Amount, float64(measure))}
	e.Changes = c.Cuts.Changes(key, why.Amount, measure, 1, func(band int) string { return (grade.Class(band) + grade.P).Key() })
	e.Sort()
	return e
}

// Divergence is how far the single measure and the scorecard disagree, among
// the customers that both of them judge.
type Divergence struct {
	Compared  int         `json:"compared"`
	Differing int         `json:"differing" doc:"Their class is not the same"`
	Share     null.Number `json:"share"     doc:"0–1; null: nobody to compare"`
	Warn      bool        `json:"warn"      doc:"More than the share to worry about"`
	Apart     []int32     `json:"-"         doc:"By row, how many ranks lie between the two; -1: not compared"`
}

// Diverge compares measures with scorecard totals and the classes of the two.
func (c *Config) Diverge(measures, totals []null.Number, single, scored []grade.Class) Divergence {
	d := Divergence{Apart: make([]int32, len(single))}
	both := make([]bool, len(single))
	for row, class := range single {
		if both[row] = class != grade.None && scored[row] != grade.None; both[row] {
			d.Compared++
			if class != scored[row] {
				d.Differing++
			}
		}
	}
	first, second := ranks(measures, both), ranks(totals, both)
	for row := range both {
		if d.Apart[row] = -1; both[row] {
			d.Apart[row] = max(first[row]-second[row], second[row]-first[row])
		}
	}
	d.Share = null.Ratio(null.Of(d.Differing), null.Of(d.Compared))
	d.Warn = float64(d.Share) > c.Warn
	return d
}

// ranks are the places of chosen rows, 1 being the largest; equals share one.
func ranks(values []null.Number, chosen []bool) []int32 {
	least := null.None
	for row, v := range values {
		if chosen[row] && (!least.Known() || v < least) {
			least = v
		}
	}
	keys, places := make([]int64, len(values)), make([]int32, len(values))
	for row, v := range values {
		if chosen[row] {
			keys[row] = 1 + int64((v-least)*finest)
		}
	}
	var sorter ranking.Sorter
	rows, sorted := sorter.Positive(keys)
	for i, row := range rows {
		if places[row] = int32(i + 1); i > 0 && sorted[i] == sorted[i-1] {
			places[row] = places[rows[i-1]]
		}
	}
	return places
}

// finest is how finely values are told apart: a thousandth of a point or of a minor unit.
const finest = 1000
