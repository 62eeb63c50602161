package industry

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Answer is what was last said of an industry; with version 0 if nobody has said anything.
func (s *Service) Answer(ctx context.Context, industry kernel.ID, criterion string) (a Answer, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if _, err := find(tx, industry); err != nil {
			return err
		}
		a, err = answer(tx, industry, criterion)
		a.Stale = a.Version > 0 && a.Expires.Compare(kernel.Today()) <= 0
		return err
	})
	return a, err
}

// Rate answers one question about an industry, in place of the version that its
// author has seen.
func (s *Service) Rate(ctx context.Context, a Answer) (Answer, error) {
	a.On = kernel.Today()
	if a.Expires.IsZero() {
		a.Expires = a.On.Add(holds)
	}
	a.Author, a.By = author(ctx)
	if err := a.Check(); err != nil {
		return a, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := s.replaced(tx, a)
		if err != nil {
			return err
		}
		a.ID, a.Version, a.Latest = kernel.NewID(), a.Version+1, true
		if err := addAnswer(tx, a); err != nil {
			return err
		}
		return audit.Changed(tx, "industry.rated", "industry", a.Industry, old, a)
	})
	return a, err
}

// replaced takes the word from the version before.
func (s *Service) replaced(tx *db.Tx, a Answer) (Answer, error) {
	if _, err := find(tx, a.Industry); err != nil {
		return Answer{}, err
	}
	old, err := answer(tx, a.Industry, a.Criterion)
	switch {
	case err != nil:
		return old, err
	case old.Version != a.Version:
		return old, kernel.Stale("db.stale")
	case old.Version == 0:
		return old, nil
	}
	return old, retire(tx, a)
}
