// Package pipeline decides how deals flow from step to step, where they are stuck, and which comes first tomorrow
// (methods M29, M30 and M72).
package pipeline

import (
	"cmp"

	"erba/analysis/sale"
	"erba/analysis/why"
	"erba/kernel"
)

// Which narrows what is looked at; what is empty narrows nothing.
type Which struct {
	Process string    `query:"process" maxLength:"20" doc:"Empty: the first"`
	Owner   kernel.ID `query:"owner"   doc:"Who leads the deals; empty: everybody"`
	State   string    `query:"state"   enum:"open,nurture" default:"open"`
}

// Card is a deal as boards show it.
type Card struct {
	ID        kernel.ID   `json:"id"                 db:"id"`
	Row       kernel.ID   `json:"row"                db:"row_id"     row:"account"`
	Account   kernel.ID   `json:"account,omitzero"   db:"account_id"`
	Customer  string      `json:"customer"           db:"customer"   doc:"Name of the account; empty: none"`
	Code      string      `json:"code"               db:"code"`
	Name      string      `json:"name"               db:"name"`
	Owner     kernel.ID   `json:"owner,omitzero"     db:"owner_id"`
	OwnerName string      `json:"owner_name"         db:"owner_name"`
	Process   string      `json:"process"            db:"process"`
	Stage     string      `json:"stage"              db:"stage"`
	State     string      `json:"state"              db:"state"      enum:"open,nurture"`
	Amount    *int64      `json:"amount_minor"       db:"amount_minor" doc:"In the base currency; null: nobody knows"`
	Weighted  *int64      `json:"weighted_minor"     db:"-"          doc:"Amount × percentage of its step"`
	Percent   int         `json:"percent"            db:"-"`
	Class     string      `json:"class"              db:"-"          enum:"A,B,C" doc:"Of the funnel, by the percentage of its step (M30)"`
	Opened    kernel.Date `json:"opened"             db:"opened_on"`
	Entered   kernel.Date `json:"entered"            db:"entered_on" doc:"Since when it has been at its step"`
	Expected  kernel.Date `json:"expected,omitzero"  db:"expected_on"`
	First     kernel.Date `json:"first_expected,omitzero" db:"first_expected_on" doc:"The day that was said at first"`
	Slips     int         `json:"slips"              db:"slips"      doc:"How often the expected day was put off"`
	NextStep  string      `json:"next_step"          db:"next_step"`
	NextOn    kernel.Date `json:"next_on,omitzero"   db:"next_on"`
	Days      int         `json:"days"               db:"-"          doc:"At its step"`
	Dwell     int         `json:"dwell"              db:"-"          doc:"How many days it may stay there; 0: as long as it likes"`
	Stuck     bool        `json:"stuck"              db:"-"          doc:"It has stayed longer"`
	Passed    bool        `json:"passed"             db:"-"          doc:"The expected day has gone by"`
	Reached   []string    `json:"reached"            db:"-"          doc:"Keys of the milestones that it has reached; of cards on the board alone"`
	May       bool        `json:"may"                db:"-"          doc:"The viewer may move it; of cards on the board alone"`
	Version   int64       `json:"version"            db:"version"`

	Why *why.Explanation `json:"why,omitempty" db:"-" doc:"Of its class, or where levels are shown of its level; of those that come first alone"`
}

// amount is what a deal holds, nothing where nobody knows.
func (c Card) amount() int64 {
	if c.Amount == nil {
		return 0
	}
	return *c.Amount
}

// stand says how a deal stands on a day at its step.
func (c *Card) stand(s sale.Stage, today kernel.Date) {
	c.Percent, c.Dwell, c.Days = s.Percent, s.Dwell, today.Days(c.Entered)
	if c.Amount != nil {
		c.Weighted = new(kernel.Percent(*c.Amount, c.Percent))
	}
	c.Stuck = c.State == open && c.Dwell > 0 && c.Days > c.Dwell
	c.Passed = c.State == open && !c.Expected.IsZero() && c.Expected.Compare(today) < 0
}

const open = "open"

// sooner puts the deal first that is expected first; what nobody knows the day of
// comes last.
func sooner(a, b Card) int {
	return cmp.Or(later(a.Expected).Compare(later(b.Expected)), -cmp.Compare(a.amount(), b.amount()), cmp.Compare(a.Code, b.Code))
}

// never is the day of what nobody knows the day of.
var never = kernel.On(9999, 12, 31)

func later(day kernel.Date) kernel.Date {
	if day.IsZero() {
		return never
	}
	return day
}

// Held is what some deals hold together.
type Held struct {
	Count    int   `json:"count"`
	Amount   int64 `json:"amount_minor"   doc:"Of those that have one"`
	Weighted int64 `json:"weighted_minor"`
	Unknown  int   `json:"unknown"        doc:"Without an amount"`
}

func (h *Held) add(c Card) {
	h.Count++
	if c.Amount == nil {
		h.Unknown++
		return
	}
	h.Amount, h.Weighted = h.Amount+*c.Amount, h.Weighted+*c.Weighted
}

func (h *Held) join(other Held) {
	h.Count, h.Amount, h.Weighted, h.Unknown = h.Count+other.Count, h.Amount+other.Amount, h.Weighted+other.Weighted, h.Unknown+other.Unknown
}
