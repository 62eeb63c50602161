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
	today := on.Ordinal()
	c.eachClaims(func(row int32, rows []Claim) {
		if one := late(rows, today); one.Amount > 0 {
			one.Row = row
			all = append(all, one)
		}
	})
	return all
}

// Told is the last day of which is known what was bought, or what is owed.
func (c *Columns) Told() kernel.Date {
	if day := kernel.FromOrdinal(c.money.claims.last); c.money.claims.last != 0 && day.Compare(c.Until) > 0 {
		return day
	}
	return c.Until
}

// Booked is when the last of what is owed became known.
func (c *Columns) Booked() int64 { return c.money.claims.Known }

// eachClaims visits the claims of accounts, where somebody records when they are paid.
func (c *Columns) eachClaims(visit func(row int32, rows []Claim)) {
	claims, row := c.money.claims, 0
	if !claims.settled {
		return
	}
	for at, id := range claims.ids {
		if row = c.seek(row, id); row == c.Len() {
			break
		}
		if c.accounts[row].ID == id {
			visit(int32(row), claims.rows[at])
		}
	}
}

// Late is for how many days accounts with invoices have owed money past its day on a
// day. Where nobody records when invoices are paid, nothing is said.
func (c *Columns) Late(on kernel.Date) map[kernel.ID]int {
	all, today := map[kernel.ID]int{}, on.Ordinal()
	c.eachClaims(func(row int32, rows []Claim) {
		if len(rows) > 0 {
			all[c.accounts[row].ID] = int(today - since(rows, today))
		}
	})
	return all
}

// late sums up the invoices that should have been paid before a day and were not.
func late(rows []Claim, today int32) (o Owed) {
	for i := range rows {
		if rows[i].Late(today) {
			o.Amount, o.Invoices = o.Amount+rows[i].Amount, o.Invoices+1
		}
	}
	o.Since = kernel.FromOrdinal(since(rows, today))
	return o
}

// since is when the oldest of them was due, the day itself if there is none.
func since(rows []Claim, today int32) int32 {
	oldest := today
	for i := range rows {
		if rows[i].Late(today) {
			oldest = min(oldest, rows[i].Due)
		}
	}
	return oldest
}
