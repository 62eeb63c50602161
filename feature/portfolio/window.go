package portfolio

import (
	"math"

	"erba/kernel"
)

// window is the days of a question in terms of the roll-up: whole months, and
// at each end perhaps a part of a month, which only the lines know.
type window struct {
	from, asOf  kernel.Date
	first, last int32     // whole months
	edges       []Stretch // parts of months
	months      int       // as asked; 0: from is a day of its own, or since ever
}

// Stretch is some days of one month, both ends included.
type Stretch struct {
	From, To kernel.Date
	outside  bool // before the window: only the days of its orders count
}

// Edge is what an account did in a stretch.
type Edge struct {
	Account           kernel.ID
	outside           bool
	Sales, Cost       int64
	Returns, Returned int64
	Orders, Lines     int32
	First, Last       kernel.Date
}

// windowOf splits a settled question. Behind the last day of the ledger there
// is nothing, so there a part of a month is as good as the whole.
func windowOf(a Ask, until kernel.Date) window {
	w := window{from: a.From, asOf: a.AsOf, months: a.Months, first: math.MinInt16, last: numberOf(a.AsOf)}
	end := a.AsOf
	if end.Compare(until) >= 0 {
		end = lastOf(end)
	}
	if !a.From.IsZero() {
		w.first = numberOf(a.From)
		if a.From != a.From.Month() {
			w.edges = append(w.edges, Stretch{From: a.From, To: earlier(lastOf(a.From), end)})
			w.first++
		}
	}
	if end != lastOf(end) {
		if w.last >= w.first {
			w.edges = append(w.edges, Stretch{From: end.Month(), To: end})
		} else { // the one edge is the whole window; orders before it are still orders
			w.edges = append(w.edges, Stretch{From: end.Month(), To: a.From.Add(-1), outside: true})
		}
		w.last--
	}
	return w
}

func lastOf(d kernel.Date) kernel.Date { return d.Month().AddMonths(1).Add(-1) }

func earlier(a, b kernel.Date) kernel.Date {
	if a.Compare(b) < 0 {
		return a
	}
	return b
}

// never is the day of an order that there was not.
const never = math.MinInt32

// sums are what every account did in a window, row by row. The slices are
// equally long; value is sales itself where that is the measure.
type sums struct {
	sales, value  []int64
	orders, lines []int32
	first, final  []int32 // days of the first and the last order ever, up to the as-of day
	costed        bool    // some line has a cost
}

// sum scans the columns once and adds the edges.
func (c *Columns) sum(a Ask, w window, edges []Edge) *sums {
	n := c.Len()
	s := &sums{sales: make([]int64, n), orders: make([]int32, n), lines: make([]int32, n),
		first: make([]int32, n), final: make([]int32, n)}
	s.value = s.sales
	if a.Measure == Gross {
		s.value = make([]int64, n)
	}
	for b, block := range c.blocks {
		s.scan(block, b*span, a, w)
	}
	for i := range edges {
		if row := c.Row(edges[i].Account); row >= 0 {
			s.edge(row, &edges[i], a)
		}
	}
	for row := range int32(n) {
		if !c.there.Has(row) {
			s.sales[row], s.value[row], s.orders[row], s.lines[row], s.first[row], s.final[row] = 0, 0, 0, 0, never, never
		}
	}
	return s
}

// scan adds the whole months of a block.
func (s *sums) scan(b *block, row int, a Ask, w window) {
	first, last, upTo := int16(w.first), int16(w.last), int16(numberOf(w.asOf))
	if len(w.edges) > 0 && int32(upTo) != w.last {
		upTo-- // the as-of month is an edge
	}
	for i := range len(b.sales.start) - 1 {
		s.first[row+i], s.final[row+i] = b.ends(i, upTo)
		amount, cost := int64(0), int64(0)
		for at := b.sales.start[i]; at < b.sales.start[i+1]; at++ {
			if m := b.sales.month[at]; m >= first && m <= last {
				amount, cost = amount+b.sales.amount[at], cost+b.sales.cost[at]
				s.orders[row+i] += b.orders[at]
				if a.Returns == Net || b.orders[at] > 0 || b.sales.amount[at] != 0 { // else it only has returns
					s.lines[row+i] += b.lines[at]
				}
			}
		}
		if a.Returns == Net {
			back, returned := b.returns.sum(i, first, last)
			amount, cost = amount+back, cost+returned
		}
		s.add(row+i, amount, cost, a)
	}
}

func (t *track) sum(i int, first, last int16) (amount, cost int64) {
	for at := t.start[i]; at < t.start[i+1]; at++ {
		if m := t.month[at]; m >= first && m <= last {
			amount, cost = amount+t.amount[at], cost+t.cost[at]
		}
	}
	return amount, cost
}

// ends are the days of the first and the last order of an account.
func (b *block) ends(i int, upTo int16) (first, final int32) {
	first, final = never, never
	lo, hi := b.sales.start[i], b.sales.start[i+1]
	for at := lo; at < hi && b.sales.month[at] <= upTo; at++ {
		if b.first[at] > 0 {
			first = ordinal(b.sales.month[at], b.first[at])
			break
		}
	}
	for at := hi - 1; at >= lo; at-- {
		if b.sales.month[at] <= upTo && b.final[at] > 0 {
			final = ordinal(b.sales.month[at], b.final[at])
			break
		}
	}
	return first, final
}

func (s *sums) add(row int, amount, cost int64, a Ask) {
	s.sales[row] += amount
	if a.Measure == Gross {
		s.value[row] += amount - cost
	}
	s.costed = s.costed || cost != 0
}

func (s *sums) edge(row int32, e *Edge, a Ask) {
	if !e.outside {
		amount, cost := e.Sales, e.Cost
		if a.Returns == Net {
			amount, cost = amount+e.Returns, cost+e.Returned
		}
		s.add(int(row), amount, cost, a)
		s.orders[row] += e.Orders
		if a.Returns == Net || e.Orders > 0 || e.Sales != 0 {
			s.lines[row] += e.Lines
		}
	}
	if !e.First.IsZero() && (s.first[row] == never || e.First.Ordinal() < s.first[row]) {
		s.first[row] = e.First.Ordinal()
	}
	if !e.Last.IsZero() {
		s.final[row] = max(s.final[row], e.Last.Ordinal())
	}
}

// yearly turns amounts of the window into those of a year, which the grid and
// the two values speak of.
func (w window) yearly(since int32) func(int64) int64 {
	days := int64(w.asOf.Ordinal() - since + 1)
	if !w.from.IsZero() {
		days = int64(w.asOf.Days(w.from) + 1)
	}
	switch {
	case w.months == Usual:
		return func(v int64) int64 { return v }
	case w.months > 0:
		return func(v int64) int64 { return v * Usual / int64(w.months) }
	}
	days = max(days, 1)
	return func(v int64) int64 { return v/days*365 + v%days*365/days }
}
