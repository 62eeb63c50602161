package account

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// twins are all accounts in sight, as far as they are compared.
func twins(tx *db.Tx) ([]twin, error) {
	return db.List[twin](tx, `
		SELECT a.id, a.code, a.name, a.city, a.uscc, a.phone
		FROM accounts a WHERE a.merged_into IS NULL AND ? ORDER BY a.id`, tx.Visible("a.id"))
}

const duplicateColumns = `d.id, d.one_id, d.other_id, d.reason, d.similarity, d.state, d.actor, d.decided_at`

// inbox returns pairs of a state where both are in sight; an account that was
// merged is in sight with the one that took it in.
func inbox(tx *db.Tx, state string, after kernel.ID, limit int) ([]Duplicate, error) {
	return db.List[Duplicate](tx, `
		SELECT `+duplicateColumns+` FROM account_duplicates d
		JOIN accounts o ON o.id = d.one_id JOIN accounts p ON p.id = d.other_id
		WHERE d.state = ? AND ? AND ? AND ? ORDER BY d.id LIMIT ?`,
		state, db.If(!after.IsZero(), "d.id > ?", after),
		tx.Visible("COALESCE(o.merged_into, o.id)"), tx.Visible("COALESCE(p.merged_into, p.id)"), limit)
}

// both returns the accounts of a pair, the older first, merged or not.
func both(tx *db.Tx, d Duplicate) ([]Row, error) {
	return rows(tx, `
		SELECT `+shown+`, COALESCE(u.name, '') AS owner_name
		FROM accounts a LEFT JOIN users u ON u.id = a.owner_id
		WHERE ? AND ? ORDER BY a.id`, db.In("a.id", d.One, d.Other), tx.Visible("COALESCE(a.merged_into, a.id)"))
}

// pairsOf returns all pairs in sight.
func pairsOf(tx *db.Tx) ([]Duplicate, error) {
	return db.List[Duplicate](tx, `
		SELECT `+duplicateColumns+` FROM account_duplicates d WHERE ? AND ?`,
		tx.Visible("d.one_id"), tx.Visible("d.other_id"))
}

// findPair returns one pair.
func findPair(tx *db.Tx, id kernel.ID) (Duplicate, error) {
	return db.Find[Duplicate](tx, `SELECT `+duplicateColumns+` FROM account_duplicates d WHERE d.id = ? AND ? AND ?`,
		id, tx.Visible("d.one_id"), tx.Visible("d.other_id"))
}

// addPairs adds new ones.
func addPairs(tx *db.Tx, all []Duplicate) error { return db.Insert(tx, "account_duplicates", all...) }

// dropPairs forgets pairs that nobody has decided.
func dropPairs(tx *db.Tx, ids []kernel.ID) error {
	for part := range slices.Chunk(ids, chunk) {
		if _, err := tx.Exec(`DELETE FROM account_duplicates WHERE ? AND ?`,
			db.In("id", part...), tx.Visible("account_duplicates.one_id")); err != nil {
			return err
		}
	}
	return nil
}

// decide writes what was decided about a pair.
func decide(tx *db.Tx, d Duplicate) error {
	_, err := tx.Exec(`UPDATE account_duplicates SET state = ?, actor = ?, decided_at = ? WHERE id = ? AND ?`,
		d.State, d.Actor, d.DecidedAt, d.ID, tx.Visible("account_duplicates.one_id"))
	return err
}

// settle closes the pair that a merge answers and forgets the open ones of the
// account that is no more.
func settle(tx *db.Tx, from, into kernel.ID) error {
	if err := turn(tx, from, into, merged); err != nil {
		return err
	}
	_, err := tx.Exec(`DELETE FROM account_duplicates WHERE state = ? AND (one_id = ? OR other_id = ?) AND ?`,
		undecided, from, from, tx.Visible("account_duplicates.one_id"))
	return err
}

// reopen asks again about the pair of a merge that was undone.
func reopen(tx *db.Tx, from, into kernel.ID) error { return turn(tx, from, into, undecided) }

func turn(tx *db.Tx, from, into kernel.ID, state string) error {
	_, err := tx.Exec(`UPDATE account_duplicates SET state = ?
		WHERE (one_id = ? AND other_id = ? OR one_id = ? AND other_id = ?) AND ?`,
		state, from, into, into, from, tx.Visible("account_duplicates.one_id"))
	return err
}
