package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

func days(tx *db.Tx, accounts []kernel.ID, products []string, from, until kernel.Date, hidden []kernel.ID) ([]Day, error) {
	return db.List[Day](tx, `SELECT l.account_id, l.ordered_on, CAST(sum(l.amount) AS BIGINT) AS sales, CAST(coalesce(sum(l.cost), 0) AS BIGINT) AS cost,
			CAST(coalesce(sum(CASE WHEN l.cost IS NULL THEN l.amount END), 0) AS BIGINT) AS uncosted
		FROM order_lines l WHERE ? AND l.ordered_on >= ? AND l.ordered_on <= ? AND ? AND ? AND ? GROUP BY l.account_id, l.ordered_on ORDER BY l.account_id, l.ordered_on`,
		db.In("l.account_id", accounts...), from, until, db.If(len(products) > 0, "?", db.In("l.product", products...)), live(hidden), tx.Visible("l.account_id"))
}
