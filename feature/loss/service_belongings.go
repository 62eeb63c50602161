package loss

import (
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// belongings are the decisions about an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "loss_decisions", Columns: "k.id", Reason: "loss.decided_for", Bring: bring}

// bring puts a decision to another account.
func bring(tx *db.Tx, id, account kernel.ID) error {
	return tx.Replace(`UPDATE loss_decisions SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("loss_decisions.account_id"))
}
