package contact

import (
	"encoding/json"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Stands lists what stands against taking back rows of an import: people who
// were changed since, and new ones of whom somebody wrote more. Who was
// forgotten meanwhile stays forgotten.
func (s *Service) Stands(tx *db.Tx, rows []kernel.Written, _ map[kernel.ID]bool) (kept []kernel.Kept, err error) {
	tx = identity.Whole(tx)
	now, err := thoseWritten(tx, rows)
	if err != nil {
		return nil, err
	}
	told, err := toldMore(tx, rows)
	for _, w := range rows {
		c, there := now[w.ID]
		switch {
		case there && c.Version != w.Version:
			kept = append(kept, kernel.Kept{ID: w.ID, Name: c.Name, Why: "contact.changed_since"})
		case there && w.New() && told[w.ID]:
			kept = append(kept, kernel.Kept{ID: w.ID, Name: c.Name, Why: "contact.told_more"})
		}
	}
	return kept, err
}

// Unbook makes contacts what they were before an import wrote them, against
// which nothing stands, and removes the new ones.
func (s *Service) Unbook(tx *db.Tx, rows []kernel.Written) error {
	everybody := identity.Whole(tx)
	now, err := thoseWritten(everybody, rows)
	if err != nil {
		return err
	}
	for _, w := range rows {
		c, there := now[w.ID]
		if !there {
			continue
		}
		if w.New() {
			err = remove(everybody, c)
		} else {
			err = restore(everybody, c, w.Before)
		}
		if err != nil {
			return err
		}
	}
	return audit.Note(tx, "contact.unbooked", "contact", kernel.ID{}, map[string]int{"contacts": len(now)})
}

func restore(tx *db.Tx, now Contact, before string) error {
	was := now
	was.Reports, was.Gone = kernel.ID{}, kernel.Date{} // what was empty is not written down
	if err := json.Unmarshal([]byte(before), &was); err != nil {
		return err
	}
	was.Version, was.SortKey = now.Version, db.SortKey(was.Name)
	return replace(tx, was)
}

// leaving keeps accounts at which somebody knows people: an import that opened
// them cannot be taken back before those are gone.
func (s *Service) leaving(tx *db.Tx, e account.Leaving) error {
	people, err := at(tx, e.IDs)
	met := map[kernel.ID]bool{}
	for _, c := range people {
		if !met[c.Account] {
			e.Need(c.Account, "contact.known_there")
		}
		met[c.Account] = true
	}
	return err
}

func thoseWritten(tx *db.Tx, rows []kernel.Written) (map[kernel.ID]Contact, error) {
	ids := make([]kernel.ID, len(rows))
	for i, w := range rows {
		ids[i] = w.ID
	}
	all, err := these(tx, ids)
	found := make(map[kernel.ID]Contact, len(all))
	for _, c := range all {
		found[c.ID] = c
	}
	return found, err
}
