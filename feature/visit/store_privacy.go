package visit

import (
	"erba/kernel"
	"erba/platform/db"
)

// metOn are the visits at which somebody of them was.
func metOn(tx *db.Tx, contact kernel.ID) ([]Visit, error) {
	return db.List[Visit](tx, `SELECT `+columns+` FROM visit_people p JOIN visits v ON v.id = p.visit_id
		WHERE p.contact_id = ? AND ? ORDER BY v.day_on, v.id`, contact, tx.Visible("v.account_id"))
}

// forget takes somebody of them out of all visits, and what he said there.
func forget(tx *db.Tx, contact kernel.ID) error {
	if _, err := tx.Exec(`UPDATE visits SET voice = '', voice_id = NULL, version = version + 1 WHERE voice_id = ? AND ?`,
		contact, tx.Visible("visits.account_id")); err != nil {
		return err
	}
	for _, statement := range []string{`DELETE FROM visit_people WHERE contact_id = ? AND ?`, `DELETE FROM visit_hours WHERE contact_id = ? AND ?`} {
		if _, err := tx.Exec(statement, contact, tx.Shared()); err != nil {
			return err
		}
	}
	return nil
}
