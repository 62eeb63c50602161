package risk

import (
	"cmp"
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Break notes that a relationship was broken off; its development says so until it
// is closed.
func (s *Service) Break(ctx context.Context, i Interruption) (Interruption, error) {
	i.tidy()
	return i, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, i.Account); err != nil {
			return err
		}
		if err := s.sound(tx, i); err != nil {
			return err
		}
		broken, err := brokenNow(tx, i.Account)
		if err != nil {
			return err
		}
		if len(broken) > 0 {
			return kernel.Refused("risk.already_broken")
		}
		if i.Stage, _, err = s.stages.Stage(tx, i.Account); err != nil {
			return err
		}
		viewer, _ := identity.From(ctx)
		i.ID, i.ByID, i.By, i.Version, i.Offers = kernel.NewID(), viewer.ID, cmp.Or(viewer.Name, viewer.Login), 1, []Offer{}
		if err := addInterruption(tx, i); err != nil {
			return err
		}
		if err := s.stages.Interrupt(identity.Whole(tx), i.Account, true); err != nil {
			return err
		}
		return audit.Note(tx, "risk.broken", "account", i.Account, i)
	})
}

// sound checks an interruption, and who is to win the account back.
func (s *Service) sound(tx *db.Tx, i Interruption) error {
	if err := i.Check(s.today()); err != nil {
		return err
	}
	return s.takes(tx, i.Owner, i.Account)
}

// Replan writes over the cause, the description and the plan of an interruption
// that is not closed.
func (s *Service) Replan(ctx context.Context, next Interruption) (Interruption, error) {
	next.tidy()
	return s.turn(ctx, next.ID, next.Version, "risk.replanned", func(tx *db.Tx, i *Interruption) error {
		i.Cause, i.Opened, i.Description, i.Recovery, i.Owner, i.Due = next.Cause, next.Opened, next.Description, next.Recovery, next.Owner, next.Due
		return s.sound(tx, *i)
	})
}

// Close says what came of an interruption.
func (s *Service) Close(ctx context.Context, id kernel.ID, version int64, result, said string) (Interruption, error) {
	return s.turn(ctx, id, version, "risk.closed", func(tx *db.Tx, i *Interruption) error {
		if err := i.close(result, said, s.today()); err != nil {
			return err
		}
		return s.stages.Interrupt(identity.Whole(tx), i.Account, false)
	})
}

func (s *Service) turn(ctx context.Context, id kernel.ID, version int64, verb string, change func(*db.Tx, *Interruption) error) (i Interruption, err error) {
	return i, s.db.Write(ctx, func(tx *db.Tx) error {
		if i, err = s.open(tx, id); err != nil {
			return err
		}
		before := i
		if err := change(tx, &i); err != nil {
			return err
		}
		i.Version = version
		if err := replaceInterruption(tx, i); err != nil {
			return err
		}
		i.Version++
		if i.Offers, err = offers(tx, id); err != nil {
			return err
		}
		after := i
		after.Offers = nil
		return audit.Changed(tx, verb, "account", i.Account, before, after)
	})
}

// open is an interruption that is not closed yet.
func (s *Service) open(tx *db.Tx, id kernel.ID) (Interruption, error) {
	i, err := findInterruption(tx, id)
	if err == nil && !i.Closed.IsZero() {
		err = kernel.Refused("risk.already_closed")
	}
	return i, err
}

// Offer adds a measure that is to make them stay.
func (s *Service) Offer(ctx context.Context, o Offer) (Offer, error) {
	return o, s.db.Write(ctx, func(tx *db.Tx) error {
		i, err := s.open(tx, o.Interruption)
		if err != nil {
			return err
		}
		if err := o.Check(s.today()); err != nil {
			return err
		}
		viewer, _ := identity.From(ctx)
		o.ID, o.ByID, o.Version = kernel.NewID(), viewer.ID, 1
		if err := addOffer(tx, o); err != nil {
			return err
		}
		return audit.Note(tx, "risk.offered", "account", i.Account, o)
	})
}

// Answer writes over an offer: mostly with what they have said to it.
func (s *Service) Answer(ctx context.Context, next Offer) (o Offer, err error) {
	return o, s.db.Write(ctx, func(tx *db.Tx) error {
		if o, err = findOffer(tx, next.ID); err != nil {
			return err
		}
		i, err := s.open(tx, o.Interruption)
		if err != nil {
			return err
		}
		before := o
		o.Measure, o.Spend, o.On, o.Result, o.Remark, o.Version = next.Measure, next.Spend, next.On, next.Result, next.Remark, next.Version
		if err := o.Check(s.today()); err != nil {
			return err
		}
		if err := replaceOffer(tx, o); err != nil {
			return err
		}
		o.Version++
		return audit.Changed(tx, "risk.answered", "account", i.Account, before, o)
	})
}

// Recovery is the board of those who are to be won back, and those who were.
func (s *Service) Recovery(ctx context.Context) (r Recovery, err error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return r, err
	}
	r = Recovery{Today: s.today(), Currency: facts.Currency}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		r.Rows, err = cases(tx)
		return err
	})
	for n := range r.Rows {
		r.Rows[n].tell(r.Today)
		r.Rows[n].Sales = sales(facts, r.Rows[n].Account)
	}
	return r, err
}

// tell works out what a case takes, and for how long it lasts.
func (c *Case) tell(today kernel.Date) {
	until := today
	if !c.Closed.IsZero() {
		until = c.Closed
	}
	c.Days, c.Late = until.Days(c.Opened), c.Closed.IsZero() && c.Due.Compare(today) < 0
	for _, o := range c.Offers {
		if o.Result == "taken" {
			c.Spent += o.Spend
		}
	}
}
