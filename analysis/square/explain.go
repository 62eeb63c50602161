package square

import "erba/analysis/why"

// Key is the text key of a state on a template.
func (s State) Key(template string) string { return "square." + template + "_" + string(s) }

// Explain says what a point means on a template, and which other level of one side
// would change that.
func (c *Config) Explain(template string, p Point) (why.Explanation, error) {
	at, err := c.Place(p)
	if err != nil {
		return why.Explanation{}, err
	}
	e := why.Explanation{Model: "M11", Result: at.State.Key(template), Rule: "square.rule_" + string(at.State), Changes: []why.Change{},
		Inputs: []why.Figure{why.Known("square."+template+"_x", why.Score, p.X), why.Known("square."+template+"_y", why.Score, p.Y), why.Known("square.gap", why.Score, at.Gap)},
		Cuts:   []why.Figure{why.Known("square.gap", why.Score, c.Gap), why.Known("square.gap", why.Score, -c.Gap)}}
	for to := 1; to <= side; to++ {
		c.turn(&e, template, at, "_x", p.X, Point{to, p.Y})
		c.turn(&e, template, at, "_y", p.Y, Point{p.X, to})
	}
	e.Sort()
	return e, nil
}

// turn tries another level of one side.
func (c *Config) turn(e *why.Explanation, template string, at Place, axis string, from int, other Point) {
	to := other.X
	if axis == "_y" {
		to = other.Y
	}
	if there, err := c.Place(other); err == nil && there.State != at.State {
		e.Changes = append(e.Changes, why.Instead("square."+template+axis, why.Score, from, to, there.State.Key(template)))
	}
}
