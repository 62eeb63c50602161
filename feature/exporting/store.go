package exporting

import (
	"erba/kernel"
	"erba/platform/db"
)

func addPermit(tx *db.Tx, p Permit) error { return db.Insert(tx, "export_permits", p) }

// permits are those of a user that can still be used, the latest first.
func permits(tx *db.Tx, user kernel.ID, now int64) ([]Permit, error) {
	return db.List[Permit](tx, `
		SELECT id, user_id, path, query, until_at, used_at FROM export_permits
		WHERE user_id = ? AND until_at > ? AND used_at = 0 AND ? ORDER BY id DESC`, user, now, tx.Shared())
}

// use takes a permit once: whoever comes second finds it taken.
func use(tx *db.Tx, id kernel.ID, now int64) (bool, error) {
	n, err := tx.Exec(`UPDATE export_permits SET used_at = ? WHERE id = ? AND used_at = 0 AND ?`, now, id, tx.Shared())
	return n == 1, err
}
