package audit

import (
	"context"
	"log/slog"
	"time"

	"erba/platform/db"
)

const (
	pace  = time.Second // between two rounds of the sealer
	bunch = 2000        // entries sealed in one transaction, so that other writers go on
)

// turn is the name under which sealers wait for each other: those of several
// replicas, of the command line, and retention.
const turn = "audit"

// Run seals every second until ctx ends, and a last time then.
func Run(ctx context.Context, d *db.DB) {
	tick := time.NewTicker(pace)
	defer tick.Stop()
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
		if err := Seal(context.WithoutCancel(ctx), d); err != nil {
			slog.ErrorContext(ctx, "audit not sealed", "error", err)
		}
	}
}

// Seal numbers and chains the entries that are committed by now, in the order
// in which their writers made them. One that is committed later comes later in
// the chain, however old it is: nothing is ever put between sealed entries.
func Seal(ctx context.Context, d *db.DB) error {
	var waiting []Entry
	err := d.Read(ctx, func(tx *db.Tx) (err error) {
		waiting, err = unsealed(tx, 1)
		return err
	})
	if err != nil || len(waiting) == 0 {
		return err // nothing to write, so nobody waits for us
	}
	for n := bunch; n == bunch && err == nil; {
		err = d.Write(ctx, func(tx *db.Tx) (err error) {
			n, err = seal(tx)
			return err
		})
	}
	return err
}

// seal is one round, and returns how many entries it sealed. It looks once it
// has its turn, so that it sees what another sealer has done.
func seal(tx *db.Tx) (int, error) {
	if err := tx.Alone(turn); err != nil {
		return 0, err
	}
	all, err := chains(tx)
	if err != nil {
		return 0, err
	}
	ends := map[string]*chain{}
	for i := range all {
		ends[all[i].Log] = &all[i]
	}
	entries, err := unsealed(tx, bunch)
	if err != nil {
		return 0, err
	}
	now := time.Now().UnixMicro()
	for i := range entries {
		e := &entries[i]
		end := ends[e.Log]
		e.Seq, e.Sealed = end.Seq+1, now
		e.Hash = e.chained(end.Hash)
		end.Seq, end.Hash = e.Seq, e.Hash
	}
	if err := number(tx, entries); err != nil {
		return 0, err
	}
	for _, c := range all {
		if err := extend(tx, c); err != nil {
			return 0, err
		}
	}
	return len(entries), nil
}

// Length is how many entries there ever were; it grows with every write.
func Length(ctx context.Context, d *db.DB) (n int64, err error) {
	err = d.Read(ctx, func(tx *db.Tx) error {
		n, err = length(tx)
		return err
	})
	return n, err
}
