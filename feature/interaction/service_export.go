package interaction

import (
	"context"
	"iter"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// page is how many contacts are read at once while a list leaves.
const page = 500

// Export is a list of contacts as rows under Exported. Of a list over all accounts
// nobody learns another's ways: our people stand in it as far as the viewer leads them.
func (s *Service) Export(ctx context.Context, w Which) (iter.Seq[[]any], error) {
	var all [][]any
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		clock, err := s.clock(tx)
		if err != nil {
			return err
		}
		logins, err := s.tracks(tx, w.Account)
		if err != nil {
			return err
		}
		for w.Limit = page; ; {
			rows, next, _, err := s.page(tx, w)
			if err != nil {
				return err
			}
			for i := range rows {
				all = append(all, rows[i].cells(clock.Place(), logins))
			}
			if w.After = next; next.IsZero() {
				return nil
			}
		}
	})
	return func(yield func([]any) bool) {
		for _, cells := range all {
			if !yield(cells) {
				return
			}
		}
	}, err
}

// tracks are by which names those sign in of whom the viewer may read where they
// were: of one account all, of all accounts himself and those who report to him.
func (s *Service) tracks(tx *db.Tx, account kernel.ID) (map[kernel.ID]string, error) {
	viewer, _ := identity.From(tx.Context())
	if !account.IsZero() {
		return logins(tx, db.If(false, ""))
	}
	return logins(tx, db.If(true, "(u.id = ? OR u.id IN (SELECT r.user_id FROM reports r WHERE r.manager_id = ?))", viewer.ID, viewer.ID))
}

// cells are a contact as a row of a file.
func (r *Row) cells(place *time.Location, logins map[kernel.ID]string) []any {
	var theirs, ours []string
	for _, p := range r.People {
		theirs = append(theirs, p.Name)
	}
	for _, u := range r.Users {
		if login := logins[u.ID]; login != "" {
			ours = append(ours, login)
		}
	}
	clock, answered := "", ""
	if r.At > 0 {
		clock = instant(r.At).In(place).Format(time.TimeOnly)
	}
	switch {
	case r.Waits:
		answered = waits
	case r.Answered > 0:
		answered = instant(r.Answered).In(place).Format(time.DateTime)
	}
	return []any{r.Code, r.Name, r.On, clock, r.Channel, r.Direction, r.Subject, strings.Join(theirs, "; "), strings.Join(ours, "; "), answered}
}

// Population is of how many contacts a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = countAll(tx)
		return err
	})
	return n, err
}
