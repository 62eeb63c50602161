package evaluation

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Set puts a class into force by hand, for a while (specification 0.3.6). What
// was proposed about it is off; what is computed is shown beside it.
func (s *Service) Set(ctx context.Context, one Set) (Set, error) {
	one.By, one.From = user(ctx), s.today()
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, one.Account); err != nil {
			return err
		}
		r, err := s.rules(tx)
		if err != nil {
			return err
		}
		if one.Expires.IsZero() {
			one.Expires = one.From.Add(r.Days)
		}
		if err := one.Check(); err != nil {
			return err
		}
		return s.impose(identity.Whole(tx), one)
	})
	return one, err
}

func (s *Service) impose(tx *db.Tx, one Set) error {
	was, err := s.inForce(tx, one.Account, one.Model)
	if err != nil {
		return err
	}
	if err := dropSet(tx, one.Account, one.Model); err != nil {
		return err
	}
	if err := addSet(tx, one); err != nil {
		return err
	}
	if err := s.drop(tx, one.Account, one.Model); err != nil {
		return err
	}
	return s.moved(tx, Move{ID: kernel.NewID(), Account: one.Account, Model: one.Model, Was: was, Class: one.Class, On: one.From,
		Way: Override, By: one.By, Reason: one.Reason})
}

// drop takes back what is proposed about a class.
func (s *Service) drop(tx *db.Tx, account kernel.ID, model string) error {
	waiting, err := list(tx, Which{State: Open, Model: model, Account: account, Limit: 1})
	if err != nil || len(waiting) == 0 {
		return err
	}
	return s.approvals.Retract(tx, []kernel.ID{waiting[0].ID})
}

// Unset ends what was set by hand before its time.
func (s *Service) Unset(ctx context.Context, account kernel.ID, model string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		all, err := setsOf(tx, account)
		for _, one := range all {
			if err == nil && one.Model == model {
				return s.end(identity.Whole(tx), one, Expiry, "")
			}
		}
		if err == nil {
			err = kernel.Missing("evaluation.nothing_set")
		}
		return err
	})
}

// end lets the class count again that was decided.
func (s *Service) end(tx *db.Tx, one Set, way, reason string) error {
	c, err := class(tx, one.Account, one.Model)
	if err != nil {
		return err
	}
	if err := dropSet(tx, one.Account, one.Model); err != nil {
		return err
	}
	return s.moved(tx, Move{ID: kernel.NewID(), Account: one.Account, Model: one.Model, Was: one.Class, Class: c.Class, On: s.today(),
		Way: way, By: user(tx.Context()), Reason: reason})
}

// InForceOf is the class of an account that counts today, for other features.
func (s *Service) InForceOf(tx *db.Tx, account kernel.ID, model string) (string, error) {
	return s.inForce(tx, account, model)
}

// inForce is the class of an account that counts today.
func (s *Service) inForce(tx *db.Tx, account kernel.ID, model string) (string, error) {
	byHand, err := setsOf(tx, account)
	for _, one := range byHand {
		if one.Model == model && one.Holds(s.today()) {
			return one.Class, err
		}
	}
	if err != nil {
		return "", err
	}
	c, err := class(tx, account, model)
	return c.Class, err
}
