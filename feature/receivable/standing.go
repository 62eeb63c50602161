package receivable

import (
	"erba/analysis/receivable"
	"erba/analysis/terms"
	"erba/kernel"
)

// book says by which terms papers are due.
type book interface {
	Due(account kernel.ID, contract string, amount int64, on kernel.Date) []terms.Instalment
	For(account kernel.ID, contract string, on kernel.Date) terms.Terms
}

// entries are a paper as method M77 counts it: none of what is delivered and not
// invoiced, several of what is paid in instalments.
func (d *Document) entries(all []receivable.Document, b book) []receivable.Document {
	kind, ok := kinds[d.Kind]
	if !ok {
		return all
	}
	e := receivable.Document{ID: d.ID.Int(), Kind: kind, Number: d.Number, On: d.On, Due: d.Due, Settled: d.Settled, Amount: d.Amount, Reference: d.Reference}
	if kind != receivable.Claim {
		return append(all, e)
	}
	e.Grace = b.For(d.Account, d.Contract, d.On).Grace
	if !d.Due.IsZero() {
		return append(all, e)
	}
	for _, part := range b.Due(d.Account, d.Contract, d.Amount, d.On) {
		if e.Due, e.Amount = part.Due, part.Amount; e.Amount > 0 {
			all = append(all, e)
		}
	}
	return all
}

// exposure is what would be lost on a day.
func exposure(documents []Document, at At, s *receivable.Standing, c Config) Exposure {
	e := Exposure{Receivable: s.Receivable, Overdue: s.Overdue, Worst: s.Worst, Advance: s.Advance}
	shipped := map[string]int64{}
	for i := range documents {
		d := &documents[i]
		switch {
		case d.On.Compare(at.On) > 0:
		case d.Kind == Shipment:
			shipped[d.Number] += d.Amount
		case d.Kind == Bill && d.Matures.Compare(at.On) > 0 && (!d.Accepted || c.BankBills):
			e.Bills += d.Amount
		}
	}
	if len(shipped) > 0 {
		invoiced(documents, at, shipped)
	}
	for _, rest := range shipped {
		e.Shipped += max(0, rest)
	}
	return e
}

// invoiced takes what was invoiced off what was delivered.
func invoiced(documents []Document, at At, shipped map[string]int64) {
	for i := range documents {
		d := &documents[i]
		if d.Kind != Invoice || d.On.Compare(at.On) > 0 {
			continue
		}
		for _, number := range []string{d.Reference, d.Number} {
			if _, ok := shipped[number]; ok && number != "" {
				shipped[number] -= d.Amount
				break
			}
		}
	}
}
