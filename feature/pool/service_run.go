package pool

import (
	"context"
	"slices"

	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// usualAsk is the usual window up to the last day of the ledger.
var usualAsk = portfolio.Ask{}

// contacts are the kinds of cost that are contacts, too: in a ledger of years ago
// nobody has written them down as such.
var contacts = []string{ledger.Visit, ledger.Serving}

const some = 50 // accounts that are listed of a trial

const named = 5 // key accounts that the sentence names

// Recycle is a night: what was promised goes to whom it was promised, what the rules
// say falls, and who is about to lose an account is told.
func (s *Service) Recycle(ctx context.Context, progress func(done, total int64)) (run Run, err error) {
	var r Rules
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := tidy(tx, s.today()); err != nil {
			return err
		}
		if err := refresh(tx); err != nil {
			return err
		}
		if err := s.deliver(tx); err != nil {
			return err
		}
		r, err = rules(tx)
		return err
	})
	if err != nil {
		return run, err
	}
	j, _, err := s.Judge(ctx, r)
	if err != nil {
		return run, err
	}
	run = Run{ID: kernel.NewID(), On: s.today(), Version: r.Version, Warned: int64(len(j.Soon)), Kept: int64(len(j.Keys))}
	if err := s.begin(ctx, run, j.Soon); err != nil {
		return run, err
	}
	if run.Fell, err = s.fell(ctx, run, j, progress); err != nil {
		return run, err
	}
	return run, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := closeRun(tx, run); err != nil {
			return err
		}
		return audit.Note(tx, "pool.recycled", "pool", run.ID, run)
	})
}

// begin writes a run down before it does anything: one that breaks off can be taken
// back like any other.
func (s *Service) begin(ctx context.Context, run Run, soon []Fall) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := warn(identity.Whole(tx), soon); err != nil {
			return err
		}
		return addRun(tx, run)
	})
}

// portion is how many accounts fall in one transaction, so that others can write between.
const portion = 500

// fell puts what the rules say into the pool, as long as it belongs to whom it did.
func (s *Service) fell(ctx context.Context, run Run, j Judged, progress func(done, total int64)) (n int64, err error) {
	total := int64(len(j.Falls) + len(j.Strays))
	for part := range slices.Chunk(j.Falls, portion) {
		err := s.db.Write(ctx, func(tx *db.Tx) error {
			ids, owners := make([]kernel.ID, len(part)), map[kernel.ID]kernel.ID{}
			for i, f := range part {
				ids[i], owners[f.Account] = f.Account, f.owner
			}
			found, err := s.hold(tx, ids)
			if err != nil {
				return err
			}
			found = slices.DeleteFunc(found, func(t thing) bool { return t.Owner != owners[t.ID] })
			n += int64(len(found))
			return s.enter(tx, Recycled, "", run.ID, found...)
		})
		if err != nil {
			return n, err
		}
		progress(n, total)
	}
	return s.gather(ctx, run, j.Strays, n)
}

// hold keeps accounts as they are until the end of the transaction.
func (s *Service) hold(tx *db.Tx, ids []kernel.ID) ([]thing, error) {
	whole := identity.Whole(tx)
	if err := s.accounts.Hold(whole, ids...); err != nil {
		return nil, err
	}
	return things(whole, ids)
}

// gather puts what belongs to nobody into the pool, unless it lies there.
func (s *Service) gather(ctx context.Context, run Run, strays []kernel.ID, n int64) (int64, error) {
	for part := range slices.Chunk(strays, portion) {
		err := s.db.Write(ctx, func(tx *db.Tx) error {
			found, err := s.hold(tx, part)
			if err != nil {
				return err
			}
			there, err := inside(tx, part)
			if err != nil {
				return err
			}
			found = slices.DeleteFunc(found, func(t thing) bool { return !t.Owner.IsZero() || slices.Contains(there, t.ID) })
			n += int64(len(found))
			return s.enter(tx, Stray, "", run.ID, found...)
		})
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// Runs are the latest.
func (s *Service) Runs(ctx context.Context) (all []Run, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = runs(tx, some)
		return err
	})
	return all, err
}
