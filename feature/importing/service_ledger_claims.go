package importing

import (
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/db"
)

// invoices books the file as invoices and credit notes.
func (b *books) invoices() error {
	var all []ledger.Invoice
	var from []origin
	return b.claims(func(p *piece[Claim]) error {
		all, from = all[:0], from[:0]
		b.each(p, func(id kernel.ID, c *Claim, amount, original int64, currency string) {
			one := ledger.Invoice{Account: id, Number: c.Number, IssuedOn: c.On, DueOn: c.Due, SettledOn: c.Settled,
				Amount: amount, Currency: currency, Original: original}
			if id.IsZero() {
				b.outcome.Inserted++
				show(b, c, invoiceCells, one, nil)
				return
			}
			b.tally.Invoice(&one)
			all, from = append(all, one), append(from, c)
		})
		if b.dry {
			return foresee(b, b.ledger.CompareInvoices, all, from, invoiceCells)
		}
		return b.count(b.ledger.BookInvoices(b.ctx, b.batch, all))
	})
}

// exceeded tells of credit notes that are larger than their invoice.
func (b *books) exceeded() error {
	return b.db.Read(b.ctx, func(tx *db.Tx) error {
		numbers, err := b.ledger.Exceeded(tx, b.batch)
		for _, number := range numbers {
			b.warn("credit_exceeds", number)
		}
		return err
	})
}

// receipts books the file as money that came in.
func (b *books) receipts() error {
	var all []ledger.Receipt
	var from []origin
	return b.claims(func(p *piece[Claim]) error {
		all, from = all[:0], from[:0]
		b.each(p, func(id kernel.ID, c *Claim, amount, original int64, currency string) {
			one := ledger.Receipt{Account: id, Number: c.Number, ReceivedOn: c.On, Invoice: c.Invoice,
				Amount: amount, Currency: currency, Original: original,
				Party: b.third(c), Method: c.Bill.Method, Matures: c.Bill.Matures, Recourse: c.Bill.Recourse, Accepted: c.Bill.Accepted}
			if id.IsZero() {
				b.outcome.Inserted++
				show(b, c, receiptCells, one, nil)
				return
			}
			b.tally.Receipt(&one)
			all, from = append(all, one), append(from, c)
		})
		if err := b.twins(all); err != nil {
			return err
		}
		if b.dry {
			return foresee(b, b.ledger.CompareReceipts, all, from, receiptCells)
		}
		return b.count(b.ledger.BookReceipts(b.ctx, b.batch, all))
	})
}

func (b *books) claims(book func(*piece[Claim]) error) error {
	reader := b.sheet.Claims()
	read := func(n int, row []string, c *Claim) *Rejection {
		c.Row = n
		return reader.Read(row, c)
	}
	return run(b.load, read, func(p *piece[Claim]) error {
		if err := b.payers(p.rows); err != nil {
			return err
		}
		if err := b.resolve(len(p.rows), func(i int) Party { return p.rows[i].Account }); err != nil {
			return err
		}
		return book(p)
	})
}

// each hands over the claims that can be booked, in the base currency. A dry
// run opens no accounts; the claims on those that it would open come without.
func (b *books) each(p *piece[Claim], take func(id kernel.ID, c *Claim, amount, original int64, currency string)) {
	for i := range p.rows {
		c := &p.rows[i]
		id, reason := b.account(c.Account)
		amount, original, currency := c.Amount, int64(0), ""
		if reason == "" && c.Currency != "" && c.Currency != b.base {
			rate, ok := b.rate(c.Currency, c.On)
			if !ok {
				reason = "rate_missing"
			}
			amount, original, currency = share(c.Amount, rate.Micro(), 1_000_000), c.Amount, c.Currency
		}
		if reason != "" {
			b.refuse(Rejection{c.Row, b.settings.Matching["account"], c.Account.Code, reason}, p.cellsOf(i))
			continue
		}
		take(id, c, amount, original, currency)
	}
}
