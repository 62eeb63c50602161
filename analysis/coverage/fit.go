package coverage

import (
	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/analysis/why"
)

// Fit says whether a customer gets what his tier asks for.
type Fit uint8

// The fits. Unknown: nobody has recorded what was spent on him, or he has no tier.
const (
	Unknown Fit = iota
	Enough
	Under
	Over
)

var fits = [...]string{"unknown", "enough", "under", "over"}

// String is the name in figures and files.
func (f Fit) String() string { return fits[f] }

// MarshalText puts the fit into JSON and CSV.
func (f Fit) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// Key is the text key.
func (f Fit) Key() string { return "coverage.fit_" + fits[f] }

// Fit judges a customer by what was spent on him in a year, in millionths of hours.
func (c *Config) Fit(t pyramid.Tier, strategic bool, spent null.Number) Fit {
	if t == pyramid.None || !spent.Known() {
		return Unknown
	}
	need, least := null.Of(c.Hours(t, strategic)), null.Of(micro(c.Least))
	switch {
	case spent > need*null.Number(c.Over) && spent-need > least:
		return Over
	case spent < need*null.Number(c.Under) && need-spent > least:
		return Under
	}
	return Enough
}

// cuts are the hours above which and below which a customer is not served as his
// tier asks.
func (c *Config) cuts(need float64) (over, under float64) {
	return max(need*c.Over, need+c.Least), min(need*c.Under, need-c.Least)
}

// ExplainFit says why.
func (c *Config) ExplainFit(t pyramid.Tier, strategic bool, spent null.Number) why.Explanation {
	fit, need := c.Fit(t, strategic, spent), float64(c.Hours(t, strategic))/million
	e := why.Explanation{Model: "M67", Result: fit.Key(), Rule: "coverage.rule_fit", Inputs: []why.Figure{}, Cuts: []why.Figure{}, Changes: []why.Change{}}
	if t == pyramid.None {
		e.Rule = "coverage.rule_no_tier"
		return e
	}
	e.Inputs = append(e.Inputs, why.Known("coverage.need", why.Count, need))
	over, under := c.cuts(need)
	e.Cuts = append(e.Cuts, why.Known("coverage.spent", why.Count, over))
	if under > 0 {
		e.Cuts = append(e.Cuts, why.Known("coverage.spent", why.Count, under))
	}
	if !spent.Known() {
		e.Rule, e.Inputs = "coverage.rule_not_recorded", append(e.Inputs, why.Unknown("coverage.spent", why.Count))
		return e
	}
	hours := float64(spent) / million
	e.Inputs = append(e.Inputs, why.Known("coverage.spent", why.Count, hours))
	for _, cut := range []float64{over, under} {
		if cut > 0 && fit != Enough && (fit == Over) == (cut == over) {
			e.Changes = append(e.Changes, why.Instead("coverage.spent", why.Count, hours, cut, Enough.Key()))
		}
	}
	return e
}
