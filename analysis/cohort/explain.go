package cohort

import "erba/analysis/why"

// Results of an explanation.
const (
	Better  = "cohort.better"  // more of them stayed than in the month before
	Worse   = "cohort.worse"   // fewer did
	Same    = "cohort.same"    // as many did
	First   = "cohort.first"   // there is no month to compare with
	Unknown = "cohort.unknown" // nobody was there who could have stayed
)

// Explain says why the customers of a month of the table stayed better or worse
// than in the month before it, and how many would have had to stay for another
// answer.
func (t Table) Explain(month int) why.Explanation {
	e := why.Explanation{Model: "M90", Result: Unknown, Rule: "cohort.rule_nobody", Cuts: []why.Figure{}, Changes: []why.Change{}}
	share, known := t.Retention(month)
	if !known {
		e.Inputs = []why.Figure{why.Unknown("cohort.retention", why.Share)}
		return e
	}
	now, before := t.Months[month], t.Months[month-1].Active
	e.Result, e.Rule = First, "cohort.rule_retention"
	e.Inputs = []why.Figure{why.Known("cohort.active_before", why.Count, before), why.Known("cohort.retained", why.Count, now.Retained),
		why.Known("cohort.lost", why.Count, now.Lost), why.Known("cohort.retention", why.Share, share)}
	last, told := t.Retention(month - 1)
	if !told {
		return e
	}
	e.Cuts = []why.Figure{why.Known("cohort.retention", why.Share, last)}
	// compared as whole numbers: retained / before against those of the month before
	was, of := t.Months[month-1].Retained, t.Months[month-2].Active
	result := func(retained int) string {
		switch {
		case retained*of > was*before:
			return Better
		case retained*of < was*before:
			return Worse
		}
		return Same
	}
	e.Result = result(now.Retained)
	for _, step := range []int{-1, 1} {
		for n := now.Retained + step; n >= 0 && n <= before; n += step {
			if other := result(n); other != e.Result {
				e.Changes = append(e.Changes, why.Instead("cohort.retained", why.Count, now.Retained, n, other))
				break
			}
		}
	}
	e.Sort()
	return e
}
