package fee

import (
	"erba/kernel"
	"erba/platform/db"
)

const budgetColumns = `g.id, g.from_on, g.until_on, g.type, g.owner_id, g.amount, g.note, g.by_id, g.made_on, g.version`

func purses(tx *db.Tx) ([]Purse, error) {
	return db.List[Purse](tx, `SELECT `+budgetColumns+`, coalesce(u.name, '') AS ours FROM fee_budgets g LEFT JOIN users u ON u.id = g.owner_id
		WHERE ? ORDER BY g.from_on DESC, g.type, g.id`, tx.Shared())
}

func purse(tx *db.Tx, id kernel.ID) (Purse, error) {
	return db.Find[Purse](tx, `SELECT `+budgetColumns+`, coalesce(u.name, '') AS ours FROM fee_budgets g LEFT JOIN users u ON u.id = g.owner_id
		WHERE g.id = ? AND ?`, id, tx.Shared())
}

func addBudget(tx *db.Tx, b Budget) error { return db.Insert(tx, "fee_budgets", b) }

func writeBudget(tx *db.Tx, b Budget) error {
	return tx.Replace(`UPDATE fee_budgets SET from_on = ?, until_on = ?, type = ?, owner_id = ?, amount = ?, note = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		b.From, b.Until, b.Type, b.Owner, b.Amount, b.Note, b.ID, b.Version, tx.Shared())
}

func dropBudget(tx *db.Tx, id kernel.ID, version int64) error {
	return tx.Replace(`DELETE FROM fee_budgets WHERE id = ? AND version = ? AND ?`, id, version, tx.Shared())
}

// taken is what requests take of a budget: those of its types that begin in its days.
func taken(tx *db.Tx, b Budget, types []string) ([]part, error) {
	return db.List[part](tx, `SELECT f.agreed, f.state, `+paid+` AS paid FROM fees f
		WHERE f.from_on >= ? AND f.from_on <= ? AND ? AND ? AND f.state IN ('approved', 'executed', 'settled', 'evaluated') AND ?`,
		b.From, b.Until, db.In("f.type", types...), db.If(!b.Owner.IsZero(), "f.by_id = ?", b.Owner), tx.Visible("f.account_id"))
}

// waiting is what other requests that nobody has decided yet would take of a budget.
func waiting(tx *db.Tx, b Budget, types []string, but kernel.ID) (int64, error) {
	return db.Find[int64](tx, `SELECT CAST(coalesce(sum(f.amount), 0) AS BIGINT) FROM fees f
		WHERE f.from_on >= ? AND f.from_on <= ? AND ? AND ? AND f.state = 'waiting' AND f.id <> ? AND ?`,
		b.From, b.Until, db.In("f.type", types...), db.If(!b.Owner.IsZero(), "f.by_id = ?", b.Owner), but, tx.Visible("f.account_id"))
}
