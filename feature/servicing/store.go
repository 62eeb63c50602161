package servicing

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `i.id, i.account_id, i.quarter, i.version, i.value, i.source, i.evidence, i.by_id, i.by_name, i.rated_on, i.latest`

// indexes are those that count, of accounts in sight or of one.
func indexes(tx *db.Tx, account kernel.ID) ([]Index, error) {
	return db.List[Index](tx, `SELECT `+columns+` FROM servicing_indexes i WHERE i.latest AND ? AND ? ORDER BY i.account_id, i.quarter DESC`,
		db.If(!account.IsZero(), "i.account_id = ?", account), tx.Visible("i.account_id"))
}

// index is the one that counts, with version 0 if nobody has rated the quarter.
func index(tx *db.Tx, account kernel.ID, quarter kernel.Date) (Index, error) {
	found, err := db.List[Index](tx, `SELECT `+columns+` FROM servicing_indexes i WHERE i.account_id = ? AND i.quarter = ? AND i.latest AND ?`,
		account, quarter, tx.Visible("i.account_id"))
	if err != nil || len(found) == 0 {
		return unrated(account, quarter), err
	}
	return found[0], nil
}

func add(tx *db.Tx, i Index) error { return db.Insert(tx, "servicing_indexes", i) }

// retire takes the word from the version that a new one replaces.
func retire(tx *db.Tx, id kernel.ID, version int64) error {
	return tx.Replace(`UPDATE servicing_indexes SET latest = ? WHERE id = ? AND version = ? AND latest AND ?`,
		false, id, version, tx.Visible("servicing_indexes.account_id"))
}
