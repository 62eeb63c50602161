package credit

import (
	"slices"
	"strings"

	"erba/analysis/credit"
	"erba/kernel"
)

// The states of an order. Passed and released ones are owed for until they are
// invoiced, paid in cash or cancelled.
const (
	Passed   = "passed"
	Blocked  = "blocked"
	Asked    = "asked" // to be released, somebody has to decide
	Released = "released"
	Cash     = "cash"   // it is paid before it is delivered
	Closed   = "closed" // invoiced or cancelled
)

// States are all of them.
var States = []string{Passed, Blocked, Asked, Released, Cash, Closed}

const longestNumber = 60

// Order is an order that was checked.
type Order struct {
	ID        kernel.ID   `json:"id"                db:"id"`
	Account   kernel.ID   `json:"account"           db:"account_id" row:"account"`
	Number    string      `json:"number"            db:"number"`
	Amount    int64       `json:"amount"            db:"amount"     doc:"Minor units of the base currency"`
	Delivered int64       `json:"delivered" db:"delivered" doc:"So much of it was shipped or invoiced: it is owed for as such"`
	Original  int64       `json:"original"          db:"original"   doc:"As it was ordered"`
	Currency  string      `json:"currency"          db:"currency"   doc:"… in this currency"`
	On        kernel.Date `json:"on"                db:"ordered_on"`
	State     string      `json:"state"             db:"state" enum:"passed,blocked,asked,released,cash,closed"`
	Reasons   Reasons     `json:"reasons"           db:"reasons"    doc:"Why it was blocked: limit, group, overdue, none, stop"`
	Excess    int64       `json:"excess"            db:"excess"`
	Exposure  int64       `json:"exposure"          db:"exposure"   doc:"With the order"`
	Whole     int64       `json:"whole"             db:"whole_limit" doc:"The limit then, with what was on top"`
	Worst     int         `json:"worst"             db:"worst"      doc:"Days that the oldest open invoice was overdue"`
	Reason    string      `json:"reason"            db:"reason"     doc:"Why somebody wants it released, or what became of it"`
	Approval  kernel.ID   `json:"approval,omitzero" db:"approval_id"`
	At        int64       `json:"at"                db:"checked_at" doc:"Microseconds since 1970, UTC"`
	By        kernel.ID   `json:"by,omitzero"       db:"by_id"`
	Version   int64       `json:"version"           db:"version"`
}

// Revision is the version that a change must name.
func (o Order) Revision() int64 { return o.Version }

// Check reports the first rule that an order breaks.
func (o *Order) Check() error {
	o.Number, o.Currency = strings.TrimSpace(o.Number), strings.ToUpper(strings.TrimSpace(o.Currency))
	switch {
	case o.Number == "" || len([]rune(o.Number)) > longestNumber:
		return kernel.Invalid("credit.bad_number", "max", longestNumber).In("number")
	case o.Original <= 0 || o.Original > credit.Most:
		return kernel.Invalid("credit.bad_order").In("amount")
	}
	return nil
}

// same reports whether another request is about the same order.
func (o Order) same(other Order) bool {
	return o.Account == other.Account && o.Original == other.Original && o.Currency == other.Currency
}

// judge notes what the check says.
func (o *Order) judge(v credit.Verdict) {
	o.State, o.Reasons = Blocked, Reasons(v.Reasons)
	if v.Pass {
		o.State = Passed
	}
	o.Excess, o.Exposure, o.Whole, o.Worst = v.Excess, v.Exposure, v.Limit, v.Worst
}

// Pass reports whether it may be delivered.
func (o Order) Pass() bool { return o.State == Passed || o.State == Released || o.State == Cash }

// Row is an order as a list shows it.
type Row struct {
	Order
	Code  string `json:"code" db:"code"`
	Name  string `json:"name" db:"name" doc:"Of the account"`
	Ours  string `json:"ours" db:"ours" doc:"Who had it checked"`
	Step  int    `json:"step"  db:"step"  doc:"How many have agreed to its release"`
	Steps int    `json:"steps" db:"-"     doc:"So many it takes; 0: nobody is asked"`
	Need  string `json:"-"     db:"steps"`
	May   bool   `json:"may"   db:"-"     doc:"The viewer may ask for its release"`
}

// count is how many have to agree to a release.
func (r *Row) count() {
	if r.State == Asked && r.Need != "" {
		r.Steps = len(strings.Fields(r.Need))
	}
}

// Board is a page of orders, the latest first, with what they come to.
type Board struct {
	Currency string    `json:"currency"`
	Count    int       `json:"count"`
	Sum      int64     `json:"sum"`
	Waiting  int       `json:"waiting" doc:"Somebody has to decide about so many"`
	Rows     []Row     `json:"rows"`
	Next     kernel.ID `json:"next,omitzero"`
}

// Answer is what whoever sends an order is told; what stands behind it is for those
// who read credit.
type Answer struct {
	ID      kernel.ID `json:"id"`
	Account kernel.ID `json:"account" row:"account"`
	Number  string    `json:"number"`
	Pass    bool      `json:"pass"`
	State   string    `json:"state"   enum:"passed,blocked,asked,released,cash,closed"`
	Again   bool      `json:"again"   doc:"It had been checked before: this is what was said then, or what became of it"`
	Check   *Verdict  `json:"check,omitempty" may:"credit:read"`
}

// Verdict is what stands behind an answer.
type Verdict struct {
	Excess   int64   `json:"excess"`
	Reasons  Reasons `json:"reasons"`
	Exposure int64   `json:"exposure" doc:"With the order"`
	Whole    int64   `json:"whole"    doc:"The limit with what is on top for now"`
	Worst    int     `json:"worst"`
}

func (o Order) answer(again bool) Answer {
	return Answer{o.ID, o.Account, o.Number, o.Pass(), o.State, again, &Verdict{o.Excess, o.Reasons, o.Exposure, o.Whole, o.Worst}}
}

// opens reports whether an order can still be changed, and how it says no.
func (o Order) opens(from ...string) error {
	if !slices.Contains(from, o.State) {
		return kernel.Refused("credit.not_now", "state", o.State)
	}
	return nil
}

func (o Order) stateKey() string { return "credit.state_" + o.State }
