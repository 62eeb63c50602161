package importing

import (
	"errors"
	"slices"
	"strings"

	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// books is a load into the ledger.
type books struct {
	*load
	batch    kernel.ID
	blind    bool // who imports may not read costs: his file says nothing about them
	tally    *ledger.Tally
	base     string
	rates    []ledger.Rate
	outcome  ledger.Outcome
	from, to kernel.Date     // of the days in the file
	products map[string]bool // whether we know it
}

const knownProducts = 100_000 // product codes remembered

func (l *load) books(batch kernel.ID) (*books, error) {
	viewer, _ := identity.From(l.ctx)
	b := &books{load: l, batch: batch, tally: ledger.NewTally(), products: map[string]bool{}, blind: !viewer.Reaches("margin:read")}
	err := l.db.Read(l.ctx, func(tx *db.Tx) (err error) {
		b.base, err = l.ledger.Currency(tx)
		return err
	})
	if err == nil {
		b.rates, err = l.ledger.Rates(l.ctx, "")
	}
	slices.SortFunc(b.rates, func(x, y ledger.Rate) int { return y.Since.Compare(x.Since) })
	return b, err
}

// rate is what a currency is worth on a day; false when nobody has said so.
func (b *books) rate(currency string, on kernel.Date) (kernel.Decimal, bool) {
	for _, r := range b.rates {
		if r.Currency == currency && r.Since.Compare(on) <= 0 {
			return r.Rate, true
		}
	}
	return kernel.Decimal{}, false
}

// span widens the days of the file.
func (b *books) span(on kernel.Date) {
	if b.from.IsZero() || on.Compare(b.from) < 0 {
		b.from = on
	}
	if on.Compare(b.to) > 0 {
		b.to = on
	}
}

// orders books the file as lines of orders.
func (b *books) orders() error {
	reader := b.sheet.Orders()
	read := func(n int, row []string, o *Order) *Rejection {
		o.Row = n
		return reader.Read(row, o)
	}
	var lines []ledger.Line
	var from []origin
	return run(b.load, read, func(p *piece[Order]) error {
		if err := b.resolve(len(p.rows), func(i int) Party { return p.rows[i].Account }); err != nil {
			return err
		}
		if err := b.meetProducts(p.rows); err != nil {
			return err
		}
		lines, from = lines[:0], from[:0]
		for i := range p.rows {
			line, reason := b.line(&p.rows[i])
			switch {
			case reason != "":
				b.refuse(Rejection{p.rows[i].Row, b.settings.Matching["account"], p.rows[i].Account.Code, reason}, p.cellsOf(i))
			case line.Account.IsZero(): // a dry run opens no accounts; their lines are new
				b.outcome.Inserted++
				show(b, &p.rows[i], b.lineCells, line, nil)
			default:
				lines, from = append(lines, line), append(from, &p.rows[i])
			}
		}
		if b.dry {
			return foresee(b, b.ledger.CompareLines, lines, from, b.lineCells)
		}
		return b.count(b.ledger.BookLines(b.ctx, b.batch, lines))
	})
}

func (b *books) count(o ledger.Outcome, err error) error {
	b.outcome = b.outcome.Plus(o)
	return err
}

// line is the ledger's line of a row, or why there is none.
func (b *books) line(o *Order) (line ledger.Line, reason string) {
	id, reason := b.account(o.Account)
	if reason != "" {
		return line, reason
	}
	line = ledger.Line{Account: id, Order: o.Order, Number: o.Line, Product: o.Product, On: o.On, Quantity: o.Quantity, Price: o.Price,
		Amount: o.Net, Tax: o.Tax, Cost: o.Cost, Costed: o.Costed, EndAccount: o.End, ShipTo: o.ShipTo, Company: o.Company}
	if b.blind {
		line.Cost, line.Costed, line.Blind = 0, false, true
	}
	if o.Currency != "" && o.Currency != b.base {
		rate, ok := b.rate(o.Currency, o.On)
		if !ok {
			return line, "rate_missing"
		}
		line.Currency, line.Original = o.Currency, o.Net
		for _, amount := range []*int64{&line.Amount, &line.Tax, &line.Cost} {
			*amount = share(*amount, rate.Micro(), 1_000_000)
		}
	}
	b.span(o.On)
	b.tally.Line(&line)
	return line, ""
}

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

// receipts books the file as money that came in.
func (b *books) receipts() error {
	var all []ledger.Receipt
	var from []origin
	return b.claims(func(p *piece[Claim]) error {
		all, from = all[:0], from[:0]
		b.each(p, func(id kernel.ID, c *Claim, amount, original int64, currency string) {
			one := ledger.Receipt{Account: id, Number: c.Number, ReceivedOn: c.On, Invoice: c.Invoice,
				Amount: amount, Currency: currency, Original: original}
			if id.IsZero() {
				b.outcome.Inserted++
				show(b, c, receiptCells, one, nil)
				return
			}
			b.tally.Receipt(&one)
			all, from = append(all, one), append(from, c)
		})
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

// account is the account of a row, zero for one that a dry run would open, or
// why there is none.
func (b *books) account(p Party) (kernel.ID, string) {
	id, known := b.known[p]
	switch {
	case !id.IsZero() || b.fresh[p]:
		return id, ""
	case known && b.reasonOf[p] != "":
		return id, b.reasonOf[p]
	}
	return id, "account_unknown"
}

// meetProducts counts the lines whose product is not in our list.
func (b *books) meetProducts(rows []Order) error {
	if len(b.products) > knownProducts {
		clear(b.products)
	}
	var codes []string
	for i := range rows {
		if _, met := b.products[rows[i].Product]; !met && rows[i].Product != "" {
			code := strings.Clone(rows[i].Product)
			b.products[code] = false
			codes = append(codes, code)
		}
	}
	err := b.db.Read(b.ctx, func(tx *db.Tx) error {
		found, err := b.catalogue.ByCode(tx, codes)
		for code := range found {
			b.products[code] = true
		}
		return err
	})
	for i := range rows {
		if p := rows[i].Product; p != "" && !b.products[p] {
			b.warn("product_unknown", p)
		}
	}
	return err
}

// lacking is what a file of complete months lacks; on behalf of a batch those
// lines are reversed.
func (b *books) lacking() error {
	if !b.settings.CompleteMonths || b.settings.Kind != Orders || b.from.IsZero() {
		return nil
	}
	from, to := b.from.Month(), b.to.Month().AddMonths(1).Add(-1)
	gap, err := b.ledger.Lacks(b.ctx, b.settings.Source, from, to, b.tally)
	if err != nil {
		return err
	}
	share := float64(gap.Lines) / float64(max(1, gap.Known))
	b.report.Missing = &Missing{Lines: gap.Lines, Amount: kernel.Micro(gap.Minor * 10_000), Share: share}
	switch {
	case b.dry || gap.Lines == 0:
		return nil
	case share > Asked && !b.settings.Sure:
		return kernel.Refused("importing.many_missing", "lines", gap.Lines, "amount", b.report.Missing.Amount)
	}
	_, err = b.ledger.Reverse(b.ctx, b.batch, from, to, b.tally)
	return err
}

// begin opens a batch for an import and notes it there; a batch that a dead
// import of the same source left is dropped first.
func (l *load) begin(r *record) error {
	err := l.open(r)
	if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Kind != kernel.KindRefused {
		return err
	}
	if buried, bad := l.bury(); bad != nil || !buried {
		return errors.Join(bad, err)
	}
	return l.open(r)
}

func (l *load) open(r *record) error {
	_, err := l.ledger.BeginWith(l.ctx, ledger.Batch{Source: l.settings.Source, Kind: l.settings.Kind, File: l.file.Name},
		func(tx *db.Tx, b ledger.Batch) error {
			r.Batch = b.ID
			return save(tx, *r)
		})
	if err != nil {
		r.Batch = kernel.ID{}
	}
	return err
}
