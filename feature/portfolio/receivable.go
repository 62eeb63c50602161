package portfolio

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Claim is an invoice, with its days as ordinals, 0 where there is none.
type Claim struct {
	Issued, Due, Settled int32
	Amount               int64 // gross
}

// Claims are the invoices of all accounts, in the order of accounts. They are
// never changed.
type Claims struct {
	Revision int64 // of the ledger, by which they last changed
	ids      []kernel.ID
	start    []int32 // of each account
	rows     []Claim
	settled  bool // somebody records when invoices are paid
}

// add puts an invoice at the end; they come by account.
func (c *Claims) add(account kernel.ID, one Claim) {
	if n := len(c.ids); n == 0 || c.ids[n-1] != account {
		c.ids, c.start = append(c.ids, account), append(c.start, int32(len(c.rows)))
	}
	c.rows = append(c.rows, one)
	c.settled = c.settled || one.Settled != 0
}

// of are the invoices of the account at a place.
func (c *Claims) of(at int) []Claim {
	end := len(c.rows)
	if at+1 < len(c.start) {
		end = int(c.start[at+1])
	}
	return c.rows[c.start[at]:end]
}

// Outstanding is what an account owed on average over some days, and how much
// of what fell due in them it paid in time.
type Outstanding struct {
	Within, Overdue null.Number // minor units
	Punctual        null.Number // 0–1, by amount
}

// unknownClaims is said where nobody records invoices, or when they are paid.
var unknownClaims = Outstanding{null.None, null.None, null.None}

// outstanding averages over the days from one to another, both included. An
// invoice is out from its day to the day before it is paid.
func outstanding(rows []Claim, from, to int32) Outstanding {
	var within, overdue, due, punctual float64
	for i := range rows {
		one := &rows[i]
		paid, late := one.Settled, one.Due
		if paid == 0 || paid > to+1 {
			paid = to + 1
		}
		if late == 0 || late > paid {
			late = paid
		} else {
			late = min(late+1, paid)
		}
		amount := float64(one.Amount)
		within += amount * float64(max(0, late-max(one.Issued, from)))
		overdue += amount * float64(max(0, paid-max(late, one.Issued, from)))
		if one.Amount > 0 && one.Due >= from && one.Due <= to && one.Due != 0 {
			due += amount
			if one.Settled != 0 && one.Settled <= one.Due {
				punctual += amount
			}
		}
	}
	days := null.Of(to - from + 1)
	return Outstanding{null.Of(within) / days, null.Of(overdue) / days, null.Ratio(null.Of(punctual), null.Of(due))}
}
