package contact

import (
	"errors"
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const (
	columns = `c.id, c.account_id, c.name, c.title, c.department, c.phone, c.mail, c.wechat,
		c.duties, c.goals, c.manner, c.results, c.colleagues, c.partners,
		c.reports_id, c.rank, c.scope, c.gone_on, c.person_id, c.version, c.sort_key`
	chunk = 100 // values of one IN list
)

// list returns the contacts of an account by name.
func list(tx *db.Tx, account kernel.ID) ([]Contact, error) {
	return db.List[Contact](tx, `
		SELECT `+columns+` FROM contacts c
		WHERE c.account_id = ? AND ? ORDER BY c.sort_key, c.id`, account, tx.Visible("c.account_id"))
}

// at returns the contacts of several accounts.
func at(tx *db.Tx, accounts []kernel.ID) (all []Contact, err error) {
	for part := range slices.Chunk(accounts, chunk) {
		rows, err := db.List[Contact](tx, `SELECT `+columns+` FROM contacts c WHERE ? AND ?`,
			db.In("c.account_id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

// these returns contacts by their IDs, as far as they are there.
func these(tx *db.Tx, ids []kernel.ID) (all []Contact, err error) {
	for part := range slices.Chunk(ids, chunk) {
		rows, err := db.List[Contact](tx, `SELECT `+columns+` FROM contacts c WHERE ? AND ? ORDER BY c.id`,
			db.In("c.id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

// find returns one contact.
func find(tx *db.Tx, id kernel.ID) (Contact, error) {
	return db.Find[Contact](tx, `SELECT `+columns+` FROM contacts c WHERE c.id = ? AND ?`, id, tx.Visible("c.account_id"))
}

// clue is what contacts are looked for by: whole numbers and names.
type clue struct {
	name, number, mail, wechat string
	blinds                     []string
}

// search returns contacts of whom one of the clues is true, by name.
func search(tx *db.Tx, k clue, limit int) ([]Contact, error) {
	return db.List[Contact](tx, `
		SELECT `+columns+` FROM contacts c
		WHERE c.id IN (
			SELECT f.contact_id FROM contact_facts f WHERE ?
			UNION ALL SELECT n.id FROM contacts n WHERE n.name = ? AND ?
			UNION ALL SELECT p.id FROM contacts p WHERE p.phone = ? AND p.phone <> ''
			UNION ALL SELECT m.id FROM contacts m WHERE lower(m.mail) = ? AND m.mail <> ''
			UNION ALL SELECT w.id FROM contacts w WHERE lower(w.wechat) = ? AND w.wechat <> '')
		AND ? ORDER BY c.sort_key, c.id LIMIT ?`,
		db.In("f.blind", k.blinds...), k.name, db.If(k.name == "", "1 = 0"), k.number, k.mail, k.wechat, tx.Visible("c.account_id"), limit)
}

// insert adds new contacts.
func insert(tx *db.Tx, contacts ...Contact) error { return db.Insert(tx, "contacts", contacts...) }

// replace writes a contact over the version it was read at.
func replace(tx *db.Tx, c Contact) error {
	return tx.Replace(`
		UPDATE contacts SET name = ?, sort_key = ?, title = ?, department = ?, phone = ?, mail = ?, wechat = ?,
			duties = ?, goals = ?, manner = ?, results = ?, colleagues = ?, partners = ?,
			reports_id = ?, rank = ?, scope = ?, gone_on = ?, person_id = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`,
		c.Name, c.SortKey, c.Title, c.Department, c.Phone, c.Mail, c.Wechat,
		c.Duties, c.Goals, c.Manner, c.Results, c.Colleagues, c.Partners,
		c.Reports, c.Rank, c.Scope, c.Gone, c.Person, c.ID, c.Version, tx.Visible("contacts.account_id"))
}

// remove takes a contact away, at the version that was seen, with all that hangs on it.
func remove(tx *db.Tx, c Contact) error {
	if err := strip(tx, c.ID); err != nil {
		return err
	}
	return tx.Replace(`DELETE FROM contacts WHERE id = ? AND version = ? AND ?`,
		c.ID, c.Version, tx.Visible("contacts.account_id"))
}

// strip takes away what hangs on a contact.
func strip(tx *db.Tx, contact kernel.ID) error {
	const whose = ` IN (SELECT c.id FROM contacts c WHERE c.id = ? AND ?)`
	for _, text := range []string{
		`DELETE FROM contact_note_readers WHERE note_id IN (SELECT n.id FROM contact_notes n WHERE n.contact_id` + whose + `)`,
		`DELETE FROM contact_notes WHERE contact_id` + whose,
		`DELETE FROM contact_facts WHERE contact_id` + whose,
		`DELETE FROM contact_moves WHERE contact_id` + whose,
	} {
		if _, err := tx.Exec(text, contact, tx.Visible("c.account_id")); err != nil {
			return err
		}
	}
	return nil
}

// among are those of some accounts that the viewer sees.
func among(tx *db.Tx, accounts []kernel.ID) (map[kernel.ID]bool, error) {
	seen := map[kernel.ID]bool{}
	for part := range slices.Chunk(accounts, chunk) {
		ids, err := db.List[kernel.ID](tx, `SELECT a.id FROM accounts a WHERE ? AND ?`, db.In("a.id", part...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			seen[id] = true
		}
	}
	return seen, nil
}

// company is what an account is called, and who owns it.
type company struct {
	ID    kernel.ID `db:"id"`
	Name  string    `db:"name"`
	Owner kernel.ID `db:"owner_id"`
}

// companies are the accounts of some contacts.
func companies(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]company, error) {
	all := map[kernel.ID]company{}
	for part := range slices.Chunk(ids, chunk) {
		rows, err := db.List[company](tx, `SELECT a.id, a.name, a.owner_id FROM accounts a WHERE ? AND ?`,
			db.In("a.id", part...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		for _, c := range rows {
			all[c.ID] = c
		}
	}
	return all, nil
}

// move gives the contacts of one account to another, and remembers which.
func move(tx *db.Tx, merge, from, into kernel.ID) error {
	_, err := tx.Exec(`
		INSERT INTO contact_moves (merge_id, contact_id)
		SELECT CAST(? AS BIGINT), c.id FROM contacts c WHERE c.account_id = ? AND ?`, merge, from, tx.Visible("c.account_id"))
	if err != nil {
		return err
	}
	_, err = tx.Exec(`UPDATE contacts SET account_id = ?, version = version + 1 WHERE account_id = ? AND ?`,
		into, from, tx.Visible("contacts.account_id"))
	return err
}

// moveBack undoes move.
func moveBack(tx *db.Tx, merge, from, into kernel.ID) error {
	_, err := tx.Exec(`
		UPDATE contacts SET account_id = ?, version = version + 1
		WHERE id IN (SELECT m.contact_id FROM contact_moves m WHERE m.merge_id = ?) AND ?`,
		from, merge, tx.Visible("contacts.account_id"))
	if err != nil {
		return err
	}
	if err := errors.Join(part(tx, from), part(tx, into)); err != nil {
		return err
	}
	_, err = tx.Exec(`DELETE FROM contact_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}
