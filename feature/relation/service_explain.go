package relation

import (
	"context"

	"erba/analysis/layer"
	rel "erba/analysis/relation"
	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/model"
)

// Why says of an account what the methods say of its people, and what would change it.
func (s *Service) Why(ctx context.Context, account kernel.ID) (all []why.Explanation, err error) {
	err = s.looking(ctx, account, func(tx *db.Tx, b *board) error {
		c, err := s.settings(tx)
		people := b.seen()
		all = []why.Explanation{c.cfg.Explain(c.layers, people), c.layers.Explain(layered(people))}
		return err
	})
	return all, err
}

// looking lets f look at the map of an account in the viewer's sight.
func (s *Service) looking(ctx context.Context, account kernel.ID, f func(*db.Tx, *board) error) error {
	return s.db.Read(identity.Under(ctx, reading), func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		b, err := s.read(tx, account)
		if err != nil {
			return err
		}
		return f(tx, b)
	})
}

// viewed explains a map by a configuration of M60 that is perhaps a draft.
func (s *Service) viewed(ctx context.Context, config model.Config, account kernel.ID) (e why.Explanation, err error) {
	err = s.looking(ctx, account, func(tx *db.Tx, b *board) error {
		c, err := s.settings(tx)
		e = config.(rel.Config).Explain(c.layers, b.seen())
		return err
	})
	return e, err
}

// stratified explains its layers by one of M61.
func (s *Service) stratified(ctx context.Context, config model.Config, account kernel.ID) (e why.Explanation, err error) {
	err = s.looking(ctx, account, func(_ *db.Tx, b *board) error {
		e = config.(layer.Config).Explain(layered(b.seen()))
		return nil
	})
	return e, err
}
