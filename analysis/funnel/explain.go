package funnel

import "erba/analysis/why"

// Explain says why a deal is of its class, and from which percentage of its step on
// it would be of another.
func (c Config) Explain(percent int) why.Explanation {
	class := c.Class(percent)
	e := why.Explanation{Model: "M30", Result: key(class), Rule: "funnel.rule_" + class, Changes: []why.Change{},
		Inputs: []why.Figure{why.Known(likely, why.Share, part(percent))},
		Cuts:   []why.Figure{why.Known(likely, why.Share, part(c.FromA)), why.Known(likely, why.Share, part(c.FromB))}}
	for _, to := range []int{c.FromA, c.FromB, c.FromB - 1} {
		if other := c.Class(to); other != class {
			e.Changes = append(e.Changes, why.Instead(likely, why.Share, part(percent), part(to), key(other)))
		}
	}
	e.Sort()
	return e
}

const likely = "funnel.percent"

func key(class string) string { return "funnel.class_" + class }

func part(percent int) float64 { return float64(percent) / 100 }
