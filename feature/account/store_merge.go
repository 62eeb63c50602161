package account

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const mergeColumns = `m.id, m.from_id, m.into_id, f.code AS from_code, f.name AS from_name, m.actor, m.merged_at,
	m.undone_at, m.before`

// merges are those of an account that it swallowed, the latest first.
func merges(tx *db.Tx, into kernel.ID) ([]Merge, error) {
	return db.List[Merge](tx, `
		SELECT `+mergeColumns+` FROM account_merges m JOIN accounts f ON f.id = m.from_id
		WHERE m.into_id = ? AND ? ORDER BY m.id DESC`, into, tx.Visible("m.into_id"))
}

// findMerge returns one merge.
func findMerge(tx *db.Tx, id kernel.ID) (Merge, error) {
	return db.Find[Merge](tx, `
		SELECT `+mergeColumns+` FROM account_merges m JOIN accounts f ON f.id = m.from_id
		WHERE m.id = ? AND ?`, id, tx.Visible("m.into_id"))
}

// addMerge writes down a merge.
func addMerge(tx *db.Tx, m Merge) error {
	_, err := tx.Exec(`INSERT INTO account_merges (id, from_id, into_id, before, actor, merged_at) VALUES (?, ?, ?, ?, ?, ?)`,
		m.ID, m.From, m.Into, m.Before, m.Actor, m.MergedAt)
	return err
}

// endMerge marks a merge as undone; once only.
func endMerge(tx *db.Tx, id kernel.ID, at int64) error {
	return tx.Replace(`UPDATE account_merges SET undone_at = ? WHERE id = ? AND undone_at IS NULL AND ?`,
		at, id, tx.Visible("account_merges.into_id"))
}

// pointing are the accounts whose column names an account.
func pointing(tx *db.Tx, column string, id kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT a.id FROM accounts a WHERE a.`+column+` = ? AND ?`, id, tx.Visible("a.id"))
}

// point lets the column of those accounts name another account, where it still
// names the one they are taken from.
func point(tx *db.Tx, column string, ids []kernel.ID, from, to kernel.ID, at int64) error {
	for part := range slices.Chunk(ids, chunk) {
		_, err := tx.Exec(`UPDATE accounts SET `+column+` = ?, changed_at = ?, version = version + 1
			WHERE `+column+` = ? AND ? AND ?`, to, at, from, db.In("id", part...), tx.Visible("accounts.id"))
		if err != nil {
			return err
		}
	}
	return nil
}

// swallow marks an account as merged into another one, or as itself again.
func swallow(tx *db.Tx, id, into kernel.ID, at int64) error {
	_, err := tx.Exec(`UPDATE accounts SET merged_into = ?, changed_at = ?, version = version + 1 WHERE id = ? AND ?`,
		into, at, id, tx.Visible("accounts.id"))
	return err
}

// history returns the changes of an account, the latest first.
func history(tx *db.Tx, account kernel.ID, before db.Cond, limit int) ([]Change, error) {
	return db.List[Change](tx, `
		SELECT c.id, c.account_id, c.field, c.old_value, c.new_value, c.origin, c.origin_id, c.actor, c.at
		FROM account_changes c
		WHERE c.account_id = ? AND ? AND ? ORDER BY c.id DESC LIMIT ?`,
		account, before, tx.Visible("c.account_id"), limit)
}

// byOrigin returns what a merge changed in an account.
func byOrigin(tx *db.Tx, account, origin kernel.ID) ([]Change, error) {
	return db.List[Change](tx, `
		SELECT c.id, c.account_id, c.field, c.old_value, c.new_value, c.origin, c.origin_id, c.actor, c.at
		FROM account_changes c WHERE c.account_id = ? AND c.origin = ? AND c.origin_id = ? AND ?`,
		account, byMerge, origin, tx.Visible("c.account_id"))
}
