package servicing

import (
	"slices"

	"erba/feature/account"
	"erba/platform/db"
	"erba/platform/identity"
)

// leaving keeps accounts whose service somebody has rated.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := rated(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "servicing.rated_for")
	}
	return err
}

// merged lets the ratings of an account go with it into another one; of a quarter
// in which that one is rated itself, its own counts.
func merged(tx *db.Tx, e account.Merged) error {
	all := whole(tx)
	brought, err := every(all, e.From)
	if err != nil || len(brought) == 0 {
		return err
	}
	own, err := indexes(all, e.Into)
	if err != nil {
		return err
	}
	moves := make([]moved, len(brought))
	for at, i := range brought {
		moves[at] = moved{e.Merge, i.ID, i.Latest}
		taken := slices.ContainsFunc(own, func(o Index) bool { return o.Quarter == i.Quarter })
		if err := bring(all, i.ID, e.Into, i.Latest && !taken); err != nil {
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
		if err := bring(all, m.Index, e.From, m.Counted); err != nil {
			return err
		}
	}
	return forgetMoves(all, e.Merge)
}

// whole is the same transaction with every account in sight: what was rated goes
// with the account, whoever merges.
func whole(tx *db.Tx) *db.Tx { return tx.As(db.WithViewer(tx.Context(), identity.System())) }
