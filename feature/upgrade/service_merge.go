package upgrade

import (
	"erba/feature/account"
	"erba/platform/db"
)

// leaving keeps accounts for which somebody has planned.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := planned(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "upgrade.planned_for")
	}
	return err
}

// merged lets the plans of an account go with it into another one. Where both have
// an open one, that of the account that stays goes on, and the other one rests.
func (s *Service) merged(tx *db.Tx, e account.Merged) error {
	all := whole(tx)
	brought, err := plans(all, e.From)
	if err != nil || len(brought) == 0 {
		return err
	}
	own, err := plans(all, e.Into)
	if err != nil {
		return err
	}
	moves := make([]moved, len(brought))
	for i, p := range brought {
		moves[i] = moved{e.Merge, p.ID, p.State}
		if p.State == Open && openOf(own) >= 0 {
			p.State = Dropped
		}
		if err := bring(all, p.ID, e.Into, p.State); err != nil {
			return err
		}
	}
	return noteMoves(all, moves)
}

// parted undoes it: every plan goes back in the state that it was in, except one
// that has been ended since.
func (s *Service) parted(tx *db.Tx, e account.Parted) error {
	all := whole(tx)
	moves, err := movesOf(all, e.Merge)
	if err != nil {
		return err
	}
	for _, m := range moves {
		p, err := find(all, m.Plan)
		if err != nil {
			return err
		}
		if p.Ended.IsZero() {
			p.State = m.State
		}
		if err := bring(all, m.Plan, e.From, p.State); err != nil {
			return err
		}
	}
	return forgetMoves(all, e.Merge)
}
