package grade

import (
	"erba/analysis/band"
	"erba/analysis/ladder"
	"erba/analysis/null"
	"erba/analysis/why"
)

// Explain says why a customer has his class, and at which other score of this
// quarter he would have another.
func (c *Config) Explain(cuts band.Set, h History) why.Explanation {
	now := c.Next(cuts, h)
	e := why.Explanation{Model: "M18", Result: now.Key(), Rule: c.rule(cuts, h, now), Cuts: cuts.Cuts(c.measure(), why.Score)}
	e.Inputs = append(e.Inputs, figure(c.measure(), h.last()))
	for i := len(h.Scores) - 2; i >= 0 && i > len(h.Scores)-1-c.Slack.Times; i-- {
		e.Inputs = append(e.Inputs, figure(c.measure()+"_before", h.Scores[i]))
	}
	e.Inputs = append(e.Inputs, why.Known("grade.slack", why.Score, c.Slack.Points))
	if h.last().Known() {
		c.changes(&e, cuts, h, now)
	}
	e.Sort()
	return e
}

// Placed is the text key of points by share.
const Placed = "grade.share"

// measure is the text key of what the points are.
func (c *Config) measure() string {
	if c.By == Share {
		return Placed
	}
	return "grade.score"
}

func figure(key string, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, why.Score)
	}
	return why.Known(key, why.Score, float64(n))
}

func (c *Config) rule(cuts band.Set, h History, now Class) string {
	switch scored := Of(cuts, h.last()); {
	case !h.Bought:
		return "grade.rule_never_bought"
	case h.Before == P:
		return "grade.rule_first_purchase"
	case scored == None:
		return "grade.rule_incomplete"
	case h.Before == None || scored == now && now == h.Before:
		return "grade.rule_score"
	case now > h.Before:
		return "grade.rule_up"
	case now < h.Before:
		return "grade.rule_down"
	}
	return "grade.rule_held"
}

// changes tries this quarter's score at every cut, and a tenth of a point below
// every cut less the slack.
func (c *Config) changes(e *why.Explanation, cuts band.Set, h History, now Class) {
	other := History{h.Before, h.Bought, append([]null.Number{}, h.Scores...)}
	last := len(h.Scores) - 1
	for _, cut := range cuts {
		for _, to := range []null.Number{null.Number(cut), null.Number(cut - 0.1).Steady(), null.Number(cut - c.Slack.Points - 0.1).Steady()} {
			other.Scores[last] = to
			if after := c.Next(cuts, other); after != now && to >= 0 && to <= 100 {
				e.Changes = append(e.Changes, why.Instead(c.measure(), why.Score, float64(h.last()), float64(to), after.Key()))
			}
		}
	}
}

// Missing are the points up to the next class, None without a score or on top.
func Missing(cuts band.Set, now Class, score null.Number) null.Number {
	return ladder.Missing(cuts, now.band(), score)
}
