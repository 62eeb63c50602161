package card

import (
	"context"

	"erba/analysis/membership"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Renew lets a card that is about to end count for another year, as long as the
// method still gives it: no other level, so no proposal. Nobody renews the card of
// an account of his own.
func (s *Service) Renew(ctx context.Context, account kernel.ID) error {
	sheet, err := s.Sheet(ctx, account)
	if err != nil {
		return err
	}
	if err := sheet.renewable(of(sheet.Due)); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if own, err := s.owns(tx, account); err != nil || own {
			return either(err, kernel.Denied("card.own_account"))
		}
		c, err := s.running(tx, account)
		if err != nil {
			return err
		}
		if c.ID != sheet.Card.ID {
			return kernel.Stale("db.stale")
		}
		return s.give(tx, Card{Account: account, Level: c.Level, From: c.Until.Add(1), By: user(ctx)})
	})
}

// renewable says why the card of an account cannot be renewed, given the one that
// the method gives now.
func (s *Sheet) renewable(due membership.Card) error {
	switch {
	case s.Card == nil:
		return kernel.Refused("card.none")
	case s.Next != nil:
		return kernel.Refused("card.renewed")
	case !s.Card.Expires(s.Today):
		return kernel.Refused("card.too_early", "days", soon, "until", s.Card.Until)
	case s.Open:
		return kernel.Refused("card.unfinished")
	case due < of(s.Card.Level):
		return kernel.Refused("card.no_longer")
	}
	return nil
}

// owns reports whether an account is the viewer's own.
func (s *Service) owns(tx *db.Tx, account kernel.ID) (bool, error) {
	owner, err := ownerOf(tx, account)
	return owner == user(tx.Context()), err
}

// Expire ends the cards whose time is over. Whose card has not been renewed holds
// none: the next evaluation proposes what the method gives then.
func (s *Service) Expire(ctx context.Context) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		all := identity.Whole(tx)
		gone, err := overdue(all, s.today())
		for _, c := range gone {
			if err == nil {
				err = end(all, c.ID, c.Until)
			}
			if err == nil {
				err = audit.Note(all, "card.expired", "account", c.Account, c)
			}
			if err == nil {
				err = s.follow(all, c.Account)
			}
		}
		return err
	})
}
