package forecast

import (
	"cmp"
	"slices"

	"erba/analysis/null"
)

// Course is how long a deal has gone on, in days, and whether it was decided then;
// one that is still open is known to have lasted at least so long.
type Course struct {
	Days    int
	Decided bool
}

// Cycle is how deals last: of 1, which share is still undecided after some days
// (Kaplan–Meier, so that open ones count for as long as they are known).
type Cycle struct {
	Steps []Step `json:"steps"`
	Cases int    `json:"cases"`
	Ended int    `json:"ended" doc:"How many of them were decided"`
}

// Step is the day of a decision and the share that is undecided after it.
type Step struct {
	Day  int     `json:"day"`
	Left float64 `json:"left"`
}

// CycleOf is the cycle of courses, in whatever order they come.
func CycleOf(courses []Course) Cycle {
	all := slices.Clone(courses)
	slices.SortFunc(all, func(a, b Course) int { return cmp.Compare(a.Days, b.Days) })
	c, left := Cycle{Steps: []Step{}, Cases: len(all)}, 1.0
	for at := 0; at < len(all); {
		day, under, ended := all[at].Days, len(all)-at, 0
		for ; at < len(all) && all[at].Days == day; at++ {
			if all[at].Decided {
				ended++
			}
		}
		if ended > 0 {
			left *= 1 - float64(ended)/float64(under)
			c.Steps, c.Ended = append(c.Steps, Step{day, left}), c.Ended+ended
		}
	}
	return c
}

// Left is the share of deals that are undecided after some days.
func (c Cycle) Left(days int) float64 {
	at, exact := slices.BinarySearchFunc(c.Steps, days, func(s Step, days int) int { return cmp.Compare(s.Day, days) })
	if exact {
		return c.Steps[at].Left
	}
	if at == 0 {
		return 1
	}
	return c.Steps[at-1].Left
}

// Median is after how many days half of the deals are decided; None where fewer
// have been so far.
func (c Cycle) Median() null.Number {
	for _, s := range c.Steps {
		if s.Left <= 0.5 {
			return null.Of(s.Day)
		}
	}
	return null.None
}

// Within is how likely a deal that has lasted some days is decided in so many more.
// One that has lasted longer than any before it is beyond what is known.
func (c Cycle) Within(age, more int) null.Number {
	if len(c.Steps) == 0 || c.Left(age) <= 0 {
		return null.None
	}
	return null.Of(1 - c.Left(age+more)/c.Left(age)).Steady()
}
