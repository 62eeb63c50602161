package grid

import (
	"slices"

	"erba/analysis/why"
)

// Explain says why a customer stands where he stands, and at which other sales
// or demand, the other one unchanged, he would have another class.
func (c *Config) Explain(sales, demand int64) why.Explanation {
	place := c.Place(sales, demand)
	e := why.Explanation{Model: "M15", Result: place.Class.Key(), Rule: place.rule(),
		Inputs: []why.Figure{why.Known("grid.sales", why.Amount, sales), why.Known("grid.x", why.Score, place.X)}}
	if place.Known {
		e.Inputs = append(e.Inputs, why.Known("grid.demand", why.Amount, demand), why.Known("grid.y", why.Score, place.Y))
	} else {
		e.Inputs = append(e.Inputs, why.Unknown("grid.demand", why.Amount))
	}
	for _, b := range slices.Backward(c.Breaks[:]) {
		e.Cuts = append(e.Cuts, why.Known("grid.sales", why.Amount, b), why.Known("grid.demand", why.Amount, b))
	}
	if place.Known {
		c.changes(&e, "grid.sales", sales, place, func(to int64) Place { return c.Place(to, demand) })
	}
	c.changes(&e, "grid.demand", demand, place, func(to int64) Place { return c.Place(sales, to) })
	e.Sort()
	return e
}

func (p Place) rule() string {
	switch {
	case !p.Known:
		return "grid.rule_potential_missing"
	case p.Conflict:
		return "grid.rule_conflict"
	case OriginOf(p.X, p.Y) == FromUs:
		return "grid.rule_completed"
	}
	return "grid.rule_published"
}

// changes tries the nearest amount of each level.
func (c *Config) changes(e *why.Explanation, key string, from int64, now Place, place func(int64) Place) {
	shown := from
	if from == Unknown {
		shown = 0
	}
	for _, to := range c.nearest(from) {
		if after := place(to); after.Class != now.Class && !after.Conflict {
			e.Changes = append(e.Changes, why.Instead(key, why.Amount, shown, to, after.Class.Key()))
		}
	}
}

// nearest are the amounts closest to one, one of each other level, closest first.
func (c *Config) nearest(from int64) []int64 {
	lowest := []int64{0, 1, c.Breaks[0], c.Breaks[1], c.Breaks[2]}
	level := int(c.Level(from))
	var up, down []int64
	up = append(up, lowest[level+1:]...)
	for i := level; i > 0; i-- {
		down = append(down, lowest[i]-1)
	}
	if from < 0 {
		return append([]int64{0}, up...)
	}
	return merge(from, up, down)
}

// merge puts two lists, each going away from a value, in order of distance.
func merge(from int64, up, down []int64) (all []int64) {
	for len(up) > 0 && len(down) > 0 {
		if up[0]-from <= from-down[0] {
			all, up = append(all, up[0]), up[1:]
		} else {
			all, down = append(all, down[0]), down[1:]
		}
	}
	return append(append(all, up...), down...)
}
