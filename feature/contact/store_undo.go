package contact

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// toldMore are contacts with private facts or notes.
func toldMore(tx *db.Tx, rows []kernel.Written) (map[kernel.ID]bool, error) {
	found := map[kernel.ID]bool{}
	for part := range slices.Chunk(rows, chunk) {
		ids := make([]kernel.ID, len(part))
		for i, w := range part {
			ids[i] = w.ID
		}
		told, err := db.List[kernel.ID](tx, `
			SELECT c.id FROM contacts c WHERE ? AND ? AND (
				EXISTS (SELECT 1 FROM contact_facts f WHERE f.contact_id = c.id)
				OR EXISTS (SELECT 1 FROM contact_notes n WHERE n.contact_id = c.id))`,
			db.In("c.id", ids...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		for _, id := range told {
			found[id] = true
		}
	}
	return found, nil
}
