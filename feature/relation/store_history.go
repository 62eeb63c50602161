package relation

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// events are what was changed on an account's map after a version, the last first.
func events(tx *db.Tx, account, contact kernel.ID, since int64, most int) ([]Event, error) {
	one := db.If(!contact.IsZero(), "c.id = ?", contact)
	return db.List[Event](tx, `
		SELECT e.contact_id, e.person, e.what, e.was, e.is_now, e.evidence, e.source, e.by_id, coalesce(u.name, '') AS name, e.at_on, e.until_on, e.version, e.id FROM (
			SELECT c.id AS contact_id, c.name AS person, j.field AS what,
				coalesce((SELECT p.value FROM relation_judgements p WHERE p.contact_id = j.contact_id AND p.field = j.field AND p.subject_id IS NULL
					AND (p.judged_on < j.judged_on OR p.judged_on = j.judged_on AND p.id < j.id) ORDER BY p.judged_on DESC, p.id DESC LIMIT 1), '') AS was,
				j.value AS is_now, j.evidence, j.source, j.by_id, j.judged_on AS at_on, j.until_on, j.version, j.id
			FROM contacts c JOIN relation_judgements j ON j.contact_id = c.id
			WHERE c.account_id = ? AND j.subject_id IS NULL AND j.version > ? AND ? AND ?
			UNION ALL
			SELECT c.id, c.name, 'reports', coalesce(w.name, ''), coalesce(i.name, ''), '', '', m.by_id, m.moved_on, NULL, m.version, m.id
			FROM contacts c JOIN relation_moves m ON m.contact_id = c.id LEFT JOIN contacts w ON w.id = m.was_id LEFT JOIN contacts i ON i.id = m.is_id
			WHERE c.account_id = ? AND m.version > ? AND ? AND ?
			UNION ALL
			SELECT c.id, c.name, 'line', '', t.name, l.says, l.kind, l.by_id, l.drawn_on, NULL, l.version, l.id
			FROM contacts c JOIN relation_lines l ON l.from_id = c.id JOIN contacts t ON t.id = l.to_id
			WHERE c.account_id = ? AND l.version > ? AND ? AND ?
			UNION ALL
			SELECT c.id, c.name, 'line_ended', t.name, '', l.says, l.kind, NULL, l.ended_on, NULL, l.ended_version, l.id
			FROM contacts c JOIN relation_lines l ON l.from_id = c.id JOIN contacts t ON t.id = l.to_id
			WHERE c.account_id = ? AND l.ended_on IS NOT NULL AND l.ended_version > ? AND ? AND ?) e
		LEFT JOIN users u ON u.id = e.by_id ORDER BY e.at_on DESC, e.version DESC, e.id DESC LIMIT ?`,
		account, since, one, tx.Visible("c.account_id"), account, since, one, tx.Visible("c.account_id"),
		account, since, one, tx.Visible("c.account_id"), account, since, one, tx.Visible("c.account_id"), most)
}

// ever are all judgements about the people of an account, in the order of their days.
func ever(tx *db.Tx, account kernel.ID) ([]judged, error) {
	return db.List[judged](tx, `SELECT `+judgedColumns+` FROM contacts c JOIN relation_judgements j ON j.contact_id = c.id
		WHERE c.account_id = ? AND j.subject_id IS NULL AND ? ORDER BY j.contact_id, j.judged_on, j.id`, account, tx.Visible("c.account_id"))
}

// other is a judgement on another map, with what the account is called.
type other struct {
	judged
	Company string `db:"company"`
}

// elsewhere are the judgements that stand about contacts, wherever they are.
func elsewhere(tx *db.Tx, contacts []kernel.ID) (all []other, err error) {
	for part := range slices.Chunk(contacts, 100) {
		rows, err := db.List[other](tx, `SELECT `+judgedColumns+`, a.name AS company FROM relation_judgements j
			JOIN contacts c ON c.id = j.contact_id JOIN accounts a ON a.id = c.account_id
			WHERE ? AND j.ended_on IS NULL AND j.subject_id IS NULL AND j.value <> '' AND ? ORDER BY j.judged_on, j.id`,
			db.In("j.contact_id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

// of are all judgements about one contact.
func of(tx *db.Tx, contact kernel.ID) ([]judged, error) {
	return db.List[judged](tx, `SELECT `+judgedColumns+` FROM relation_judgements j JOIN contacts c ON c.id = j.contact_id
		WHERE j.contact_id = ? AND ? ORDER BY j.judged_on, j.id`, contact, tx.Visible("c.account_id"))
}

// forget takes away what is thought of a contact.
func forget(tx *db.Tx, contact kernel.ID) error {
	for _, table := range []string{"relation_judgements", "relation_places", "relation_moves"} {
		_, err := tx.Exec(`DELETE FROM `+table+` WHERE contact_id = ? AND EXISTS (SELECT 1 FROM contacts c WHERE c.id = contact_id AND ?)`,
			contact, tx.Visible("c.account_id"))
		if err != nil {
			return err
		}
	}
	_, err := tx.Exec(`DELETE FROM relation_lines WHERE (from_id = ? OR to_id = ?) AND EXISTS (SELECT 1 FROM contacts c WHERE c.id = from_id AND ?)`,
		contact, contact, tx.Visible("c.account_id"))
	return err
}
