// Package fee decides what may be spent on a customer (method M74): a request passes
// only if what he earns covers it, or if a director answers for it; what is paid is
// booked once, never changed, and never more than was granted.
package fee

import (
	"slices"
	"strings"

	"erba/analysis/fee"
	"erba/kernel"
)

// The states of a request.
const (
	Blocked   = "blocked" // the rule refuses it
	Waiting   = "waiting" // for consent
	Refused   = "refused" // by somebody
	Approved  = "approved"
	Executed  = "executed"  // with evidence
	Settled   = "settled"   // nothing more is paid
	Evaluated = "evaluated" // what it brought is written down
)

// States are all of them, in the order of its course.
var States = []string{Blocked, Waiting, Refused, Approved, Executed, Settled, Evaluated}

// Request is something that is to be spent on a customer.
type Request struct {
	ID         kernel.ID   `json:"id"                  db:"id"`
	Account    kernel.ID   `json:"account"             db:"account_id" row:"account"`
	Type       string      `json:"type"                db:"type" doc:"Of the tree of fees"`
	Name       string      `json:"name"                db:"name"`
	Purpose    string      `json:"purpose"             db:"purpose" doc:"What it is to bring"`
	From       kernel.Date `json:"from"                db:"from_on"`
	Until      kernel.Date `json:"until"               db:"until_on"`
	Amount     int64       `json:"amount"              db:"amount" doc:"Minor units; as asked for"`
	Agreed     int64       `json:"agreed"              db:"agreed" doc:"As granted"`
	Baseline   *int64      `json:"baseline"            db:"baseline" doc:"Sales of its days without it"`
	Expected   *int64      `json:"expected"            db:"expected" doc:"Sales of its days with it"`
	Promotion  kernel.ID   `json:"promotion,omitzero"  db:"promotion_id" doc:"Which it is spent for"`
	State      string      `json:"state"               db:"state" enum:"blocked,waiting,refused,approved,executed,settled,evaluated"`
	Override   string      `json:"override"            db:"override" doc:"Why a director let it pass against the rule"`
	OverrideBy kernel.ID   `json:"override_by,omitzero" db:"override_id"`
	Approval   kernel.ID   `json:"approval,omitzero"   db:"approval_id"`
	By         kernel.ID   `json:"by,omitzero"         db:"by_id"`
	Made       kernel.Date `json:"made"                db:"made_on"`
	Done       kernel.Date `json:"done,omitzero"       db:"done_on" doc:"Since when nothing more is paid"`
	Actual     *int64      `json:"actual"              db:"actual" doc:"Sales of its days as they were"`
	Lesson     string      `json:"lesson"              db:"lesson"`
	Version    int64       `json:"version"             db:"version"`
}

// Revision is the version that a change must name.
func (r Request) Revision() int64 { return r.Version }

const (
	longestName = 80
	longestText = 500
	longestSpan = 731              // days
	most        = 1_000_000_000_00 // minor units
)

func (r *Request) tidy() {
	r.Name, r.Purpose = strings.TrimSpace(r.Name), strings.TrimSpace(r.Purpose)
}

// Check reports the first rule that a request breaks.
func (r Request) Check(c fee.Config) error {
	_, known := c.Find(r.Type)
	switch n := len([]rune(r.Name)); {
	case !known:
		return kernel.Invalid("fee.no_type").In("type")
	case n < 2 || n > longestName:
		return kernel.Invalid("fee.bad_name", "max", longestName).In("name")
	case len([]rune(r.Purpose)) > longestText:
		return kernel.Invalid("fee.bad_text", "max", longestText).In("purpose")
	case r.Amount <= 0 || r.Amount > most:
		return kernel.Invalid("fee.bad_amount").In("amount")
	case !sane(r.From) || !sane(r.Until) || r.From.Compare(r.Until) > 0 || r.Until.Days(r.From) > longestSpan:
		return kernel.Invalid("fee.bad_days").In("until")
	case (r.Baseline == nil) != (r.Expected == nil):
		return kernel.Invalid("fee.half_known").In("expected")
	case r.Baseline != nil && (!within(*r.Baseline) || !within(*r.Expected)):
		return kernel.Invalid("fee.bad_amount").In("expected")
	}
	return nil
}

func within(amount int64) bool { return amount >= 0 && amount <= most }

func sane(d kernel.Date) bool {
	y, _, _ := d.Parts()
	return !d.IsZero() && y >= 2000 && y < 2200
}

// open reports whether it may still cost something that was not booked.
func (r Request) open() bool {
	return slices.Contains([]string{Waiting, Approved, Executed}, r.State)
}

// Activity is what it is to add, if somebody has said what.
func (r Request) Activity(margin kernel.Decimal) (fee.Activity, bool) {
	if r.Baseline == nil {
		return fee.Activity{}, false
	}
	return fee.Activity{Baseline: *r.Baseline, With: *r.Expected, Margin: margin, Fee: r.Amount}, true
}

func (r Request) stateKey() string { return "fee.state_" + r.State }

// Row is a request as a list shows it.
type Row struct {
	Request
	Code string `json:"code" db:"code"`
	Whom string `json:"whom" db:"whom" doc:"The account"`
	Ours string `json:"ours" db:"ours" doc:"Who asked"`
	Paid int64  `json:"paid" db:"paid" doc:"What was booked"`
}

// Register is a page of requests, the latest first.
type Register struct {
	Currency string     `json:"currency"`
	Types    []fee.Type `json:"types"`
	Count    int        `json:"count"`
	Agreed   int64      `json:"agreed"  doc:"Of those that were granted"`
	Paid     int64      `json:"paid"    doc:"Booked for these"`
	Waiting  int        `json:"waiting"`
	Blocked  int        `json:"blocked"`
	Rows     []Row      `json:"rows"`
	Next     kernel.ID  `json:"next,omitzero"`
}

// Which narrows the register.
type Which struct {
	Account   kernel.ID
	Promotion kernel.ID
	State     string
	Type      string
	types     []string
	After     kernel.ID
	Limit     int
}

// Seen is a look at a shop.
type Seen struct {
	ID   kernel.ID   `json:"id"   db:"id"`
	Shop string      `json:"shop" db:"shop"`
	Day  kernel.Date `json:"day"  db:"day_on"`
	By   string      `json:"by"   db:"by_name"`
}
