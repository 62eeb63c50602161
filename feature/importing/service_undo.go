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

// keptShown is how many of the rows that stand against it a refusal names.
const keptShown = 10

// Undo takes a published import back, exactly, within a day. Accounts that it
// opened besides go with it, except those that somebody has built upon
// meanwhile. Of an import that failed or was cancelled it takes back what could
// not be taken back at once.
func (s *Service) Undo(ctx context.Context, id kernel.ID) (Import, error) {
	r, err := s.settled(ctx, id)
	if err == nil {
		err = r.may(Published, Failed, Cancelled)
	}
	if err == nil && r.State == Published {
		err = s.revert(ctx, r)
	}
	if err != nil {
		return Import{}, err
	}
	kept, err := s.clear(ctx, r)
	if err != nil {
		return Import{}, err
	}
	r.State, r.Kept = Undone, keptAs(kept)
	return view(r), s.db.Write(ctx, func(tx *db.Tx) error {
		return errors.Join(save(tx, r), audit.Note(tx, "import.undone", "import", id, map[string]int{"kept": len(kept)}))
	})
}

// revert takes back what the file itself said: all of it, or nothing.
func (s *Service) revert(ctx context.Context, r record) error {
	switch {
	case time.Since(time.UnixMicro(r.Published)) > undoable:
		return kernel.Refused("importing.too_late")
	case !r.Batch.IsZero():
		_, err := s.ledger.Undo(ctx, r.Batch)
		return err
	case s.keeper(r.Kind) == nil:
		return kernel.Refused("importing.no_undo")
	}
	w := withdrawal{s, r, r.Kind, true}
	_, err := w.run(ctx)
	return err
}

// clear takes back what an import wrote and still remembers, except what
// somebody has built upon; it returns what stays, and why.
func (s *Service) clear(ctx context.Context, r record) (kept []kernel.Kept, err error) {
	for _, kind := range []string{Opportunities, Contacts, Products, Accounts} { // who and what is known at an account before the account
		w := withdrawal{s, r, kind, false}
		some, err := w.run(ctx)
		kept = append(kept, some...)
		if err != nil {
			return kept, err
		}
	}
	return kept, nil
}

func keptAs(kept []kernel.Kept) string {
	if len(kept) == 0 {
		return ""
	}
	return written(kept)
}

// stands refuses with the rows that stand against it.
func stands(kept []kernel.Kept) error {
	names := make([]string, 0, keptShown)
	for _, k := range kept[:min(len(kept), keptShown)] {
		names = append(names, k.Name)
	}
	return kernel.Refused("importing.stands_against", "rows", len(kept), "names", strings.Join(names, ", "), "kept", kept[:len(names)])
}
