package approval

import (
	"erba/kernel"
	"erba/platform/db"
)

// move brings the proposals about an account to another one.
func move(tx *db.Tx, merge, from, into kernel.ID) error {
	_, err := tx.Exec(`INSERT INTO approval_moves (merge_id, approval_id)
		SELECT CAST(? AS BIGINT), p.id FROM approvals p WHERE p.account_id = ? AND ?`, merge, from, tx.Visible("p.account_id"))
	if err != nil {
		return err
	}
	_, err = tx.Exec(`UPDATE approvals SET account_id = ? WHERE account_id = ? AND ?`, into, from, tx.Visible("approvals.account_id"))
	return err
}

// moveBack undoes it.
func moveBack(tx *db.Tx, merge, from kernel.ID) error {
	_, err := tx.Exec(`UPDATE approvals SET account_id = ?
		WHERE id IN (SELECT m.approval_id FROM approval_moves m WHERE m.merge_id = ?) AND ?`, from, merge, tx.Visible("approvals.account_id"))
	if err != nil {
		return err
	}
	_, err = tx.Exec(`DELETE FROM approval_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}
