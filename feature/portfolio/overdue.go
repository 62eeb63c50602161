package portfolio

import "erba/kernel"

// Owed is what an account has not paid in time.
type Owed struct {
	Row      int32
	Amount   int64
	Invoices int
	Since    kernel.Date // when the oldest of them was due
}

// Overdue are the accounts that owe something past its day on a day. Where nobody
// records when invoices are paid, nothing is said.
func (c *Columns) Overdue(on kernel.Date) (all []Owed) {
	claims := c.money.claims
	if !claims.settled {
		return nil
	}
	today, row := on.Ordinal(), 0
	for at, id := range claims.ids {
		if row = c.seek(row, id); row == c.Len() {
			break
		}
		if c.accounts[row].ID != id {
			continue
		}
		if one := late(claims.of(at), today); one.Amount > 0 {
			one.Row = int32(row)
			all = append(all, one)
		}
	}
	return all
}

// late sums up the invoices that should have been paid before a day and were not.
func late(rows []Claim, today int32) (o Owed) {
	oldest := today
	for _, one := range rows {
		if one.Due == 0 || one.Due >= today || one.Settled != 0 && one.Settled <= today {
			continue
		}
		o.Amount, o.Invoices, oldest = o.Amount+one.Amount, o.Invoices+1, min(oldest, one.Due)
	}
	o.Since = kernel.FromOrdinal(oldest)
	return o
}
