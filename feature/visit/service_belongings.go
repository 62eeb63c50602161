package visit

import (
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// belongings are the visits of an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "visits", Columns: "k.id", Reason: "visit.was_visited", Bring: bring}

// reckon works out again when accounts were visited, and will be: by all visits,
// whoever has just changed one.
func (s *Service) reckon(tx *db.Tx, accounts ...kernel.ID) error {
	revision, err := advance(tx)
	if err != nil {
		return err
	}
	return reckon(identity.Whole(tx), revision, accounts...)
}

func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE visits SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("visits.account_id"))
	return err
}
