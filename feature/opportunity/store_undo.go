package opportunity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// tie is a deal by its code, the version it has, and how much people have added to it.
type tie struct {
	ID      kernel.ID `db:"id"`
	Code    string    `db:"code"`
	Version int64     `db:"version"`
	Added   int64     `db:"added"`
}

// tied are deals by ID.
func tied(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]tie, error) {
	found := make(map[kernel.ID]tie, len(ids))
	for part := range slices.Chunk(ids, 200) {
		rows, err := db.List[tie](tx, `SELECT o.id, o.code, o.version,
			(SELECT count(*) FROM opportunity_milestones m WHERE m.opportunity_id = o.id) + (SELECT count(*) FROM opportunity_lines l WHERE l.opportunity_id = o.id)
			+ (SELECT count(*) FROM opportunity_splits s WHERE s.opportunity_id = o.id) + (SELECT count(*) FROM opportunity_files f WHERE f.opportunity_id = o.id) AS added
			FROM opportunities o WHERE ? AND ?`, db.In("o.id", part...), tx.Visible("o.row_id"))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			found[r.ID] = r
		}
	}
	return found, nil
}

// erase removes deals that nobody has touched, and how they went.
func erase(tx *db.Tx, ids []kernel.ID) error {
	for part := range slices.Chunk(ids, 200) {
		if _, err := tx.Exec(`DELETE FROM opportunities WHERE ? AND ?`, db.In("opportunities.id", part...), tx.Visible("opportunities.row_id")); err != nil {
			return err
		}
	}
	return nil
}
