package importing

import (
	"erba/feature/ledger"
	"erba/platform/db"
)

// quotes books the file as exchange rates.
func (l *load) quotes() error {
	var base string
	if err := l.db.Read(l.ctx, func(tx *db.Tx) (err error) {
		base, err = l.ledger.Currency(tx)
		return err
	}); err != nil {
		return err
	}
	reader := l.sheet.Quotes()
	read := func(n int, row []string, q *Quote) *Rejection {
		q.Row = n
		return reader.Read(row, q)
	}
	book := l.ledger.BookRates
	if l.dry {
		book = l.ledger.CompareRates
	}
	return run(l, read, func(p *piece[Quote]) error {
		var all []ledger.Rate
		var rows []int
		for i, q := range p.rows {
			if q.To != "" && q.To != base || q.From == base {
				l.refuse(Rejection{q.Row, l.settings.Matching["to"], q.From + " → " + q.To, "not_base"}, p.cellsOf(i))
				continue
			}
			all, rows = append(all, ledger.Rate{Currency: q.From, Since: q.On, Rate: q.Rate}), append(rows, q.Row)
		}
		return l.each(len(all), func(tx *db.Tx, from, to int) error {
			out, err := book(tx, all[from:to])
			l.outcome(out.Inserted, out.Updated, out.Same)
			for _, one := range out.Some {
				exhibit(l, rows[from+one.Row], rateCells, one.Now, one.Was)
			}
			return err
		})
	})
}

func rateCells(r ledger.Rate) []WrittenCell {
	return []WrittenCell{{"date", r.Since.String(), nil}, {"currency", r.Currency, nil}, {"rate", r.Rate.String(), nil}}
}
