package servicing

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `i.id, i.account_id, i.quarter, i.version, i.value, i.source, i.evidence, i.by_id, i.by_name, i.rated_on, i.latest`

// indexes are those that count, of accounts in sight or of one.
func indexes(tx *db.Tx, account kernel.ID) ([]Index, error) {
	return db.List[Index](tx, `SELECT `+columns+` FROM servicing_indexes i WHERE i.latest AND ? AND ? ORDER BY i.account_id, i.quarter DESC`,
		db.If(!account.IsZero(), "i.account_id = ?", account), tx.Visible("i.account_id"))
}

// every are all of an account, those too that count no more.
func every(tx *db.Tx, account kernel.ID) ([]Index, error) {
	return db.List[Index](tx, `SELECT `+columns+` FROM servicing_indexes i WHERE i.account_id = ? AND ? ORDER BY i.id`, account, tx.Visible("i.account_id"))
}

// index is the one that counts, with version 0 if nobody has rated the quarter.
func index(tx *db.Tx, account kernel.ID, quarter kernel.Date) (Index, error) {
	found, err := db.List[Index](tx, `SELECT `+columns+` FROM servicing_indexes i WHERE i.account_id = ? AND i.quarter = ? AND i.latest AND ?`,
		account, quarter, tx.Visible("i.account_id"))
	if err != nil || len(found) == 0 {
		return Index{Account: account, Quarter: quarter}, err
	}
	return found[0], nil
}

func add(tx *db.Tx, i Index) error { return db.Insert(tx, "servicing_indexes", i) }

// retire takes the word from the version that a new one replaces.
func retire(tx *db.Tx, id kernel.ID, version int64) error {
	return tx.Replace(`UPDATE servicing_indexes SET latest = ? WHERE id = ? AND version = ? AND latest AND ?`,
		false, id, version, tx.Visible("servicing_indexes.account_id"))
}

// rated are those of some accounts whose service anybody has rated.
func rated(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[kernel.ID](tx, `SELECT DISTINCT i.account_id FROM servicing_indexes i WHERE ? AND ?`,
			db.In("i.account_id", part...), tx.Visible("i.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}

// moved is a rating that a merge has brought, and whether it counted.
type moved struct {
	Merge   kernel.ID `db:"merge_id"`
	Index   kernel.ID `db:"index_id"`
	Counted bool      `db:"counted"`
}

func noteMoves(tx *db.Tx, all []moved) error { return db.Insert(tx, "servicing_moves", all...) }

func movesOf(tx *db.Tx, merge kernel.ID) ([]moved, error) {
	return db.List[moved](tx, `SELECT m.merge_id, m.index_id, m.counted FROM servicing_moves m WHERE m.merge_id = ? AND ? ORDER BY m.index_id`, merge, tx.Shared())
}

func forgetMoves(tx *db.Tx, merge kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM servicing_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}

// bring puts a rating to another account, where it counts or not.
func bring(tx *db.Tx, id, account kernel.ID, counts bool) error {
	return tx.Replace(`UPDATE servicing_indexes SET account_id = ?, latest = ? WHERE id = ? AND ?`, account, counts, id, tx.Visible("servicing_indexes.account_id"))
}
