// Package terms decides when an amount is due (method M76). Public sources
// disagree about what 月结N天 means, so all readings are supported: days from the
// document, or from the end of its month or statement period; whole months; from
// the first of the next month. A document is overdue from the day after.
package terms

import (
	"erba/analysis/allocation"
	"erba/kernel"
)

// Mode is a reading of N days.
type Mode string

// The readings of specification M76.
const (
	InvoiceDays   Mode = "INV_DAYS"        // N days from the document
	EndDays       Mode = "EOM_DAYS"        // N days from the end of its month
	EndMonths     Mode = "EOM_MONTHS"      // the end of the month N/30 months later
	NextFirstDays Mode = "NEXT_FIRST_DAYS" // N days from the first of the next month
	InvoiceMonths Mode = "INV_MONTHS"      // the same day N/30 months later
)

// Modes are all of them, in the order of the specification.
var Modes = []Mode{InvoiceDays, EndDays, EndMonths, NextFirstDays, InvoiceMonths}

// Longest is the longest term that can be agreed on, ten years.
const Longest = 3650

// Rule says when something is due.
type Rule struct {
	Mode      Mode `json:"mode"      enum:"INV_DAYS,EOM_DAYS,EOM_MONTHS,NEXT_FIRST_DAYS,INV_MONTHS" doc:"How the days are counted"`
	Days      int  `json:"days"      unit:"days" minimum:"0" maximum:"3650" doc:"N; 0 is cash or prepayment"`
	Statement int  `json:"statement" unit:"day"  minimum:"0" maximum:"31"   doc:"Day on which a statement period ends; 0 = the end of the month"`
	OnDay     bool `json:"on_day"    doc:"Due on the statement day of its month, not on the month's last day"`
}

// Part is one instalment of a document: so much of it is due by its own rule.
type Part struct {
	Name      string `json:"name"      maxLength:"40" doc:"What it is paid for: advance, delivery, retention …"`
	Percent   int    `json:"percent"   minimum:"1" maximum:"100" doc:"Of the document"`
	Rule      Rule   `json:"rule"`
	Retention bool   `json:"retention" doc:"Held back as a guarantee until its date"`
}

// Terms are what was agreed with an account.
type Terms struct {
	Rule
	Grace       int    `json:"grace"        unit:"days" minimum:"0" maximum:"365" doc:"Days after the due date that are not yet overdue"`
	NextWorking bool   `json:"next_working" doc:"What falls on a day off is due on the next working day"`
	Parts       []Part `json:"parts,omitempty" maxItems:"12" doc:"Instalments; they sum to 100. None: the whole by the rule"`
}

// Default is 月结30天.
func Default() Terms { return Terms{Rule: Rule{Mode: EndMonths, Days: 30}} }

// Check refuses terms that say nothing sensible.
func (t Terms) Check() error {
	if err := t.Rule.check(); err != nil {
		return err.In("days")
	}
	if t.Grace < 0 || t.Grace > 365 {
		return kernel.Invalid("terms.bad_grace").In("grace")
	}
	sum := 0
	for _, p := range t.Parts {
		if err := p.Rule.check(); err != nil {
			return err.In("parts")
		}
		if p.Percent < 1 {
			return kernel.Invalid("terms.bad_part").In("parts")
		}
		sum += p.Percent
	}
	if len(t.Parts) > 0 && sum != 100 {
		return kernel.Invalid("terms.bad_sum", "sum", sum).In("parts")
	}
	return nil
}

func (r Rule) check() *kernel.Fault {
	switch {
	case r.Days < 0 || r.Days > Longest:
		return kernel.Invalid("terms.bad_days")
	case r.Statement < 0 || r.Statement > 31:
		return kernel.Invalid("terms.bad_statement")
	case r.Mode != InvoiceDays && r.Mode != EndDays && r.Mode != EndMonths && r.Mode != NextFirstDays && r.Mode != InvoiceMonths:
		return kernel.Invalid("terms.bad_mode")
	case r.OnDay && r.Statement == 0:
		return kernel.Invalid("terms.no_statement")
	}
	return nil
}

// Due is when a document of a day is due, before any day off is looked at.
func (r Rule) Due(on kernel.Date) kernel.Date {
	switch r.reading() {
	case EndDays:
		return r.period(on).Add(r.Days)
	case EndMonths:
		return r.close(r.period(on).Month().AddMonths(r.Days / 30))
	case NextFirstDays:
		return end(on).Add(1 + r.Days)
	case InvoiceMonths:
		return on.AddMonths(r.Days / 30)
	}
	return on.Add(r.Days)
}

// reading is the mode, or that of days where N is no whole number of months.
func (r Rule) reading() Mode {
	switch {
	case r.Days%30 == 0:
		return r.Mode
	case r.Mode == EndMonths:
		return EndDays
	case r.Mode == InvoiceMonths:
		return InvoiceDays
	}
	return r.Mode
}

// period is the last day of the statement period that a day belongs to.
func (r Rule) period(on kernel.Date) kernel.Date {
	if r.Statement == 0 {
		return end(on)
	}
	if closing := day(on.Month(), r.Statement); on.Compare(closing) <= 0 {
		return closing
	}
	return day(on.Month().AddMonths(1), r.Statement)
}

// close is the day of a month on which what falls into it is due.
func (r Rule) close(month kernel.Date) kernel.Date {
	if r.OnDay {
		return day(month, r.Statement)
	}
	return end(month)
}

// day is a day of a month, clipped to its length.
func day(month kernel.Date, n int) kernel.Date {
	if last := end(month); month.Add(n-1).Compare(last) > 0 {
		return last
	}
	return month.Add(n - 1)
}

func end(on kernel.Date) kernel.Date { return on.Month().AddMonths(1).Add(-1) }

// Instalment is a part of a document with its own day.
type Instalment struct {
	Name      string      `json:"name"`
	Amount    int64       `json:"amount" doc:"Minor units"`
	Due       kernel.Date `json:"due"`
	Retention bool        `json:"retention,omitzero"`
}

// Of are the instalments of a document, which sum to its amount exactly; one that
// is the whole where nothing else was agreed. Working may be nil.
func (t Terms) Of(amount int64, on kernel.Date, working func(kernel.Date) bool) []Instalment {
	if len(t.Parts) == 0 {
		return []Instalment{{Amount: amount, Due: t.settle(t.Due(on), working)}}
	}
	weights := make([]int64, len(t.Parts))
	for i, p := range t.Parts {
		weights[i] = int64(p.Percent)
	}
	all := make([]Instalment, len(t.Parts))
	for i, part := range allocation.Split(amount, weights) {
		p := t.Parts[i]
		all[i] = Instalment{p.Name, part, t.settle(p.Rule.Due(on), working), p.Retention}
	}
	return all
}

// settle moves a day off to the next working day, where that was agreed.
func (t Terms) settle(due kernel.Date, working func(kernel.Date) bool) kernel.Date {
	if !t.NextWorking || working == nil {
		return due
	}
	for range 30 { // no holidays are longer
		if working(due) {
			break
		}
		due = due.Add(1)
	}
	return due
}
