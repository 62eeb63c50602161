package visit

import (
	"erba/analysis/why"
	"erba/kernel"
)

// Where a day that is due lies.
const (
	Never = "never" // no class asks for visits
	Late  = "late"
	Week  = "week" // by the end of this week
	Later = "later"
)

// When says where a due day lies.
func When(due, today kernel.Date) string {
	switch {
	case due.IsZero():
		return Never
	case due.Compare(today) < 0:
		return Late
	case due.Compare(Sunday(today)) <= 0:
		return Week
	}
	return Later
}

// Sunday is the last day of the ISO week of a day.
func Sunday(d kernel.Date) kernel.Date { return d.Add(7 - Weekday(d)) }

// Monday is the first day of the ISO week of a day.
func Monday(d kernel.Date) kernel.Date { return d.Add(1 - Weekday(d)) }

// Explain says why an account is due when it is: which class asked, what its
// quadrant made of it, and how long ago the last visit was.
func (c *Config) Explain(s Standing, last, known, today kernel.Date) why.Explanation {
	cadence := c.Of(s)
	due := cadence.Due(last, known, today)
	e := why.Explanation{Model: "M58", Result: "cadence.when_" + When(due, today), Rule: cadence.Rule.Key(),
		Inputs: []why.Figure{why.Known("cadence.base", why.Days, cadence.Base), why.Known("cadence.factor", why.Score, s.Factor),
			why.Known("cadence.days", why.Days, cadence.Days), since(last, today)},
		Cuts: []why.Figure{}, Changes: []why.Change{}}
	if cadence.Days > 0 && !last.IsZero() {
		e.Cuts = append(e.Cuts, why.Known("cadence.since", why.Days, cadence.Days))
		e.Changes = append(e.Changes, c.otherwise(cadence, last, today)...)
	}
	return e
}

func since(last, today kernel.Date) why.Figure {
	if last.IsZero() {
		return why.Unknown("cadence.since", why.Days)
	}
	return why.Known("cadence.since", why.Days, today.Days(last))
}

// otherwise is how long ago the last visit would have to be for the other answer.
func (c *Config) otherwise(cadence Cadence, last, today kernel.Date) []why.Change {
	ago := today.Days(last)
	if ago > cadence.Days {
		return []why.Change{why.Instead("cadence.since", why.Days, ago, cadence.Days, "cadence.when_week")}
	}
	return []why.Change{why.Instead("cadence.since", why.Days, ago, cadence.Days+1, "cadence.when_late")}
}
