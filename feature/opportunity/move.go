package opportunity

import (
	"strings"

	"erba/kernel"
)

// Move is how a deal went from a step to another, or into another state.
type Move struct {
	From   string      `json:"from"   db:"from_stage" doc:"Empty: it began"`
	To     string      `json:"to"     db:"to_stage"`
	State  string      `json:"state"  db:"state"      enum:"open,nurture,won,lost" doc:"In which it was then"`
	On     kernel.Date `json:"on"     db:"moved_on"`
	Reason string      `json:"reason" db:"reason"`
	By     string      `json:"by"     db:"by_name"    doc:"Who of us; empty: it was brought by a file, or by the calendar"`
}

// Outcome is how a deal ended.
type Outcome struct {
	State    string // Won or Lost
	Reason   string // a key of Reasons
	Words    string // why, in words
	Lesson   string
	Winner   kernel.ID // the competitor who got it
	On       kernel.Date
	Evidence string // of a contract: what shows it
}

// reasons are why deals are won and lost.
var reasons = map[string][]string{
	Won:  {"fit", "relation", "price", "service", "delivery", "brand", "only_one", "other"},
	Lost: {"price", "fit", "relation", "service", "delivery", "brand", "specification", "no_money", "no_decision", "cancelled", "too_late", "withdrawn", "other"},
}

// Reasons are those of a state, as text keys behind opportunity.reason_.
func Reasons(state string) []string { return reasons[state] }

// check refuses an ending that does not say how and why.
func (o Outcome) check() error {
	switch {
	case !among(o.State, Won, Lost):
		return kernel.Invalid("opportunity.bad_state").In("state")
	case !among(o.Reason, reasons[o.State]...):
		return kernel.Invalid("opportunity.no_reason").In("reason")
	case o.Reason == "other" && strings.TrimSpace(o.Words) == "":
		return kernel.Invalid("opportunity.no_words").In("outcome")
	case o.State == Won && !o.Winner.IsZero():
		return kernel.Invalid("opportunity.bad_winner").In("winner")
	}
	return nil
}

// said reports whether somebody has given a reason.
func said(reason string) bool {
	n := len([]rune(strings.TrimSpace(reason)))
	return n >= 2 && n <= longestText
}
