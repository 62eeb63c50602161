package target

import (
	"context"

	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// question is what was done in which days; while neither the ledger nor an
// account changes, neither does the answer.
type question struct {
	measure string
	days    [25]Span // the months of the year, of the year before, and of that the days up to the same point
}

// deeds are the answer: what everybody's accounts brought, by who owns them, or
// what was sold of each product line.
type deeds struct {
	columns  *portfolio.Columns
	receipts int64
	by       map[kernel.ID]Done
	lines    map[string]Done
}

// mostKnown is how many answers are remembered before we begin anew.
const mostKnown = 12

// asOf is up to which day things have been done: the last one of the ledger, at
// most today.
func (s *Service) asOf(ctx context.Context) (kernel.Date, error) {
	c, err := s.portfolio.Columns(ctx)
	if err != nil {
		return kernel.Date{}, err
	}
	if today := s.today(); c.Until.IsZero() || c.Until.Compare(today) > 0 {
		return today, nil
	}
	return c.Until, nil
}

// asks is what has to be known of a year up to a day.
func asks(years Calendars, year int64, measure string, asOf kernel.Date) (q question) {
	q.measure = measure
	now, before := years.Of(year), years.Of(year-1)
	q.days[24] = Span{before.Days().From, before.Days().From.Add(-1)} // nothing
	for i := range 12 {
		q.days[i], _ = now.Months[i].until(asOf)
		q.days[12+i] = before.Months[i]
		switch month := now.Months[i]; {
		case month.To.Compare(asOf) <= 0:
			q.days[24].To = before.Months[i].To
		case month.holds(asOf):
			same := before.Months[i].From.Add(asOf.Days(month.From))
			q.days[24], _ = Span{q.days[24].From, same}.until(before.Months[i].To)
		}
	}
	return q
}

// filed is where what was done on a day stands: in the months, or up to the point.
func (d *Done) file(i int, amount int64) {
	switch {
	case i < 12:
		d.Actual[i] += amount
	case i < 24:
		d.Before[i-12] += amount
	default:
		d.SoFar += amount
	}
}

// done answers a question, out of memory if nothing has changed.
func (s *Service) done(ctx context.Context, q question, lines bool) (*deeds, error) {
	ctx = identity.With(ctx, identity.System()) // counted for everybody, told to whom it concerns
	c, err := s.portfolio.Columns(ctx)
	if err != nil {
		return nil, err
	}
	receipts := int64(0)
	if q.measure == Collection {
		err = s.db.Read(ctx, func(tx *db.Tx) error { receipts, err = s.ledger.ReceiptsRevision(tx); return err })
		if err != nil {
			return nil, err
		}
	}
	s.mu.Lock()
	old := s.known[q]
	s.mu.Unlock()
	if old != nil && old.columns == c && old.receipts == receipts && (!lines || old.lines != nil) {
		return old, nil
	}
	next := &deeds{columns: c, receipts: receipts}
	switch {
	case q.measure == Collection:
		next.by, err = s.collected(ctx, c, q)
	default:
		next.by, err = s.sold(ctx, c, q)
	}
	if err == nil && lines {
		next.lines, err = s.byLine(ctx, q)
	}
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.known) >= mostKnown {
		clear(s.known)
	}
	s.known[q] = next
	return next, nil
}

// sold is what everybody's accounts bought.
func (s *Service) sold(ctx context.Context, c *portfolio.Columns, q question) (map[kernel.ID]Done, error) {
	by := map[kernel.ID]Done{}
	for i, days := range q.days {
		if days.From.Compare(days.To) > 0 {
			continue
		}
		sales, err := s.portfolio.Sold(ctx, c, days.From, days.To)
		if err != nil {
			return nil, err
		}
		for row, amount := range sales {
			if amount != 0 {
				owner := c.Account(int32(row)).Owner
				d := by[owner]
				d.file(i, amount)
				by[owner] = d
			}
		}
	}
	return by, nil
}

// collected is what came in from everybody's accounts.
func (s *Service) collected(ctx context.Context, c *portfolio.Columns, q question) (map[kernel.ID]Done, error) {
	by := map[kernel.ID]Done{}
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := s.ledger.Receipts(tx, q.days[12].From, later(q.days[11].To, q.days[23].To))
		for _, r := range all {
			row := c.Row(r.Account)
			if row < 0 {
				continue // it is newer than the columns: the next question counts it
			}
			owner := c.Account(row).Owner
			d := by[owner]
			for i, days := range q.days {
				if days.holds(r.On) {
					d.file(i, r.Amount)
				}
			}
			by[owner] = d
		}
		return err
	})
	return by, err
}

func later(a, b kernel.Date) kernel.Date {
	if a.Compare(b) > 0 {
		return a
	}
	return b
}

// byLine is what was sold of each line of products; what belongs to none has none.
func (s *Service) byLine(ctx context.Context, q question) (map[string]Done, error) {
	by := map[string]Done{}
	return by, s.db.Read(ctx, func(tx *db.Tx) error {
		lines := map[string]string{} // by code
		for i, days := range q.days {
			if days.From.Compare(days.To) > 0 {
				continue
			}
			sold, err := s.ledger.Codes(tx, days.From, days.To)
			if err != nil {
				return err
			}
			var fresh []string
			for _, one := range sold {
				if _, known := lines[one.Product]; !known {
					lines[one.Product] = ""
					fresh = append(fresh, one.Product)
				}
			}
			found, err := s.products.ByCode(tx, fresh)
			if err != nil {
				return err
			}
			for code, p := range found {
				lines[code] = p.Line
			}
			for _, one := range sold {
				d := by[lines[one.Product]]
				d.file(i, one.Amount)
				by[lines[one.Product]] = d
			}
		}
		return nil
	})
}
