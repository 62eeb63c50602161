package risk

import "erba/analysis/null"

// The kinds of signals: what they look at.
const (
	KeyLeft   = "key_left"  // somebody of much influence has left the customer
	Handed    = "handed"    // another manager of ours looks after it
	Promises  = "promises"  // we have not kept promises
	Escalated = "escalated" // a complaint has reached the third level
	Poor      = "poor"      // the quality of the relationship is low (M52)
	Silent    = "silent"    // nobody has been there
	Defects   = "defects"   // complaints about quality
	Share     = "share"     // they buy more elsewhere
	Cell      = "cell"      // products or process have changed (M09)
	Overdue   = "overdue"   // they owe money for too long
	Never     = 100_000     // days: as far as we know it has not happened
)

// Facts are what is known of a customer, None where nobody knows.
type Facts struct {
	KeyLeft   null.Number `json:"key_left"  doc:"Days since somebody of much influence has left; Never: nobody has"`
	Handed    null.Number `json:"handed"    doc:"Days since another manager looks after it; Never: the same as ever"`
	Promises  null.Number `json:"promises"  doc:"Promises of ours that are overdue"`
	Escalated null.Number `json:"escalated" doc:"Unresolved complaints of the third level"`
	Poor      null.Number `json:"poor"      doc:"Quality of the relationship, 1–5"`
	Silent    null.Number `json:"silent"    doc:"Days without a visit, in cadences"`
	Defects   null.Number `json:"defects"   doc:"Complaints about quality in the days of news"`
	Before    null.Number `json:"before"    doc:"Our share at the end of the quarter before the last"`
	After     null.Number `json:"after"     doc:"… and of the last"`
	Cell      null.Number `json:"cell"      doc:"Days since its cell has changed; Never: it has not"`
	Overdue   null.Number `json:"overdue"   doc:"Days for which money has been overdue; 0: none is"`
}

// Unknown is a customer of whom nobody knows anything.
func Unknown() Facts {
	none := null.None
	return Facts{none, none, none, none, none, none, none, none, none, none, none}
}

// The states of a look.
const (
	Fired = "fired"
	Calm  = "calm"
	Blind = "unknown"
)

// Look is what one signal sees.
type Look struct {
	Kind        string      `json:"kind"`
	Cause       string      `json:"cause"`
	State       string      `json:"state" enum:"fired,calm,unknown"`
	Value       null.Number `json:"value"`
	Cut         float64     `json:"cut"`
	Probability int         `json:"probability" doc:"That is proposed; 0: nothing is"`
}

// proposed is the least probability that a signal proposes.
const proposed = 3

// Looks are all signals of a customer, in the order of their causes.
func (c *Config) Looks(f Facts) []Look {
	fall := null.None
	if f.Before > 0 && f.After.Known() {
		fall = (1 - f.After/f.Before).Steady()
	}
	recent := func(kind, cause string, days null.Number) Look { return within(kind, cause, days, float64(c.Recent)) }
	return []Look{
		recent(KeyLeft, People, f.KeyLeft), recent(Handed, People, f.Handed),
		above(Promises, Trust, f.Promises, float64(c.Promises)), above(Escalated, Trust, f.Escalated, 1), within(Poor, Trust, f.Poor, c.Poor),
		above(Silent, Constant, f.Silent, c.Silence), above(Defects, Quality, f.Defects, float64(c.Defects)),
		above(Share, Market, fall, c.Fall), recent(Cell, Process, f.Cell), c.late(f.Overdue),
	}
}

// above fires from a cut on; twice and three times as much is as much likelier.
func above(kind, cause string, value null.Number, cut float64) Look {
	l := Look{Kind: kind, Cause: cause, State: Calm, Value: value, Cut: cut}
	switch {
	case !value.Known():
		l.State = Blind
	case float64(value) >= cut:
		l.State, l.Probability = Fired, min(Most, proposed-1+int(float64(value)/cut))
	}
	return l
}

// within fires up to a cut: while something is news, or where a score is low.
func within(kind, cause string, value null.Number, cut float64) Look {
	l := Look{Kind: kind, Cause: cause, State: Calm, Value: value, Cut: cut}
	switch {
	case !value.Known():
		l.State = Blind
	case float64(value) <= cut:
		l.State, l.Probability = Fired, proposed
	}
	return l
}

// late fires after the last day that is borne with.
func (c *Config) late(days null.Number) Look {
	l := above(Overdue, Money, days, float64(c.Overdue))
	if l.State == Fired && float64(days) == l.Cut {
		l.State, l.Probability = Calm, 0
	}
	return l
}

// Signals are the looks that fired.
func (c *Config) Signals(f Facts) (all []Look) {
	for _, l := range c.Looks(f) {
		if l.State == Fired {
			all = append(all, l)
		}
	}
	return all
}
