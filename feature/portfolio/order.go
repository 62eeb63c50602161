package portfolio

import (
	"cmp"
	"slices"

	"erba/kernel"
)

// The orders of all rows.
const (
	byValueDown = iota
	byValueUp
	byLastDown
	byLastUp
)

// order is all rows in one of the orders; equals follow by account.
func (e *Evaluated) order(by int) *sorted {
	s := &e.sorted[by]
	s.Do(func() {
		switch by {
		case byValueDown:
			s.rows = e.valueDown()
		case byValueUp:
			s.rows = e.valueUp()
		case byLastDown:
			s.rows = packed(e.final, -1)
		case byLastUp:
			s.rows = packed(e.final, 1)
		}
	})
	return s
}

// places says where each row stands.
func (s *sorted) places() []int32 {
	s.placed.Do(func() {
		s.place = make([]int32, len(s.rows))
		for i, row := range s.rows {
			s.place[row] = int32(i)
		}
	})
	return s.place
}

// valueDown puts those at zero and the few below it after the ranking.
func (e *Evaluated) valueDown() []int32 {
	rows := append(make([]int32, 0, e.Len()), e.ranking.Rows...)
	zero, below := e.notPositive()
	slices.SortStableFunc(below, func(a, b int32) int { return cmp.Compare(e.value[b], e.value[a]) })
	return append(append(rows, zero...), below...)
}

func (e *Evaluated) valueUp() []int32 {
	zero, rows := e.notPositive()
	slices.SortStableFunc(rows, func(a, b int32) int { return cmp.Compare(e.value[a], e.value[b]) })
	rows = append(rows, zero...)
	ranked := e.ranking.Rows
	for end := len(ranked); end > 0; { // equals stay in the order of accounts
		from := end - 1
		for from > 0 && e.value[ranked[from-1]] == e.value[ranked[end-1]] {
			from--
		}
		rows, end = append(rows, ranked[from:end]...), from
	}
	return rows
}

func (e *Evaluated) notPositive() (zero, below []int32) {
	for row, v := range e.value {
		switch {
		case v == 0:
			zero = append(zero, int32(row))
		case v < 0:
			below = append(below, int32(row))
		}
	}
	return zero, below
}

// packed sorts rows by a day, upwards or downwards, equals by row.
func packed(days []int32, direction int64) []int32 {
	keys := make([]int64, len(days))
	for row, day := range days {
		keys[row] = direction*int64(day)<<32 | int64(row)
	}
	slices.Sort(keys)
	rows := make([]int32, len(keys))
	for i, k := range keys {
		rows[i] = int32(k & (1<<32 - 1))
	}
	return rows
}

// name puts all rows in the order of their names, as the database does: what news
// do not touch stays in the order that it had.
func (c *Columns) name(old *Columns, news []Account, moved bool) {
	if len(news) == 0 && old.names != nil {
		c.names, c.backward = old.names, old.backward
		return
	}
	var kept, fresh []int32
	switch touched := c.mask(news); {
	case moved || old.names == nil:
		for row := range c.accounts {
			fresh = append(fresh, int32(row))
		}
	default:
		kept = slices.DeleteFunc(slices.Clone(old.names.rows), touched.Has)
		fresh = touched.rows(len(news))
	}
	slices.SortFunc(fresh, c.byName)
	rows := make([]int32, 0, c.Len())
	for _, row := range kept {
		for len(fresh) > 0 && c.byName(fresh[0], row) < 0 {
			rows, fresh = append(rows, fresh[0]), fresh[1:]
		}
		rows = append(rows, row)
	}
	c.names = &sorted{rows: append(rows, fresh...)}
	c.backward = &sorted{rows: slices.Clone(c.names.rows)}
	slices.Reverse(c.backward.rows)
}

// byName compares rows by their sort keys, equals by account.
func (c *Columns) byName(a, b int32) int {
	return cmp.Or(cmp.Compare(c.accounts[a].SortKey, c.accounts[b].SortKey), cmp.Compare(a, b))
}

// mask is the rows of some accounts.
func (c *Columns) mask(of []Account) Mask {
	m := NewMask(c.Len())
	for _, a := range of {
		m.Set(c.Row(a.ID))
	}
	return m
}

// page walks an order after a row (−1: from the start) and takes at most limit rows.
func (s *sorted) page(after int32, limit int, take func(row int32) bool) (rows []int32) {
	from := 0
	if after >= 0 {
		from = int(s.places()[after]) + 1
	}
	for _, row := range s.rows[from:] {
		if len(rows) == limit {
			break
		}
		if take(row) {
			rows = append(rows, row)
		}
	}
	return rows
}

// Page is which piece of a list.
type Page struct {
	After kernel.ID
	Limit int
}
