package opportunity

import (
	"context"
	"errors"

	"erba/analysis/purchase"
	"erba/analysis/sale"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// levels is the method that says at which step a deal of a timed process stands.
const levels = "M29"

// level puts a deal of a timed process to the step of its expected day.
func (s *Service) level(tx *db.Tx, d *Deal) error {
	cfg, err := s.Config(tx)
	if err != nil {
		return err
	}
	to, moves, err := s.slid(tx, cfg, *d)
	if err != nil || !moves {
		return err
	}
	return s.move(tx, d, to, d.State, "")
}

// slid is the step to which the calendar moves a deal.
func (s *Service) slid(tx *db.Tx, cfg sale.Config, d Deal) (to string, moves bool, err error) {
	p, ok := cfg.Process(d.Process)
	if !ok || !p.Timed || d.State != Going || d.Stage == p.Stages[len(p.Stages)-1].Key {
		return "", false, nil
	}
	rating, err := s.rating(tx, d.Expected)
	return rating.Level, rating.Level != d.Stage && p.Index(rating.Level) >= 0, err
}

// rating is the level of an order that is expected on a day, as the method says
// where it is among those of the product.
func (s *Service) rating(tx *db.Tx, expected kernel.Date) (purchase.Rating, error) {
	cfg, _, err := method.Setting[purchase.Config](s.Methods, tx, levels)
	if f, ok := errors.AsType[*kernel.Fault](err); ok && f.Kind == kernel.KindMissing {
		cfg, err = purchase.Default(), nil
	}
	return cfg.Rate(expected, s.today()), err
}

// Slide moves all deals of timed processes to the steps of today, and answers how
// many it moved.
func (s *Service) Slide(ctx context.Context) (moved int, err error) {
	err = s.db.Write(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		cfg, err := s.Config(tx)
		if err != nil {
			return err
		}
		for _, p := range cfg.Processes {
			if !p.Timed {
				continue
			}
			all, err := s.Deals(tx, Filter{Process: p.Key, State: []string{Going}})
			if err != nil {
				return err
			}
			for _, d := range all {
				n, err := s.slide(tx, cfg, d)
				if moved += n; err != nil {
					return err
				}
			}
		}
		return nil
	})
	return moved, err
}

// slide moves one deal; one that a gate keeps where it is does not hold up the others.
func (s *Service) slide(tx *db.Tx, cfg sale.Config, d Deal) (int, error) {
	_, moves, err := s.slid(tx, cfg, d)
	if err != nil || !moves {
		return 0, err
	}
	_, err = s.Alter(tx, d.ID, d.Version, "opportunity.slid", s.level)
	if _, kept := errors.AsType[*kernel.Fault](err); kept {
		return 0, nil
	}
	return 1, err
}
