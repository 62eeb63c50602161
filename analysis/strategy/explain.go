package strategy

import (
	"erba/analysis/null"
	"erba/analysis/why"
)

// Explain says which rule fitted first, and what else would lead elsewhere.
func (c *Config) Explain(one Case) why.Explanation {
	a := c.Advise(one)
	e := why.Explanation{Model: "M64", Result: key(a.Strategy), Rule: "strategy.rule_" + string(a.Strategy), Changes: []why.Change{},
		Inputs: []why.Figure{figure("strategy.ratio", one.Ratio), figure("strategy.gate", one.Gate), answer("strategy.incumbent", one.Incumbent),
			answer("strategy.changeable", one.Changeable), answer("strategy.divisible", one.Divisible), figure("strategy.part", one.Part)},
		Cuts: []why.Figure{why.Known("strategy.ratio", why.Score, c.Overwhelming), why.Known("strategy.ratio", why.Score, c.Superior),
			why.Known("strategy.gate", why.Score, c.Winnable), why.Known("strategy.gate", why.Score, c.Hopeless), why.Known("strategy.part", why.Score, c.Part)}}
	if a.Hopeless {
		e.Rule = "strategy.rule_hopeless"
	}
	c.numbers(&e, one)
	c.answers(&e, one)
	e.Sort()
	return e
}

// numbers tries each threshold that lies on the other side.
func (c *Config) numbers(e *why.Explanation, one Case) {
	try := func(key string, from null.Number, cut float64, put func(*Case, null.Number)) {
		if other := one; from.Known() && float64(from) < cut {
			put(&other, null.Of(cut))
			c.turn(e, key, why.Score, float64(from), cut, other)
		}
	}
	for _, cut := range []float64{c.Superior, c.Overwhelming} {
		try("strategy.ratio", one.Ratio, cut, func(o *Case, n null.Number) { o.Ratio = n })
	}
	for _, cut := range []int{c.Hopeless, c.Winnable} {
		try("strategy.gate", one.Gate, float64(cut), func(o *Case, n null.Number) { o.Gate = n })
	}
	try("strategy.part", one.Part, c.Part, func(o *Case, n null.Number) { o.Part = n })
}

// answers tries the other answer to each question.
func (c *Config) answers(e *why.Explanation, one Case) {
	for _, q := range []struct {
		key string
		at  func(*Case) *Answer
	}{
		{"strategy.incumbent", func(o *Case) *Answer { return &o.Incumbent }},
		{"strategy.changeable", func(o *Case) *Answer { return &o.Changeable }},
		{"strategy.divisible", func(o *Case) *Answer { return &o.Divisible }},
	} {
		other, from, to := one, 0.0, 1.0
		if *q.at(&other) == Yes {
			*q.at(&other), from, to = No, 1, 0
		} else {
			*q.at(&other) = Yes
		}
		c.turn(e, q.key, why.Answer, from, to, other)
	}
}

// turn notes a change that leads elsewhere.
func (c *Config) turn(e *why.Explanation, name string, unit why.Unit, from, to float64, other Case) {
	if after := c.Advise(other); key(after.Strategy) != e.Result {
		e.Changes = append(e.Changes, why.Instead(name, unit, from, to, key(after.Strategy)))
	}
}

func key(s Strategy) string { return "strategy.way_" + string(s) }

func answer(key string, a Answer) why.Figure {
	switch a {
	case Yes:
		return why.Known(key, why.Answer, 1)
	case No:
		return why.Known(key, why.Answer, 0)
	}
	return why.Unknown(key, why.Answer)
}

func figure(key string, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, why.Score)
	}
	return why.Known(key, why.Score, float64(n))
}
