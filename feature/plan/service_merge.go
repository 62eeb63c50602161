package plan

import (
	"erba/feature/account"
	"erba/platform/db"
	"erba/platform/identity"
)

// leaving keeps accounts for which there is or was something to do.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := actedFor(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "plan.acted_for")
	}
	return err
}

// merged lets the actions of an account go with it into another one.
func merged(tx *db.Tx, e account.Merged) error {
	all := whole(tx)
	brought, err := of(all, e.From)
	if err != nil || len(brought) == 0 {
		return err
	}
	moves := make([]moved, len(brought))
	for i, a := range brought {
		moves[i] = moved{e.Merge, a.ID, a.Origin}
		if err := bring(all, a.ID, e.Into, ""); err != nil {
			return err
		}
	}
	return noteMoves(all, moves)
}

// parted undoes it: every action goes back, and is again of its template.
func parted(tx *db.Tx, e account.Parted) error {
	all := whole(tx)
	moves, err := movesOf(all, e.Merge)
	if err != nil {
		return err
	}
	for _, m := range moves {
		if err := bring(all, m.Action, e.From, m.Origin); err != nil {
			return err
		}
	}
	return forgetMoves(all, e.Merge)
}

// whole is the same transaction with every account in sight: what has to be done
// for one goes with it, whoever merges.
func whole(tx *db.Tx) *db.Tx { return tx.As(db.WithViewer(tx.Context(), identity.System())) }
