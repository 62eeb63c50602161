package today

import (
	"context"
	"slices"

	"erba/analysis/urgency"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Mark notes what the viewer says of an item.
func (s *Service) Mark(ctx context.Context, m Mark) (Mark, error) {
	if !slices.ContainsFunc(s.rules, func(r Rule) bool { return r.Name == m.Rule }) {
		return m, kernel.Invalid("today.no_item").In("rule")
	}
	m.ID, m.User, m.At = kernel.NewID(), user(ctx), s.now().UnixMicro()
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		config, _, err := method.Setting[urgency.Config](s.methods, tx, Method)
		if err != nil {
			return err
		}
		if err := m.check(s.today(), config.Again); err != nil {
			return err
		}
		if err := dropPast(tx, m.User, s.today()); err != nil {
			return err
		}
		if err := addMark(tx, m); err != nil {
			return err
		}
		return audit.Note(tx, "today.marked", "today", m.ID, m)
	})
	return m, err
}

// Unmark takes back what the viewer has said; what is not there is back already.
func (s *Service) Unmark(ctx context.Context, id kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		n, err := dropMark(tx, user(ctx), id)
		if err == nil && n == 0 {
			return kernel.Missing("db.missing")
		}
		if err != nil {
			return err
		}
		return audit.Note(tx, "today.unmarked", "today", id, nil)
	})
}
