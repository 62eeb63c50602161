package lead

import (
	"context"

	"erba/feature/account"
	"erba/feature/interaction"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Wishes are the companies in sight that somebody wants, what became of them included.
func (s *Service) Wishes(ctx context.Context) (all []Wish, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = wishes(tx, db.If(false, ""))
		return err
	})
	return all, err
}

// Want puts a company on the list of those that we want.
func (s *Service) Want(ctx context.Context, w Wish) (Wish, error) {
	viewer, _ := identity.From(ctx)
	w.ID, w.Owner, w.Made, w.Version = kernel.NewID(), viewer.ID, s.today(), 1
	if err := w.check(); err != nil {
		return w, err
	}
	return w, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := identity.Join(tx, identity.Member{Row: w.ID, User: w.Owner, Owner: true}); err != nil {
			return err
		}
		if err := db.Insert(tx, "lead_wishes", w); err != nil {
			return err
		}
		return audit.Changed(tx, "lead.wished", "lead", w.ID, nil, w)
	})
}

// Rethink writes a wish over, or ends it.
func (s *Service) Rethink(ctx context.Context, w Wish, ended bool) (Wish, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		was, err := findWish(tx, w.ID)
		if err != nil {
			return err
		}
		w.Owner, w.Made, w.Account, w.Contacted, w.Ended = was.Owner, was.Made, was.Account, was.Contacted, kernel.Date{}
		if ended {
			w.Ended = s.today()
		}
		if err := w.check(); err != nil {
			return err
		}
		if err := replaceWish(tx, w); err != nil {
			return err
		}
		return audit.Changed(tx, "lead.rethought", "lead", w.ID, was, w)
	})
	w.Version++
	return w, err
}

// Touch notes that somebody was in touch with a company that we want: with that it
// is an account, potential until it buys.
func (s *Service) Touch(ctx context.Context, c Contact, id kernel.ID, version int64) (w Wish, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		was, err := findWish(tx, id)
		switch {
		case err != nil:
			return err
		case !was.Contacted.IsZero():
			return kernel.Refused("lead.there_already")
		}
		w = was
		if w.Account, err = s.found(tx, account.Account{Code: "W" + w.ID.String(), Name: w.Name, Owner: w.Owner}); err != nil {
			return err
		}
		w.Contacted, w.Version = s.today(), version
		i := interaction.Interaction{Account: w.Account, On: c.On, Channel: c.Channel, Direction: "out", Subject: c.Subject}
		if _, err := s.Interactions.Log(s.as(tx, "interaction:write"), i); err != nil {
			return err
		}
		if err := replaceWish(tx, w); err != nil {
			return err
		}
		return audit.Changed(tx, "lead.touched", "lead", w.ID, was, w)
	})
	w.Version++
	return w, err
}
