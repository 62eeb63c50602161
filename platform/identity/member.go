package identity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Member says that a user owns a row or works on it.
type Member struct {
	Row   kernel.ID `db:"row_id"`
	User  kernel.ID `db:"user_id"`
	Owner bool      `db:"owner"`
}

// chunk is how many rows one statement asks for.
const chunk = 100

// Join adds members to rows that have none yet, in the transaction that makes the rows.
func Join(tx *db.Tx, members ...Member) error { return db.Insert(tx, "row_members", members...) }

// Members are who owns the rows and who works on them.
func Members(tx *db.Tx, rows ...kernel.ID) (all []Member, err error) {
	for some := range slices.Chunk(rows, chunk) {
		members, err := db.List[Member](tx, `
			SELECT m.row_id, m.user_id, m.owner FROM row_members m
			WHERE ? AND ? ORDER BY m.row_id, m.user_id`, db.In("m.row_id", some...), tx.Visible("m.row_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, members...)
	}
	return all, nil
}

// Replace puts members in place of all those that the rows had.
func Replace(tx *db.Tx, rows []kernel.ID, members ...Member) error {
	for some := range slices.Chunk(rows, chunk) {
		if _, err := tx.Exec(`DELETE FROM row_members WHERE ? AND ?`,
			db.In("row_id", some...), tx.Visible("row_id")); err != nil {
			return err
		}
	}
	return Join(tx, members...)
}
