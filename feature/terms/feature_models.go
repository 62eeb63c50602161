package terms

import (
	"erba/analysis/terms"
	"erba/kernel"
	"erba/platform/model"
)

var models = []model.Model{{
	ID: Setting, Name: "terms", Group: "money", Kind: model.Other, Confidence: model.Medium,
	Config: terms.Default(), Used: []string{"terms.used_due", "terms.used_ageing", "terms.used_credit"},
	Examples: []model.Example{
		model.Worked("terms.example", issued{[]kernel.Date{kernel.On(2026, 1, 10), kernel.On(2026, 3, 10), kernel.On(2026, 5, 15), kernel.On(2028, 1, 31), kernel.On(2026, 12, 31)}, 30, 0}, thirty, readings),
		model.Worked("terms.example_sixty", issued{[]kernel.Date{kernel.On(2026, 1, 10)}, 60, 0}, sixty, readings),
		model.Worked("terms.example_statement", issued{[]kernel.Date{kernel.On(2026, 1, 20), kernel.On(2026, 1, 26)}, 30, 25}, closing, closings),
	},
}}

// issued are the days of some documents, with terms of so many days and a statement day.
type issued struct {
	On        []kernel.Date `json:"on"`
	Days      int           `json:"days"`
	Statement int           `json:"statement,omitzero"`
}

// due is when a document of a day is due by each reading.
type due struct {
	On         kernel.Date `json:"on"`
	Days       kernel.Date `json:"INV_DAYS"`
	EndDays    kernel.Date `json:"EOM_DAYS"`
	EndMonths  kernel.Date `json:"EOM_MONTHS"`
	NextFirst  kernel.Date `json:"NEXT_FIRST_DAYS"`
	SameMonths kernel.Date `json:"INV_MONTHS"`
}

// The table of specification M76.
var (
	thirty = []due{
		{kernel.On(2026, 1, 10), kernel.On(2026, 2, 9), kernel.On(2026, 3, 2), kernel.On(2026, 2, 28), kernel.On(2026, 3, 3), kernel.On(2026, 2, 10)},
		{kernel.On(2026, 3, 10), kernel.On(2026, 4, 9), kernel.On(2026, 4, 30), kernel.On(2026, 4, 30), kernel.On(2026, 5, 1), kernel.On(2026, 4, 10)},
		{kernel.On(2026, 5, 15), kernel.On(2026, 6, 14), kernel.On(2026, 6, 30), kernel.On(2026, 6, 30), kernel.On(2026, 7, 1), kernel.On(2026, 6, 15)},
		{kernel.On(2028, 1, 31), kernel.On(2028, 3, 1), kernel.On(2028, 3, 1), kernel.On(2028, 2, 29), kernel.On(2028, 3, 2), kernel.On(2028, 2, 29)},
		{kernel.On(2026, 12, 31), kernel.On(2027, 1, 30), kernel.On(2027, 1, 30), kernel.On(2027, 1, 31), kernel.On(2027, 1, 31), kernel.On(2027, 1, 31)},
	}
	sixty = []due{{kernel.On(2026, 1, 10), kernel.On(2026, 3, 11), kernel.On(2026, 4, 1), kernel.On(2026, 3, 31), kernel.On(2026, 4, 2), kernel.On(2026, 3, 10)}}
)

func readings(in issued) (all []due, _ error) {
	for _, on := range in.On {
		by := func(m terms.Mode) kernel.Date { return terms.Rule{Mode: m, Days: in.Days}.Due(on) }
		all = append(all, due{on, by(terms.InvoiceDays), by(terms.EndDays), by(terms.EndMonths), by(terms.NextFirstDays), by(terms.InvoiceMonths)})
	}
	return all, nil
}

// closed is when a document is due with a statement day: at the end of the month, or on that day.
type closed struct {
	On    kernel.Date `json:"on"`
	Month kernel.Date `json:"end_of_month"`
	Day   kernel.Date `json:"on_statement_day"`
}

var closing = []closed{
	{kernel.On(2026, 1, 20), kernel.On(2026, 2, 28), kernel.On(2026, 2, 25)},
	{kernel.On(2026, 1, 26), kernel.On(2026, 3, 31), kernel.On(2026, 3, 25)},
}

func closings(in issued) (all []closed, _ error) {
	for _, on := range in.On {
		r := terms.Rule{Mode: terms.EndMonths, Days: in.Days, Statement: in.Statement}
		one := closed{On: on, Month: r.Due(on)}
		r.OnDay = true
		one.Day = r.Due(on)
		all = append(all, one)
	}
	return all, nil
}
