// Package approval decides what takes effect only once somebody else agrees:
// who proposes it, who has to decide, until when, and whether that can be
// undone. What is proposed, and how it is carried out, is other features'.
package approval

import (
	"slices"
	"strings"
	"time"

	"erba/kernel"
)

// The states of a proposal.
const (
	Proposed  = "proposed"
	Approved  = "approved"
	Refused   = "refused"
	Withdrawn = "withdrawn" // by whoever proposed it
	Lapsed    = "lapsed"    // nobody decided in time
	Undone    = "undone"    // approved, and taken back
)

// Proposal is something that somebody wants done. Instants are microseconds UTC.
type Proposal struct {
	ID       kernel.ID `json:"id"               db:"id"`
	Kind     string    `json:"kind"             db:"kind" doc:"Such as user.grant: its text key; with _asks what is asked, with _does what approval does"`
	Object   string    `json:"object"           db:"object" doc:"What it is about, such as user"`
	Subject  kernel.ID `json:"subject"          db:"subject_id"`
	Account  kernel.ID `json:"account,omitzero" db:"account_id"`
	Payload  string    `json:"-"                db:"payload"` // JSON of the feature
	Amount   int64     `json:"amount_minor,omitempty"    db:"amount_minor"`
	Currency string    `json:"amount_currency,omitempty" db:"amount_currency" doc:"Empty: it is not about money"`
	Args     Args      `json:"args"             db:"args" doc:"Fill the texts of the kind"`
	Link     string    `json:"link,omitempty"   db:"link" doc:"The screen of the subject"`
	Reason   string    `json:"reason,omitempty" db:"reason"`
	Evidence string    `json:"evidence,omitempty" db:"evidence"`

	By       kernel.ID `json:"by,omitzero"       db:"by_id" doc:"Nobody: the program itself"`
	For      kernel.ID `json:"for,omitzero"      db:"for_id" doc:"In whose place it was proposed"`
	Benefits kernel.ID `json:"benefits,omitzero" db:"benefits_id" doc:"Who gains by it"`

	At       int64  `json:"at"                  db:"proposed_at" doc:"Microseconds since 1970, UTC"`
	Due      int64  `json:"due"                 db:"due_at" doc:"When it lapses"`
	Effect   int64  `json:"effect,omitempty"    db:"effect_at" doc:"When it takes effect unless somebody refuses it; too few may decide"`
	Ended    int64  `json:"ended,omitempty"     db:"ended_at"`
	Undoable int64  `json:"undoable,omitempty"  db:"undoable_until"`
	State    string `json:"state"               db:"state" enum:"proposed,approved,refused,withdrawn,lapsed,undone"`
	Steps    Steps  `json:"-"                   db:"steps"`
	Step     int    `json:"step"                db:"step" doc:"How many have approved"`
	Needs    string `json:"-"                   db:"needs"` // the grant that the next decision takes
	Before   int64  `json:"-"                   db:"subject_before"`
	After    int64  `json:"-"                   db:"subject_after"`
	Version  int64  `json:"version"             db:"version"`
}

// Revision is the version that a decision must name.
func (p Proposal) Revision() int64 { return p.Version }

// Draft is a proposal that has not been made yet.
type Draft struct {
	Kind             string
	Object           string
	Subject, Account kernel.ID
	Payload          any // what is to be done, kept as JSON
	Amount           kernel.Money
	Args             Args
	Link             string
	Reason, Evidence string
	For, Benefits    kernel.ID
	Steps            Steps // whose consent it takes, of the grants of its kind; none: as the amount asks
}

// Decision is one thing that happened to a proposal.
type Decision struct {
	ID       kernel.ID `json:"-"               db:"id"`
	Proposal kernel.ID `json:"-"               db:"approval_id"`
	Verdict  string    `json:"verdict"         db:"verdict" enum:"approved,refused,withdrawn,lapsed,undone"`
	By       kernel.ID `json:"by,omitzero"     db:"by_id" doc:"Nobody: time has decided"`
	For      kernel.ID `json:"for,omitzero"    db:"for_id" doc:"In whose place"`
	Reason   string    `json:"reason,omitempty" db:"reason"`
	At       int64     `json:"at"              db:"at"`
}

// Who is somebody who decides, perhaps in the place of somebody who is away.
type Who struct{ User, For kernel.ID }

// concerns reports whether a user wants it, or gains by it.
func (p Proposal) concerns(user kernel.ID) bool {
	return !user.IsZero() && (user == p.By || user == p.For || user == p.Benefits)
}

// Check reports why somebody must not decide, whatever he is granted.
func (w Who) Check(p Proposal, before []Decision) error {
	switch {
	case p.concerns(w.User), p.concerns(w.For):
		return kernel.Refused("approval.own")
	case slices.ContainsFunc(before, func(d Decision) bool { return w.is(d.By) || w.is(d.For) }):
		return kernel.Refused("approval.second_person")
	}
	return nil
}

func (w Who) is(user kernel.ID) bool {
	return !user.IsZero() && (user == w.User || user == w.For)
}

// Arg fills one gap of a kind's texts: with a word as it is, or with words of
// the text files.
type Arg struct {
	Name string   `json:"name"`
	Text string   `json:"text,omitempty"`
	Keys []string `json:"keys,omitempty" doc:"Text keys"`
}

// Args is a list of them, one TEXT in SQL.
type Args []Arg

// Steps are the grants of those who have to approve, one after the other; one
// TEXT in SQL.
type Steps []string

// made is the proposal that a draft becomes.
func (d Draft) made(k Kind, by kernel.ID, now time.Time) Proposal {
	p := Proposal{ID: kernel.NewID(), Kind: d.Kind, Object: d.Object, Subject: d.Subject, Account: d.Account, Amount: d.Amount.Minor, Currency: d.Amount.Currency,
		Args: d.Args, Link: d.Link, Reason: strings.TrimSpace(d.Reason), Evidence: strings.TrimSpace(d.Evidence),
		By: by, For: d.For, Benefits: d.Benefits,
		At: now.UnixMicro(), Due: now.AddDate(0, 0, k.Days).UnixMicro(),
		State: Proposed, Steps: d.Steps, Version: 1}
	if len(p.Steps) == 0 {
		p.Steps = k.steps(d.Amount)
	}
	p.Needs = p.Steps[0]
	return p
}
