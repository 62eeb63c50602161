package identity

import (
	"erba/kernel"
	"erba/platform/db"
)

func forget(tx *db.Tx, before int64) error {
	_, err := tx.Exec(`DELETE FROM sign_in_tries WHERE at < ?`, before)
	return err
}

func tries(tx *db.Tx, who string) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM sign_in_tries WHERE who = ?`, who)
}

func noteTry(tx *db.Tx, who string, at int64) error {
	_, err := tx.Exec(`INSERT INTO sign_in_tries (id, who, at) VALUES (?, ?, ?)`, kernel.NewID(), who, at)
	return err
}

func clear(tx *db.Tx, who string) error {
	_, err := tx.Exec(`DELETE FROM sign_in_tries WHERE who = ?`, who)
	return err
}

func clearOne(tx *db.Tx, who string) error {
	_, err := tx.Exec(`DELETE FROM sign_in_tries WHERE id = (SELECT max(id) FROM sign_in_tries WHERE who = ?)`, who)
	return err
}

func vacant(tx *db.Tx) (bool, error) {
	return db.Find[bool](tx, `SELECT count(*) = 0 FROM users`)
}

func setToken(tx *db.Tx, hashed string) error {
	_, err := tx.Exec(`INSERT INTO set_up (id, token) VALUES (1, ?)
		ON CONFLICT (id) DO UPDATE SET token = excluded.token`, hashed)
	return err
}

// takeToken removes the token, which only one of several callers can.
func takeToken(tx *db.Tx, hashed string) (bool, error) {
	n, err := tx.Exec(`DELETE FROM set_up WHERE token = ?`, hashed)
	return n == 1, err
}
