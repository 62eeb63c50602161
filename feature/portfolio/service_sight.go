package portfolio

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// view is what the viewer of ctx gets of an answer.
func (s *Service) view(ctx context.Context, a Ask, f Filter) (*View, error) {
	e, err := s.evaluated(ctx, a)
	if err != nil {
		return nil, err
	}
	mask, err := s.sight(ctx, e.Columns)
	if err != nil {
		return nil, err
	}
	return e.view(f, mask), nil
}

// sight is the rows that a viewer sees of some columns, and until when we need not ask again.
type sight struct {
	columns *Columns
	changed int64
	until   time.Time
	mask    Mask
}

// seen is how long a sight holds if no account changes: a change of who reports
// to whom is noticed that late.
const seen = 2 * time.Second

// sight is nil for who sees every account. Who works on an account is part of
// it, so that any such change makes a new sight at once.
func (s *Service) sight(ctx context.Context, c *Columns) (Mask, error) {
	viewer, ok := identity.From(ctx)
	if !ok {
		return nil, kernel.Denied("web.signed_out")
	}
	if viewer.SeesAll() {
		return nil, nil
	}
	changed, err := s.changed(ctx)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	old, ok := s.sights[viewer.ID]
	s.mu.Unlock()
	if ok && old.columns == c && old.changed == changed && time.Now().Before(old.until) {
		return old.mask, nil
	}
	mask, err := s.look(ctx, c)
	if err == nil {
		s.mu.Lock()
		s.sights[viewer.ID] = sight{c, changed, time.Now().Add(seen), mask}
		s.mu.Unlock()
	}
	return mask, err
}

func (s *Service) changed(ctx context.Context) (at int64, err error) {
	err = s.db.Read(system(ctx), func(tx *db.Tx) error {
		at, err = s.accounts.ChangedAt(tx)
		return err
	})
	return at, err
}

func (s *Service) look(ctx context.Context, c *Columns) (Mask, error) {
	mask := NewMask(c.Len())
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := s.accounts.Attributes(tx, 0)
		for _, a := range all {
			if row := c.Row(a.ID); row >= 0 {
				mask.Set(row)
			}
		}
		return err
	})
	return mask, err
}
