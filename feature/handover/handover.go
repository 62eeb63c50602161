// Package handover decides what a successor is told of an account, when he has
// taken it over, and how long who led it before still helps: when the owner of an
// account changes, everything that was promised, planned and known goes with it.
package handover

import (
	"strings"

	"erba/kernel"
)

// The states of a hand-over.
const (
	Waiting  = "waiting"  // the successor has not accepted yet
	Accepted = "accepted" // he knows what he takes over
	Recalled = "recalled" // the account went back, or on, before he did
)

// Handover is one change of who leads an account.
type Handover struct {
	ID        kernel.ID   `json:"id"             db:"id"`
	Account   kernel.ID   `json:"account"        db:"account_id" row:"account"`
	From      kernel.ID   `json:"from"           db:"from_id" doc:"Who led it"`
	To        kernel.ID   `json:"to"             db:"to_id"   doc:"Who leads it now"`
	By        kernel.ID   `json:"by,omitzero"    db:"by_id"   doc:"Who decided it"`
	Made      kernel.Date `json:"made"           db:"made_on"`
	Until     kernel.Date `json:"until"          db:"until_on" doc:"Up to here who led it works on it still; empty: he does not"`
	State     string      `json:"state"          db:"state" enum:"waiting,accepted,recalled"`
	Note      string      `json:"note"           db:"note" doc:"What who led it has to say"`
	Questions string      `json:"questions"      db:"questions" doc:"What the successor wants to know yet"`
	Accepted  kernel.Date `json:"accepted"       db:"accepted_on"`
	Frozen    string      `json:"-"              db:"pack"` // what was handed over, as it stood when it was accepted
	Version   int64       `json:"version"        db:"version"`
}

// Revision is the version that a change must name to replace it.
func (h Handover) Revision() int64 { return h.Version }

// Listed is a hand-over as it is listed.
type Listed struct {
	Handover
	Code     string `json:"code" db:"code"`
	Name     string `json:"name" db:"name"`
	FromName string `json:"from_name" db:"from_name"`
	ToName   string `json:"to_name"   db:"to_name"`
	Late     bool   `json:"late" db:"-" doc:"It should have been accepted by now"`
}

const (
	patience    = 7  // days until it should be accepted
	transition  = 30 // days that who led it stays in the team, unless somebody says otherwise
	longest     = 90 // of them
	longestNote = 4_000
	// TeamRole is in which role he stays.
	TeamRole = "sales"
)

// due is the last day to accept it.
func (h Handover) due() kernel.Date { return h.Made.Add(patience) }

func (l Listed) aged(today kernel.Date) Listed {
	l.Late = l.State == Waiting && l.due().Compare(today) < 0
	return l
}

// said checks a text that goes along.
func said(text string) (string, error) {
	text = strings.TrimSpace(text)
	if len([]rune(text)) > longestNote {
		return text, kernel.Invalid("handover.long_note", "max", longestNote)
	}
	return text, nil
}

// checkUntil refuses a transition that ends before it begins, or never.
func (h Handover) checkUntil(until, today kernel.Date) error {
	if until.IsZero() || until.Compare(today.Add(-1)) >= 0 && until.Compare(h.Made.Add(longest)) <= 0 {
		return nil
	}
	return kernel.Invalid("handover.bad_until", "most", longest).In("until")
}
