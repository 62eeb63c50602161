package product

import (
	"encoding/json"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Stands lists what stands against taking back rows of an import: products that
// were changed since. Order lines name products by their codes and need none.
func (s *Service) Stands(tx *db.Tx, rows []kernel.Written, _ map[kernel.ID]bool) (kept []kernel.Kept, err error) {
	now, err := byID(tx, rows)
	for _, w := range rows {
		if p, there := now[w.ID]; there && p.Version != w.Version {
			kept = append(kept, kernel.Kept{ID: w.ID, Name: p.Code, Why: "product.changed_since"})
		}
	}
	return kept, err
}

// Unbook makes products what they were before an import wrote them, against
// which nothing stands, and removes the new ones.
func (s *Service) Unbook(tx *db.Tx, rows []kernel.Written) error {
	var gone []kernel.ID
	for _, w := range rows {
		if w.New() {
			gone = append(gone, w.ID)
			continue
		}
		var was Product
		if err := json.Unmarshal([]byte(w.Before), &was); err != nil {
			return err
		}
		was.Version, was.SortKey = w.Version, db.SortKey(was.Name)
		if err := replace(tx, was); err != nil {
			return err
		}
	}
	if err := erase(tx, gone); err != nil {
		return err
	}
	return audit.Note(tx, "product.unbooked", "product", kernel.ID{}, map[string]int{"restored": len(rows) - len(gone), "removed": len(gone)})
}
