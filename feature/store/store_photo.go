package store

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// photosOf are those of some checks, small.
func photosOf(tx *db.Tx, checks []kernel.ID) (all []Photo, err error) {
	for part := range slices.Chunk(checks, 100) {
		some, err := db.List[Photo](tx, `SELECT p.id, p.check_id, p.tool, p.width, p.height, p.small FROM store_photos p JOIN store_checks c ON c.id = p.check_id
			WHERE ? AND ? ORDER BY p.id`, db.In("p.check_id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// photo is one with the whole picture.
func photo(tx *db.Tx, id kernel.ID) (kept, error) {
	return db.Find[kept](tx, `SELECT p.id, p.check_id, p.tool, p.width, p.height, p.small, p.body FROM store_photos p JOIN store_checks c ON c.id = p.check_id
		WHERE p.id = ? AND ?`, id, tx.Visible("c.account_id"))
}

func addPhoto(tx *db.Tx, p kept) error { return db.Insert(tx, "store_photos", p) }

func dropPhoto(tx *db.Tx, id kernel.ID) error {
	return tx.Replace(`DELETE FROM store_photos WHERE id = ? AND check_id IN (SELECT c.id FROM store_checks c WHERE ?)`, id, tx.Visible("c.account_id"))
}
