package ledger

import (
	"context"
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// block is the months of some neighbouring accounts, derived and not written yet.
type block struct {
	after, upto kernel.ID // upto is zero in the last one
	months      []AccountMonth
	apart       []carriedBy
	accounts    int64
}

const blockRows = 10_000 // of the roll-up in one transaction

// hide says which batches do not count while a batch is published: those that
// do not count now, less itself.
func hide(now []kernel.ID, batch kernel.ID) (hidden []kernel.ID) {
	for _, id := range now {
		if id != batch {
			hidden = append(hidden, id)
		}
	}
	return hidden
}

// unhide is the same while a batch is taken back.
func unhide(now []kernel.ID, batch kernel.ID) []kernel.ID { return append(now, batch) }

// derive writes the months of every account a batch touched under a revision
// that nobody sees yet. One connection reads and computes, another writes.
func (s *Service) derive(ctx context.Context, of Batch, revision int64, who func(now []kernel.ID, batch kernel.ID) []kernel.ID, progress func(done, total int64) error) error {
	switch of.Kind {
	case Orders:
	case Costs:
		return s.deriveCosts(ctx, of.ID, revision, who, progress)
	default: // the roll-ups know nothing of them
		return nil
	}
	ctx, stop := context.WithCancel(asSystem(ctx))
	defer stop()
	batch := of.ID
	blocks, failed := make(chan block, 1), make(chan error, 1)
	var total int64
	if err := s.db.Read(ctx, func(tx *db.Tx) (err error) { total, err = countTouched(tx, batch); return err }); err != nil {
		return err
	}
	go func() {
		defer close(blocks)
		failed <- s.db.Snapshot(ctx, func(tx *db.Tx) error {
			now, err := hiddenNow(tx)
			if err != nil {
				return err
			}
			return cut(tx, batch, who(now, batch), func(b block) error {
				select {
				case blocks <- b:
					return nil
				case <-ctx.Done():
					return ctx.Err()
				}
			})
		})
	}()
	done := int64(0)
	for b := range blocks {
		err := s.db.Write(ctx, func(tx *db.Tx) error {
			if err := beat(tx, batch); err != nil {
				return err
			}
			return keep(tx, batch, revision, b)
		})
		if done += b.accounts; err == nil && progress != nil {
			err = progress(done, total)
		}
		if err != nil {
			return err
		}
	}
	return <-failed
}

// cut derives the months of a batch's accounts and hands them on in blocks.
func cut(tx *db.Tx, batch kernel.ID, hidden []kernel.ID, hand func(block) error) error {
	r, b := roll{orders: map[uint64]order{}}, block{}
	var account kernel.ID
	var own []sold
	close := func() {
		months, apart := r.take(account, own)
		b.months, b.accounts = append(b.months, months...), b.accounts+1
		for _, c := range apart {
			b.apart = append(b.apart, carriedBy{account, c})
		}
		own = own[:0]
	}
	err := streamLines(tx, batch, hidden, func(id kernel.ID, s sold) error {
		if id != account && len(own) > 0 {
			close()
			if len(b.months) >= blockRows {
				b.upto = account
				if err := hand(b); err != nil {
					return err
				}
				b = block{after: account}
			}
		}
		account, own = id, append(own, s)
		return nil
	})
	if err != nil {
		return err
	}
	if len(own) > 0 {
		close()
	}
	return hand(b)
}

// keep writes what is new in a block: months that changed, and months of which
// nothing is left.
func keep(tx *db.Tx, batch kernel.ID, revision int64, b block) error {
	old, err := monthsBetween(tx, batch, b.after, b.upto, revision-1)
	if err != nil {
		return err
	}
	current, doubled := latest(old)
	months, same := differing(b.months, current)
	if err := addMonths(tx, revision, months); err != nil {
		return err
	}
	var apart []carriedBy
	for _, c := range b.apart {
		if !same[monthKey{c.account, c.month}] {
			apart = append(apart, c)
		}
	}
	if err := addCarried(tx, revision, apart); err != nil {
		return err
	}
	for some := range slices.Chunk(doubled, 50) {
		if err := dropSuperseded(tx, revision-1, some); err != nil {
			return err
		}
	}
	return nil
}

// beat says that the one who derives lives, unless another one took its place.
func beat(tx *db.Tx, batch kernel.ID) error {
	now, err := holdState(tx)
	switch {
	case err != nil:
		return err
	case now.Publisher != batch:
		return kernel.Refused("ledger.publishing")
	}
	now.Beat = time.Now().UnixMicro()
	return replaceState(tx, now)
}
