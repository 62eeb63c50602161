package credit

import (
	"erba/analysis/null"
	"erba/analysis/solvency"
	"erba/analysis/why"
	"erba/kernel"
)

// Decision is what becomes of a limit.
type Decision string

// The decisions: 下调, 维持, 不符合条件, 上调; 首次授信 of whom never had a limit; and
// 算不出 where the formula has nothing to go by, which is no reason to take a limit away.
const (
	Lower      Decision = "lower"
	Keep       Decision = "keep"
	Ineligible Decision = "ineligible"
	Raise      Decision = "raise"
	Open       Decision = "open"
	Unknown    Decision = "unknown"
)

// Facts are what a change of a limit depends on.
type Facts struct {
	On      kernel.Date    `json:"on"`
	Current int64          `json:"current" doc:"Limit in force; 0: none"`
	Changed kernel.Date    `json:"changed,omitzero" doc:"When the limit last changed"`
	History int            `json:"history" doc:"Full months of sales"`
	Late    int64          `json:"late"    doc:"Overdue on the day, minor units"`
	Blank   bool           `json:"blank"   doc:"There is no grade yet, or neither sales nor a forecast"`
	Grade   solvency.Grade `json:"grade"   enum:",AAA,AA,A,B,C"`
}

// Conditions are what a raise needs.
type Conditions struct {
	History bool `json:"history"`
	InTime  bool `json:"in_time"  doc:"Nothing is overdue"`
	Trusted bool `json:"trusted"  doc:"The grade is B or better"`
	Pause   bool `json:"pause"    doc:"The last change is long enough ago"`
}

// met reports whether a raise may be; a first limit needs no history of it.
func (c Conditions) met(first bool) bool {
	return c.InTime && c.Trusted && (first || c.History && c.Pause)
}

// Outcome is what is decided, with the sums it comes from.
type Outcome struct {
	Decision   Decision    `json:"decision" enum:"lower,keep,ineligible,raise,open,unknown"`
	Formula    int64       `json:"formula"`
	Current    int64       `json:"current"`
	To         int64       `json:"to"     doc:"The limit as it would be"`
	Change     null.Number `json:"change" doc:"Part of the limit by which it changes; null: there was none"`
	Most       int64       `json:"most"   doc:"To so much it could be raised at once; 0: there is no limit yet"`
	Conditions Conditions  `json:"conditions"`
}

// Decide is what becomes of a limit: lowered where the formula gives clearly less,
// kept where it gives no more, and else raised if it may be.
func (c Config) Decide(formula int64, f Facts) Outcome {
	o := Outcome{Formula: formula, Current: f.Current, To: f.Current, Conditions: c.conditions(f)}
	o.Most = rounded(product(f.Current, 1e6+micro(c.Step)), product(1e6), 1, false)
	switch {
	case f.Blank:
		o.Decision = Unknown
	case formula < rounded(product(f.Current, micro(c.Lower)), product(1e6), 1, true):
		o.Decision, o.To = Lower, formula
	case formula <= f.Current:
		o.Decision = Keep
	case !o.Conditions.met(f.Current == 0):
		o.Decision = Ineligible
	case f.Current == 0:
		o.Decision, o.To = Open, formula
	default:
		o.Decision, o.To = Raise, min(formula, o.Most)
	}
	o.Change = null.Ratio(null.Of(o.To-f.Current), null.Of(f.Current))
	return o
}

func (c Config) conditions(f Facts) Conditions {
	return Conditions{
		History: f.History >= c.History,
		InTime:  f.Late <= 0,
		Trusted: f.Grade.Rank() <= solvency.B.Rank(),
		Pause:   f.Changed.IsZero() || f.Changed.AddMonths(c.Pause).Compare(f.On) <= 0,
	}
}

// Explain says how a decision came about.
func (c Config) Explain(f Facts, o Outcome) why.Explanation {
	e := why.Explanation{Model: "M78", Result: "credit.decision_" + string(o.Decision), Rule: "credit.rule_" + string(o.Decision), Changes: []why.Change{},
		Inputs: []why.Figure{why.Known("credit.formula_limit", why.Amount, o.Formula), why.Known("credit.current", why.Amount, o.Current),
			why.Known("credit.history", why.Count, f.History), why.Known("credit.late", why.Amount, f.Late)},
		Cuts: []why.Figure{why.Known("credit.history", why.Count, c.History)}}
	if o.Decision == Ineligible && !o.Conditions.InTime {
		e.Changes = append(e.Changes, why.Instead("credit.late", why.Amount, f.Late, 0, "credit.decision_raise"))
	}
	if f.Current > 0 && o.Decision != Lower && o.Decision != Unknown {
		least := rounded(product(f.Current, micro(c.Lower)), product(1e6), 1, true)
		e.Changes = append(e.Changes, why.Instead("credit.formula_limit", why.Amount, o.Formula, least-1, "credit.decision_lower"))
	}
	e.Sort()
	return e
}
