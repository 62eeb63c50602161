package portfolio

import (
	"cmp"
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	holds  = 180 // days that an estimate holds unless it says otherwise
	stands = 365 // days that a nomination stands unless it says otherwise
)

// author is who judges, and the name that is shown.
func author(ctx context.Context) (kernel.ID, string) {
	viewer, _ := identity.From(ctx)
	return viewer.ID, cmp.Or(viewer.Name, viewer.Login)
}

// write is a change of judgements: noted for every process that keeps them.
func (s *Service) write(ctx context.Context, f func(*db.Tx) error) error {
	s.Expect()
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := f(tx); err != nil {
			return err
		}
		return touch(tx)
	})
}

// Estimate returns the latest estimate; with version 0 if nobody has given one.
func (s *Service) Estimate(ctx context.Context, account kernel.ID, kind string) (e Estimate, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		e, err = latest(tx, account, kind)
		return err
	})
	return e, err
}

// Judge gives an estimate in place of the version that its author has seen.
func (s *Service) Judge(ctx context.Context, e Estimate) (Estimate, error) {
	e.On = kernel.Today()
	if e.Expires.IsZero() {
		e.Expires = e.On.Add(holds)
	}
	e.Author, e.By = author(ctx)
	if err := e.Check(); err != nil {
		return e, err
	}
	err := s.write(ctx, func(tx *db.Tx) error {
		old, err := s.replaced(tx, e)
		if err != nil {
			return err
		}
		e.ID, e.Version, e.Latest = kernel.NewID(), e.Version+1, true
		if err := addEstimate(tx, e); err != nil {
			return err
		}
		return audit.Changed(tx, "portfolio.judged", "estimate", e.ID, rememberedAs(old), rememberedAs(e))
	})
	return e, err
}

// replaced takes the word from the version before.
func (s *Service) replaced(tx *db.Tx, e Estimate) (Estimate, error) {
	if err := s.accounts.Require(tx, e.Account); err != nil {
		return Estimate{}, err
	}
	old, err := latest(tx, e.Account, e.Kind)
	switch {
	case err != nil:
		return old, err
	case old.Version != e.Version:
		return old, kernel.Stale("db.stale")
	case old.Version == 0:
		return old, nil
	}
	return old, retire(tx, e)
}

// Import gives many estimates at once, over whatever was there, as a file does.
func (s *Service) Import(tx *db.Tx, all []Estimate) error {
	s.Expect()
	by, name := author(tx.Context())
	for some := range slices.Chunk(all, 100) {
		replaced, err := supersede(tx, some)
		if err != nil {
			return err
		}
		var changed []audit.Record
		for i := range some {
			e := &some[i]
			old := replaced[of{e.Account, e.Kind}]
			e.ID, e.Version, e.Latest, e.Author = kernel.NewID(), old.Version+1, true, by
			e.By = cmp.Or(e.By, name)
			if err := e.Check(); err != nil {
				return err
			}
			changed = append(changed, audit.Record{ID: e.ID, Before: rememberedAs(old), After: rememberedAs(*e)})
		}
		if err := audit.ChangedAll(tx, "portfolio.judged", "estimate", changed); err != nil {
			return err
		}
	}
	if err := addEstimate(tx, all...); err != nil {
		return err
	}
	if err := audit.Note(tx, "portfolio.judged_many", "portfolio", kernel.ID{}, map[string]int{"estimates": len(all)}); err != nil {
		return err
	}
	return touch(tx)
}

// of names what an estimate is of.
type of struct {
	account kernel.ID
	kind    string
}

// supersede takes the word from the estimates that others replace, and returns them.
func supersede(tx *db.Tx, news []Estimate) (map[of]Estimate, error) {
	accounts, replaced := make([]kernel.ID, len(news)), map[of]bool{}
	for i, e := range news {
		accounts[i], replaced[of{e.Account, e.Kind}] = e.Account, true
	}
	old, err := latestOf(tx, accounts)
	gone := map[of]Estimate{}
	for _, e := range old {
		if what := (of{e.Account, e.Kind}); err == nil && replaced[what] {
			gone[what] = e
			err = retire(tx, e)
		}
	}
	return gone, err
}

// Since sets by hand from when on an account is a key account.
func (s *Service) Since(ctx context.Context, account kernel.ID, on kernel.Date) (Status, error) {
	status := Status{Account: account, Since: on, Manual: true, Listed: kernel.Today()}
	if on.IsZero() || on.Compare(kernel.Today()) > 0 {
		return status, kernel.Invalid("portfolio.bad_since", "since", on)
	}
	return status, s.write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if old, listed, err := entry(tx, account); err != nil {
			return err
		} else if listed {
			status.Listed = old.Listed
		}
		if err := dropStatus(tx, account); err != nil {
			return err
		}
		if err := s.list(tx, status); err != nil {
			return err
		}
		return audit.Note(tx, "portfolio.since", "account", account, map[string]any{"since": on})
	})
}
