package opportunity

import (
	"encoding/json"
	"errors"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Builder says to which of some deals somebody has added something elsewhere.
type Builder func(tx *db.Tx, deals []kernel.ID) ([]kernel.ID, error)

// BuiltBy has somebody asked before deals are taken back.
func (s *Service) BuiltBy(b Builder) { s.built = append(s.built, b) }

// Stands lists what stands against taking back rows of an import: deals that were
// changed since, and those to which somebody has added something.
func (s *Service) Stands(tx *db.Tx, rows []kernel.Written, _ map[kernel.ID]bool) (kept []kernel.Kept, err error) {
	now, err := tied(tx, idsOf(rows))
	if err != nil {
		return nil, err
	}
	for _, built := range s.built {
		more, err := built(tx, idsOf(rows))
		if err != nil {
			return nil, err
		}
		for _, id := range more {
			one := now[id]
			one.Added++
			now[id] = one
		}
	}
	for _, w := range rows {
		switch one, there := now[w.ID]; {
		case there && one.Version != w.Version:
			kept = append(kept, kernel.Kept{ID: w.ID, Name: one.Code, Why: "opportunity.changed_since"})
		case there && one.Added > 0:
			kept = append(kept, kernel.Kept{ID: w.ID, Name: one.Code, Why: "opportunity.added_since"})
		}
	}
	return kept, nil
}

func idsOf(rows []kernel.Written) []kernel.ID {
	ids := make([]kernel.ID, len(rows))
	for i, w := range rows {
		ids[i] = w.ID
	}
	return ids
}

// Unbook makes deals what they were before an import wrote them, against which
// nothing stands, and removes the new ones.
func (s *Service) Unbook(tx *db.Tx, rows []kernel.Written) error {
	var gone []kernel.ID
	for _, w := range rows {
		if w.New() {
			gone = append(gone, w.ID)
			continue
		}
		var was Deal
		if err := json.Unmarshal([]byte(w.Before), &was); err != nil {
			return err
		}
		was.Version = w.Version
		if err := s.restore(tx, was); err != nil {
			return err
		}
	}
	return errors.Join(erase(tx, gone), identity.Replace(tx, gone), // who is no member any more would not see what to erase
		audit.Note(tx, "opportunity.unbooked", "opportunity", kernel.ID{}, map[string]int{"restored": len(rows) - len(gone), "removed": len(gone)}))
}

// restore makes a deal what it was, also for who saw it then.
func (s *Service) restore(tx *db.Tx, was Deal) error {
	now, err := find(tx, was.ID)
	if err != nil {
		return err
	}
	if err := replace(tx, was); err != nil || !was.Account.IsZero() || now.Owner == was.Owner {
		return err
	}
	return errors.Join(s.hand(tx, now, was), keep(tx, was))
}
