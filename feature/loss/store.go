package loss

import (
	"slices"

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

// decided are those of some accounts about which anything was decided.
func decided(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[kernel.ID](tx, `SELECT DISTINCT d.account_id FROM loss_decisions d WHERE ? AND ?`,
			db.In("d.account_id", part...), tx.Visible("d.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}

// moved is a decision that a merge has brought.
type moved struct {
	Merge    kernel.ID `db:"merge_id"`
	Decision kernel.ID `db:"decision_id"`
}

func noteMoves(tx *db.Tx, all []moved) error { return db.Insert(tx, "loss_moves", all...) }

func movesOf(tx *db.Tx, merge kernel.ID) ([]moved, error) {
	return db.List[moved](tx, `SELECT m.merge_id, m.decision_id FROM loss_moves m WHERE m.merge_id = ? AND ?`, merge, tx.Shared())
}

func forgetMoves(tx *db.Tx, merge kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM loss_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}

// bring puts a decision to another account.
func bring(tx *db.Tx, id, account kernel.ID) error {
	return tx.Replace(`UPDATE loss_decisions SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("loss_decisions.account_id"))
}
