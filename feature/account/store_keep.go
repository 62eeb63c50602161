package account

import (
	"erba/kernel"
	"erba/platform/db"
)

// move is a row that a merge has brought, as it was before.
type move struct {
	Merge  kernel.ID `db:"merge_id"`
	Kept   string    `db:"kept"` // its table
	Place  int64     `db:"place"`
	Before string    `db:"before"` // as JSON
}

func addMoves(tx *db.Tx, all []move) error { return db.Insert(tx, "account_moves", all...) }

// movesOf are those of a table, in the order in which they were brought.
func movesOf(tx *db.Tx, merge kernel.ID, kept string) ([]move, error) {
	return db.List[move](tx, `SELECT m.merge_id, m.kept, m.place, m.before FROM account_moves m
		WHERE m.merge_id = ? AND m.kept = ? AND ? ORDER BY m.place`, merge, kept, tx.Shared())
}

func forgetMoves(tx *db.Tx, merge kernel.ID, kept string) error {
	_, err := tx.Exec(`DELETE FROM account_moves WHERE merge_id = ? AND kept = ? AND ?`, merge, kept, tx.Shared())
	return err
}
