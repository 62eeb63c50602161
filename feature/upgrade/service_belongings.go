package upgrade

import (
	"slices"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// climb is what a merge has to know of a plan.
type climb struct {
	ID    kernel.ID `db:"id"`
	State string    `db:"state"`
}

// belongings are the plans of an account: they go with it. Where both have an open one,
// that of the account that stays goes on, and the other one rests.
var belongings = account.Kept[climb]{Table: "upgrades", Columns: "k.id, k.state", Reason: "upgrade.planned_for", Settle: settle, Bring: bring}

func settle(c climb, own []climb) (climb, bool) {
	if c.State == Open && slices.ContainsFunc(own, func(o climb) bool { return o.State == Open }) {
		c.State = Dropped
	}
	return c, true
}

// bring puts a plan to another account, in a state; one that has been ended since
// stays as it is.
func bring(tx *db.Tx, c climb, account kernel.ID) error {
	return tx.Replace(`UPDATE upgrades SET account_id = ?, state = CASE WHEN ended_on IS NULL THEN ? ELSE state END, version = version + 1 WHERE id = ? AND ?`,
		account, c.State, c.ID, tx.Visible("upgrades.account_id"))
}
