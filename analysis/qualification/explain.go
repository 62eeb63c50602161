package qualification

import (
	"cmp"
	"slices"

	"erba/analysis/why"
)

// Flip is one answer that would open the gate at which a sheet stops.
type Flip struct {
	Question string  `json:"question"`
	From     int     `json:"from"    doc:"What it counts as now"`
	Missing  bool    `json:"missing" doc:"It has not been answered, or is not known"`
	To       int     `json:"to"      doc:"At least"`
	Score    float64 `json:"score"   doc:"Of the step then"`
}

// Flips are the single answers that would open a gate, those first that nobody has
// given, and then the smallest steps.
func (c *Config) Flips(a *Area, given Answers) (all []Flip) {
	for q := range a.questions() {
		now, answered := given[q.Key]
		f := Flip{Question: q.Key, Missing: !answered || now.Unknown}
		if answered {
			f.From = c.worth(now)
		}
		if c.lift(a, given, &f) {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b Flip) int {
		return cmp.Or(cmp.Compare(rank(b.Missing), rank(a.Missing)), cmp.Compare(a.To-a.From, b.To-b.From))
	})
	return all
}

// lift finds the least answer that opens the gate, if there is one.
func (c *Config) lift(a *Area, given Answers, f *Flip) bool {
	other := Replaced(given, nil)
	least := 0
	if !f.Missing {
		least = f.From + 1
	}
	for to := least; to <= Best; to++ {
		other[f.Question] = Answer{Rating: to}
		if s := c.step(a, other); s.Passed {
			f.To, f.Score = to, float64(s.Score)
			return true
		}
	}
	return false
}

func rank(first bool) int {
	if first {
		return 1
	}
	return 0
}

// Explain says why a sheet of the four questions came out as it did, and which
// single answer would change that.
func (c *Config) Explain(given Answers) why.Explanation {
	card := c.Four()
	r := c.Judge(&card, given)
	e := why.Explanation{Model: "M65", Result: "assessment.verdict_" + r.Verdict, Rule: "assessment.rule_" + r.Verdict,
		Inputs: []why.Figure{}, Cuts: []why.Figure{}, Changes: []why.Change{}}
	for i, s := range r.Steps {
		key := "assessment.step_" + s.Key
		e.Cuts = append(e.Cuts, why.Known(key, why.Score, s.Gate))
		if s.Score.Known() {
			e.Inputs = append(e.Inputs, why.Known(key, why.Score, float64(s.Score)))
		} else {
			e.Inputs = append(e.Inputs, why.Unknown(key, why.Score))
		}
		if s.Key == r.At {
			e.Changes = c.changes(&card, i, given)
		}
	}
	return e
}

func (c *Config) changes(card *Card, at int, given Answers) []why.Change {
	all := []why.Change{}
	for _, f := range c.Flips(&card.Areas[at], given) {
		other := Replaced(given, []Reading{{f.Question, f.To}})
		then := c.Judge(card, other)
		all = append(all, why.Instead("assessment.c_"+f.Question, why.Score, f.From, f.To, "assessment.verdict_"+then.Verdict))
	}
	return all
}
