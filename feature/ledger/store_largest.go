package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// BigOrder is the largest order of an account.
type BigOrder struct {
	Account kernel.ID `db:"account_id"`
	Amount  int64     `db:"amount"`
}

// orderSums are the net amounts of the orders of some accounts between two days.
func orderSums(tx *db.Tx, accounts []kernel.ID, from, to kernel.Date, hidden []kernel.ID) ([]BigOrder, error) {
	return db.List[BigOrder](tx, `SELECT o.account_id, max(o.amount) AS amount FROM (
			SELECT l.account_id, CAST(sum(l.amount) AS BIGINT) AS amount FROM order_lines l
			WHERE ? AND l.ordered_on >= ? AND l.ordered_on <= ? AND ? AND ?
			GROUP BY l.account_id, CASE WHEN l.order_no = '' THEN CAST(l.ordered_on AS TEXT) ELSE l.order_no END) o
		GROUP BY o.account_id`, db.In("l.account_id", accounts...), from, to, live(hidden), tx.Visible("l.account_id"))
}
