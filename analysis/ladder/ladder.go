// Package ladder decides on which rung something stands: up as soon as it has
// what the rung asks for, down only after it has lacked it for some time; and,
// where a rung asks for several things, how many of them are enough.
package ladder

import (
	"erba/analysis/band"
	"erba/analysis/checklist"
	"erba/analysis/null"
	"erba/kernel"
)

// Slack is what keeps something on its rung when its score falls.
type Slack struct {
	Points float64 `json:"points" unit:"score" minimum:"0" maximum:"100" doc:"A rung is lost only below its cut less these points: 3"`
	Times  int     `json:"times"  unit:"count" minimum:"1" maximum:"12" doc:"… so many times in a row: 2"`
}

// Check refuses a slack that is none.
func (s Slack) Check() error {
	if !(s.Points >= 0 && s.Points <= 100) || s.Times < 1 || s.Times > 12 {
		return kernel.Invalid("ladder.bad_slack", "points", s.Points, "times", s.Times)
	}
	return nil
}

// Next is the rung after the last of some scores, the oldest first, given the
// rung before it; 1 is the lowest. Every rung that the last score reaches is
// gained; of those held before, one is lost that the best of the last scores,
// even with the slack, does not reach. A score that nobody knows changes nothing
// and breaks a row of bad ones.
func (s Slack) Next(cuts band.Set, before int, scores []null.Number) int {
	now := scores[len(scores)-1]
	if !now.Known() {
		return before
	}
	return max(cuts.Of(now), min(before, s.kept(cuts, before, scores)))
}

func (s Slack) kept(cuts band.Set, before int, scores []null.Number) int {
	if len(scores) < s.Times {
		return before
	}
	best := scores[len(scores)-1]
	for _, score := range scores[len(scores)-s.Times:] {
		if !score.Known() {
			return before
		}
		best = max(best, score)
	}
	return cuts.Of((best + null.Number(s.Points)).Steady())
}

// Missing is how far a score is below the next rung, None on the highest.
func Missing(cuts band.Set, rung int, score null.Number) null.Number {
	if rung < 1 || rung > len(cuts) || !score.Known() {
		return null.None
	}
	return (null.Number(cuts[rung-1]) - score).Steady()
}

// Highest is the first of some levels, the highest first, of whose requirements
// a number are met, and len(levels) if there is none. Open says that an answer
// which nobody has given could still lead to a higher one.
func Highest(levels [][]float64, need int, have []null.Number) (level int, open bool) {
	for i, required := range levels {
		switch Meets(required, have).AtLeast(need) {
		case checklist.Yes:
			return i, open
		case checklist.Open:
			open = true
		}
	}
	return len(levels), open
}

// Meets tallies which requirements of a level are met.
func Meets(required []float64, have []null.Number) (t checklist.Tally) {
	for i, least := range required {
		switch checklist.Reaches(have[i], least) {
		case checklist.Yes:
			t.Yes++
		case checklist.No:
			t.No++
		default:
			t.Open++
		}
	}
	return t
}
