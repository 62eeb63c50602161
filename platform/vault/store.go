package vault

import (
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// name is what the database knows of a key.
type name struct {
	ID    string `db:"id"`
	Proof string `db:"proof"`
	Made  int64  `db:"made_at"`
}

// known are the keys that the database has seen. Who makes one takes his turn.
func known(tx *db.Tx) ([]name, error) {
	if _, err := tx.Exec(`UPDATE vault_turn SET turn = turn WHERE id = 1`); err != nil {
		return nil, err
	}
	return db.List[name](tx, `SELECT id, proof, made_at FROM vault_keys ORDER BY made_at, id`)
}

// remember adds keys that the database has not seen.
func remember(tx *db.Tx, r ring, known []name) error {
	for _, k := range r.Keys {
		if slices.ContainsFunc(known, func(n name) bool { return n.ID == k.ID }) {
			continue
		}
		if err := db.Insert(tx, "vault_keys", name{k.ID, k.proof(), time.Now().UnixMicro()}); err != nil {
			return err
		}
	}
	return nil
}

// forget leaves the names of lost keys behind.
func forget(tx *db.Tx) error {
	_, err := tx.Exec(`DELETE FROM vault_keys`)
	return err
}

// value is a sealed value of a column.
type value struct {
	ID     kernel.ID `db:"id"`
	Sealed string    `db:"sealed"`
}

// older are values of a column that another key has sealed, in the order of
// their IDs. The names of tables and columns are the program's own.
func older(tx *db.Tx, c Column, active string, after kernel.ID, limit int) ([]value, error) {
	return db.List[value](tx, `
		SELECT id, `+c.Name+` AS sealed FROM `+c.Table+`
		WHERE `+c.Name+` <> '' AND `+c.Name+` NOT LIKE ? AND id > ? ORDER BY id LIMIT ?`, active+".%", after.Int(), limit)
}

// count is how many values wait for the active key.
func count(tx *db.Tx, c Column, active string) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM `+c.Table+` WHERE `+c.Name+` <> '' AND `+c.Name+` NOT LIKE ?`, active+".%")
}

// swap writes a value anew, unless somebody else has written it meanwhile.
func swap(tx *db.Tx, c Column, id kernel.ID, old, sealed string) error {
	_, err := tx.Exec(`UPDATE `+c.Table+` SET `+c.Name+` = ? WHERE id = ? AND `+c.Name+` = ?`, sealed, id, old)
	return err
}
