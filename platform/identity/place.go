package identity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Place says where a row lies. A closed one, such as a key account, is not
// opened by its region alone.
type Place struct {
	Row    kernel.ID `db:"row_id"`
	Region string    `db:"region"`
	Closed bool      `db:"closed"`
}

// Locate adds the places of new rows, in the transaction that makes the rows.
func Locate(tx *db.Tx, places ...Place) error { return db.Insert(tx, "row_places", places...) }

// Relocate moves a row to another region; what is closed stays so.
func Relocate(tx *db.Tx, row kernel.ID, region string) error {
	_, err := tx.Exec(`UPDATE row_places SET region = ? WHERE row_id = ? AND ?`, region, row, tx.Visible("row_places.row_id"))
	return err
}

// Close takes rows out of the reach of their regions.
func Close(tx *db.Tx, rows ...kernel.ID) error { return closed(tx, true, rows) }

// Reopen gives them back.
func Reopen(tx *db.Tx, rows ...kernel.ID) error { return closed(tx, false, rows) }

func closed(tx *db.Tx, is bool, rows []kernel.ID) error {
	for some := range slices.Chunk(rows, chunk) {
		if _, err := tx.Exec(`UPDATE row_places SET closed = ? WHERE ? AND ?`,
			is, db.In("row_id", some...), tx.Visible("row_places.row_id")); err != nil {
			return err
		}
	}
	return nil
}

// PlaceOf is where a row lies; one that lies nowhere has an empty region.
func PlaceOf(tx *db.Tx, row kernel.ID) (Place, error) {
	all, err := db.List[Place](tx, `SELECT p.row_id, p.region, p.closed FROM row_places p WHERE p.row_id = ? AND ?`,
		row, tx.Visible("p.row_id"))
	if len(all) == 0 {
		return Place{Row: row}, err
	}
	return all[0], nil
}

// ForService is the flag of rows that service works on.
const ForService = "service"

// Flag sets a flag of a row, or takes it away.
func Flag(tx *db.Tx, row kernel.ID, flag string, on bool) error {
	_, err := tx.Exec(`DELETE FROM row_flags WHERE row_id = ? AND flag = ? AND ?`, row, flag, tx.Visible("row_flags.row_id"))
	if err == nil && on {
		_, err = tx.Exec(`INSERT INTO row_flags (row_id, flag) VALUES (?, ?)`, row, flag)
	}
	return err
}

// FlaggedAs reports whether a row has a flag.
func FlaggedAs(tx *db.Tx, row kernel.ID, flag string) (bool, error) {
	return db.Find[bool](tx, `SELECT count(*) > 0 FROM row_flags f WHERE f.row_id = ? AND f.flag = ? AND ?`,
		row, flag, tx.Visible("f.row_id"))
}

// Regions are those that are a user's own.
func Regions(tx *db.Tx, user kernel.ID) ([]string, error) {
	return db.List[string](tx, `SELECT region FROM user_regions WHERE user_id = ? ORDER BY region`, user)
}

// Govern gives a user other regions.
func Govern(tx *db.Tx, user kernel.ID, regions []string) error {
	if _, err := tx.Exec(`DELETE FROM user_regions WHERE user_id = ?`, user); err != nil {
		return err
	}
	for _, region := range slices.Compact(slices.Sorted(slices.Values(regions))) {
		if _, err := tx.Exec(`INSERT INTO user_regions (user_id, region) VALUES (?, ?)`, user, region); err != nil {
			return err
		}
	}
	return nil
}
