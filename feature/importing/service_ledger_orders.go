package importing

import (
	"strings"

	"erba/feature/ledger"
	"erba/platform/db"
)

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
