package contact

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// factsOf are the private fields of some contacts.
func factsOf(tx *db.Tx, contacts []kernel.ID) (map[kernel.ID][]fact, error) {
	all := map[kernel.ID][]fact{}
	for part := range slices.Chunk(contacts, chunk) {
		rows, err := db.List[fact](tx, `
			SELECT f.id, f.contact_id, f.field, f.sealed, f.blind FROM contact_facts f JOIN contacts c ON c.id = f.contact_id
			WHERE ? AND ? ORDER BY f.contact_id, f.id`, db.In("f.contact_id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		for _, f := range rows {
			all[f.Contact] = append(all[f.Contact], f)
		}
	}
	return all, nil
}

// dropFact takes a private field away; field "" is all of them.
func dropFact(tx *db.Tx, contact kernel.ID, field string) error {
	_, err := tx.Exec(`
		DELETE FROM contact_facts WHERE contact_id IN (SELECT c.id FROM contacts c WHERE c.id = ? AND ?) AND ?`,
		contact, tx.Visible("c.account_id"), db.If(field != "", "field = ?", field))
	return err
}

// putFact writes a private field in the place of what was there.
func putFact(tx *db.Tx, f fact) error {
	if err := dropFact(tx, f.Contact, f.Field); err != nil || f.Sealed == "" {
		return err
	}
	return db.Insert(tx, "contact_facts", f)
}
