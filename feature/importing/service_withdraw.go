package importing

import (
	"context"
	"errors"
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// undoneAt is how many rows are taken back in one transaction, while others wait.
const undoneAt = 200

// keeper keeps what an import of a kind writes, row by row.
type keeper interface {
	Stands(tx *db.Tx, rows []kernel.Written, ours map[kernel.ID]bool) ([]kernel.Kept, error)
	Unbook(tx *db.Tx, rows []kernel.Written) error
}

func (s *Service) keeper(kind string) keeper {
	switch kind {
	case Accounts:
		return s.accounts
	case Products:
		return s.catalogue
	case Contacts:
		return s.contacts
	case Opportunities:
		return s.dealer
	}
	return nil
}

// withdrawal makes the rows of a kind that an import wrote what they were
// before: all or none of them where it is whole, else those that nothing stands
// against.
type withdrawal struct {
	*Service
	record
	kind  string
	whole bool
}

// run works in short transactions and returns what stays, and why. What is done
// is forgotten with it, so that a second attempt goes on where the first ended.
func (w withdrawal) run(ctx context.Context) (kept []kernel.Kept, err error) {
	ours, kept, err := w.sift(ctx)
	if err == nil && w.whole && len(kept) > 0 {
		err = stands(kept)
	}
	for more := len(ours)+len(kept) > 0; more && err == nil; {
		err = w.db.Write(ctx, func(tx *db.Tx) error {
			some, err := writesLast(tx, w.record, w.kind, undoneAt)
			if more = len(some) > 0; !more || err != nil {
				return err
			}
			late, err := w.some(tx, some, ours)
			kept = append(kept, late...)
			return err
		})
	}
	return kept, err
}

// some takes back a few rows, unless somebody was faster.
func (w withdrawal) some(tx *db.Tx, some []write, ours map[kernel.ID]bool) (late []kernel.Kept, err error) {
	var rows []kernel.Written
	ids := make([]kernel.ID, len(some))
	for i, one := range some {
		if ids[i] = one.Row; ours[one.Row] {
			rows = append(rows, one.written())
		}
	}
	if late, err = w.keeper(w.kind).Stands(tx, rows, ours); err != nil {
		return nil, err
	}
	if w.whole && len(late) > 0 {
		return nil, stands(late)
	}
	rows = slices.DeleteFunc(rows, func(one kernel.Written) bool {
		return slices.ContainsFunc(late, func(k kernel.Kept) bool { return k.ID == one.ID })
	})
	for _, id := range ids {
		delete(ours, id)
	}
	if len(rows) > 0 {
		err = w.keeper(w.kind).Unbook(tx, rows)
	}
	return late, errors.Join(err, forget(tx, w.ID, ids...))
}

// sift tells the rows that can be taken back from those that something stands
// against. What a row that stays needs stays, too.
func (w withdrawal) sift(ctx context.Context) (ours map[kernel.ID]bool, kept []kernel.Kept, err error) {
	ours = map[kernel.ID]bool{}
	err = w.each(ctx, func(_ *db.Tx, rows []kernel.Written) error {
		for _, one := range rows {
			ours[one.ID] = true
		}
		return nil
	})
	for more := len(ours) > 0; more && err == nil; {
		more = false
		err = w.each(ctx, func(tx *db.Tx, rows []kernel.Written) error {
			some, err := w.keeper(w.kind).Stands(tx, rows, ours)
			for _, k := range some {
				if ours[k.ID] {
					delete(ours, k.ID)
					kept, more = append(kept, k), true
				}
			}
			return err
		})
	}
	return ours, kept, err
}

// each hands over what the import wrote, some hundred rows at a time.
func (w withdrawal) each(ctx context.Context, take func(*db.Tx, []kernel.Written) error) error {
	return w.db.Snapshot(ctx, func(tx *db.Tx) error {
		for after := (kernel.ID{}); ; {
			some, err := writesAfter(tx, w.record, w.kind, after, undoneAt)
			if err != nil || len(some) == 0 {
				return err
			}
			rows := make([]kernel.Written, len(some))
			for i, one := range some {
				rows[i] = one.written()
			}
			if err := take(tx, rows); err != nil {
				return err
			}
			after = some[len(some)-1].Row
		}
	})
}
