package portfolio

import (
	"erba/analysis/null"
	"erba/analysis/receivable"
	"erba/kernel"
)

// Claim is so much of an invoice, and how long it was out.
type Claim = receivable.Stretch

// Claims are those of all accounts, in the order of accounts. They are never changed.
type Claims struct {
	Known   int64 // when the last of it was booked
	ids     []kernel.ID
	rows    [][]Claim // of each
	settled bool      // somebody records when invoices are paid
	last    int32     // the last day of which they tell
}

// NewClaims are those of accounts, which come in their order, as they were known at a
// time.
func NewClaims(ids []kernel.ID, rows [][]Claim, known int64) *Claims {
	c := &Claims{Known: known, ids: ids, rows: rows}
	for _, own := range rows {
		for i := range own {
			c.settled, c.last = c.settled || own[i].Settled != 0, max(c.last, own[i].Issued, own[i].Settled)
		}
	}
	return c
}

// noClaims is what is known where nobody tells what is owed.
var noClaims = &Claims{}

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
