package card

import (
	"slices"

	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// leaving keeps accounts that hold or have held a card.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := holders(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "card.held")
	}
	return err
}

// merged lets the cards of an account go with it into another one. Where both
// hold one, the higher stays, of equal ones that of the account that stays.
func (s *Service) merged(tx *db.Tx, e account.Merged) error {
	all := identity.Whole(tx)
	brought, err := held(all, e.From)
	if err != nil || len(brought) == 0 {
		return err
	}
	own, err := held(all, e.Into)
	if err != nil {
		return err
	}
	moves := s.settle(e.Merge, brought, own)
	for _, m := range moves {
		if m.Moved {
			if err := give(all, m.Card, e.Into); err != nil {
				return err
			}
		}
		if m.Ended {
			if err := end(all, m.Card, s.today()); err != nil {
				return err
			}
		}
	}
	if err := noteMoves(all, moves); err != nil {
		return err
	}
	return s.follow(all, e.Into)
}

// settle decides which cards go, and which of them, or of those that are there, ends.
func (s *Service) settle(merge kernel.ID, brought, own []Card) (all []moved) {
	higher := s.rank(brought) > s.rank(own)
	for _, c := range brought {
		all = append(all, moved{merge, c.ID, true, !higher && c.Ended.IsZero()})
	}
	for _, c := range own {
		if higher && c.Ended.IsZero() {
			all = append(all, moved{merge, c.ID, false, true})
		}
	}
	return all
}

// rank is how high the card is that counts today; 0 is none.
func (s *Service) rank(cards []Card) int {
	at := slices.IndexFunc(cards, func(c Card) bool { return c.Runs(s.today()) })
	if at < 0 {
		return 0
	}
	return slices.Index(Levels, cards[at].Level) + 1
}

// parted undoes it: every card goes back, and counts again if it did. One that was
// decided on since goes with the account that it was decided about.
func (s *Service) parted(tx *db.Tx, e account.Parted) error {
	all := identity.Whole(tx)
	moves, err := movesOf(all, e.Merge)
	if err != nil || len(moves) == 0 {
		return err
	}
	for _, m := range moves {
		if m.Moved {
			if err := give(all, m.Card, e.From); err != nil {
				return err
			}
		}
		if m.Ended {
			if err := reopen(all, m.Card); err != nil {
				return err
			}
		}
	}
	if err := forgetMoves(all, e.Merge); err != nil {
		return err
	}
	return s.follow(all, e.Into)
}

// follow tells evaluation which card an account holds now.
func (s *Service) follow(tx *db.Tx, account kernel.ID) error {
	cards, err := held(tx, account)
	if err != nil {
		return err
	}
	level := ""
	if rank := s.rank(cards); rank > 0 {
		level = Levels[rank-1]
	}
	return s.evaluations.Follow(tx, evaluation.Membership, level, account)
}
