package development

import (
	"context"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// require answers like missing where an account is out of sight.
func (s *Service) require(ctx context.Context, account kernel.ID) error {
	return s.db.Read(ctx, func(tx *db.Tx) error { return s.accounts.Require(tx, account) })
}

// Judge says something of an account, in place of the version that its author has read.
func (s *Service) Judge(ctx context.Context, j Judgement) (Judgement, error) {
	if err := s.require(ctx, j.Account); err != nil {
		return j, err
	}
	j.settle(s.today())
	if err := j.Check(); err != nil {
		return j, err
	}
	b, err := s.open(ctx)
	if err != nil {
		return j, err
	}
	j.Author, j.By = author(ctx)
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := s.replaced(tx, j)
		if err != nil {
			return err
		}
		j.ID, j.Version, j.Latest = kernel.NewID(), j.Version+1, true
		if err := addJudgement(tx, j); err != nil {
			return err
		}
		if err := audit.Changed(tx, "development.judged", "account", j.Account, old, j); err != nil {
			return err
		}
		return s.follow(tx, b, j.Account)
	})
	return j, err
}

// replaced takes the word from the version before.
func (s *Service) replaced(tx *db.Tx, j Judgement) (Judgement, error) {
	if err := s.accounts.Require(tx, j.Account); err != nil {
		return Judgement{}, err
	}
	old, err := last(tx, j.Account, j.Kind)
	switch {
	case err != nil:
		return old, err
	case old.Version != j.Version:
		return old, kernel.Stale("db.stale")
	case old.Version == 0:
		return old, nil
	}
	return old, retire(tx, j)
}

// Past is all that was said of a kind about an account, the latest first.
func (s *Service) Past(ctx context.Context, account kernel.ID, kind string) (all []Judgement, err error) {
	return all, s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		all, err = s.history(tx, account, kind)
		return err
	})
}

// history is all that was said of a kind about an account, the oldest first.
func (s *Service) history(tx *db.Tx, account kernel.ID, kind string) ([]Judgement, error) {
	all, err := past(tx, account, kind)
	for i := range all {
		if err := all[i].read(s.today()); err != nil {
			return nil, err
		}
	}
	return all, err
}

// Meet writes a meeting of a joint team down.
func (s *Service) Meet(ctx context.Context, m Meeting) (Meeting, error) {
	if err := s.require(ctx, m.Account); err != nil {
		return m, err
	}
	if err := m.Check(s.today()); err != nil {
		return m, err
	}
	b, err := s.open(ctx)
	if err != nil {
		return m, err
	}
	m.ID, m.Version, m.Subject = kernel.NewID(), 1, strings.TrimSpace(m.Subject)
	m.Author, m.By = author(ctx)
	return m, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, m.Account); err != nil {
			return err
		}
		if err := addMeeting(tx, m); err != nil {
			return err
		}
		if err := audit.Changed(tx, "development.met", "account", m.Account, nil, m); err != nil {
			return err
		}
		return s.follow(tx, b, m.Account)
	})
}

// Unmeet takes back a meeting that was none.
func (s *Service) Unmeet(ctx context.Context, account, id kernel.ID, version int64) error {
	if err := s.require(ctx, account); err != nil {
		return err
	}
	b, err := s.open(ctx)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		old, err := findMeeting(tx, account, id)
		if err != nil {
			return err
		}
		before := old
		old.Version = version
		if err := dropMeeting(tx, old); err != nil {
			return err
		}
		if err := audit.Changed(tx, "development.unmet", "account", account, before, nil); err != nil {
			return err
		}
		return s.follow(tx, b, account)
	})
}
