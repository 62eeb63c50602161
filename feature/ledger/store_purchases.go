package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// purchases are the sales that a condition finds, by account, at most so many.
func purchases(tx *db.Tx, who db.Cond, hidden []kernel.ID, limit int) (all []Purchase, err error) {
	row := newCells(5)
	var p Purchase
	var on kernel.Date
	var day, number any // of the line before: those of an order mostly stand together
	err = tx.Each(func(scan func(...any) error) error {
		if err := scan(row.into...); err != nil {
			return err
		}
		if err := p.Account.Scan(row.at[0]); err != nil {
			return err
		}
		if row.at[2] != day {
			if err := on.Scan(row.at[2]); err != nil {
				return err
			}
			p.Day = on.Ordinal()
		}
		if row.at[1] != number || row.at[2] != day {
			text, _ := row.at[1].(string)
			p.Order = orderKey(text, on)
		}
		number, day = row.at[1], row.at[2]
		p.Product, _ = row.at[3].(string)
		p.Amount = row.int(4)
		all = append(all, p)
		return nil
	}, `SELECT l.account_id, l.order_no, l.ordered_on, l.product, l.amount FROM order_lines l
		WHERE ? AND l.quantity > 0 AND l.price > 0 AND l.product <> '' AND ? AND ? ORDER BY l.account_id LIMIT ?`,
		who, live(hidden), tx.Visible("l.account_id"), limit)
	return all, err
}

// changedAfter are the next accounts that a revision after one has touched.
func changedAfter(tx *db.Tx, since int64, after kernel.ID, limit int) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT DISTINCT a.account_id FROM ledger_revisions r
		JOIN batch_accounts a ON a.batch_id = r.batch_id WHERE r.revision > ? AND ? AND ? ORDER BY a.account_id LIMIT ?`,
		since, db.If(!after.IsZero(), "a.account_id > ?", after), tx.Visible("a.account_id"), limit)
}
