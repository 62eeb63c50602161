package account

import (
	"erba/kernel"
	"erba/platform/db"
)

// A view belongs to a user and to no account; every statement names him.

func views(tx *db.Tx, user kernel.ID) ([]View, error) {
	return db.List[View](tx, `SELECT v.id, v.user_id, v.name, v.query FROM account_views v
		WHERE v.user_id = ? AND ? ORDER BY v.id`, user, tx.Shared())
}

func addView(tx *db.Tx, v View) error { return db.Insert(tx, "account_views", v) }

func replaceView(tx *db.Tx, v View) error {
	n, err := tx.Exec(`UPDATE account_views SET name = ?, query = ? WHERE id = ? AND user_id = ? AND ?`,
		v.Name, v.Query, v.ID, v.User, tx.Shared())
	return found(n, err)
}

func dropView(tx *db.Tx, v View) error {
	n, err := tx.Exec(`DELETE FROM account_views WHERE id = ? AND user_id = ? AND ?`, v.ID, v.User, tx.Shared())
	return found(n, err)
}

func found(n int64, err error) error {
	if err == nil && n == 0 {
		return kernel.Missing("db.missing")
	}
	return err
}
