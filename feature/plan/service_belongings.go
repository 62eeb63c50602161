package plan

import (
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// task is what a merge has to know of an action.
type task struct {
	ID     kernel.ID `db:"id"`
	Origin string    `db:"origin"`
}

// belongings are the actions of an account: they go with it. Both can have the same one of
// a template, so there they are of none.
var belongings = account.Kept[task]{Table: "actions", Columns: "k.id, k.origin", Reason: "plan.acted_for", Bring: bring,
	Settle: func(a task, _ []task) (task, bool) { return task{ID: a.ID}, true }}

// bring puts an action to another account.
func bring(tx *db.Tx, a task, account kernel.ID) error {
	return tx.Replace(`UPDATE actions SET account_id = ?, origin = ?, version = version + 1 WHERE id = ? AND ?`,
		account, a.Origin, a.ID, tx.Visible("actions.account_id"))
}
