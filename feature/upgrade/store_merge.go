package upgrade

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// moved is a plan that a merge has brought, with the state that it was in.
type moved struct {
	Merge kernel.ID `db:"merge_id"`
	Plan  kernel.ID `db:"upgrade_id"`
	State string    `db:"state"`
}

func noteMoves(tx *db.Tx, all []moved) error { return db.Insert(tx, "upgrade_moves", all...) }

func movesOf(tx *db.Tx, merge kernel.ID) ([]moved, error) {
	return db.List[moved](tx, `SELECT m.merge_id, m.upgrade_id, m.state FROM upgrade_moves m WHERE m.merge_id = ? AND ?`, merge, tx.Shared())
}

func forgetMoves(tx *db.Tx, merge kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM upgrade_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}

// bring puts a plan to another account, in a state.
func bring(tx *db.Tx, id, account kernel.ID, state string) error {
	return tx.Replace(`UPDATE upgrades SET account_id = ?, state = ?, version = version + 1 WHERE id = ? AND ?`,
		account, state, id, tx.Visible("upgrades.account_id"))
}

// planned are those of some accounts for which there is or was a plan.
func planned(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[kernel.ID](tx, `SELECT DISTINCT p.account_id FROM upgrades p WHERE ? AND ?`,
			db.In("p.account_id", part...), tx.Visible("p.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}
