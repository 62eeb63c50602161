package contact

import (
	"erba/kernel"
	"erba/platform/db"
)

// inherit gives those who report to somebody to another manager, none if that is zero.
func inherit(tx *db.Tx, from, to kernel.ID) error {
	_, err := tx.Exec(`UPDATE contacts SET reports_id = ?, version = version + 1 WHERE reports_id = ? AND ?`,
		to, from, tx.Visible("contacts.account_id"))
	return err
}

// part lets nobody report to somebody at another account.
func part(tx *db.Tx, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE contacts SET reports_id = NULL, version = version + 1
		WHERE reports_id IS NOT NULL AND account_id = ?
		AND NOT EXISTS (SELECT 1 FROM contacts m WHERE m.id = contacts.reports_id AND m.account_id = contacts.account_id) AND ?`,
		account, tx.Visible("contacts.account_id"))
	return err
}

// jobs are those of one person, the latest first.
func jobs(tx *db.Tx, person kernel.ID) ([]Job, error) {
	return db.List[Job](tx, `
		SELECT c.id, c.account_id, a.name AS company, c.title, c.department, c.gone_on FROM contacts c JOIN accounts a ON a.id = c.account_id
		WHERE (c.person_id = ? OR c.id = ?) AND ? ORDER BY c.id DESC`, person, person, tx.Visible("c.account_id"))
}

// twins are the other jobs in sight of the people of an account.
func twins(tx *db.Tx, account kernel.ID) (map[kernel.ID][]kernel.ID, error) {
	rows, err := db.List[struct {
		Contact kernel.ID `db:"id"`
		Other   kernel.ID `db:"other_id"`
	}](tx, `
		SELECT c.id, o.id AS other_id FROM contacts c JOIN contacts o ON o.person_id = c.person_id AND o.id <> c.id
		WHERE c.account_id = ? AND ? AND ? ORDER BY c.id, o.id`, account, tx.Visible("c.account_id"), tx.Visible("o.account_id"))
	all := map[kernel.ID][]kernel.ID{}
	for _, r := range rows {
		all[r.Contact] = append(all[r.Contact], r.Other)
	}
	return all, err
}

// firmOf is an account as files name it.
func firmOf(tx *db.Tx, account kernel.ID) (firm, error) {
	return db.Find[firm](tx, `SELECT a.code, a.name FROM accounts a WHERE a.id = ? AND ?`, account, tx.Visible("a.id"))
}

func population(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM contacts c WHERE ?`, tx.Visible("c.account_id"))
}
