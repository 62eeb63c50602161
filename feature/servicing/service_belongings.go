package servicing

import (
	"slices"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// mark is what a merge has to know of a rating.
type mark struct {
	ID      kernel.ID   `db:"id"`
	Quarter kernel.Date `db:"quarter"`
	Latest  bool        `db:"latest"`
}

// belongings are the ratings of an account: they go with it. Of a quarter in which the
// other one is rated itself, its own counts.
var belongings = account.Kept[mark]{Table: "servicing_indexes", Columns: "k.id, k.quarter, k.latest", Reason: "servicing.rated_for", Settle: settle, Bring: bring}

func settle(r mark, own []mark) (mark, bool) {
	r.Latest = r.Latest && !slices.ContainsFunc(own, func(o mark) bool { return o.Latest && o.Quarter == r.Quarter })
	return r, true
}

// bring puts a rating to another account, where it counts or not.
func bring(tx *db.Tx, r mark, account kernel.ID) error {
	return tx.Replace(`UPDATE servicing_indexes SET account_id = ?, latest = ? WHERE id = ? AND ?`,
		account, r.Latest, r.ID, tx.Visible("servicing_indexes.account_id"))
}
