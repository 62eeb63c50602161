package loss

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `d.id, d.account_id, d.handling, d.class, d.steps, d.reason, d.contribution, d.by_id, d.by_name, d.decided_on`

// decisions are those about accounts in sight, or about one, the latest first.
func decisions(tx *db.Tx, account kernel.ID) ([]Decision, error) {
	all, err := db.List[Decision](tx, `SELECT `+columns+` FROM loss_decisions d WHERE ? AND ? ORDER BY d.id DESC`,
		db.If(!account.IsZero(), "d.account_id = ?", account), tx.Visible("d.account_id"))
	for i := range all {
		all[i].split()
	}
	return all, err
}

func add(tx *db.Tx, d Decision) error { return db.Insert(tx, "loss_decisions", d) }
