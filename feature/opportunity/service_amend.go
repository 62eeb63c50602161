package opportunity

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Amend says a deal in other words, over the version that was read. Its step, its
// state and its expected day have their own ways.
func (s *Service) Amend(ctx context.Context, next Deal) (Deal, error) {
	var d Deal
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		before, err := find(tx, next.ID)
		if err != nil {
			return err
		}
		if d, err = s.Alter(tx, next.ID, next.Version, "opportunity.changed", s.amended(next)); err != nil {
			return err
		}
		return s.hand(tx, before, d)
	})
	return d, err
}

// amended is what changes a deal to what somebody says of it.
func (s *Service) amended(next Deal) func(*db.Tx, *Deal) error {
	return func(tx *db.Tx, d *Deal) error {
		before := *d
		d.Name, d.Owner, d.Source, d.Amount, d.Currency, d.Original = next.Name, next.Owner, next.Source, next.Amount, next.Currency, next.Original
		d.Category, d.Purchase, d.Product, d.NextStep, d.NextOn, d.Contact = next.Category, next.Purchase, next.Product, next.NextStep, next.NextOn, next.Contact
		if !next.Account.IsZero() {
			d.Account, d.Row = next.Account, next.Account
		}
		if d.tidy(); d.Owner.IsZero() && d.Account.IsZero() {
			d.Owner = before.Owner // nobody else would see it
		}
		if d.Owner.IsZero() {
			d.OwnerName = before.OwnerName
		}
		if d.Currency != before.Currency || number(d.Original) != number(before.Original) || d.unrated() {
			if err := s.valued(tx, d); err != nil {
				return err
			}
		} else if d.Currency != "" {
			d.Amount = before.Amount // by the rate of its day
		}
		if err := s.summed(tx, before, d); err != nil {
			return err
		}
		if !before.Live() && !weighs(before, *d) {
			return kernel.Refused("opportunity.ended")
		}
		return s.check(tx, d)
	}
}

// weighs reports whether two states of a deal count the same in what is told of
// deals that have ended: who changes that reopens the deal and says why.
func weighs(a, b Deal) bool {
	return number(a.Amount) == number(b.Amount) && number(a.Original) == number(b.Original) && a.Currency == b.Currency &&
		a.Owner == b.Owner && a.Account == b.Account && a.Category == b.Category
}

// summed keeps the amount of a deal whose lines say it.
func (s *Service) summed(tx *db.Tx, before Deal, d *Deal) error {
	all, err := lines(tx, d.ID)
	if len(all) > 0 {
		d.Amount = before.Amount
	}
	return err
}

// hand gives a deal without an account to another owner. Of one that has an
// account its people decide.
func (s *Service) hand(tx *db.Tx, before, d Deal) error {
	whole := identity.Whole(tx)
	switch {
	case !d.Account.IsZero() && !before.Account.IsZero():
		return nil
	case !d.Account.IsZero():
		return identity.Forget(whole, d.ID)
	case before.Owner == d.Owner:
		return nil
	case d.Owner.IsZero():
		return identity.Replace(whole, []kernel.ID{d.ID})
	}
	return identity.Replace(whole, []kernel.ID{d.ID}, identity.Member{Row: d.ID, User: d.Owner, Owner: true})
}

// Reopen takes back that a deal has ended, or was put aside.
func (s *Service) Reopen(ctx context.Context, id kernel.ID, version int64, reason string) (Deal, error) {
	return s.write(ctx, id, version, "opportunity.reopened", func(tx *db.Tx, d *Deal) error {
		switch {
		case d.State == Going:
			return kernel.Refused("opportunity.there_already")
		case !said(reason):
			return kernel.Invalid("opportunity.no_reason").In("reason")
		}
		d.Closed, d.Reason, d.Outcome, d.Winner = kernel.Date{}, "", "", kernel.ID{}
		d.Entered = s.today()
		return s.move(tx, d, d.Stage, Going, reason)
	})
}
