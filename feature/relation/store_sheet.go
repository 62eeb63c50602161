package relation

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// signer is a user with what he signs in with.
type signer struct {
	ID    kernel.ID `db:"id"`
	Login string    `db:"login"`
}

// loginsOf are what users sign in with.
func loginsOf(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]string, error) {
	slices.SortFunc(ids, kernel.ID.Compare)
	logins := map[kernel.ID]string{}
	for part := range slices.Chunk(slices.Compact(ids), 100) {
		rows, err := db.List[signer](tx, `SELECT u.id, u.login FROM users u WHERE ? AND ?`, db.In("u.id", part...), tx.Shared())
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			logins[r.ID] = r.Login
		}
	}
	return logins, nil
}

// signers are all users by what they sign in with.
func signers(tx *db.Tx) (map[string]kernel.ID, error) {
	rows, err := db.List[signer](tx, `SELECT u.id, u.login FROM users u WHERE ?`, tx.Shared())
	all := make(map[string]kernel.ID, len(rows))
	for _, r := range rows {
		all[r.Login] = r.ID
	}
	return all, err
}

func population(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM relation_judgements j JOIN contacts c ON c.id = j.contact_id WHERE j.ended_on IS NULL AND ?`, tx.Visible("c.account_id"))
}
