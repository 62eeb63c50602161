package purchase

import (
	"erba/analysis/why"
	"erba/kernel"
)

// Explain says why an order that is expected on a day is of its level, and in how many
// days it would be of another.
func (c Config) Explain(expected, on kernel.Date) why.Explanation {
	r := c.Rate(expected, on)
	e := why.Explanation{Model: "M29", Result: key(r.Level), Rule: "purchase.rule_" + r.Level, Changes: []why.Change{},
		Inputs: []why.Figure{why.Unknown(left, why.Days)},
		Cuts:   []why.Figure{why.Known(left, why.Days, c.B), why.Known(left, why.Days, c.A), why.Known(left, why.Days, c.H)}}
	if expected.IsZero() {
		e.Rule = "purchase.rule_unknown"
		return e
	}
	days := expected.Days(on)
	if e.Inputs[0] = why.Known(left, why.Days, days); r.Passed {
		e.Rule = "purchase.rule_passed"
	}
	for _, to := range []int{c.H, c.A, c.B, c.B + 1} {
		if other := c.Rate(on.Add(to), on); other.Level != r.Level {
			e.Changes = append(e.Changes, why.Instead(left, why.Days, days, to, key(other.Level)))
		}
	}
	e.Sort()
	return e
}

const left = "purchase.days"

func key(level string) string { return "purchase.level_" + level }
