package portfolio

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Outlay is what an account costs beside its goods, None where nobody has
// recorded it.
type Outlay struct{ Service, Given, Credit null.Number }

// Outlays are those of the accounts of a grouping, in twelve whole months and in
// the twelve before them.
type Outlays struct {
	Frame
	Portions     []Portion
	Since, Until kernel.Date
	Last         int // the last month, 12 × year + month − 1
	each         func(f func(account kernel.ID, portion int32, now, before Outlay))
}

// Each calls f for every account under the mask, in the order of their IDs.
func (o *Outlays) Each(f func(account kernel.ID, portion int32, now, before Outlay)) { o.each(f) }

// outlays are those of the rows under the mask.
func (v *View) outlays(p partition) *Outlays {
	now := v.period()
	before := period{now.last - Usual, now.rates}
	b, was := v.balances(now), v.balances(before)
	first, last := now.days()
	return &Outlays{Frame: v.Frame, Portions: p.portions, Since: kernel.FromOrdinal(first), Until: kernel.FromOrdinal(last), Last: int(now.last),
		each: func(f func(kernel.ID, int32, Outlay, Outlay)) {
			v.each(func(row int32) {
				f(v.accounts[row].ID, p.of[row], v.outlay(row, b), v.outlay(row, was))
			})
		}}
}

func (v *View) outlay(row int32, b *balances) Outlay {
	within, overdue := v.Setting.Config.Worth.Credit(v.costs(row, trend{}, b))
	s := steps{within: within, overdue: overdue}
	return Outlay{cost(b.service, row), cost(b.fees, row), s.credit()}
}
