package ledger

import (
	"context"
	"errors"
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// backAt is how many accounts papers are taken back of in one transaction.
const backAt = 50

// takeBack takes papers of money back. Nothing of them is removed: a batch of its own
// ends them and books anew what they had replaced, so that what was known at any time
// can be told again.
func (s *Service) takeBack(ctx context.Context, b Batch) (Batch, error) {
	if time.Since(time.UnixMicro(b.PublishedAt)) > undoWithin {
		return b, kernel.Refused("ledger.too_late", "hours", int(undoWithin.Hours()))
	}
	if err := s.unchanged(ctx, b.ID); err != nil {
		return b, err
	}
	back, err := s.Begin(ctx, Batch{Source: b.Source, Kind: b.Kind, File: b.File, Undoes: b.ID})
	if err != nil {
		return b, err
	}
	if b.Kind == Invoices {
		err = replaceAll(s, ctx, invoices, b.ID, back.ID)
	} else {
		err = replaceAll(s, ctx, receipts, b.ID, back.ID)
	}
	if err == nil {
		_, err = s.Publish(ctx, back.ID, Outcome{}, nil)
	}
	if err != nil {
		return b, errors.Join(err, s.Cancel(context.WithoutCancel(ctx), back.ID))
	}
	b.State = Undone
	return b, s.db.Write(asSystem(ctx), func(tx *db.Tx) error {
		return errors.Join(replaceBatch(tx, b), audit.Note(tx.As(ctx), "batch.undone", "batch", b.ID, b))
	})
}

// replaceAll books anew, under one batch, what another one had replaced, and ends the
// rest of what that one had booked, in short transactions.
func replaceAll[T any](s *Service, ctx context.Context, t *table[T], batch, back kernel.ID) error {
	return s.eachTouched(ctx, batch, func(ids []kernel.ID) error {
		for some := range slices.Chunk(ids, backAt) {
			err := s.db.Write(asSystem(ctx), func(tx *db.Tx) error { return replaceBack(tx, t, batch, back, some) })
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func replaceBack[T any](tx *db.Tx, t *table[T], batch, back kernel.ID, accounts []kernel.ID) error {
	b, err := holdBatch(tx, back)
	if err != nil {
		return err
	}
	replaced, err := t.rows(tx, db.If(true, "? AND ended_by = ?", db.In("account_id", accounts...), batch))
	if err != nil {
		return err
	}
	if _, _, err := write(tx, t, b, replaced, false); err != nil {
		return err
	}
	rest, err := t.rows(tx, db.If(true, "? AND batch_id = ? AND ended_by IS NULL", db.In("account_id", accounts...), batch))
	if err != nil {
		return err
	}
	places := make([]db.Pair, len(rest))
	for i := range rest {
		places[i] = t.placeOf(&rest[i])
	}
	if err := t.end(tx, back, places); err != nil {
		return err
	}
	return touch(tx, back, accounts)
}

// rows are those under a condition.
func (t *table[T]) rows(tx *db.Tx, where db.Cond) (all []T, err error) {
	err = t.each(tx, func(h *held[T]) error {
		all = append(all, h.row)
		return nil
	}, where, " ORDER BY account_id, id")
	return all, err
}
