package portfolio

import (
	"erba/analysis/null"
	"erba/kernel"
)

// trend is what an account bought in the twelve whole months up to a day, and in
// the twelve before them. Whole months compare like with like, and the columns
// know them without a look at the lines.
type trend struct {
	now, before, cost int64
	partly            bool // the cost of some of it is not known
}

// wholeMonth is the last month that has ended on a day.
func wholeMonth(on kernel.Date) int16 {
	if on == lastOf(on) {
		return int16(numberOf(on))
	}
	return int16(numberOf(on) - 1)
}

// trend adds up the months of a row.
func (c *Columns) trend(row int32, last int16, returns Returns) (t trend) {
	block, i := c.blocks[row/span], int(row%span)
	t.add(&block.sales, i, last)
	t.partly = t.cost != 0 && block.opened(i, last)
	if returns == Net {
		t.add(&block.returns, i, last)
	}
	return t
}

func (t *trend) add(of *track, i int, last int16) {
	for at := of.start[i]; at < of.start[i+1]; at++ {
		switch month := of.month[at]; {
		case month > last || month <= last-2*Usual:
		case month > last-Usual:
			t.now, t.cost = t.now+of.amount[at], t.cost+of.cost[at]
		default:
			t.before += of.amount[at]
		}
	}
}

// opened reports whether the cost of a line of the twelve months is not known.
func (b *block) opened(i int, last int16) bool {
	for at := b.sales.start[i]; at < b.sales.start[i+1]; at++ {
		if b.open[at] && b.sales.month[at] <= last && b.sales.month[at] > last-Usual {
			return true
		}
	}
	return false
}

// growth is that over the year before, None where nothing was bought then.
func (t trend) growth() null.Number {
	if t.before <= 0 {
		return null.None
	}
	return null.Ratio(null.Of(t.now-t.before), null.Of(t.before))
}

// margin is the part of sales that is left of them; None where no cost is recorded.
func (t trend) margin() null.Number {
	if t.now <= 0 || t.cost == 0 {
		return null.None
	}
	return null.Ratio(null.Of(t.now-t.cost), null.Of(t.now))
}

// gross is what is left of sales; None where no cost is recorded.
func (t trend) gross() null.Number {
	if t.cost == 0 {
		return null.None
	}
	return null.Of(t.now - t.cost)
}
