package quadrant

import "erba/analysis/why"

// Explain says why a customer has his type, and at which other current value or
// estimate he would have another. More sales use up the reserve: the potential
// falls as the current value rises.
func (c Cuts) Explain(current, estimate int64) why.Explanation {
	t := c.Type(current, estimate)
	e := why.Explanation{Model: "M16", Result: t.Key(), Rule: "quadrant.rule_cuts",
		Inputs: []why.Figure{why.Known("quadrant.current", why.Amount, current)},
		Cuts: []why.Figure{why.Known("quadrant.current", why.Amount, c.Current),
			why.Known("quadrant.potential", why.Amount, c.Potential)}}
	if t == None {
		e.Rule = "quadrant.rule_potential_missing"
		e.Inputs = append(e.Inputs, why.Unknown("quadrant.estimate", why.Amount))
	} else {
		e.Inputs = append(e.Inputs, why.Known("quadrant.estimate", why.Amount, estimate),
			why.Known("quadrant.potential", why.Amount, Potential(current, estimate)))
		c.add(&e, "quadrant.current", current, t, c.turns(current, estimate), func(to int64) Type { return c.Type(to, estimate) })
	}
	c.add(&e, "quadrant.estimate", estimate, t, c.estimates(current, estimate), func(to int64) Type { return c.Type(current, to) })
	e.Sort()
	return e
}

// estimates are those at which the type may change: both sides of the cut. While
// there is none, a hair below the cut would only confuse: the low one is then a
// customer who buys nothing elsewhere.
func (c Cuts) estimates(current, estimate int64) []int64 {
	if estimate == Unknown {
		return []int64{current + c.Potential, max(0, current)}
	}
	return []int64{current + c.Potential, current + c.Potential - 1}
}

// turns are the current values at which the type may change: both sides of the
// cut, and of the value at which the reserve falls below its cut.
func (c Cuts) turns(current, estimate int64) []int64 {
	cut := c.Current
	if c.High(current) {
		cut--
	}
	return []int64{cut, estimate - c.Potential + 1, estimate - c.Potential}
}

func (c Cuts) add(e *why.Explanation, key string, from int64, now Type, turns []int64, typeOf func(int64) Type) {
	shown := from
	if from == Unknown {
		shown = 0
	}
	for _, to := range turns {
		if after := typeOf(to); to >= 0 && after != now {
			e.Changes = append(e.Changes, why.Instead(key, why.Amount, shown, to, after.Key()))
		}
	}
}
