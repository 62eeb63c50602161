package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// claimed is the revision of the last batch that can have changed invoices.
func claimed(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT coalesce(max(revision), 0) FROM batches WHERE kind IN (?, ?) AND ?`, Invoices, Merging, tx.Shared())
}

// streamClaims calls take for the invoices that count while some batches do not.
func streamClaims(tx *db.Tx, hidden []kernel.ID, take func(*Claim) error) error {
	row := newCells(5)
	var c Claim
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(row.into...); err != nil {
			return err
		}
		if err := c.Account.Scan(row.at[0]); err != nil {
			return err
		}
		for i, to := range []*int32{&c.Issued, &c.Due, &c.Settled} {
			if *to = 0; row.at[1+i] == nil {
				continue
			}
			var on kernel.Date
			if err := on.Scan(row.at[1+i]); err != nil {
				return err
			}
			*to = on.Ordinal()
		}
		c.Amount = row.int(4)
		return take(&c)
	}, `SELECT l.account_id, l.issued_on, l.due_on, l.settled_on, l.amount FROM invoices l
		WHERE ? AND ? ORDER BY l.account_id`, live(hidden), tx.Visible("l.account_id"))
}

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
