package latent

import (
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// belongings are the decisions about an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "latent_declined", Columns: "k.id", Reason: "latent.decided_on", Bring: bring}

// bring puts a decision to another account; one that was taken back meanwhile is gone.
func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE latent_declined SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("account_id"))
	return err
}
