package ledger

import (
	"slices"

	"erba/kernel"
)

// sold is what the roll-up needs of a line.
type sold struct {
	order    uint64
	day      int32
	positive bool
	costed   bool
	amount   int64
	cost     int64
}

// orderKey tells orders of one account apart; a line without a number belongs
// to the order of its day.
func orderKey(number string, on kernel.Date) uint64 {
	if number == "" {
		number = on.String()
	}
	return hash(kernel.ID{}, number)
}

// sums are the line's own.
func (s *sold) sums() (t Sums) {
	t.Lines = 1
	if !s.costed {
		t.Uncosted = 1
	}
	if s.positive {
		t.Sales, t.Cost = s.amount, s.cost
	} else {
		t.Returns, t.ReturnsCost = s.amount, s.cost
	}
	return t
}

// carried is an order that the lines of one month do not tell all about.
type carried struct {
	month  Month
	order  uint64
	counts bool // in this month, because of a later one
}

// order is what the lines of one order say together.
type order struct {
	first    int32 // its earliest line
	positive bool  // it has a sale, so it counts
	early    bool  // it has one in its first month
	seen     Month // the last month that took note of it
}

// roll derives the months of one account from all of its lines.
type roll struct {
	orders map[uint64]order
	months []AccountMonth
	apart  []carried
}

// take derives anew; what it returned before is overwritten.
func (r *roll) take(account kernel.ID, lines []sold) ([]AccountMonth, []carried) {
	slices.SortFunc(lines, func(a, b sold) int { return int(a.day) - int(b.day) })
	r.months, r.apart = r.months[:0], r.apart[:0]
	clear(r.orders)
	for i := range lines {
		r.meet(&lines[i])
	}
	until := int32(-1 << 31)
	for i := range lines {
		if l := &lines[i]; l.day >= until || i == 0 {
			m := MonthOf(kernel.FromOrdinal(l.day))
			r.months = append(r.months, AccountMonth{Account: account, Month: m})
			until = (m + 1).Day(1).Ordinal()
		}
		r.count(&lines[i])
	}
	return r.months, r.apart
}

// meet notes the line's order; lines come by day, so the first sight is the earliest.
func (r *roll) meet(l *sold) {
	o, known := r.orders[l.order]
	if !known {
		o.first = l.day
	}
	if l.positive && !o.positive {
		o.positive = true
		o.early = o.first == l.day || MonthOf(kernel.FromOrdinal(o.first)) == MonthOf(kernel.FromOrdinal(l.day))
	}
	r.orders[l.order] = o
}

// count adds the line to the last month, and its order where it is due.
func (r *roll) count(l *sold) {
	m := &r.months[len(r.months)-1]
	m.add(l.sums())
	o := r.orders[l.order]
	if o.seen == m.Month {
		return
	}
	fresh := o.seen == 0
	o.seen = m.Month
	r.orders[l.order] = o
	switch {
	case fresh && o.positive:
		m.Orders++
		day := int64(l.day-m.Month.Day(1).Ordinal()) + 1
		if m.FirstDay == 0 {
			m.FirstDay = day
		}
		m.LastDay = day
		if !o.early {
			m.Carried++
			r.apart = append(r.apart, carried{m.Month, l.order, true})
		}
	case !fresh && o.positive:
		m.Carried++
		r.apart = append(r.apart, carried{m.Month, l.order, false})
	}
}

// edge sums the lines of one account in a part of one month. lines are those of
// the whole month; apart says which of its orders count for other reasons.
func edge(account kernel.ID, lines []sold, from, to int32, apart map[uint64]bool) Edge {
	e := Edge{Account: account}
	slices.SortFunc(lines, func(a, b sold) int { return int(a.day) - int(b.day) })
	orders := make(map[uint64]order, len(lines))
	for i := range lines {
		l := &lines[i]
		o, known := orders[l.order]
		if !known {
			o.first = l.day
		}
		o.positive = o.positive || l.positive
		orders[l.order] = o
		if from <= l.day && l.day <= to {
			e.add(l.sums())
		}
	}
	for key, o := range orders {
		if counts, known := apart[key]; known {
			o.positive = counts
		}
		if o.positive && from <= o.first && o.first <= to {
			e.order(kernel.FromOrdinal(o.first))
		}
	}
	return e
}

// order counts an order of a day.
func (e *Edge) order(on kernel.Date) {
	if e.Orders++; e.First.IsZero() || on.Compare(e.First) < 0 {
		e.First = on
	}
	if on.Compare(e.Last) > 0 {
		e.Last = on
	}
}
