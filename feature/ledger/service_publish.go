package ledger

import (
	"context"
	"errors"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
)

const (
	abandoned  = 30 * time.Second // a publisher that keeps silent for so long is dead
	patience   = 200 * time.Millisecond
	undoWithin = 24 * time.Hour
	bulky      = 10_000 // new rows after which the planner counts anew
)

// Publish makes a batch count. progress, which may be nil, hears how many of
// its accounts are derived; its error stops the publishing, which may be
// called again.
func (s *Service) Publish(ctx context.Context, batch kernel.ID, o Outcome, progress func(done, total int64) error) (Batch, error) {
	b, revision, err := s.lead(ctx, batch, func(b *Batch) error {
		if b.State != Booking && b.State != Publishing {
			return kernel.Refused("ledger.not_booking")
		}
		b.State, b.Inserted, b.Updated, b.Duplicates = Publishing, o.Inserted, o.Updated, o.Duplicates
		return nil
	})
	if err != nil {
		return b, err
	}
	if err = s.derive(ctx, b, revision, hide, progress); err != nil {
		return b, s.giveUp(ctx, batch, Booking, err)
	}
	b, err = s.turn(ctx, batch, revision, func(b *Batch) string {
		b.State, b.PublishedAt = Live, time.Now().UnixMicro()
		return "batch.published"
	})
	s.forget(batch)
	if err == nil && o.Inserted > bulky {
		err = s.db.Analyze(ctx)
	}
	return b, err
}

// Undo takes a published batch back, exactly. It refuses after a day, and when
// a later batch changed one of its rows.
func (s *Service) Undo(ctx context.Context, batch kernel.ID) (Batch, error) {
	b, err := s.Batch(asSystem(ctx), batch)
	if err != nil {
		return b, err
	}
	if b.State == Live && (b.Kind == Invoices || b.Kind == Receipts) {
		return s.takeBack(ctx, b)
	}
	b, revision, err := s.lead(ctx, batch, func(b *Batch) error {
		switch {
		case b.State != Live && b.State != Undoing || b.Kind == Merging:
			return kernel.Refused("ledger.not_published")
		case time.Since(time.UnixMicro(b.PublishedAt)) > undoWithin:
			return kernel.Refused("ledger.too_late", "hours", int(undoWithin.Hours()))
		}
		b.State = Undoing
		return nil
	})
	if err != nil {
		return b, err
	}
	if err = s.unchanged(ctx, batch); err == nil {
		err = s.derive(ctx, b, revision, unhide, nil)
	}
	if err != nil {
		return b, s.giveUp(ctx, batch, Live, err)
	}
	b, err = s.turn(ctx, batch, revision, func(b *Batch) string {
		b.State = Removing
		return "batch.undone"
	})
	if err != nil {
		return b, err
	}
	return s.remove(ctx, b)
}

// Cancel drops a batch that was never published.
func (s *Service) Cancel(ctx context.Context, batch kernel.ID) error {
	var b Batch
	err := s.db.Write(asSystem(ctx), func(tx *db.Tx) (err error) {
		if _, err = holdState(tx); err != nil {
			return err
		}
		if b, err = findBatch(tx, batch); err != nil {
			return err
		}
		if b.State != Booking && b.State != Publishing && b.State != Removing {
			return kernel.Refused("ledger.not_booking")
		}
		b.State = Removing
		if err := replaceBatch(tx, b); err != nil {
			return err
		}
		return audit.Note(tx.As(ctx), "batch.cancelled", "batch", batch, b)
	})
	if err == nil {
		err = s.release(ctx, batch)
	}
	if err == nil {
		_, err = s.remove(ctx, b)
	}
	s.forget(batch)
	return err
}

// lead waits until no other batch is deriving the next revision, takes its
// place, and returns the number of that revision.
func (s *Service) lead(ctx context.Context, batch kernel.ID, prepare func(*Batch) error) (b Batch, revision int64, err error) {
	for {
		var now state
		err := s.db.Write(asSystem(ctx), func(tx *db.Tx) error {
			if now, err = holdState(tx); err != nil {
				return err
			}
			if b, err = findBatch(tx, batch); err != nil {
				return err
			}
			if err := prepare(&b); err != nil || now.taken(batch) {
				return err
			}
			if err := replaceBatch(tx, b); err != nil {
				return err
			}
			next := now
			next.Publisher, next.Beat = batch, time.Now().UnixMicro()
			return replaceState(tx, next)
		})
		switch {
		case err == nil && now.taken(batch):
			err = pause(ctx, patience)
		case err == nil && !now.Publisher.IsZero():
			return b, now.Revision + 1, s.sweep(ctx, now.Publisher, now.Revision)
		case err == nil:
			return b, now.Revision + 1, nil
		}
		if err != nil {
			return b, 0, err
		}
	}
}

// taken reports whether somebody else is at it.
func (now state) taken(batch kernel.ID) bool {
	return !now.Publisher.IsZero() && now.Publisher != batch && alive(now)
}

// alive reports whether the one who derives was heard of lately.
func alive(now state) bool { return time.Since(time.UnixMicro(now.Beat)) < abandoned }

// pause waits, but not longer than ctx.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// sweep removes what an attempt that died left of the next revision.
func (s *Service) sweep(ctx context.Context, batch kernel.ID, revision int64) error {
	return s.eachTouched(ctx, batch, func(ids []kernel.ID) error {
		return s.db.Write(asSystem(ctx), func(tx *db.Tx) error { return dropBeyond(tx, revision, ids) })
	})
}

// unchanged refuses when later batches stand on this one.
func (s *Service) unchanged(ctx context.Context, batch kernel.ID) error {
	return s.db.Read(asSystem(ctx), func(tx *db.Tx) error {
		b, err := findBatch(tx, batch)
		if err != nil {
			return err
		}
		all, err := changedLater(tx, b, 10)
		if err != nil || len(all) == 0 {
			return err
		}
		return kernel.Refused("ledger.changed_later", "file", all[0].File, "rows", whats(all))
	})
}

// giveUp makes a batch that could not be published or taken back what it was,
// and says why.
func (s *Service) giveUp(ctx context.Context, batch kernel.ID, was string, why error) error {
	ctx = context.WithoutCancel(ctx)
	if err := s.release(ctx, batch); err != nil {
		return errors.Join(why, err)
	}
	err := s.db.Write(asSystem(ctx), func(tx *db.Tx) error {
		b, err := findBatch(tx, batch)
		if err != nil || b.State != Publishing && b.State != Undoing { // cancelled meanwhile
			return err
		}
		b.State = was
		return replaceBatch(tx, b)
	})
	if err != nil {
		return errors.Join(why, err)
	}
	return why
}

// release lets others derive, once nothing is left of what this batch derived.
func (s *Service) release(ctx context.Context, batch kernel.ID) error {
	var now state
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		now, err = findState(tx)
		return err
	})
	if err != nil || now.Publisher != batch {
		return err
	}
	if err := s.sweep(ctx, batch, now.Revision); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error { return leave(tx, batch) })
}

// turn makes the derived revision visible, and the batch with it or without.
func (s *Service) turn(ctx context.Context, batch kernel.ID, revision int64, mark func(*Batch) string) (b Batch, err error) {
	err = s.db.Write(asSystem(ctx), func(tx *db.Tx) error {
		now, err := holdState(tx)
		if err != nil {
			return err
		}
		if now.Publisher != batch { // somebody thought that this one was dead
			return kernel.Refused("ledger.publishing")
		}
		if b, err = findBatch(tx, batch); err == nil && b.State == Removing { // cancelled meanwhile
			err = kernel.Refused("ledger.not_booking")
		}
		if err != nil {
			return err
		}
		verb := mark(&b)
		b.Revision = revision
		if err := replaceBatch(tx, b); err != nil {
			return err
		}
		if err := revise(tx, revision, batch); err != nil {
			return err
		}
		if err := audit.Note(tx.As(ctx), verb, "batch", batch, b); err != nil {
			return err
		}
		return event.Emit(s.events, tx.As(ctx), Published{batch, revision})
	})
	return b, err
}

// remove deletes the rows of a batch that does not count any more, in short
// transactions. A crash leaves it to the next batch of the source.
func (s *Service) remove(ctx context.Context, b Batch) (Batch, error) {
	err := s.eachTouched(ctx, b.ID, func(ids []kernel.ID) error {
		for len(ids) > 0 {
			some := ids[:min(50, len(ids))]
			ids = ids[len(some):]
			err := s.db.Write(asSystem(ctx), func(tx *db.Tx) error { return unbook(tx, b.Kind, b.ID, some) })
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return b, err
	}
	if b.State = Cancelled; b.Revision > 0 {
		b.State = Undone
	}
	return b, s.db.Write(asSystem(ctx), func(tx *db.Tx) error { return replaceBatch(tx, b) })
}
