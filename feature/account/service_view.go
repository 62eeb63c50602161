package account

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Views are the lists that the viewer keeps.
func (s *Service) Views(ctx context.Context) (all []View, err error) {
	viewer, _ := identity.From(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = views(tx, viewer.ID)
		return err
	})
	return all, err
}

// KeepView adds a list, or replaces the one with that ID.
func (s *Service) KeepView(ctx context.Context, v View) (View, error) {
	if err := v.Check(); err != nil {
		return v, err
	}
	err := s.change(ctx, "account.view_kept", &v, func(tx *db.Tx) error {
		if !v.ID.IsZero() {
			return replaceView(tx, v)
		}
		v.ID = kernel.NewID()
		return addView(tx, v)
	})
	return v, err
}

// DropView forgets a list.
func (s *Service) DropView(ctx context.Context, id kernel.ID) error {
	v := View{ID: id}
	return s.change(ctx, "account.view_dropped", &v, func(tx *db.Tx) error { return dropView(tx, v) })
}

func (s *Service) change(ctx context.Context, verb string, v *View, write func(*db.Tx) error) error {
	viewer, _ := identity.From(ctx)
	v.User = viewer.ID
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := write(tx); err != nil {
			return err
		}
		return audit.Note(tx, verb, "view", v.ID, nil)
	})
}
