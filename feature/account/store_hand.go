package account

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// hand writes another owner over that of accounts, whatever their version: who
// edits one meanwhile is told that it has changed.
func hand(tx *db.Tx, to kernel.ID, ids []kernel.ID, at int64) error {
	for part := range slices.Chunk(ids, chunk) {
		if _, err := tx.Exec(`UPDATE accounts SET owner_id = ?, changed_at = ?, version = version + 1
			WHERE ? AND merged_into IS NULL AND ?`, to, at, db.In("id", part...), tx.Visible("accounts.id")); err != nil {
			return err
		}
	}
	return nil
}

// hold keeps everybody else from changing accounts until the end of the transaction.
func hold(tx *db.Tx, ids []kernel.ID) error {
	for part := range slices.Chunk(ids, chunk) {
		if _, err := tx.Exec(`UPDATE accounts SET version = version WHERE ? AND ?`, db.In("id", part...), tx.Visible("accounts.id")); err != nil {
			return err
		}
	}
	return nil
}
