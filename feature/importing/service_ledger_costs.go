package importing

import (
	"erba/feature/ledger"
	"erba/kernel"
)

// costs books the file as what was put into accounts.
func (b *books) costs() error {
	reader := b.sheet.Spendings()
	read := func(n int, row []string, s *Spending) *Rejection {
		s.Row = n
		return reader.Read(row, s)
	}
	var all []ledger.Cost
	var from []origin
	return run(b.load, read, func(p *piece[Spending]) error {
		if err := b.resolve(len(p.rows), func(i int) Party { return p.rows[i].Account }); err != nil {
			return err
		}
		all, from = all[:0], from[:0]
		for i := range p.rows {
			one := &p.rows[i]
			reason := b.spend(one)
			switch {
			case reason != "":
				b.refuse(Rejection{one.Row, b.settings.Matching["account"], one.Account.Code, reason}, p.cellsOf(i))
			case one.Cost.Account.IsZero():
				b.outcome.Inserted++
				show(b, one, costCells, one.Cost, nil)
			default:
				b.tally.Cost(&one.Cost)
				all, from = append(all, one.Cost), append(from, one)
			}
		}
		if b.dry {
			return foresee(b, b.ledger.CompareCosts, all, from, costCells)
		}
		return b.count(b.ledger.BookCosts(b.ctx, b.batch, all))
	})
}

// spend finds the account of an entry and its amount in the base currency, or
// says why it cannot be booked.
func (b *books) spend(s *Spending) (reason string) {
	if s.Cost.Account, reason = b.account(s.Account); reason != "" || s.Currency == "" || s.Currency == b.base {
		s.Currency = ""
		return reason
	}
	rate, ok := b.rate(s.Currency, s.On)
	if !ok {
		return "rate_missing"
	}
	s.Amount, s.Original = share(s.Amount, rate.Micro(), 1_000_000), s.Amount
	return ""
}

func costCells(c ledger.Cost) []WrittenCell {
	hours, spent := "", ""
	if c.Hours != (kernel.Decimal{}) {
		hours = c.Hours.String()
	}
	if c.Amount != 0 {
		spent = major(c.Amount)
	}
	return []WrittenCell{{"number", c.Number, nil}, {"date", c.On.String(), nil}, {"kind", c.Kind, nil}, {"person", c.Person, nil},
		{"hours", hours, nil}, {"spent", spent, nil}, {"currency", c.Currency, nil}, {"note", c.Note, nil}}
}
