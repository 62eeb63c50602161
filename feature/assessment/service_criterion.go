package assessment

import (
	"context"
	"slices"

	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Criteria are those by which the customer of a deal decides.
func (s *Service) Criteria(ctx context.Context, deal kernel.ID) (all Criteria, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, deal)
		if err != nil {
			return err
		}
		all.Account, all.May = d.Account, s.may(ctx, deal, writing) && d.Live()
		against, err := s.rivals(tx, deal)
		if err != nil {
			return err
		}
		for _, r := range against {
			all.Sides = append(all.Sides, Against(r))
		}
		all.Rows, err = s.criteria(tx, deal)
		return err
	})
	for _, c := range all.Rows {
		all.Unmet += number(c.Unmet())
	}
	return all, err
}

// criteria are those of a deal with who cares and how everybody fits.
func (s *Service) criteria(tx *db.Tx, deal kernel.ID) ([]Criterion, error) {
	all, err := criteria(tx, deal)
	if err != nil {
		return nil, err
	}
	people, err := caring(tx, deal)
	if err != nil {
		return nil, err
	}
	met, err := fitting(tx, deal)
	if err != nil {
		return nil, err
	}
	for i := range all {
		c := &all[i]
		c.Caring = slices.DeleteFunc(slices.Clone(people), func(p Caring) bool { return p.Criterion != c.ID })
		c.Fits = slices.DeleteFunc(slices.Clone(met), func(f Fit) bool { return f.Criterion != c.ID })
	}
	sorted(all)
	return all, nil
}

// Weigh writes a criterion: a new one, or over the version that was read.
func (s *Service) Weigh(ctx context.Context, c Criterion) (Criterion, error) {
	c.tidy()
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, c.Deal)
		if err != nil {
			return err
		}
		if err := s.fair(tx, d, c); err != nil {
			return err
		}
		c.ByID, _ = viewer(tx.Context())
		return s.weigh(tx, &c)
	})
	return c, err
}

func (s *Service) weigh(tx *db.Tx, c *Criterion) error {
	var before any
	var err error
	if c.ID.IsZero() {
		c.ID, c.Made, c.Version = kernel.NewID(), s.today(), 1
		err = addCriterion(tx, *c)
	} else {
		old, err := criterion(tx, c.Deal, c.ID)
		if err != nil {
			return err
		}
		before, c.Made = old, old.Made
		if err := replaceCriterion(tx, *c); err != nil {
			return err
		}
		c.Version++
	}
	if err != nil {
		return err
	}
	if err := surround(tx, *c); err != nil {
		return err
	}
	return audit.Changed(tx, "assessment.weighed", "opportunity", c.Deal, before, *c)
}

// fair refuses a criterion that is none, or that names somebody who is not there.
func (s *Service) fair(tx *db.Tx, d opportunity.Deal, c Criterion) error {
	if !d.Live() {
		return kernel.Refused("assessment.closed")
	}
	if err := c.Check(); err != nil {
		return err
	}
	people := make([]kernel.ID, len(c.Caring))
	for i, p := range c.Caring {
		people[i] = p.Contact
	}
	slices.SortFunc(people, kernel.ID.Compare)
	if len(slices.Compact(slices.Clone(people))) != len(people) {
		return kernel.Invalid("assessment.stranger").In("caring")
	}
	if len(people) > 0 {
		if n, err := at(tx, d.Account, people); err != nil || n < len(people) {
			return either(err, kernel.Invalid("assessment.stranger").In("caring"))
		}
	}
	for _, f := range c.Fits {
		if err := s.fights(tx, Judging{Deal: d.ID, Rival: f.Rival}); err != nil {
			return err
		}
	}
	return nil
}

// either is the error, or else what is refused.
func either(err error, refusal *kernel.Fault) error {
	if err != nil {
		return err
	}
	return refusal
}

// Forget takes a criterion away.
func (s *Service) Forget(ctx context.Context, deal, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := criterion(tx, deal, id)
		if err != nil {
			return err
		}
		c := old
		c.Version = version
		if err := dropCriterion(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "assessment.dropped", "opportunity", deal, old, nil)
	})
}
