package account

import (
	"encoding/json"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Stands lists what stands against taking back rows of an import: accounts that
// were changed since, and new ones that something was built upon. ours are all
// rows of the import.
func (s *Service) Stands(tx *db.Tx, rows []kernel.Written, ours map[kernel.ID]bool) (kept []kernel.Kept, err error) {
	tx = identity.Whole(tx)
	ids := make([]kernel.ID, len(rows))
	for i, w := range rows {
		ids[i] = w.ID
	}
	now, err := ties(tx, ids)
	if err != nil {
		return nil, err
	}
	for _, w := range rows {
		if is, there := now[w.ID]; there && is.Version != w.Version {
			kept = append(kept, kernel.Kept{ID: w.ID, Name: is.Code, Why: "account.changed_since"})
		}
	}
	on, err := leaning(tx, fresh(rows))
	if err != nil {
		return nil, err
	}
	for _, other := range on {
		if !ours[other.ID] {
			kept = append(kept, kernel.Kept{ID: other.On, Name: other.Code, Why: "account.leans_on_it"})
		}
	}
	return kept, event.Emit(s.events, tx, Leaving{fresh(rows), func(id kernel.ID, why string) {
		kept = append(kept, kernel.Kept{ID: id, Name: now[id].Code, Why: why})
	}})
}

// Unbook makes accounts what they were before an import wrote them, against
// which nothing stands, and lets the new ones go.
func (s *Service) Unbook(tx *db.Tx, rows []kernel.Written) error {
	everywhere := identity.Whole(tx)
	for _, w := range rows {
		if w.New() {
			continue
		}
		if err := s.restore(everywhere, w); err != nil {
			return err
		}
	}
	gone := fresh(rows)
	if err := identity.Forget(everywhere, gone...); err != nil {
		return err
	}
	if err := erase(everywhere, gone, time.Now().UnixMicro()); err != nil {
		return err
	}
	return audit.Note(tx, "account.unbooked", "account", kernel.ID{}, map[string]int{"restored": len(rows) - len(gone), "gone": len(gone)})
}

// restore writes an account as it was.
func (s *Service) restore(tx *db.Tx, w kernel.Written) error {
	now, err := find(tx, w.ID)
	if err != nil {
		return err
	}
	if now.Team, err = team(tx, now.Account); err != nil {
		return err
	}
	var was Account
	if err := json.Unmarshal([]byte(w.Before), &was); err != nil {
		return err
	}
	was.Version = now.Version
	if _, err := s.write(tx, now.Account, was, byUndo, kernel.ID{}); err != nil {
		return err
	}
	return identity.Replace(tx, []kernel.ID{was.ID}, was.members()...)
}
