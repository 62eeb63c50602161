package portfolio

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Life is what the ledger tells of an account since its first order.
type Life struct {
	Orders      int64
	First, Last kernel.Date // zero: it never bought
	Sales       null.Number // of all of them
	Gross       null.Number // of those months of which a cost is recorded; None: of none
	Costed      int64       // orders of these months
	YearSales   null.Number // of the last twelve whole months
	YearGross   null.Number
	Here        bool // it bought in these twelve months
	Before      bool // … and in the twelve before
}

// Life is that of a row. It is told to nobody who may not read it: whoever asks
// says himself whom the viewer sees, and what he may read.
func (f *Facts) Life(row int32) (life Life) {
	block, i := f.blocks[row/span], int(row%span)
	last, upTo := wholeMonth(f.Ask.AsOf), int16(numberOf(f.Ask.AsOf))
	back, _ := block.returns.sum(i, 0, upTo)
	life.Sales, life.Gross = null.Of(back), null.None
	for at := block.sales.start[i]; at < block.sales.start[i+1] && block.sales.month[at] <= upTo; at++ {
		life.add(block, i, at)
		if m := block.sales.month[at]; block.orders[at] > 0 {
			life.Here = life.Here || m > last-Usual && m <= last
			life.Before = life.Before || m > last-2*Usual && m <= last-Usual
		}
	}
	if first, final := block.ends(i, upTo); first != never {
		life.First, life.Last = kernel.FromOrdinal(first), kernel.FromOrdinal(final)
	}
	year := f.trend(row, last, Net)
	life.YearSales, life.YearGross = null.Of(year.now), year.gross()
	return life
}

// add takes a month of sales, and what came back in it, into account.
func (l *Life) add(b *block, i int, at int32) {
	orders, amount, cost := int64(b.orders[at]), b.sales.amount[at], b.sales.cost[at]
	l.Orders, l.Sales = l.Orders+orders, l.Sales+null.Of(amount)
	if cost == 0 {
		return
	}
	if !l.Gross.Known() {
		l.Gross = 0
	}
	back, returned := b.returns.sum(i, b.sales.month[at], b.sales.month[at])
	l.Costed, l.Gross = l.Costed+orders, l.Gross+null.Of(amount+back-cost-returned)
}

// Contribution is what the account of a row contributes in twelve whole months (method
// M26); it is told to nobody who may not read it, either.
func (f *Facts) Contribution(row int32) null.Number { return f.merits().contributions[row] }
