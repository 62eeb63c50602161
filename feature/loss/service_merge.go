package loss

import (
	"erba/feature/account"
	"erba/platform/db"
	"erba/platform/identity"
)

// leaving keeps accounts about which somebody has decided.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := decided(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "loss.decided_for")
	}
	return err
}

// merged lets the decisions about an account go with it into another one.
func merged(tx *db.Tx, e account.Merged) error {
	all := whole(tx)
	brought, err := decisions(all, e.From)
	if err != nil || len(brought) == 0 {
		return err
	}
	moves := make([]moved, len(brought))
	for i, d := range brought {
		moves[i] = moved{e.Merge, d.ID}
		if err := bring(all, d.ID, e.Into); err != nil {
			return err
		}
	}
	return noteMoves(all, moves)
}

// parted undoes it.
func parted(tx *db.Tx, e account.Parted) error {
	all := whole(tx)
	moves, err := movesOf(all, e.Merge)
	if err != nil {
		return err
	}
	for _, m := range moves {
		if err := bring(all, m.Decision, e.From); err != nil {
			return err
		}
	}
	return forgetMoves(all, e.Merge)
}

// whole is the same transaction with every account in sight: what was decided about
// one goes with it, whoever merges.
func whole(tx *db.Tx) *db.Tx { return tx.As(db.WithViewer(tx.Context(), identity.System())) }
