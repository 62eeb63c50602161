package lifetime

import (
	"context"
	"encoding/json"
	"time"

	"erba/analysis/lifetime"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Fit works out what all accounts together tell of their orders, by each basis,
// and their values while nobody waits for them.
func (s *Service) Fit(ctx context.Context) error {
	ctx = identity.With(ctx, identity.System())
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return err
	}
	for _, b := range bases {
		if err := s.fit(ctx, facts, b); err != nil {
			return err
		}
	}
	_, _, err = s.valued(ctx, facts, Margin)
	return err
}

func (s *Service) fit(ctx context.Context, f *portfolio.Facts, b Basis) error {
	found, err := s.open(ctx, b)
	if err != nil {
		return err
	}
	all, stayed, start := lives(f, b)
	raw, err := json.Marshal(found.Config.Fit(all, stayed, start))
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		return keep(tx, fitted{b, kernel.NewID(), f.Ask.AsOf, f.Revision, found.version, time.Now().UnixMicro(), string(raw)})
	})
}

// lives are those of all accounts; start is how many of them bought in the twelve
// months before the last, stayed how many of these bought in the last, too. Those
// of whom no cost is recorded tell nothing of what an order leaves.
func lives(f *portfolio.Facts, b Basis) (all []lifetime.Life, stayed, start int) {
	for row := range int32(f.Len()) {
		if !f.Sees(row) {
			continue
		}
		l := f.Life(row)
		if l.Before {
			if start++; l.Here {
				stayed++
			}
		}
		if one := lifeOf(l, f.Ask.AsOf, b); one.Bought {
			all = append(all, one)
		}
	}
	return all, stayed, start
}
