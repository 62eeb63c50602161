package ledger

import (
	"context"
	"strconv"
	"strings"

	"erba/kernel"
	"erba/platform/db"
)

const bars, tops = 12, 10

// Summary is what the account page shows; zero asOf is today.
func (s *Service) Summary(ctx context.Context, account kernel.ID, asOf kernel.Date, months int) (sum Summary, err error) {
	if asOf.IsZero() {
		asOf = kernel.Today()
	}
	sum.AsOf, sum.From = asOf, asOf.AddMonths(-months).Add(1)
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		return summarise(tx, account, &sum)
	})
	return sum, err
}

func summarise(tx *db.Tx, account kernel.ID, sum *Summary) error {
	now, err := findState(tx)
	if err != nil {
		return err
	}
	sum.Currency, sum.Revision = now.Currency, now.Revision
	hidden, err := hiddenNow(tx)
	if err != nil {
		return err
	}
	this := span{sum.From, sum.AsOf}
	last := span{sum.From.AddMonths(-12), sum.AsOf.AddMonths(-12)}
	month := span{MonthOf(sum.AsOf).Day(1), sum.AsOf}
	h, err := historyOf(tx, account, now.Revision, hidden, this, last, month)
	if err != nil {
		return err
	}
	sum.tell(h, this, last, month)
	if sum.Products, err = topProducts(tx, account, this, hidden, tops); err != nil {
		return err
	}
	c, err := findClaims(tx, account, sum.AsOf, hidden)
	sum.Open, sum.Overdue = c.Open, c.Overdue
	return err
}

// historyOf loads what some windows of an account need.
func historyOf(tx *db.Tx, account kernel.ID, revision int64, hidden []kernel.ID, windows ...span) (*history, error) {
	all, err := monthsOf(tx, db.If(true, "m.account_id = ?", account), revision)
	if err != nil {
		return nil, err
	}
	h := &history{lines: map[Month][]sold{}}
	h.months, _ = latest(all)
	if h.apart, err = carriedOf(tx, account, revision); err != nil {
		return nil, err
	}
	var edges []Month
	for _, w := range windows {
		edges = append(edges, w.edges()...)
	}
	lines, err := linesOf(tx, account, edges, hidden)
	for _, l := range lines {
		m := MonthOf(kernel.FromOrdinal(l.day))
		h.lines[m] = append(h.lines[m], l)
	}
	return h, err
}

// tell fills in the figures.
func (sum *Summary) tell(h *history, this, last, month span) {
	window := h.in(this)
	sum.Sums, sum.Net, sum.Gross, sum.Before = window.Sums, window.Net(), window.Gross(), h.in(last).Net()
	end := MonthOf(sum.AsOf)
	sum.Bars = make([]Bar, bars)
	for i := range sum.Bars {
		sum.Bars[i].Month = end - bars + 1 + Month(i)
	}
	for _, m := range h.months {
		if i := int(m.Month - end + bars - 1); 0 <= i && i < bars-1 {
			sum.Bars[i].fill(m.Sums)
		}
		if i := int(m.Month - end + 2*bars - 1); 0 <= i && i < bars {
			sum.Bars[i].LastYear = m.Net()
		}
		if e := m.whole(); !e.First.IsZero() && sum.FirstOn.IsZero() {
			sum.FirstOn = e.First
		}
		if m.Month < end && m.LastDay > 0 {
			sum.LastOn = m.whole().Last
		}
	}
	part := h.in(month)
	sum.Bars[bars-1].fill(part.Sums)
	if !part.Last.IsZero() {
		sum.LastOn = part.Last
	}
}

func (b *Bar) fill(s Sums) {
	b.Sales, b.Returns, b.Gross, b.Orders = s.Net(), s.Returns, s.Gross(), s.Orders
}

// Lines returns a page of an account's order lines, the latest first.
func (s *Service) Lines(ctx context.Context, q Query) (page Rows, err error) {
	on, id, err := parseCursor(q.After)
	if err != nil {
		return page, err
	}
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, q.Account); err != nil {
			return err
		}
		hidden, err := hiddenNow(tx)
		if err == nil {
			page.Rows, err = pageOfLines(tx, q, on, id, hidden)
		}
		return err
	})
	for i := range page.Rows {
		page.Rows[i].ID = strconv.FormatInt(page.Rows[i].Key, 36)
	}
	if n := len(page.Rows); n > 0 && n == q.Limit {
		page.Next = cursor(page.Rows[n-1].On, page.Rows[n-1].Key)
	}
	return page, err
}

// Invoices returns a page of an account's invoices, the latest first.
func (s *Service) Invoices(ctx context.Context, account kernel.ID, after string, limit int) (page InvoiceRows, err error) {
	on, id, err := parseCursor(after)
	if err != nil {
		return page, err
	}
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		hidden, err := hiddenNow(tx)
		if err == nil {
			page.Rows, err = pageOfInvoices(tx, account, on, id, hidden, limit)
		}
		return err
	})
	today := kernel.Today()
	for i := range page.Rows {
		r := &page.Rows[i]
		r.ID = strconv.FormatInt(r.Key, 36)
		if !r.DueOn.IsZero() && r.SettledOn.IsZero() {
			r.Overdue = max(0, today.Days(r.DueOn))
		}
	}
	if n := len(page.Rows); n > 0 && n == limit {
		page.Next = cursor(page.Rows[n-1].IssuedOn, page.Rows[n-1].Key)
	}
	return page, err
}

// cursor names a row by the order of the list: its day and its ID.
func cursor(on kernel.Date, id int64) string { return on.String() + "." + strconv.FormatInt(id, 36) }

// parseCursor reads what cursor wrote; "" is before the first row.
func parseCursor(s string) (on kernel.Date, id int64, err error) {
	if s == "" {
		return on, 0, nil
	}
	day, number, _ := strings.Cut(s, ".")
	if err = on.UnmarshalText([]byte(day)); err == nil {
		if id, err = strconv.ParseInt(number, 36, 64); err != nil {
			err = kernel.Invalid("ledger.bad_page")
		}
	}
	return on, id, err
}
