package portfolio

import (
	"fmt"
	"strings"

	"erba/kernel"
)

// The states of a review.
const (
	reviewOpen     = "open"
	reviewKept     = "kept"     // it stays a key account until the next quarter
	reviewRemoved  = "removed"  // it is one no longer
	reviewRegained = "regained" // a rule fires again
)

// Review asks whether a key account that no rule makes such any more is to stay
// one. It is opened once a quarter, until a rule fires again or the account
// leaves the register.
type Review struct {
	ID        kernel.ID   `json:"id"               db:"id"`
	Account   kernel.ID   `json:"account"          db:"account_id"`
	Quarter   string      `json:"quarter"          db:"quarter" doc:"Such as 2026Q4"`
	Opened    kernel.Date `json:"opened"           db:"opened_on"`
	Due       kernel.Date `json:"due"              db:"due_on"`
	State     string      `json:"state"            db:"state" enum:"open,kept,removed,regained"`
	Reason    string      `json:"reason,omitempty" db:"reason"`
	Decider   kernel.ID   `json:"decider,omitzero" db:"decider_id"`
	Decided   string      `json:"decided_by,omitempty" db:"decider"`
	DecidedOn kernel.Date `json:"decided_on,omitzero"  db:"decided_on"`
	Version   int64       `json:"version"          db:"version"`
}

// Revision is the version that a decision must name.
func (r Review) Revision() int64 { return r.Version }

// newReview is the review of an account that is opened on a day. It is due on
// the last working day of the quarter.
func newReview(account kernel.ID, on kernel.Date) Review {
	quarter, last := quarterOf(on)
	due := workday(last)
	if due.Compare(on) < 0 {
		due = on
	}
	return Review{ID: kernel.NewID(), Account: account, Quarter: quarter, Opened: on, Due: due, State: reviewOpen, Version: 1}
}

// quarterOf is the name of the quarter of a day, and its last day.
func quarterOf(on kernel.Date) (name string, last kernel.Date) {
	year, month, _ := on.Parts()
	quarter := (month + 2) / 3
	return fmt.Sprintf("%dQ%d", year, quarter), kernel.On(year, quarter*3, 1).AddMonths(1).Add(-1)
}

// decided is the review with what somebody says about it.
func (r Review) decided(state, reason string, by kernel.ID, name string, on kernel.Date) (Review, error) {
	switch {
	case r.State != reviewOpen:
		return r, kernel.Refused("portfolio.review_closed")
	case len([]rune(strings.TrimSpace(reason))) < shortest:
		return r, kernel.Invalid("portfolio.short_reason", "min", shortest)
	}
	r.State, r.Reason, r.Decider, r.Decided, r.DecidedOn = state, strings.TrimSpace(reason), by, name, on
	return r, nil
}

// Lapsed are the key accounts that no rule makes such.
func (e *Evaluated) Lapsed() (all []kernel.ID) {
	for row := range e.fired {
		if e.listed[row] && e.fired[row] == 0 && e.there.Has(int32(row)) {
			all = append(all, e.accounts[row].ID)
		}
	}
	return all
}

// sift says which reviews are to be opened on a day, and which open ones have
// become pointless, given those that are open or of the same quarter.
func sift(lapsed []kernel.ID, known []Review, on kernel.Date) (opened, ended []Review) {
	lapses := make(map[kernel.ID]bool, len(lapsed))
	for _, id := range lapsed {
		lapses[id] = true
	}
	for _, r := range known {
		if r.State == reviewOpen && !lapses[r.Account] {
			r.State, r.DecidedOn = reviewRegained, on
			ended = append(ended, r)
		}
		if lapses[r.Account] {
			delete(lapses, r.Account)
		}
	}
	for _, id := range lapsed {
		if lapses[id] {
			opened = append(opened, newReview(id, on))
		}
	}
	return opened, ended
}
