package delivered

import (
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// belongings are the sheets of an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "offers", Columns: "k.id", Reason: "delivered.offered_to", Bring: bring}

// bring puts a sheet to another account; one that was dropped meanwhile is gone.
func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE offers SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("offers.account_id"))
	return err
}
