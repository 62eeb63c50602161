package goal

import (
	"slices"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// aim is what a merge has to know of a goal.
type aim struct {
	ID   kernel.ID `db:"id"`
	Year int64     `db:"year"`
}

// belongings are the goals of an account: they go with it, unless the other one has one of
// the same year; then its own counts, and the other one rests.
var belongings = account.Kept[aim]{Table: "goals", Columns: "k.id, k.year", Reason: "goal.wanted_of", Settle: settle, Bring: bring}

func settle(g aim, own []aim) (aim, bool) {
	return g, !slices.ContainsFunc(own, func(o aim) bool { return o.Year == g.Year })
}

// bring puts a goal to another account; one that was dropped meanwhile is gone.
func bring(tx *db.Tx, g aim, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE goals SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, g.ID, tx.Visible("goals.account_id"))
	return err
}
