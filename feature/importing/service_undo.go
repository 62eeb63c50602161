package importing

import (
	"context"
	"errors"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// undoable is how long an import can be taken back.
const undoable = 24 * time.Hour

const (
	undoneAt  = 200 // rows taken back in one transaction, while others wait
	keptShown = 10  // of the rows that stand against it
)

// books of records: who keeps what an import of a kind writes, row by row.
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
	}
	return nil
}

// Undo takes a published import back, exactly, within a day.
func (s *Service) Undo(ctx context.Context, id kernel.ID) (Import, error) {
	r, err := s.find(ctx, id)
	if err == nil {
		err = r.may(Published)
	}
	switch {
	case err != nil:
		return Import{}, err
	case time.Since(time.UnixMicro(r.Published)) > undoable:
		return Import{}, kernel.Refused("importing.too_late")
	case !r.Batch.IsZero():
		_, err = s.ledger.Undo(ctx, r.Batch)
	case s.keeper(r.Kind) != nil:
		err = s.takeBack(ctx, r)
	default:
		err = kernel.Refused("importing.no_undo")
	}
	if err != nil {
		return Import{}, err
	}
	r.State = Undone
	return view(r), s.db.Write(ctx, func(tx *db.Tx) error {
		return errors.Join(save(tx, r), audit.Note(tx, "import.undone", "import", id, nil))
	})
}

// takeBack makes every row that an import wrote what it was, in short
// transactions. What is done is forgotten with it, so that a second attempt
// goes on where the first one ended.
func (s *Service) takeBack(ctx context.Context, r record) error {
	ours, err := s.unchanged(ctx, r)
	for err == nil && len(ours) > 0 {
		var some []write
		err = s.db.Write(ctx, func(tx *db.Tx) (err error) {
			if some, err = writesLast(tx, r.ID, undoneAt); err != nil || len(some) == 0 {
				return err
			}
			return s.takeBackSome(tx, r, some, ours)
		})
		for _, w := range some {
			delete(ours, w.Row)
		}
		if len(some) == 0 {
			break
		}
	}
	return err
}

func (s *Service) takeBackSome(tx *db.Tx, r record, some []write, ours map[kernel.ID]bool) error {
	rows, ids := make([]kernel.Written, len(some)), make([]kernel.ID, len(some))
	for i, w := range some {
		rows[i], ids[i] = w.written(), w.Row
	}
	kept, err := s.keeper(r.Kind).Stands(tx, rows, ours) // somebody may have been faster
	if err != nil {
		return err
	}
	if len(kept) > 0 {
		return stands(kept)
	}
	return errors.Join(s.keeper(r.Kind).Unbook(tx, rows), forget(tx, r.ID, ids...))
}

// unchanged returns the rows of an import, unless something stands against
// taking any of them back.
func (s *Service) unchanged(ctx context.Context, r record) (ours map[kernel.ID]bool, err error) {
	ours = map[kernel.ID]bool{}
	if err := s.eachWritten(ctx, r, func(_ *db.Tx, rows []kernel.Written) error {
		for _, w := range rows {
			ours[w.ID] = true
		}
		return nil
	}); err != nil {
		return nil, err
	}
	var kept []kernel.Kept
	err = s.eachWritten(ctx, r, func(tx *db.Tx, rows []kernel.Written) error {
		some, err := s.keeper(r.Kind).Stands(tx, rows, ours)
		kept = append(kept, some...)
		return err
	})
	if err == nil && len(kept) > 0 {
		err = stands(kept)
	}
	return ours, err
}

// eachWritten hands over what an import wrote, some hundred rows at a time.
func (s *Service) eachWritten(ctx context.Context, r record, take func(*db.Tx, []kernel.Written) error) error {
	return s.db.Snapshot(ctx, func(tx *db.Tx) error {
		for after := (kernel.ID{}); ; {
			some, err := writesAfter(tx, r.ID, after, undoneAt)
			if err != nil || len(some) == 0 {
				return err
			}
			rows := make([]kernel.Written, len(some))
			for i, w := range some {
				rows[i] = w.written()
			}
			if err := take(tx, rows); err != nil {
				return err
			}
			after = some[len(some)-1].Row
		}
	})
}

// stands refuses with the rows that stand against it.
func stands(kept []kernel.Kept) error {
	names := make([]string, 0, keptShown)
	for _, k := range kept[:min(len(kept), keptShown)] {
		names = append(names, k.Name)
	}
	return kernel.Refused("importing.stands_against", "rows", len(kept), "names", strings.Join(names, ", "), "kept", kept[:len(names)])
}
