package portfolio

import (
	"slices"

	"erba/analysis/null"
	"erba/kernel"
)

// Whole is the last month that has ended by the day that was asked about: its
// number, 12 × year + month − 1.
func (f *Facts) Whole() int16 { return wholeMonth(f.Ask.AsOf) }

// MonthOf is the first day of a month by its number.
func MonthOf(number int16) kernel.Date { return kernel.On(int(number)/12, int(number)%12+1, 1) }

// Walk visits the months in which the account of a row did something, the earliest
// first, as far as the viewer may read what it buys.
func (f *Facts) Walk(row int32, visit func(m Step)) {
	if !f.tells("sales", row) {
		return
	}
	b, i := f.blocks[row/span], int(row%span)
	back := b.returns.start[i]
	for at := b.sales.start[i]; at < b.sales.start[i+1]; at++ {
		m := Step{b.sales.month[at], b.sales.amount[at], b.sales.cost[at], b.orders[at]}
		if back < b.returns.start[i+1] && b.returns.month[back] == m.Month {
			if f.Ask.Returns == Net {
				m.Sales, m.Cost = m.Sales+b.returns.amount[back], m.Cost+b.returns.cost[back]
			}
			back++
		}
		visit(m)
	}
}

// Step is what an account did in a month; its cost is for who may read margins.
type Step struct {
	Month       int16 // 12 × year + month − 1
	Sales, Cost int64
	Orders      int32
}

// Told reports whether the viewer may read what the account of a row buys.
func (f *Facts) Told(row int32) bool { return f.tells("sales", row) }

// Earned reports whether he may read what is left of it.
func (f *Facts) Earned(row int32) bool { return f.tells("gross", row) }

// tells reports whether a field is told of a row in sight.
func (f *Facts) tells(name string, row int32) bool {
	at := f.at(name)
	return at >= 0 && f.Sees(row) && (f.told[at] == nil || f.told[at].Has(row))
}

// Contributed says what the account of a row contributed in twelve whole months, up
// to one (method M26), by what it bought in them and what that cost, as far as the
// viewer may read it.
func (f *Facts) Contributed(last int16) func(row int32, sales, cost int64) null.Number {
	p := period{last, ratesOf(&f.Setting.Config.Effort)}
	b := f.balances(p)
	return func(row int32, sales, cost int64) null.Number {
		if !f.Earned(row) {
			return null.None
		}
		return f.Setting.Config.Worth.Of(f.costs(row, trend{now: sales, cost: cost}, b))
	}
}

// Spent visits the money of some kinds of cost, row by row and month by month, as
// far as the viewer may read it.
func (f *Facts) Spent(kinds []string, visit func(row int32, month int16, money int64)) {
	s, row := f.money.spent, 0
	for at, id := range s.ids {
		if row = f.seek(row, id); row == f.Len() {
			break
		}
		if f.accounts[row].ID != id || !f.Earned(int32(row)) {
			continue
		}
		for i := s.start[at]; i < s.start[at+1]; i++ {
			if kind, person := s.slot[i].kind(); person < 0 && slices.Contains(kinds, costKinds[kind]) {
				visit(int32(row), s.month[i], s.value[i])
			}
		}
	}
}
