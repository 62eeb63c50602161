package visit

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Item is one thing to have before one goes.
type Item string

// The items: the appointment, the five things to take along, what to have read
// and what to have settled. The last two are not ticked but worked out.
const (
	Appointment Item = "appointment"
	BusinessTag Item = "cards"     // 名片
	Notebook    Item = "notebook"  // 笔记本
	Addresses   Item = "addresses" // 通讯录
	Materials   Item = "materials" // 产品技术资料
	Quotation   Item = "quotation" // 报价单
	Background  Item = "background"
	Settled     Item = "objectives"
)

// Items are all of them, in the order in which they are looked after.
var Items = []Item{Appointment, BusinessTag, Notebook, Addresses, Materials, Quotation, Background, Settled}

// Worked reports whether an item is worked out instead of ticked.
func (i Item) Worked() bool { return i == Background || i == Settled }

// Preparing holds what a company may decide differently about preparation.
type Preparing struct {
	Background float64 `json:"background" unit:"share" minimum:"0" maximum:"1"  doc:"From this completeness of the customer file on the background counts as read: 0.60"`
	Follow     int     `json:"follow"     unit:"days"  minimum:"1" maximum:"20" doc:"Working days until the next step after a visit: 3"`
}

// DefaultPreparing is 60 % and three working days.
func DefaultPreparing() Preparing { return Preparing{Background: 0.60, Follow: 3} }

// Check refuses a share that is none and a step that is never due.
func (p Preparing) Check() error {
	switch {
	case !(p.Background >= 0 && p.Background <= 1):
		return kernel.Invalid("preparation.bad_share").In("background")
	case p.Follow < 1:
		return kernel.Invalid("preparation.no_day").In("follow")
	}
	return nil
}

// Read reports whether a customer file is complete enough to go; one that nobody
// has looked at is not.
func (p Preparing) Read(completeness null.Number) bool {
	return completeness.Known() && float64(completeness) >= p.Background
}

// Readiness is which part of the eight items is done.
func Readiness(done int) null.Number {
	return null.Ratio(null.Of(min(max(done, 0), len(Items))), null.Of(len(Items)))
}

// Share is which part of so many it is; None of none: visits executed of those
// planned, visits with a promise of those executed.
func Share(part, of int) null.Number { return null.Ratio(null.Of(part), null.Of(of)) }
