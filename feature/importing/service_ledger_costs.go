package importing

import (
	"erba/feature/ledger"
	"erba/kernel"
)

// costs books the file as what was put into accounts.
func (b *books) costs() error {
	reader, today := b.sheet.Spendings(), kernel.Today()
	read := func(n int, row []string, s *Spending) *Rejection {
		s.Row = n
		if bad := reader.Read(row, s); bad != nil {
			return bad
		}
		entry := s.cost()
		return reader.blame(row, entry.Check(today))
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
			entry, reason := b.spend(one)
			switch {
			case reason != "":
				b.refuse(Rejection{one.Row, b.settings.Matching["account"], one.Account.Code, reason}, p.cellsOf(i))
			case entry.Account.IsZero():
				b.outcome.Inserted++
				show(b, one, costCells, entry, nil)
			default:
				b.tally.Cost(&entry)
				all, from = append(all, entry), append(from, one)
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
func (b *books) spend(s *Spending) (c ledger.Cost, reason string) {
	c = s.cost()
	if c.Account, reason = b.account(s.Account); reason != "" || s.Currency == "" || s.Currency == b.base {
		c.Currency = ""
		return c, reason
	}
	rate, ok := b.rate(s.Currency, s.On)
	if !ok {
		return c, "rate_missing"
	}
	c.Amount, c.Original = share(s.Amount, rate.Micro(), 1_000_000), s.Amount
	return c, ""
}

// cost is the entry as the ledger takes it, without its account.
func (s *Spending) cost() ledger.Cost {
	return ledger.Cost{Number: s.Number, On: s.On, Kind: s.Kind, Person: s.Person, Hours: s.Hours, Amount: s.Amount, Note: s.Note, Currency: s.Currency}
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
