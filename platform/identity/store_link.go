package identity

import (
	"erba/kernel"
	"erba/platform/db"
)

const links = `SELECT issuer, subject, user_id, name, at FROM links `

func findLink(tx *db.Tx, issuer, subject string) (Link, error) {
	return db.Find[Link](tx, links+`WHERE issuer = ? AND subject = ?`, issuer, subject)
}

func linksOf(tx *db.Tx, user kernel.ID) ([]Link, error) {
	return db.List[Link](tx, links+`WHERE user_id = ? ORDER BY at`, user)
}

func dropLink(tx *db.Tx, user kernel.ID, issuer, subject string) (int64, error) {
	return tx.Exec(`DELETE FROM links WHERE user_id = ? AND issuer = ? AND subject = ?`, user, issuer, subject)
}

// takeMessage remembers a message until it expires, which only one of several callers can.
func takeMessage(tx *db.Tx, hashed string, now, until int64) error {
	if _, err := tx.Exec(`DELETE FROM sign_outs WHERE expires < ?`, now); err != nil {
		return err
	}
	n, err := tx.Exec(`INSERT INTO sign_outs (id, expires) VALUES (?, ?) ON CONFLICT (id) DO NOTHING`, hashed, until)
	if err == nil && n == 0 {
		err = kernel.Denied("identity.replayed")
	}
	return err
}
