package audit

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `seq, at, actor, verb, object, object_id, detail, hash`

type head struct {
	Seq  int64  `db:"seq"`
	Hash string `db:"hash"`
}

// last locks the end of the chain until the transaction ends. PostgreSQL's
// writers take turns here, SQLite has only one anyway.
func last(tx *db.Tx) (head, error) {
	if _, err := tx.Exec(`UPDATE audit_head SET seq = seq WHERE id = 1`); err != nil {
		return head{}, err
	}
	return db.Find[head](tx, `SELECT seq, hash FROM audit_head WHERE id = 1`)
}

func add(tx *db.Tx, e Entry) error {
	if err := db.Insert(tx, "audit", e); err != nil {
		return err
	}
	_, err := tx.Exec(`UPDATE audit_head SET seq = ?, hash = ? WHERE id = 1`, e.Seq, e.Hash)
	return err
}

// Of returns what happened to one object, the latest first. Its caller has
// found the object, so its viewer may see it.
func Of(tx *db.Tx, id kernel.ID, limit int) ([]Entry, error) {
	return db.List[Entry](tx, `SELECT `+columns+` FROM audit WHERE object_id = ? ORDER BY seq DESC LIMIT ?`, id, limit)
}

// page returns entries after a number, oldest first, to verify the chain.
func page(tx *db.Tx, after int64, limit int) ([]Entry, error) {
	return db.List[Entry](tx, `SELECT `+columns+` FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`, after, limit)
}
