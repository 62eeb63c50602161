package development

import (
	"context"

	stages "erba/analysis/development"
	"erba/analysis/involvement"
	"erba/analysis/square"
	"erba/analysis/supplier"
	"erba/analysis/why"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/model"
)

// explains lets drafts of the methods be tried on one account.
func (s *Service) explains(methods *method.Service) {
	methods.Explains("M04", tried(s, "M04", func(b *book, _ int32, account kernel.ID, cfg supplier.Config) (why.Explanation, error) {
		b.supplier = cfg
		return b.rated(account).Why, nil
	}))
	methods.Explains("M07", tried(s, "M07", func(b *book, row int32, _ kernel.ID, cfg stages.Config) (why.Explanation, error) {
		b.stage = cfg
		state := b.state(row)
		return cfg.Explain(&state), nil
	}))
	methods.Explains("M09", tried(s, "M09", func(b *book, _ int32, account kernel.ID, cfg involvement.Config) (why.Explanation, error) {
		b.involved = cfg
		return b.involvement(account).Why, nil
	}))
	methods.Explains("M11", tried(s, "M11", func(b *book, row int32, account kernel.ID, cfg square.Config) (why.Explanation, error) {
		m := b.mark(account)
		at := m.point(cfg.Use)
		if at.X == 0 {
			return why.Explanation{}, kernel.Refused("development.not_rated")
		}
		return cfg.Explain(cfg.Use, at)
	}))
}

// tried explains an account by a configuration that is not in force, to who may read
// how the account develops: to try drafts is no right to that.
func tried[C model.Config](s *Service, id string, explain func(b *book, row int32, account kernel.ID, cfg C) (why.Explanation, error)) method.Explains {
	return func(ctx context.Context, config model.Config, account kernel.ID) (e why.Explanation, err error) {
		cfg, ok := config.(C)
		if !ok {
			return e, kernel.Refused("method.no_trial", "id", id)
		}
		ctx = identity.Under(ctx, "development:read")
		if err := s.require(ctx, account); err != nil {
			return e, err
		}
		b, err := s.open(ctx)
		if err != nil {
			return e, err
		}
		row := b.Row(account)
		if row < 0 || !b.Sees(row) {
			return e, kernel.Missing("db.missing")
		}
		err = s.db.Snapshot(identity.With(ctx, identity.System()), func(tx *db.Tx) error { return s.gather(tx, b, account) })
		if err != nil {
			return e, err
		}
		return explain(b, row, account, cfg)
	}
}
