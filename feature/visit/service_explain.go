package visit

import (
	"context"

	"erba/analysis/dossier"
	rules "erba/analysis/visit"
	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/model"
)

// explained says when an account would be due by a cadence, and why.
func (s *Service) explained(ctx context.Context, config model.Config, account kernel.ID) (e why.Explanation, err error) {
	cfg, ok := config.(rules.Config)
	if !ok {
		return e, kernel.Refused("method.no_trial", "id", Going)
	}
	b, err := s.opened(ctx)
	if err != nil {
		return e, err
	}
	err = s.db.Read(identity.Under(ctx, reading), func(tx *db.Tx) error { return s.Accounts.Require(tx, account) })
	row := b.classed.Row(account)
	if err != nil || row < 0 {
		return e, err
	}
	one := &b.entries[row]
	last := one.round.Last
	if cfg.Of(one.standing).Call {
		last = one.round.Called
	}
	return cfg.Explain(one.standing, last, one.known, b.today), nil
}

// filled says how complete the file of an account would be, and why.
func (s *Service) filled(ctx context.Context, config model.Config, account kernel.ID) (e why.Explanation, err error) {
	cfg, ok := config.(dossier.Config)
	if !ok {
		return e, kernel.Refused("method.no_trial", "id", Filing)
	}
	err = s.db.Read(identity.Under(ctx, reading), func(tx *db.Tx) error {
		f, err := s.file(tx, account)
		if err != nil {
			return err
		}
		_, _, today, err := s.cadences(tx)
		e = cfg.Explain(f, today)
		return err
	})
	return e, err
}
