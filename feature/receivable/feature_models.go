package receivable

import (
	"erba/analysis/receivable"
	"erba/analysis/terms"
	"erba/kernel"
	"erba/platform/model"
)

var models = []model.Model{{
	ID: Setting, Name: "receivable", Group: "money", Kind: model.Other, Confidence: model.High,
	Config: Default(), Used: []string{"receivable.used_ageing", "receivable.used_statement", "receivable.used_credit"},
	Examples: []model.Example{
		model.Worked("receivable.example", traded{terms.EndMonths, shipments, payments, []kernel.Date{kernel.On(2026, 2, 28), kernel.On(2026, 3, 31), kernel.On(2026, 4, 30), kernel.On(2026, 5, 31)}}, byMonths, owed),
		model.Worked("receivable.example_days", traded{terms.EndDays, shipments, payments, []kernel.Date{kernel.On(2026, 3, 31), kernel.On(2026, 4, 30), kernel.On(2026, 5, 31)}}, byDays, owed),
	},
}}

// moved is a sum on a day, in yuan.
type moved struct {
	On     kernel.Date `json:"on"`
	Amount int64       `json:"amount"`
}

// traded is what was delivered and paid, with a reading of 月结30天.
type traded struct {
	Mode      terms.Mode    `json:"mode"`
	Shipments []moved       `json:"shipments"`
	Receipts  []moved       `json:"receipts"`
	On        []kernel.Date `json:"on"`
}

// stood is where the account stands on a day.
type stood struct {
	On         kernel.Date `json:"on"`
	Shipped    int64       `json:"shipped"`
	Received   int64       `json:"received"`
	Receivable int64       `json:"receivable"`
	Overdue    int64       `json:"overdue"`
	Worst      int         `json:"days"`
}

// The exercise of specification M77.
var (
	shipments = []moved{{kernel.On(2026, 1, 20), 12000}, {kernel.On(2026, 2, 18), 15000}, {kernel.On(2026, 3, 18), 16000}, {kernel.On(2026, 4, 16), 18000}, {kernel.On(2026, 5, 20), 20000}}
	payments  = []moved{{kernel.On(2026, 3, 10), 12000}, {kernel.On(2026, 4, 15), 9000}, {kernel.On(2026, 5, 20), 18000}}
	byMonths  = []stood{
		{kernel.On(2026, 2, 28), 27000, 0, 27000, 0, 0},
		{kernel.On(2026, 3, 31), 43000, 12000, 31000, 0, 0},
		{kernel.On(2026, 4, 30), 61000, 21000, 40000, 6000, 30},
		{kernel.On(2026, 5, 31), 81000, 39000, 42000, 4000, 31},
	}
	byDays = []stood{
		{kernel.On(2026, 3, 31), 43000, 12000, 31000, 15000, 1},
		{kernel.On(2026, 4, 30), 61000, 21000, 40000, 6000, 31},
		{kernel.On(2026, 5, 31), 81000, 39000, 42000, 22000, 31},
	}
)

func owed(in traded) (all []stood, _ error) {
	rule := terms.Rule{Mode: in.Mode, Days: 30}
	var documents []receivable.Document
	for i, m := range in.Shipments {
		documents = append(documents, receivable.Document{ID: int64(i + 1), On: m.On, Due: rule.Due(m.On), Amount: m.Amount})
	}
	for i, m := range in.Receipts {
		documents = append(documents, receivable.Document{ID: int64(-i - 1), Kind: receivable.Receipt, On: m.On, Amount: m.Amount})
	}
	for _, on := range in.On {
		s := receivable.AsOf(on, documents, nil)
		all = append(all, stood{on, s.Claimed, s.Received, s.Receivable, s.Overdue, s.Worst})
	}
	return all, nil
}
