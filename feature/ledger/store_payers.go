package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// Paying is an account for which somebody has paid, or that has money under a reference.
type Paying struct {
	Word    string    `db:"word"` // the payer's name, or the reference
	Account kernel.ID `db:"account_id"`
}

// payers are the accounts for which some have paid, by receipts that stand.
func payers(tx *db.Tx, names []string) ([]Paying, error) {
	return db.List[Paying](tx, `SELECT DISTINCT r.party AS word, r.account_id FROM receipts r
		WHERE ? AND r.party <> '' AND r.ended_by IS NULL AND ?`, db.In("r.party", names...), tx.Visible("r.account_id"))
}

// bearing are the accounts that have receipts under some references.
func bearing(tx *db.Tx, numbers []string) ([]Paying, error) {
	return db.List[Paying](tx, `SELECT DISTINCT r.number AS word, r.account_id FROM receipts r
		WHERE ? AND r.ended_by IS NULL AND ?`, db.In("r.number", numbers...), tx.Visible("r.account_id"))
}

// exceeded are the numbers of invoices of which a batch credits more than they are.
func exceeded(tx *db.Tx, batch kernel.ID) ([]string, error) {
	return db.List[string](tx, `SELECT l.number FROM invoices l JOIN batch_accounts a ON a.batch_id = ? AND a.account_id = l.account_id
		WHERE l.ended_by IS NULL AND ? GROUP BY l.account_id, l.number
		HAVING sum(l.amount) < 0 AND max(l.amount) > 0 AND min(CASE WHEN l.batch_id = ? THEN l.amount ELSE 0 END) < 0 ORDER BY l.number`,
		batch, tx.Visible("l.account_id"), batch)
}
