package audit

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
)

// Verify walks the whole chain and returns how many entries hold, or the fault
// "audit.broken" with the number of the first that does not.
func Verify(ctx context.Context, d *db.DB) (n int64, err error) {
	err = d.Snapshot(ctx, func(tx *db.Tx) error {
		n, err = walk(tx)
		return err
	})
	return n, err
}

func walk(tx *db.Tx) (n int64, err error) {
	end, err := db.Find[head](tx, `SELECT seq, hash FROM audit_head WHERE id = 1`)
	for at := (head{}); err == nil; {
		var entries []Entry
		if entries, err = page(tx, at.Seq, 1000); err != nil || len(entries) == 0 {
			if err == nil && at != end {
				err = kernel.Refused("audit.broken", "seq", at.Seq+1)
			}
			return n, err
		}
		for _, e := range entries {
			if e.Seq != at.Seq+1 || e.Hash != e.chained(at.Hash) {
				return n, kernel.Refused("audit.broken", "seq", at.Seq+1)
			}
			at, n = head{e.Seq, e.Hash}, n+1
		}
	}
	return n, err
}

// Length is how many entries there are; it grows with every write.
func Length(ctx context.Context, d *db.DB) (n int64, err error) {
	err = d.Read(ctx, func(tx *db.Tx) error {
		n, err = db.Find[int64](tx, `SELECT seq FROM audit_head WHERE id = 1`)
		return err
	})
	return n, err
}
