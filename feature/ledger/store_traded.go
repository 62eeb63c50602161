package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// Traded is what an account bought of a product in a year, net of returns.
type Traded struct {
	Account  kernel.ID
	Product  string
	Late     bool  // in the later of the two years
	Quantity int64 // millionths
	Sales    int64
	Cost     int64
	Open     int64 // sales of which no cost is known
}

// twoYears is a year, and the one before it.
type twoYears struct{ before, from, to kernel.Date }

// eachTraded calls take for what some accounts bought of each product in two
// years, by account and product. The years are told apart behind the reading: a
// condition on the day would lead the engine from line to line by an index, and
// nearly all lines are read anyway.
func eachTraded(tx *db.Tx, who db.Cond, w twoYears, hidden []kernel.ID, take func(*Traded) error) error {
	row := newCells(7)
	var t Traded
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(row.into...); err != nil {
			return err
		}
		year := row.int(2)
		if year == outside {
			return nil
		}
		if err := t.Account.Scan(row.at[0]); err != nil {
			return err
		}
		t.Product, _ = row.at[1].(string)
		t.Late, t.Quantity, t.Sales, t.Cost, t.Open = year == lateYear, row.int(3), row.int(4), row.int(5), row.int(6)
		return take(&t)
	}, `SELECT l.account_id, l.product,
			CASE WHEN l.ordered_on >= ? AND l.ordered_on <= ? THEN 1 WHEN l.ordered_on >= ? AND l.ordered_on < ? THEN 0 ELSE 2 END AS year,
			CAST(sum(l.quantity) AS BIGINT), CAST(sum(l.amount) AS BIGINT), CAST(coalesce(sum(l.cost), 0) AS BIGINT),
			CAST(coalesce(sum(CASE WHEN l.cost IS NULL THEN l.amount END), 0) AS BIGINT)
		FROM order_lines l WHERE ? AND ? AND ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
		w.from, w.to, w.before, w.from, who, live(hidden), tx.Visible("l.account_id"))
}

// The years of a line.
const (
	lateYear = 1
	outside  = 2
)
