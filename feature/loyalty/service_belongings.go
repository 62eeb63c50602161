package loyalty

import (
	"slices"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// word is what a merge has to know of what was said.
type word struct {
	ID   kernel.ID `db:"id"`
	Line string    `db:"line"`
}

// What was said of an account goes with it, unless the same line was spoken of
// there; on which rungs it stood is its own past, and the night finds the new one.
var (
	said = account.Kept[word]{Table: "loyalty_positions", Columns: "k.id, k.line", Reason: "loyalty.said_of", Bring: bring,
		Settle: func(w word, own []word) (word, bool) {
			return w, !slices.ContainsFunc(own, func(o word) bool { return o.Line == w.Line })
		}}
	stood = account.Kept[kernel.ID]{Table: "loyalty_rungs", Columns: "k.id", Reason: "loyalty.stood",
		Settle: func(id kernel.ID, _ []kernel.ID) (kernel.ID, bool) { return id, false },
		Bring:  func(*db.Tx, kernel.ID, kernel.ID) error { return nil }}
)

func bring(tx *db.Tx, w word, account kernel.ID) error {
	return tx.Replace(`UPDATE loyalty_positions SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, w.ID, tx.Visible("loyalty_positions.account_id"))
}
