package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

func received(tx *db.Tx, from, to kernel.Date, hidden []kernel.ID) ([]Received, error) {
	return db.List[Received](tx, `SELECT l.account_id, l.received_on, CAST(sum(l.amount) AS BIGINT) AS amount FROM receipts l
		WHERE l.received_on >= ? AND l.received_on <= ? AND ? AND ? GROUP BY l.account_id, l.received_on`,
		from, to, live(hidden), tx.Visible("l.account_id"))
}

func receiptsRevision(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT coalesce(max(revision), 0) FROM batches WHERE kind IN (?, ?) AND ?`, Receipts, Merging, tx.Shared())
}

func soldByCode(tx *db.Tx, from, to kernel.Date, hidden []kernel.ID) ([]Code, error) {
	return db.List[Code](tx, `SELECT l.product, CAST(sum(l.amount) AS BIGINT) AS amount FROM order_lines l
		WHERE l.ordered_on >= ? AND l.ordered_on <= ? AND ? AND ? GROUP BY l.product`, from, to, live(hidden), tx.Visible("l.account_id"))
}
