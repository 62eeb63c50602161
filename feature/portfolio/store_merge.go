package portfolio

import (
	"erba/kernel"
	"erba/platform/db"
)

// move brings the nominations of an account to another one.
func move(tx *db.Tx, merge, from, into kernel.ID) error {
	_, err := tx.Exec(`INSERT INTO portfolio_moves (merge_id, row_id)
		SELECT CAST(? AS BIGINT), n.id FROM portfolio_nominations n WHERE n.account_id = ? AND ?`, merge, from, tx.Visible("n.account_id"))
	if err != nil {
		return err
	}
	_, err = tx.Exec(`UPDATE portfolio_nominations SET account_id = ? WHERE account_id = ? AND ?`,
		into, from, tx.Visible("portfolio_nominations.account_id"))
	return err
}

// moveBack undoes it.
func moveBack(tx *db.Tx, merge, from kernel.ID) error {
	_, err := tx.Exec(`UPDATE portfolio_nominations SET account_id = ?
		WHERE id IN (SELECT m.row_id FROM portfolio_moves m WHERE m.merge_id = ?) AND ?`,
		from, merge, tx.Visible("portfolio_nominations.account_id"))
	if err != nil {
		return err
	}
	_, err = tx.Exec(`DELETE FROM portfolio_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}

// noteMoved remembers that a merge brought a row.
func noteMoved(tx *db.Tx, merge, row kernel.ID) error {
	_, err := tx.Exec(`INSERT INTO portfolio_moves (merge_id, row_id) VALUES (?, ?)`, merge, row)
	return err
}

// hasMoved reports whether a merge brought a row.
func hasMoved(tx *db.Tx, merge, row kernel.ID) (bool, error) {
	return db.Find[bool](tx, `SELECT count(*) > 0 FROM portfolio_moves m WHERE m.merge_id = ? AND m.row_id = ? AND ?`, merge, row, tx.Shared())
}
