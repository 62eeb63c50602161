package contact

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const noteColumns = `n.id, n.contact_id, n.kind, n.sealed, n.basis, n.consent_on, n.consent_form, n.proof, n.author_id,
	u.name AS author_name, n.written_at, n.expires_on, n.ended_at, n.ended_by, n.version`

const fromNotes = ` FROM contact_notes n JOIN users u ON u.id = n.author_id JOIN contacts c ON c.id = n.contact_id
	JOIN accounts a ON a.id = c.account_id `

// readable is true for notes that a user may read: his own, those he is named
// in, and, if he leads accounts, those about people there. No line of command
// and no standing in opens any other.
func readable(tx *db.Tx, user kernel.ID, leads bool) db.Cond {
	return db.If(true, `(n.author_id = ? OR n.id IN (SELECT r.note_id FROM contact_note_readers r WHERE r.user_id = ? AND ?) OR ?)`,
		user, user, tx.Shared(), led(user, leads))
}

func led(user kernel.ID, leads bool) db.Cond {
	if !leads {
		return db.Cond{Text: "1 = 0"}
	}
	return db.If(true, "a.owner_id = ?", user)
}

// every is true for all notes.
func every() db.Cond { return db.If(false, "") }

// notesOf are the notes about contacts that a condition lets through, oldest first.
func notesOf(tx *db.Tx, contacts []kernel.ID, who db.Cond) (all []Note, err error) {
	for part := range slices.Chunk(contacts, chunk) {
		rows, err := db.List[Note](tx, `SELECT `+noteColumns+fromNotes+`WHERE ? AND ? AND ? ORDER BY n.id`,
			db.In("n.contact_id", part...), who, tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

func findNote(tx *db.Tx, id kernel.ID, who db.Cond) (Note, error) {
	return db.Find[Note](tx, `SELECT `+noteColumns+fromNotes+`WHERE n.id = ? AND ? AND ?`, id, who, tx.Visible("c.account_id"))
}

// reader says that somebody may read a note.
type reader struct {
	Note kernel.ID `db:"note_id"`
	User kernel.ID `db:"user_id"`
}

// readersOf are who is named in notes.
func readersOf(tx *db.Tx, notes []Note) (map[kernel.ID][]kernel.ID, error) {
	all, ids := map[kernel.ID][]kernel.ID{}, make([]kernel.ID, len(notes))
	for i, n := range notes {
		ids[i] = n.ID
	}
	for part := range slices.Chunk(ids, chunk) {
		rows, err := db.List[reader](tx, `
			SELECT r.note_id, r.user_id FROM contact_note_readers r WHERE ? AND ? ORDER BY r.note_id, r.user_id`,
			db.In("r.note_id", part...), tx.Shared())
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			all[r.Note] = append(all[r.Note], r.User)
		}
	}
	return all, nil
}

// noteRow is a note as the table has it.
type noteRow struct {
	ID          kernel.ID   `db:"id"`
	Contact     kernel.ID   `db:"contact_id"`
	Kind        string      `db:"kind"`
	Sealed      string      `db:"sealed"`
	Basis       string      `db:"basis"`
	ConsentOn   kernel.Date `db:"consent_on"`
	ConsentForm string      `db:"consent_form"`
	Proof       string      `db:"proof"`
	Author      kernel.ID   `db:"author_id"`
	Written     int64       `db:"written_at"`
	Expires     kernel.Date `db:"expires_on"`
	Ended       *int64      `db:"ended_at"`
	EndedBy     string      `db:"ended_by"`
	Version     int64       `db:"version"`
}

func insertNote(tx *db.Tx, n Note) error {
	err := db.Insert(tx, "contact_notes", noteRow{n.ID, n.Contact, n.Kind, n.Sealed, n.Basis, n.ConsentOn, n.ConsentForm,
		n.Proof, n.Author, n.Written, n.Expires, n.Ended, n.EndedBy, n.Version})
	if err != nil {
		return err
	}
	return nameReaders(tx, n)
}

func nameReaders(tx *db.Tx, n Note) error {
	rows := make([]reader, len(n.Readers))
	for i, id := range n.Readers {
		rows[i] = reader{n.ID, id}
	}
	return db.Insert(tx, "contact_note_readers", rows...)
}

// replaceNote writes what its author says anew.
func replaceNote(tx *db.Tx, n Note) error {
	err := tx.Replace(`
		UPDATE contact_notes SET kind = ?, sealed = ?, basis = ?, consent_on = ?, consent_form = ?, proof = ?, version = version + 1
		WHERE id = ? AND version = ? AND contact_id IN (SELECT c.id FROM contacts c WHERE ?)`,
		n.Kind, n.Sealed, n.Basis, n.ConsentOn, n.ConsentForm, n.Proof, n.ID, n.Version, tx.Visible("c.account_id"))
	if err != nil {
		return err
	}
	if _, err := tx.Exec(`DELETE FROM contact_note_readers WHERE note_id = ? AND ?`, n.ID, tx.Shared()); err != nil {
		return err
	}
	return nameReaders(tx, n)
}

// prolong moves the end of a note that was confirmed.
func prolong(tx *db.Tx, n Note) error {
	return tx.Replace(`
		UPDATE contact_notes SET expires_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND contact_id IN (SELECT c.id FROM contacts c WHERE ?)`,
		n.Expires, n.ID, n.Version, tx.Visible("c.account_id"))
}

// end takes the text of notes away, and with it what the consent was kept by.
func end(tx *db.Tx, which db.Cond, at int64, by string) (int64, error) {
	return tx.Exec(`
		UPDATE contact_notes SET sealed = '', proof = '', ended_at = ?, ended_by = ?, version = version + 1
		WHERE ended_at IS NULL AND ? AND contact_id IN (SELECT c.id FROM contacts c WHERE ?)`,
		at, by, which, tx.Visible("c.account_id"))
}
