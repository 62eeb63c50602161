package account

import (
	"erba/kernel"
	"erba/platform/db"
)

// lead is an account with a source or a referrer.
type lead struct {
	ID       kernel.ID `db:"id"`
	Source   string    `db:"source"`
	Referrer kernel.ID `db:"referrer_id"`
}

func leads(tx *db.Tx) ([]lead, error) {
	return db.List[lead](tx, `
		SELECT a.id, a.source, a.referrer_id FROM accounts a
		WHERE a.merged_into IS NULL AND (a.source <> '' OR a.referrer_id IS NOT NULL) AND ?`, tx.Visible("a.id"))
}

// spent is the sum spent on each source; spending belongs to no account.
func spent(tx *db.Tx) ([]Spending, error) {
	return db.List[Spending](tx, `
		SELECT s.source, CAST(sum(s.amount_minor) AS BIGINT) AS amount_minor
		FROM account_spendings s WHERE ? GROUP BY s.source`, tx.Shared())
}

func spendings(tx *db.Tx, source string) ([]Spending, error) {
	return db.List[Spending](tx, `
		SELECT s.id, s.source, s.spent_on, s.amount_minor, s.note
		FROM account_spendings s WHERE s.source = ? AND ? ORDER BY s.spent_on DESC, s.id DESC`, source, tx.Shared())
}

func addSpending(tx *db.Tx, s Spending) error { return db.Insert(tx, "account_spendings", s) }

func dropSpending(tx *db.Tx, id kernel.ID) error {
	n, err := tx.Exec(`DELETE FROM account_spendings WHERE id = ? AND ?`, id, tx.Shared())
	return found(n, err)
}
