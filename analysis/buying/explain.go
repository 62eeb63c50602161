package buying

import (
	"erba/analysis/null"
	"erba/analysis/why"
)

// Explain says whether we meet what is important better than the best competitor, and
// where another one is ahead: the factors that are gaps, by their keys.
func Explain(factors []Factor) why.Explanation {
	ours, best, gaps := Score(factors, Ours), leading(factors), Gaps(factors)
	e := why.Explanation{Model: "M73", Result: "buying.unknown", Rule: "buying.rule_unknown", Changes: []why.Change{}, Cuts: []why.Figure{},
		Inputs: []why.Figure{figure("buying.ours", ours), figure("buying.best", best), why.Known("buying.gaps", why.Count, len(gaps))}}
	if !ours.Known() || !best.Known() {
		return e
	}
	e.Cuts = append(e.Cuts, figure("buying.ours", best))
	switch e.Rule = "buying.rule_score"; {
	case ours > best:
		e.Result = "buying.ahead"
	case ours < best:
		e.Result = "buying.behind"
	default:
		e.Result = "buying.even"
	}
	if len(gaps) > 0 {
		e.Rule = "buying.rule_gaps"
	}
	for _, gap := range gaps {
		e.Changes = append(e.Changes, why.Instead(gap.Key, why.Score, gap.Ours, gap.best(), "buying.no_gap"))
	}
	e.Sort()
	return e
}

// leading is the score of the best competitor; None where nobody can say.
func leading(factors []Factor) null.Number {
	most, best := 0, null.None
	for _, f := range factors {
		most = max(most, len(f.Theirs))
	}
	for at := range most {
		if score := Score(factors, Their(at)); score.Known() && !(best >= score) {
			best = score
		}
	}
	return best
}

func figure(key string, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, why.Score)
	}
	return why.Known(key, why.Score, float64(n))
}
