package rivalry

import (
	"erba/analysis/null"
	"erba/analysis/why"
)

// Explain says why a product is as strong as it is, and which other rating of one
// factor would change that. Factors are named by their keys.
func (g *Grid) Explain(factors []Factor, scores []null.Number) why.Explanation {
	c := g.Cell(factors, scores)
	e := why.Explanation{Model: "M47", Result: "rivalry.mark_" + string(c.Mark), Rule: "rivalry.rule_value", Changes: []why.Change{},
		Inputs: []why.Figure{figure("rivalry.value", c.Value), why.Known("rivalry.rated", why.Count, c.Rated), why.Known("rivalry.of", why.Count, c.Of)},
		Cuts:   []why.Figure{why.Known("rivalry.value", why.Score, g.Strong), why.Known("rivalry.value", why.Score, g.Weak)}}
	if !c.Value.Known() {
		e.Rule = "rivalry.rule_incomplete"
		return e
	}
	for _, cut := range []float64{g.Strong, g.Weak} {
		v := float64(c.Value)
		if v < cut {
			e.Changes = append(e.Changes, why.Instead("rivalry.value", why.Score, v, cut, "rivalry.mark_"+string(g.mark(cut))))
		} else {
			e.Changes = append(e.Changes, why.Instead("rivalry.below", why.Score, v, cut, "rivalry.mark_"+string(g.below(cut))))
		}
	}
	e.Sort()
	return e
}

// below is the mark just below a cut.
func (g *Grid) below(cut float64) Mark {
	if cut == g.Strong {
		return Medium
	}
	return Weak
}

// ExplainDirect says what a direct rival's threat consists of.
func (b *Board) ExplainDirect(ratings []null.Number, active bool) why.Explanation {
	t := b.Direct(ratings, active)
	e := why.Explanation{Model: "M63", Result: "rivalry.threat_direct", Rule: "rivalry.rule_active", Changes: []why.Change{}, Cuts: []why.Figure{}}
	for i, name := range Attributes {
		e.Inputs = append(e.Inputs, figure("rivalry.attribute_"+name, at(ratings, i)))
	}
	e.Inputs = append(e.Inputs, figure("rivalry.mean", t.Mean), figure("rivalry.threat", t.Threat))
	switch {
	case !t.Mean.Known():
		e.Rule, e.Result = "rivalry.rule_few", "rivalry.threat_unknown"
	case !active:
		e.Rule = "rivalry.rule_absent"
		e.Changes = append(e.Changes, why.Instead("rivalry.active", why.Answer, 0, 1, e.Result))
	}
	return e
}

// ExplainIndirect says what an indirect rival's threat consists of.
func (b *Board) ExplainIndirect(power, opposition null.Number) why.Explanation {
	t := b.Indirect(power, opposition)
	e := why.Explanation{Model: "M63", Result: "rivalry.threat_indirect", Rule: "rivalry.rule_product", Changes: []why.Change{},
		Inputs: []why.Figure{figure("rivalry.power", power), figure("rivalry.opposition", opposition), figure("rivalry.threat", t.Threat)},
		Cuts:   []why.Figure{why.Known("rivalry.threat", why.Score, b.Flag)}}
	switch {
	case !t.Threat.Known():
		e.Result, e.Rule = "rivalry.threat_unknown", "rivalry.rule_unjudged"
		return e
	case t.Flag:
		e.Result = "rivalry.threat_flag"
	}
	for o := null.Number(lowest); o <= highest; o++ {
		if other := b.Indirect(power, o); other.Flag != t.Flag {
			to := "rivalry.threat_indirect"
			if other.Flag {
				to = "rivalry.threat_flag"
			}
			e.Changes = append(e.Changes, why.Instead("rivalry.opposition", why.Score, float64(opposition), float64(o), to))
		}
	}
	e.Sort()
	return e
}

func at(all []null.Number, i int) null.Number {
	if i >= len(all) {
		return null.None
	}
	return all[i]
}

func figure(key string, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, why.Score)
	}
	return why.Known(key, why.Score, float64(n))
}
