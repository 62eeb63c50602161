package portfolio

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Served is what an account left, and what it took to serve it, in some whole months.
type Served struct {
	Gross null.Number // None where no cost of goods is recorded
	Cost  null.Number // of service; None where nobody records any
}

// Served is that of a row between two months, both included. It is told to nobody
// who may not read it: whoever asks says himself whom the viewer sees.
func (f *Facts) Served(row int32, first, last kernel.Date) Served {
	from, to := int16(numberOf(first)), int16(numberOf(last))
	block, i := f.blocks[row/span], int(row%span)
	amount, cost := block.sales.sum(i, from, to)
	back, returned := block.returns.sum(i, from, to)
	served := Served{Gross: null.None, Cost: null.None}
	if cost+returned != 0 {
		served.Gross = null.Of(amount + back - cost - returned)
	}
	if at := f.money.spent.spentAt(f.accounts[row].ID); at >= 0 {
		b := f.money.spent.between(at, from, to, ratesOf(&f.Setting.Config.Effort))
		served.Cost = b.service()
	}
	return served
}
