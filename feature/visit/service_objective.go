package visit

import (
	"context"

	smart "erba/analysis/objective"
	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Aim puts objectives in place of those that a visit had.
func (s *Service) Aim(ctx context.Context, id kernel.ID, version int64, all []Objective) (Sheet, error) {
	return s.turn(ctx, id, version, "visit.aimed", func(tx *db.Tx, v *Visit) error {
		if !v.Ahead() {
			return kernel.Refused("visit.not_ahead", "state", v.key())
		}
		if err := s.aimable(tx, v, all); err != nil {
			return err
		}
		return aim(tx, id, v.Objectives)
	})
}

// aimable gives a visit objectives if they can be its.
func (s *Service) aimable(tx *db.Tx, v *Visit, all []Objective) error {
	cfg, err := s.lights(tx)
	if err != nil {
		return err
	}
	frame, err := s.frame(tx.Context(), *v)
	if err != nil {
		return err
	}
	v.Objectives = make([]Objective, len(all))
	for i, o := range all {
		o.ID, o.Visit, o.Place, o.Actual = kernel.NewID(), v.ID, int64(i), nil
		if err := s.linked(tx, v.Account, o); err != nil {
			return kernel.Within(place("objectives", i), err)
		}
		v.Objectives[i] = o
	}
	return check(&cfg, frame, v.Objectives)
}

// frame is the days between which objectives of a visit end.
func (s *Service) frame(ctx context.Context, v Visit) (smart.Frame, error) {
	end, err := s.planEnd(ctx, v.Day)
	return smart.Frame{Visit: v.Day, End: end}, err
}

// linked refuses a link to what is not there: a product that we do not sell, a goal
// that the account does not have.
func (s *Service) linked(tx *db.Tx, account kernel.ID, o Objective) error {
	switch o.Link {
	case "":
		return nil
	case ToProduct:
		if _, err := s.Products.Find(tx.Context(), o.Product); err != nil {
			return kernel.Invalid("objective.no_product").In("product")
		}
		return nil
	case ToGoal:
		there, err := s.Goals.Wanted(identity.As(tx, "goal:read"), account, o.Year)
		if err != nil || there {
			return err
		}
		return kernel.Invalid("objective.no_goal", "year", o.Year).In("year")
	}
	return kernel.Invalid("objective.bad_link").In("link")
}

// Try says which lights objectives would have, without keeping them.
func (s *Service) Try(ctx context.Context, id kernel.ID, all []Objective) (lit []Objective, err error) {
	lit = make([]Objective, len(all))
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		v, err := find(tx, id)
		if err != nil {
			return err
		}
		cfg, err := s.lights(tx)
		if err != nil {
			return err
		}
		frame, err := s.frame(ctx, v)
		for i, o := range all {
			lit[i] = o.lit(&cfg, frame)
		}
		return err
	})
	return lit, err
}

// Tick marks items of the preparation; what is worked out cannot be ticked.
func (s *Service) Tick(ctx context.Context, id kernel.ID, version int64, items map[rules.Item]bool) (Sheet, error) {
	return s.turn(ctx, id, version, "visit.prepared", func(_ *db.Tx, v *Visit) error {
		if !v.Ahead() {
			return kernel.Refused("visit.not_ahead", "state", v.key())
		}
		for item, done := range items {
			if item.Worked() {
				return kernel.Refused("preparation.worked_out").In(string(item))
			}
			if item == rules.Appointment && !done && v.State == IsBooked {
				return kernel.Refused("preparation.is_booked").In(string(item))
			}
			v.Ready = ticked(v.Ready, item, done)
		}
		return nil
	})
}
