// Package promotion decides what a promotion brought (method M75): how far sales in
// its days stood above comparable weeks before, how far they fell after it, and how
// sure that is; and which two promotions stand in each other's way.
package promotion

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"erba/analysis/null"
	"erba/kernel"
)

// Config is how a promotion is planned and measured.
type Config struct {
	Methods []Method `json:"methods" maxItems:"40" doc:"What a promotion may do"`
	Before  int      `json:"before"  unit:"weeks" minimum:"2" maximum:"26" doc:"Comparable weeks before it that make the baseline"`
	After   int      `json:"after"   unit:"weeks" minimum:"1" maximum:"26" doc:"Weeks after it that show the dip"`
	Reach   int      `json:"reach"   unit:"weeks" minimum:"2" maximum:"52" doc:"How far back comparable weeks are looked for"`
	Least   int      `json:"least"   unit:"weeks" minimum:"2" maximum:"26" doc:"With fewer comparable weeks nothing is said"`
	Sure    float64  `json:"sure"    unit:"share" minimum:"0.5" maximum:"0.99" doc:"How sure an interval is"`
}

// Method is something that a promotion may do.
type Method struct {
	Key string `json:"key" maxLength:"24" doc:"How files and links name it"`
	Zh  string `json:"zh"  maxLength:"40" doc:"Chinese name"`
	En  string `json:"en"  maxLength:"40" doc:"English name"`
}

// Default is what the specification says.
func Default() Config {
	return Config{Before: 4, After: 4, Reach: 12, Least: 4, Sure: 0.8, Methods: []Method{
		{"price_off", "折价", "Price off"}, {"gift", "赠品", "Free gift"}, {"bundle", "捆绑", "Bundle"}, {"draw", "抽奖", "Prize draw"},
		{"trial", "试用", "Trial"}, {"points", "积分", "Points"}, {"display", "陈列奖励", "Display reward"},
	}}
}

// Check refuses what cannot be measured.
func (c Config) Check() error {
	switch {
	case c.Before < 2 || c.Reach < c.Before || c.Reach > 52:
		return kernel.Invalid("promotion.bad_before").In("before")
	case c.After < 1 || c.After > 26:
		return kernel.Invalid("promotion.bad_after").In("after")
	case c.Least < 2 || c.Least > c.Before:
		return kernel.Invalid("promotion.bad_least").In("least")
	case !(c.Sure >= 0.5 && c.Sure <= 0.99):
		return kernel.Invalid("promotion.bad_sure").In("sure")
	}
	seen := map[string]bool{}
	for _, m := range c.Methods {
		if m.Key == "" || m.Zh == "" || m.En == "" || seen[m.Key] {
			return kernel.Invalid("promotion.bad_method", "key", m.Key).In("methods")
		}
		seen[m.Key] = true
	}
	return nil
}

// Has reports whether a method is one of the dictionary.
func (c Config) Has(key string) bool {
	return slices.ContainsFunc(c.Methods, func(m Method) bool { return m.Key == key })
}

// Weeks are the sales that tell what a promotion brought.
type Weeks struct {
	Before []int64 `json:"before" doc:"Comparable weeks before it"`
	During int64   `json:"during" doc:"All of its days"`
	Days   int     `json:"days"   doc:"How many they were"`
	After  []int64 `json:"after"  doc:"Whole weeks after it"`
}

// Effect is how far sales stood above or below the baseline, per week.
type Effect struct {
	Mean  null.Number `json:"mean"  doc:"Sales of a week, minor units"`
	Share null.Number `json:"share" doc:"Above or below the baseline"`
	Low   null.Number `json:"low"   doc:"The lower end of the interval"`
	High  null.Number `json:"high"  doc:"Its upper end"`
}

// Outcome is what a promotion brought.
type Outcome struct {
	Baseline null.Number `json:"baseline" doc:"Sales of a comparable week; null: not enough of them"`
	Weeks    int         `json:"weeks"    doc:"Comparable weeks"`
	Needed   int         `json:"needed"   doc:"As many are needed"`
	Uplift   Effect      `json:"uplift"`
	Dip      Effect      `json:"dip"`
	Extra    null.Number `json:"extra"    doc:"Sales above the baseline in its days"`
	Kept     null.Number `json:"kept"     doc:"What is left of them after the dip"`
	Refused  string      `json:"refused"  doc:"Text key of why nothing can be said; empty: it can"`
}

var nothing = Effect{null.None, null.None, null.None, null.None}

// Evaluate says what a promotion brought, or why nobody can say.
func (c Config) Evaluate(w Weeks) Outcome {
	r := Outcome{Baseline: null.None, Weeks: len(w.Before), Needed: c.Least, Uplift: nothing, Dip: nothing, Extra: null.None, Kept: null.None}
	base := floats(w.Before)
	switch {
	case len(base) < c.Least:
		r.Refused = "promotion.few_weeks"
		return r
	case w.Days <= 0:
		r.Refused = "promotion.not_begun"
		return r
	case stat.Mean(base, nil) <= 0:
		r.Refused = "promotion.no_baseline"
		return r
	}
	mean := stat.Mean(base, nil)
	r.Baseline = null.Number(mean)
	weeks := float64(w.Days) / 7
	r.Uplift = c.effect(base, float64(w.During)/weeks, weeks)
	r.Extra = null.Number(float64(w.During) - mean*weeks)
	if len(w.After) > 0 {
		after := stat.Mean(floats(w.After), nil)
		r.Dip = c.effect(base, after, float64(len(w.After)))
		r.Kept = r.Extra + null.Number((after-mean)*float64(len(w.After)))
	}
	return r
}

// effect compares the mean of some weeks with the baseline. How much weeks differ
// without a promotion says how much of a difference is chance: Student's interval
// of a difference of two means whose weeks scatter alike.
func (c Config) effect(base []float64, mean, weeks float64) Effect {
	n := float64(len(base))
	baseline, spread := stat.MeanStdDev(base, nil)
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: n - 1}.Quantile((1 + c.Sure) / 2)
	half := t * spread * math.Sqrt(1/n+1/weeks) / baseline
	share := (mean - baseline) / baseline
	return Effect{null.Number(mean), null.Number(share), null.Number(share - half), null.Number(share + half)}
}

func floats(all []int64) []float64 {
	out := make([]float64, len(all))
	for i, n := range all {
		out[i] = float64(n)
	}
	return out
}
