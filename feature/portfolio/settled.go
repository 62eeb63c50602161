package portfolio

import (
	"cmp"
	"slices"

	"erba/analysis/null"
)

// Fees are what was settled with accounts outside the invoice, month by month and by
// the kinds of cost. They are never changed.
type Fees struct {
	Many int64 // settlements, by which a change is known
	*Spendings
}

var noFees = newFees(0, nil)

// newFees sums up rows: what was taken back within a month is as if it had never been.
func newFees(many int64, rows []Spent) *Fees {
	slices.SortStableFunc(rows, func(a, b Spent) int {
		return cmp.Or(a.Account.Compare(b.Account), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Slot, b.Slot))
	})
	sums := rows[:0]
	for _, r := range rows {
		if n := len(sums); n > 0 && sums[n-1].same(r) {
			sums[n-1].Value += r.Value
		} else {
			sums = append(sums, r)
		}
	}
	return &Fees{many, (&Spendings{}).With(sums)}
}

// same reports whether two rows are of one kind of cost of an account in a month.
func (r Spent) same(o Spent) bool {
	return r.Account == o.Account && r.Number == o.Number && r.Slot == o.Slot
}

// but returns spendings in which what was settled takes the place of what files bring
// of the same kind in the same month: both tell of one payment.
func (s *Spendings) but(fees *Fees) *Spendings {
	var rows []Spent
	for at, id := range fees.ids {
		settled := fees.rows(at)
		rows = append(rows, settled...)
		if own := s.spentAt(id); own >= 0 {
			rows = append(rows, slices.DeleteFunc(s.rows(own), func(r Spent) bool { return slices.ContainsFunc(settled, r.same) })...)
		}
	}
	if len(rows) == 0 {
		return s
	}
	return s.With(rows)
}

// rows are those of the account at a place.
func (s *Spendings) rows(at int) (all []Spent) {
	for i := s.start[at]; i < s.start[at+1]; i++ {
		all = append(all, Spent{s.ids[at], s.month[i], s.slot[i], s.value[i]})
	}
	return all
}

// settledOf is what was settled with the account of a row in twelve months, and what a
// file brought of the same: it is not taken off again.
func (c *Columns) settledOf(row int32, p period) (settled, again null.Number) {
	m, id := c.money, c.accounts[row].ID
	settled, again = null.None, null.None
	at := m.fees.spentAt(id)
	if at < 0 {
		return settled, again
	}
	fees := m.fees.rows(at)
	settled = p.sum(fees)
	if own := m.recorded.spentAt(id); own >= 0 {
		again = p.sum(slices.DeleteFunc(m.recorded.rows(own), func(r Spent) bool { return !slices.ContainsFunc(fees, r.same) }))
	}
	return settled, again
}

// sum adds up the rows of twelve months, None if there are none.
func (p period) sum(rows []Spent) null.Number {
	sum := null.None
	for _, r := range rows {
		if r.Number <= p.last && r.Number > p.last-Usual {
			sum = zero(sum) + null.Of(r.Value)
		}
	}
	return sum
}
