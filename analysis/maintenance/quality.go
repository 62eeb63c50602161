package maintenance

import (
	"erba/analysis/null"
	"erba/analysis/why"
)

// Stakeholders are whom relationships are kept with (method M52).
var Stakeholders = []string{"consumer", "supplier", "distributor", "competitor", "government", "public"}

// Quality is how good a relationship is (method M52), each item from 1 to 5.
type Quality struct {
	Communication null.Number `json:"communication" doc:"Both sides talk"`
	Cooperation   null.Number `json:"cooperation"`
	WinWin        null.Number `json:"win_win"`
	Closeness     null.Number `json:"closeness"`
	Control       null.Number `json:"control"`
}

// Items are the answers in the order of the specification, with their names.
func (q Quality) Items() ([]string, []null.Number) {
	return []string{"communication", "cooperation", "win_win", "closeness", "control"},
		[]null.Number{q.Communication, q.Cooperation, q.WinWin, q.Closeness, q.Control}
}

// Mean is that of all five; None while one is missing.
func (q Quality) Mean() null.Number {
	_, items := q.Items()
	sum := null.Of(0)
	for _, n := range items {
		sum += n
	}
	return (sum / null.Of(len(items))).Steady()
}

// Explain says what the quality of a relationship consists of.
func (q Quality) Explain() why.Explanation {
	e := why.Explanation{Model: "M52", Result: "quality.score", Rule: "quality.rule_mean", Inputs: []why.Figure{}, Cuts: []why.Figure{}, Changes: []why.Change{}}
	names, items := q.Items()
	for i, name := range names {
		e.Inputs = append(e.Inputs, figure("quality."+name, why.Score, items[i]))
	}
	if e.Inputs = append(e.Inputs, figure("quality.score", why.Score, q.Mean())); !q.Mean().Known() {
		e.Rule = "quality.rule_incomplete"
	}
	return e
}
