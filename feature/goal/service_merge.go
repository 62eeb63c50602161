package goal

import (
	"slices"

	"erba/feature/account"
	"erba/platform/db"
	"erba/platform/identity"
)

// leaving keeps accounts of which anything is wanted.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := wanted(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "goal.wanted_of")
	}
	return err
}

// merged lets the goals of an account go with it into another one, unless that
// has one of the same year: then its own counts, and the other one rests.
func (s *Service) merged(tx *db.Tx, e account.Merged) error {
	all := overall(tx)
	brought, err := ofAccount(all, e.From)
	if err != nil || len(brought) == 0 {
		return err
	}
	own, err := ofAccount(all, e.Into)
	if err != nil {
		return err
	}
	var moves []moved
	for _, g := range brought {
		if slices.ContainsFunc(own, func(o Goal) bool { return o.Year == g.Year }) {
			continue
		}
		if _, err := bring(all, g.ID, e.Into); err != nil {
			return err
		}
		moves = append(moves, moved{e.Merge, g.ID})
	}
	return noteMoves(all, moves)
}

// parted undoes it: what a merge has brought, and nobody has dropped since, goes back.
func (s *Service) parted(tx *db.Tx, e account.Parted) error {
	all := overall(tx)
	moves, err := movesOf(all, e.Merge)
	if err != nil {
		return err
	}
	for _, m := range moves {
		if _, err := bring(all, m.Goal, e.From); err != nil {
			return err
		}
	}
	return forgetMoves(all, e.Merge)
}

// overall is the same transaction with every account in sight: what is wanted of
// one goes with it, whoever merges.
func overall(tx *db.Tx) *db.Tx { return tx.As(db.WithViewer(tx.Context(), identity.System())) }
