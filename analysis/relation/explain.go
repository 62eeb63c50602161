package relation

import (
	"erba/analysis/layer"
	"erba/analysis/null"
	"erba/analysis/why"
)

// The results of a map: whether it hangs by one thread.
const (
	Carried = "relation.result_carried"
	Single  = "relation.result_single"
	Unclear = "relation.result_unknown"
)

const closeKeys = "relation.why_strong"

// Explain says whether an account hangs by one thread, what the figures of its
// people are, and how many more it would take.
func (c Config) Explain(layers layer.Config, people []Person) why.Explanation {
	m := c.Metrics(layers, people)
	e := why.Explanation{Model: "M60", Result: Carried, Cuts: []why.Figure{why.Known(closeKeys, why.Count, c.Threads)}}
	switch {
	case m.Judged == 0:
		e.Result = Unclear
	case m.Single:
		e.Result = Single
		e.Changes = []why.Change{why.Instead(closeKeys, why.Count, m.Strong, c.Threads, Carried)}
	default:
		e.Changes = []why.Change{why.Instead(closeKeys, why.Count, m.Strong, c.Threads-1, Single)}
	}
	e.Rule = e.Result
	e.Inputs = []why.Figure{why.Known(closeKeys, why.Count, m.Strong), why.Known("relation.why_people", why.Count, m.People), why.Known("relation.why_judged", why.Count, m.Judged),
		why.Known("relation.why_blockers", why.Count, m.Blockers), told("relation.why_support", why.Score, m.Support), told("relation.why_closeness", why.Score, m.Closeness),
		told("relation.why_coverage", why.Share, m.Coverage), told("relation.why_roles", why.Share, m.Roles)}
	return e
}

func told(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n.Steady()))
}
