package portfolio

import (
	"erba/analysis/null"
	"erba/kernel"
)

// PutIn is what was put into the account of a row between two months, both
// included: hours in millionths, and hours, expenses and material in minor units
// (method M31). What nobody has recorded is not known.
func (c Classed) PutIn(row int32, first, last kernel.Date) (hours, cost null.Number) {
	at := c.money.spent.spentAt(c.accounts[row].ID)
	if at < 0 {
		return null.None, null.None
	}
	b := c.money.spent.between(at, int16(numberOf(first)), int16(numberOf(last)), c.period().rates)
	hours = null.None
	for kind, micro := range b.micro[:given] {
		if kind == freighted || micro == 0 {
			continue
		}
		if !hours.Known() {
			hours = 0
		}
		hours += null.Of(micro)
	}
	return hours, b.effort()
}

// Year is the twelve whole months up to the day of the question.
func (c Classed) Year() (first, last kernel.Date) {
	from, to := c.period().days()
	return kernel.FromOrdinal(from), kernel.FromOrdinal(to)
}
