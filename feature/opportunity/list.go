package opportunity

import "erba/kernel"

// The orders of a list.
const (
	ByExpected = "expected"
	ByAmount   = "amount"
	ByOpened   = "opened"
	ByEntered  = "entered"
	ByName     = "name"
)

// Which narrows and orders a list of deals.
type Which struct {
	Search   string      `query:"search"   maxLength:"60" doc:"In name, code, account and product"`
	Account  kernel.ID   `query:"account"`
	Owner    kernel.ID   `query:"owner"`
	State    string      `query:"state"    enum:"open,nurture,won,lost,all" default:"open"`
	Process  string      `query:"process"  maxLength:"20"`
	Stage    string      `query:"stage"    maxLength:"20"`
	Category string      `query:"category" enum:"commit,best,pipeline,omitted"`
	Late     bool        `query:"late"     doc:"Only those whose expected day has passed, whose next step is late or who stay too long"`
	From     kernel.Date `query:"from"     doc:"Expected from this day on"`
	Until    kernel.Date `query:"until"    doc:"Expected by this day"`
	Sort     string      `query:"sort"     enum:"expected,amount,opened,entered,name" default:"expected"`
	Desc     bool        `query:"desc"`
	After    kernel.ID   `query:"after"    doc:"The field next of the page before"`
	Limit    int         `query:"limit"    minimum:"1" maximum:"200" default:"50"`
}

// All is every state, where a list is narrowed.
const All = "all"

// Row is a deal as a list shows it.
type Row struct {
	Deal
	Customer string `json:"customer"   db:"customer" doc:"Name of the account; empty: none"`
	Weighted *int64 `json:"weighted_minor" db:"-"    doc:"Amount × percentage of its step"`
	Days     int    `json:"days"       db:"-"        doc:"At its step"`
	Dwell    int    `json:"dwell"      db:"-"        doc:"How many days it may stay there; 0: as long as it likes"`
	Stuck    bool   `json:"stuck"      db:"-"        doc:"It has stayed longer"`
	Passed   bool   `json:"passed"     db:"-"        doc:"The expected day has gone by"`
	Late     bool   `json:"late"       db:"-"        doc:"The next step is late"`
}

// place says how a deal stands on a day, at a step where it may stay so long.
func (r *Row) place(dwell int, today kernel.Date) {
	if r.Amount != nil {
		r.Weighted = new(kernel.Percent(*r.Amount, r.Percent))
	}
	if r.State != Going {
		return
	}
	r.Days, r.Dwell = today.Days(r.Entered), dwell
	r.Stuck = dwell > 0 && r.Days > dwell
	r.Passed = !r.Expected.IsZero() && r.Expected.Compare(today) < 0
	r.Late = !r.NextOn.IsZero() && r.NextOn.Compare(today) < 0
}

// Totals are what the deals of a list hold together.
type Totals struct {
	Count    int   `json:"count"`
	Amount   int64 `json:"amount_minor"   doc:"Of those that have one"`
	Weighted int64 `json:"weighted_minor"`
	Unknown  int   `json:"unknown"        doc:"Without an amount"`
}

// Page is a part of a list.
type Page struct {
	Today  kernel.Date `json:"today"`
	Rows   []Row       `json:"rows"`
	Next   kernel.ID   `json:"next,omitzero"`
	Totals Totals      `json:"totals" doc:"Of the whole list"`
}
