package portfolio

import (
	"slices"

	"erba/analysis/fallacy"
	"erba/analysis/grade"
	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/analysis/why"
	"erba/kernel"
)

// Mistakes are what the five detectors say of the accounts under the mask
// (method M06). What nobody records, such as favours or visits, they leave open.
type Mistakes struct {
	Frame
	Findings []Finding `json:"findings" doc:"single, neglect, big_ticket, no_profit, favours"`
}

// Finding is what one detector says, and of how many accounts.
type Finding struct {
	Detector string       `json:"detector" enum:"single,neglect,big_ticket,no_profit,favours"`
	State    string       `json:"state"    enum:"no,open,yes" doc:"yes: it warns; open: too little is known to tell"`
	Result   string       `json:"result"   doc:"Text key"`
	Rule     string       `json:"rule"     doc:"Text key"`
	Count    int          `json:"count"    doc:"Accounts that it is about"`
	Inputs   []why.Figure `json:"inputs"`
	Cuts     []why.Figure `json:"cuts"`
}

// examined asks the detectors about the rows under the mask; margins may be left out.
func (v *View) examined(margins bool) [5]fallacy.Finding {
	n, last := v.Len(), wholeMonth(v.Ask.AsOf)
	c := fallacy.Columns{Key: make([]bool, n), Proven: make([]bool, n), Sales: make([]int64, n), Before: make([]int64, n), Ordered: make([]bool, n)}
	p := v.period()
	b := v.balances(p)
	if margins {
		c.Margin = slices.Repeat([]null.Number{null.None}, n)
		c.Given, c.Spent, c.Net = v.onlyMine(b.fees), v.onlyMine(b.effort), slices.Repeat([]null.Number{null.None}, n)
	}
	if v.big != nil {
		c.Largest, c.Sales24, c.Orders = slices.Repeat([]null.Number{null.None}, n), make([]int64, n), make([]int32, n)
	}
	v.each(func(row int32) {
		t := v.trend(row, last, v.Ask.Returns)
		c.Key[row], c.Proven[row] = v.bySales.key(row), v.class(row) != grade.None || v.tiers[row] != pyramid.None
		c.Sales[row], c.Before[row], c.Ordered[row] = t.now, t.before, t.now != 0
		if margins {
			c.Margin[row] = t.gross()
			c.Net[row] = c.Margin[row] - zero(cost(b.fees, row))
		}
		if v.big != nil && c.Key[row] { // of who has many orders none carries all: whatever it is, it is not looked at
			c.Largest[row], c.Sales24[row], c.Orders[row] = null.Of(v.big[row]), t.now+t.before, v.orders24(row, last)
		}
	})
	return v.Setting.Config.Mistakes.Examine(&c)
}

// onlyMine is a column of the rows under the mask; nil if it is.
func (v *View) onlyMine(column []null.Number) []null.Number {
	if column == nil {
		return nil
	}
	own := slices.Repeat([]null.Number{null.None}, len(column))
	v.each(func(row int32) { own[row] = column[row] })
	return own
}

// orders24 are the orders of an account in 24 whole months.
func (c *Columns) orders24(row int32, last int16) (n int32) {
	block, i := c.blocks[row/span], int(row%span)
	for at := block.sales.start[i]; at < block.sales.start[i+1]; at++ {
		if m := block.sales.month[at]; m <= last && m > last-2*Usual {
			n += block.orders[at]
		}
	}
	return n
}

// fewOrders are the key accounts under the mask with so few orders in 24 months
// that one of them may carry all.
func (v *View) fewOrders() (rows []int32) {
	last := wholeMonth(v.Ask.AsOf)
	v.each(func(row int32) {
		if !v.bySales.key(row) {
			return
		}
		if n := v.orders24(row, last); n > 0 && int(n) <= v.Setting.Config.Mistakes.Orders {
			rows = append(rows, row)
		}
	})
	return rows
}

// twoYears are the first and the last day of 24 whole months.
func (v *View) twoYears() (from, to kernel.Date) {
	last := wholeMonth(v.Ask.AsOf)
	return kernel.FromOrdinal(ordinal(last-2*Usual+1, 1)), kernel.FromOrdinal(ordinal(last+1, 1) - 1)
}

// Mistakes asks the detectors.
func (v *View) Mistakes(margins bool) Mistakes {
	m := Mistakes{Frame: v.Frame, Findings: []Finding{}}
	for _, f := range v.examined(margins) {
		state, _ := f.Warns.MarshalText()
		x := f.Explain()
		m.Findings = append(m.Findings, Finding{f.Detector, string(state), x.Result, x.Rule, len(f.Rows), x.Inputs, x.Cuts})
	}
	return m
}

// behindMistake are the accounts that a detector is about. Whose margins are low
// is told by the one that looks at margins, so that one is not behind a mark.
func (v *View) behindMistake(mark string) func(int32) bool {
	if mark != fallacy.Single && mark != fallacy.Neglect && mark != fallacy.BigTicket {
		return nil
	}
	for _, f := range v.examined(false) {
		if f.Detector == mark {
			slices.Sort(f.Rows)
			return func(row int32) bool {
				_, found := slices.BinarySearch(f.Rows, row)
				return found
			}
		}
	}
	return nil
}
