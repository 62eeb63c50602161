package worth

import (
	"cmp"
	"slices"

	"erba/kernel"
)

// Line is a product line: sales whose cost of goods is known and what is left of
// them, and those of which it is not.
type Line struct {
	Name     string `json:"name"     doc:"Empty: products of no line"`
	Accounts int    `json:"accounts" doc:"Who bought of it in the twelve months"`
	Sales    int64  `json:"sales"    doc:"Whose cost of goods is known"`
	Goods    *int64 `json:"goods"    doc:"null: no cost data"`
	Gross    *int64 `json:"gross"    doc:"null: no cost data"`
	Open     int64  `json:"open"     doc:"Sales whose cost of goods nobody knows: they are in neither of the three"`
	Before   int64  `json:"before"   doc:"Sales of the twelve months before, with and without a cost"`
	Left     *int64 `json:"left"     doc:"Gross profit of the twelve months before; null: no cost data"`
}

// lineSum adds up a product line.
type lineSum struct {
	accounts int
	sold
}

func (l *lineSum) take(s *sold) {
	if s.sales != 0 || s.cost != 0 {
		l.accounts++
	}
	l.sales, l.cost, l.open = l.sales+s.sales, l.cost+s.cost, l.open+s.open
	l.before, l.costed, l.was = l.before+s.before, l.costed+s.costed, l.was+s.was
}

// told leaves out what nobody knows: sales without a cost are no profit.
func (l *lineSum) told(name string) Line {
	one := Line{Name: name, Accounts: l.accounts, Sales: l.sales - l.open, Open: l.open, Before: l.before}
	if l.cost != 0 {
		goods, gross := -l.cost, l.sales-l.open-l.cost
		one.Goods, one.Gross = &goods, &gross
	}
	if l.costed != 0 {
		left := l.before - l.was - l.costed
		one.Left = &left
	}
	return one
}

// linesOf are the product lines of some accounts; whose says of which.
func (t *trade) linesOf(each func(f func(account kernel.ID))) (whole Line, rows []Line) {
	sums, all, at := make([]lineSum, len(t.lines)), lineSum{}, 0
	each(func(id kernel.ID) {
		there := false
		if at, there = t.seek(at, id); !there {
			return
		}
		own := lineSum{}
		for i := t.start[at]; i < t.start[at+1]; i++ {
			sums[t.sold[i].line].take(&t.sold[i])
			own.take(&t.sold[i])
		}
		all.take(&own.sold)
	})
	rows = []Line{}
	for i := range sums {
		if s := &sums[i]; s.accounts > 0 || s.before != 0 {
			rows = append(rows, s.told(t.lines[i]))
		}
	}
	slices.SortStableFunc(rows, func(a, b Line) int { return cmp.Compare(b.Sales+b.Open, a.Sales+a.Open) })
	return all.told(""), rows
}
