package plan

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// owned are some accounts with who answers for them.
func owned(tx *db.Tx, ids []kernel.ID) (all []Missing, err error) {
	for some := range slices.Chunk(ids, 100) {
		found, err := db.List[Missing](tx, `SELECT a.id, a.code, a.name, a.owner_id FROM accounts a WHERE ? AND a.merged_into IS NULL AND ?`,
			db.In("a.id", some...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}
