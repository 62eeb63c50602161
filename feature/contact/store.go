package contact

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const (
	columns = `c.id, c.account_id, c.name, c.title, c.department, c.phone, c.mail, c.version, c.sort_key`
	chunk   = 100 // values of one IN list
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

// find returns one contact.
func find(tx *db.Tx, id kernel.ID) (Contact, error) {
	return db.Find[Contact](tx, `SELECT `+columns+` FROM contacts c WHERE c.id = ? AND ?`, id, tx.Visible("c.account_id"))
}

// insert adds new contacts.
func insert(tx *db.Tx, contacts ...Contact) error { return db.Insert(tx, "contacts", contacts...) }

// replace writes a contact over the version it was read at.
func replace(tx *db.Tx, c Contact) error {
	return tx.Replace(`
		UPDATE contacts SET name = ?, sort_key = ?, title = ?, department = ?, phone = ?, mail = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`,
		c.Name, c.SortKey, c.Title, c.Department, c.Phone, c.Mail, c.ID, c.Version, tx.Visible("contacts.account_id"))
}

// remove takes a contact away, at the version that was seen.
func remove(tx *db.Tx, c Contact) error {
	if _, err := tx.Exec(`DELETE FROM contact_moves WHERE contact_id IN (
		SELECT c.id FROM contacts c WHERE c.id = ? AND ?)`, c.ID, tx.Visible("c.account_id")); err != nil {
		return err
	}
	return tx.Replace(`DELETE FROM contacts WHERE id = ? AND version = ? AND ?`,
		c.ID, c.Version, tx.Visible("contacts.account_id"))
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
func moveBack(tx *db.Tx, merge, from kernel.ID) error {
	_, err := tx.Exec(`
		UPDATE contacts SET account_id = ?, version = version + 1
		WHERE id IN (SELECT m.contact_id FROM contact_moves m WHERE m.merge_id = ?) AND ?`,
		from, merge, tx.Visible("contacts.account_id"))
	if err != nil {
		return err
	}
	_, err = tx.Exec(`DELETE FROM contact_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}
