package segment

import (
	"context"
	"encoding/json"
	"time"

	rule "erba/analysis/segment"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Keep adds a segment, or writes over the version that its author has read.
func (s *Service) Keep(ctx context.Context, one Segment) (Segment, error) {
	if err := one.Check(); err != nil {
		return one, err
	}
	fields, err := s.fields(ctx)
	if err == nil {
		_, err = Parse(one.Definition, fields)
	}
	if err != nil {
		return one, err
	}
	one.Author, one.By = user(ctx)
	one.Saved, one.ChangedAt = string(one.Definition), time.Now().UnixMicro()
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if one.ID.IsZero() {
			return s.add(tx, &one)
		}
		return s.replace(tx, &one)
	})
	return one, err
}

func (s *Service) fields(ctx context.Context) ([]rule.Field, error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	return facts.Fields(), nil
}

func (s *Service) add(tx *db.Tx, one *Segment) error {
	one.ID, one.Version = kernel.NewID(), 1
	if err := add(tx, *one); err != nil {
		return err
	}
	return audit.Changed(tx, "segment.kept", "segment", one.ID, nil, *one)
}

func (s *Service) replace(tx *db.Tx, one *Segment) error {
	old, err := mine(tx, one.ID)
	if err != nil {
		return err
	}
	one.Shared = old.Shared
	if err := replace(tx, *one); err != nil {
		return err
	}
	one.Version++
	return audit.Changed(tx, "segment.kept", "segment", one.ID, old, *one)
}

// Share lets everybody use a segment, or its author alone.
func (s *Service) Share(ctx context.Context, id kernel.ID, version int64, shared bool) (one Segment, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := mine(tx, id)
		if err != nil {
			return err
		}
		one = old
		one.Version, one.Shared, one.ChangedAt = version, shared, time.Now().UnixMicro()
		if err := replace(tx, one); err != nil {
			return err
		}
		one.Version++
		return audit.Changed(tx, "segment.shared", "segment", id, old, one)
	})
	return one, err
}

// mine is a segment that the viewer may change.
func mine(tx *db.Tx, id kernel.ID) (Segment, error) {
	viewer, _ := user(tx.Context())
	one, err := find(tx, viewer, id)
	if err == nil && one.Author != viewer {
		err = kernel.Refused("segment.not_yours", "author", one.By)
	}
	one.Definition = json.RawMessage(one.Saved)
	return one, err
}

// Drop forgets a segment and its snapshots.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		one, err := mine(tx, id)
		if err != nil {
			return err
		}
		before := one
		one.Version = version
		if err := drop(tx, one); err != nil {
			return err
		}
		return audit.Changed(tx, "segment.dropped", "segment", id, before, nil)
	})
}
