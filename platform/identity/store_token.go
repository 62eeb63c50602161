package identity

import (
	"erba/kernel"
	"erba/platform/db"
)

const tokens = `SELECT t.id, t.user_id, t.name, t.word, t.grants, t.made_at, t.expires_at, t.used_at FROM api_tokens t `

func findToken(tx *db.Tx, hashed string) (Token, error) {
	return db.Find[Token](tx, tokens+`WHERE t.word = ?`, hashed)
}

func tokensOf(tx *db.Tx, user kernel.ID) ([]Token, error) {
	return db.List[Token](tx, tokens+`WHERE t.user_id = ?`, user)
}

// tokensFor are those of a user and of the service accounts that he answers for.
func tokensFor(tx *db.Tx, user kernel.ID) ([]Token, error) {
	return db.List[Token](tx, tokens+`JOIN users u ON u.id = t.user_id WHERE u.id = ? OR u.owner_id = ? ORDER BY t.id DESC`, user, user)
}

func useToken(tx *db.Tx, id kernel.ID, now int64) error {
	_, err := tx.Exec(`UPDATE api_tokens SET used_at = ? WHERE id = ?`, now, id)
	return err
}

func dropToken(tx *db.Tx, id kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM api_tokens WHERE id = ?`, id)
	return err
}

func dropTokens(tx *db.Tx, user kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM api_tokens WHERE user_id = ?`, user)
	return err
}
