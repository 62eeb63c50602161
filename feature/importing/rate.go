package importing

import (
	"erba/analysis/clean"
	"erba/kernel"
)

// Quote is an exchange rate as its row says it: so much of one currency is worth
// one unit of another, from a day on.
type Quote struct {
	Row      int
	On       kernel.Date
	From, To string // To "" = the base currency
	Rate     kernel.Decimal
}

// QuoteReader makes exchange rates of rows.
type QuoteReader struct {
	date, from, to, rate, units cell
	dates                       clean.Order
}

// Quotes reads the rows of a sheet as exchange rates.
func (s *Sheet) Quotes() *QuoteReader {
	return &QuoteReader{s.cell("date"), s.cell("currency"), s.cell("to"), s.cell("rate"), s.cell("units"), s.order}
}

// Read makes a rate of a row, or says which cell is to blame. Banks quote some
// currencies by the hundred; the rate kept is that of one unit.
func (r *QuoteReader) Read(row []string, q *Quote) (bad *Rejection) {
	if q.On, bad = r.date.date(row, r.dates); bad == nil && q.On.IsZero() {
		bad = r.date.reject(row, "date_missing")
	}
	if bad != nil {
		return bad
	}
	var bad2 *Rejection
	q.From, bad = currency(r.from, row)
	if bad == nil && q.From == "" {
		bad = r.from.reject(row, "currency_missing")
	}
	if q.To, bad2 = currency(r.to, row); first(bad, bad2) != nil {
		return first(bad, bad2)
	}
	rate, _, bad := r.rate.number(row)
	units, counted, bad2 := r.units.number(row)
	switch {
	case first(bad, bad2) != nil:
		return first(bad, bad2)
	case rate.Sign() <= 0:
		return r.rate.reject(row, "bad_rate")
	case counted && units.Sign() <= 0:
		return r.units.reject(row, "bad_number")
	case counted:
		rate = kernel.Micro(share(rate.Micro(), 1_000_000, units.Micro()))
	}
	q.Rate = rate
	return nil
}
