package identity

import (
	"erba/kernel"
	"erba/platform/db"
)

const signIn = `s.id, s.user_id, s.era, s.device, s.origin, s.since, s.seen, s.proved,
	EXISTS (SELECT 1 FROM second_factors f WHERE f.id = s.user_id AND f.since > 0) AS guarded`

func addSession(tx *db.Tx, at Session) error {
	_, err := tx.Exec(`INSERT INTO sign_ins (id, user_id, era, device, origin, since, seen, proved) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		at.ID, at.User, at.Era, at.Device, at.Origin, at.Since, at.Seen, at.Proved)
	return err
}

// resumed is a session with whose it is: every request asks for both, at once.
type resumed struct {
	Session
	Whose User `db:"whose"`
}

func resume(tx *db.Tx, id kernel.ID) (resumed, error) {
	return db.Find[resumed](tx, `
		SELECT `+signIn+`,
			u.id AS "whose.id", u.login AS "whose.login", u.name AS "whose.name", u.password AS "whose.password", u.one_time AS "whose.one_time",
			u.roles AS "whose.roles", u.language AS "whose.language", u.boss_id AS "whose.boss_id", u.owner_id AS "whose.owner_id",
			u.active AS "whose.active", u.era AS "whose.era", u.version AS "whose.version"
		FROM sign_ins s JOIN users u ON u.id = s.user_id WHERE s.id = ?`, id)
}

func sessionsOf(tx *db.Tx, user kernel.ID) ([]Session, error) {
	return db.List[Session](tx, `SELECT `+signIn+` FROM sign_ins s WHERE s.user_id = ? ORDER BY s.seen DESC, s.id DESC`, user)
}

func see(tx *db.Tx, id kernel.ID, now int64) error {
	_, err := tx.Exec(`UPDATE sign_ins SET seen = ? WHERE id = ?`, now, id)
	return err
}

func proved(tx *db.Tx, id kernel.ID, now int64) error {
	_, err := tx.Exec(`UPDATE sign_ins SET proved = ?, seen = ? WHERE id = ?`, now, now, id)
	return err
}

// forgetSessions removes those of everybody that are too old, and the user's of an earlier era.
func forgetSessions(tx *db.Tx, user kernel.ID, era, before int64) error {
	_, err := tx.Exec(`DELETE FROM sign_ins WHERE since < ? OR user_id = ? AND era <> ?`, before, user, era)
	return err
}

func dropSession(tx *db.Tx, user, id kernel.ID) (int64, error) {
	return tx.Exec(`DELETE FROM sign_ins WHERE user_id = ? AND id = ?`, user, id)
}

func dropOthers(tx *db.Tx, user, id kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM sign_ins WHERE user_id = ? AND id <> ?`, user, id)
	return err
}

func dropSessions(tx *db.Tx, user kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM sign_ins WHERE user_id = ?`, user)
	return err
}
