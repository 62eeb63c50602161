package delivered

import (
	"erba/feature/account"
	"erba/platform/db"
	"erba/platform/identity"
)

// leaving keeps accounts for which somebody has compared offers.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := offered(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "delivered.offered_to")
	}
	return err
}

// merged lets the sheets of an account go with it into another one.
func merged(tx *db.Tx, e account.Merged) error {
	all := everywhere(tx)
	brought, err := offersOf(all, e.From)
	if err != nil || len(brought) == 0 {
		return err
	}
	moves := make([]moved, len(brought))
	for i, o := range brought {
		moves[i] = moved{e.Merge, o.ID}
		if err := bring(all, o.ID, e.Into); err != nil {
			return err
		}
	}
	return noteMoves(all, moves)
}

// parted undoes it.
func parted(tx *db.Tx, e account.Parted) error {
	all := everywhere(tx)
	moves, err := movesOf(all, e.Merge)
	if err != nil {
		return err
	}
	for _, m := range moves {
		if err := bring(all, m.Offer, e.From); err != nil {
			return err
		}
	}
	return forgetMoves(all, e.Merge)
}

// everywhere is the same transaction with every account in sight: a sheet goes with
// its account, whoever merges.
func everywhere(tx *db.Tx) *db.Tx { return tx.As(db.WithViewer(tx.Context(), identity.System())) }
