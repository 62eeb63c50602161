package ledger

import "erba/kernel"

// span is a window of days, both ends included.
type span struct{ from, to kernel.Date }

// edges are the months of which the span holds only a part.
func (w span) edges() (months []Month) {
	first, last := MonthOf(w.from), MonthOf(w.to)
	if w.from != first.Day(1) || first == last && w.to != last.Last() {
		months = append(months, first)
	}
	if last != first && w.to != last.Last() {
		months = append(months, last)
	}
	return months
}

// history is what is known of one account: its current months, the lines of
// some of them, and the orders these do not tell all about.
type history struct {
	months []AccountMonth
	lines  map[Month][]sold
	apart  map[Month]map[uint64]bool
}

// in sums a window: whole months from the roll-up, parts of months from their lines.
func (h *history) in(w span) (sum Edge) {
	part := map[Month]bool{}
	for _, m := range w.edges() {
		part[m] = true
		from, to := m.Day(1), m.Last()
		if w.from.Compare(from) > 0 {
			from = w.from
		}
		if w.to.Compare(to) < 0 {
			to = w.to
		}
		sum.join(edge(kernel.ID{}, h.lines[m], from.Ordinal(), to.Ordinal(), h.apart[m]))
	}
	for _, m := range h.months {
		if MonthOf(w.from) <= m.Month && m.Month <= MonthOf(w.to) && !part[m.Month] {
			sum.join(m.whole())
		}
	}
	return sum
}

// whole is a month as a part of a window.
func (m *AccountMonth) whole() Edge {
	e := Edge{Sums: m.Sums}
	if m.LastDay > 0 {
		e.First, e.Last = m.Month.Day(int(m.FirstDay)), m.Month.Day(int(m.LastDay))
	}
	return e
}

// join adds another part of the same window.
func (e *Edge) join(f Edge) {
	e.add(f.Sums)
	if !f.First.IsZero() && (e.First.IsZero() || f.First.Compare(e.First) < 0) {
		e.First = f.First
	}
	if f.Last.Compare(e.Last) > 0 {
		e.Last = f.Last
	}
}

// Net are the sales less what came back.
func (s Sums) Net() int64 { return s.Sales + s.Returns }

// Gross is the gross profit: net sales less their cost.
func (s Sums) Gross() int64 { return s.Net() - s.Cost - s.ReturnsCost }
