// Package commitment decides what we have promised a customer and he us, until
// when, and whether it was kept (method M59): a promise of ours whose day has
// passed is a risk, and a visit that ends without a promise of the customer's was
// none.
package commitment

import (
	"strings"

	"erba/analysis/routine"
	"erba/kernel"
)

// Who promises.
const (
	Us       = "us"
	Customer = "customer"
)

// The states of a promise.
const (
	Pending = "pending"
	Kept    = "kept"
	Broke   = "broken"
)

// Commitment is one promise.
type Commitment struct {
	ID       kernel.ID   `json:"id"               db:"id"`
	Account  kernel.ID   `json:"account"          db:"account_id" row:"account"`
	Visit    kernel.ID   `json:"visit,omitzero"   db:"visit_id"   doc:"At which it was made"`
	Contact  kernel.ID   `json:"contact,omitzero" db:"contact_id" doc:"Who of them made it, or to whom we did"`
	User     kernel.ID   `json:"user,omitzero"    db:"user_id"    doc:"Who of us answers for it, or follows it up"`
	By       string      `json:"by"               db:"by_side"    enum:"us,customer"`
	Text     string      `json:"text"             db:"words"`
	Due      kernel.Date `json:"due"              db:"due_on"`
	First    kernel.Date `json:"first"            db:"first_on"   doc:"The day that was said at first"`
	State    string      `json:"state"            db:"state"      enum:"pending,kept,broken"`
	Reason   string      `json:"reason"           db:"reason"     doc:"Why it was broken"`
	Ended    kernel.Date `json:"ended,omitzero"   db:"ended_on"`
	Author   kernel.ID   `json:"author,omitzero"  db:"author_id"`
	Made     kernel.Date `json:"made"             db:"made_on"`
	Reminded int64       `json:"-"                db:"reminded"`
	Version  int64       `json:"version"          db:"version"`
}

// Revision is the version that a change must name.
func (c Commitment) Revision() int64 { return c.Version }

// Late reports whether a promise should have been kept by now.
func (c Commitment) Late(today kernel.Date) bool {
	return c.State == Pending && c.Due.Compare(today) < 0
}

// byKey and stateKey are the text keys of whose promise it is, and how it stands.
func (c Commitment) byKey() string    { return "commitment.by_" + c.By }
func (c Commitment) stateKey() string { return "commitment.state_" + c.State }

const (
	longest = 300 // characters of a promise or of a reason
	ahead   = 366 // days for which one promises at most
)

// Check reports the first rule that a promise breaks on the day it is made.
func (c Commitment) Check() error {
	switch {
	case c.By != Us && c.By != Customer:
		return kernel.Invalid("commitment.bad_side").In("by")
	case len([]rune(c.Text)) < 2 || len([]rune(c.Text)) > longest:
		return kernel.Invalid("commitment.bad_text", "max", longest).In("text")
	case c.Due.IsZero() || c.Due.Compare(c.Made) < 0 || c.Due.Days(c.Made) > ahead:
		return kernel.Invalid("commitment.bad_due").In("due")
	case c.User.IsZero():
		return kernel.Invalid("commitment.nobody").In("user")
	}
	return nil
}

// Extension is how a day was put off.
type Extension struct {
	ID         kernel.ID   `json:"-"           db:"id"`
	Commitment kernel.ID   `json:"-"           db:"commitment_id"`
	Was        kernel.Date `json:"was"         db:"was_on"`
	Becomes    kernel.Date `json:"becomes"     db:"becomes_on"`
	Reason     string      `json:"reason"      db:"reason"`
	By         kernel.ID   `json:"by,omitzero" db:"by_id"`
	Made       kernel.Date `json:"made"        db:"made_on"`
}

// extend puts a promise off to a later day.
func (c *Commitment) extend(to kernel.Date, reason string) error {
	switch {
	case c.State != Pending:
		return kernel.Refused("commitment.ended")
	case to.Compare(c.Due) <= 0 || to.Days(c.Due) > ahead:
		return kernel.Invalid("commitment.no_later").In("due")
	case short(reason):
		return kernel.Invalid("commitment.no_reason", "max", longest).In("reason")
	}
	c.Due, c.Reminded = to, 0
	return nil
}

// end says what became of a promise; a broken one says why.
func (c *Commitment) end(state, reason string, today kernel.Date) error {
	reason = strings.TrimSpace(reason)
	switch {
	case c.State != Pending:
		return kernel.Refused("commitment.ended")
	case state == Broke && short(reason):
		return kernel.Invalid("commitment.no_reason", "max", longest).In("reason")
	}
	c.State, c.Reason, c.Ended = state, reason, today
	return nil
}

func short(reason string) bool {
	n := len([]rune(strings.TrimSpace(reason)))
	return n < 2 || n > longest
}

// The groups of an inbox.
const (
	Overdue  = "late"
	ThisWeek = "week"
	Later    = "later"
)

// group is where a pending promise stands among those that somebody has to look
// after: a week ends on Sunday.
func (c Commitment) group(today kernel.Date) string {
	switch {
	case c.State != Pending:
		return ""
	case c.Due.Compare(today) < 0:
		return Overdue
	case c.Due.Compare(routine.Monday(today).Add(6)) <= 0:
		return ThisWeek
	}
	return Later
}

// Row is a promise as a list shows it.
type Row struct {
	Commitment
	Code  string `json:"code"    db:"code"`
	Name  string `json:"name"    db:"name"    doc:"Of the account"`
	Whom  string `json:"whom"    db:"whom"    doc:"Of the customer"`
	Ours  string `json:"ours"    db:"ours"    doc:"Of us"`
	Moves int    `json:"moves"   db:"moves"   doc:"How often it was put off"`
	Group string `json:"group"   db:"-"       enum:",late,week,later"`
	Days  int    `json:"days"    db:"-"       doc:"By which it is late, or negative: until it is due"`
	May   bool   `json:"may"     db:"-"       doc:"The viewer may change it"`
}

// place fills in where a promise stands.
func (r *Row) place(today kernel.Date) {
	r.Group, r.Days = r.group(today), today.Days(r.Due)
}

// Record is how promises were kept.
type Record struct {
	Due   int `json:"due"   db:"due"   doc:"Whose day was in these days"`
	Kept  int `json:"kept"  db:"kept"`
	Broke int `json:"broke" db:"broke" doc:"Somebody has said so"`
	Late  int `json:"late"  db:"late"  doc:"Still pending after their day"`
}

// Share is which part of the visits ended with a promise of the customer's.
type Share struct {
	Visits   int      `json:"visits"`
	Promised int      `json:"promised"`
	Share    *float64 `json:"share" doc:"null: no visits"`
}

// Inbox is what somebody has to look after.
type Inbox struct {
	Today kernel.Date `json:"today"`
	Late  int         `json:"late"`
	Week  int         `json:"week"`
	Later int         `json:"later"`
	Rows  []Row       `json:"rows" doc:"The next due first"`
	Next  kernel.ID   `json:"next,omitzero"`
	Share Share       `json:"share" doc:"Of the last ninety days"`
}

// Whose promises are asked for; empty: of all in sight.
const (
	Mine = "mine"
	Line = "line"
)

// All is every state, where a list is narrowed.
const All = "all"

// Which narrows a list.
type Which struct {
	Account kernel.ID
	Whose   string
	By      string
	State   string // All, or one of them
	After   kernel.ID
	Limit   int

	viewer kernel.ID
}

// Broken says that a promise was not kept, to whom it concerns.
type Broken struct{ Commitment Commitment }

// Lapsed says that the day of a promise has passed, once.
type Lapsed struct{ Commitment Commitment }
