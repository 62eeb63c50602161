package relation

import (
	"erba/kernel"
	"erba/platform/db"
)

// standingFor are the judgements for a subject that nobody has replaced.
func standingFor(tx *db.Tx, account, subject kernel.ID) ([]judged, error) {
	return db.List[judged](tx, `SELECT `+judgedColumns+` FROM contacts c JOIN relation_judgements j ON j.contact_id = c.id
		WHERE c.account_id = ? AND j.ended_on IS NULL AND j.subject_id = ? AND ?`, account, subject, tx.Visible("c.account_id"))
}

// standingEver are all judgements that nobody has replaced, whatever they are for, in
// the order of their days.
func standingEver(tx *db.Tx, account kernel.ID) ([]judged, error) {
	return db.List[judged](tx, `SELECT `+judgedColumns+` FROM contacts c JOIN relation_judgements j ON j.contact_id = c.id
		WHERE c.account_id = ? AND j.ended_on IS NULL AND j.value <> '' AND ? ORDER BY j.judged_on, j.id`, account, tx.Visible("c.account_id"))
}

// replacedFor ends what stands for a subject on the day of something newer.
func replacedFor(tx *db.Tx, j judged) error {
	_, err := tx.Exec(`UPDATE relation_judgements SET ended_on = ? WHERE contact_id = ? AND field = ? AND subject_id = ? AND ended_on IS NULL
		AND EXISTS (SELECT 1 FROM contacts c WHERE c.id = relation_judgements.contact_id AND ?)`, j.On, j.Contact, j.Field, j.Subject, tx.Visible("c.account_id"))
	return err
}
