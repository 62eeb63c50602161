package layer

import "erba/analysis/why"

// The results: whether somebody is close to us on every layer.
const (
	Whole   = "relation.result_layers"
	Missing = "relation.result_missing"
	Unclear = "relation.result_unknown"
)

// Explain says on which layers somebody is close to us, and what the others lack.
func (c Config) Explain(people []Person) why.Explanation {
	e := why.Explanation{Model: "M61", Result: Whole}
	known := 0
	for _, s := range c.States(people) {
		key := "relation.layer_" + s.Layer
		known += s.People
		e.Inputs = append(e.Inputs, why.Known(key, why.Score, s.Closest))
		e.Cuts = append(e.Cuts, why.Known(key, why.Score, c.Near))
		if !s.Covered {
			e.Result = Missing
			e.Changes = append(e.Changes, why.Instead(key, why.Score, s.Closest, c.Near, Whole))
		}
	}
	if known == 0 {
		e.Result = Unclear
	}
	e.Rule = e.Result
	e.Sort()
	return e
}
