package importing

import "erba/platform/db"

// namingImports are those whose first rows, report or rest name somebody.
func namingImports(tx *db.Tx, terms []string) ([]record, error) {
	return db.List[record](tx, imports+`WHERE (? OR ? OR ?) AND ?`,
		tx.Naming("shape", terms), tx.Naming("report", terms), tx.Naming("kept", terms), tx.Visible("id"))
}

// blankRejects takes what it says out of every refused row that names somebody.
func blankRejects(tx *db.Tx, terms []string) error {
	_, err := tx.Exec(`UPDATE import_rejects SET value = '', cells = '[]' WHERE (? OR ?) AND ?`,
		tx.Naming("value", terms), tx.Naming("cells", terms), tx.Visible("import_id"))
	return err
}

// forgetNaming drops what a row that names somebody was before an import: taking
// that back would bring him back.
func forgetNaming(tx *db.Tx, terms []string) error {
	_, err := tx.Exec(`DELETE FROM import_writes WHERE ? AND ?`, tx.Naming("before", terms), tx.Visible("import_id"))
	return err
}

// dropNaming forgets files in which somebody is named, and files of contacts
// that nobody is reading.
func dropNaming(tx *db.Tx, terms []string) error {
	_, err := tx.Exec(`
		DELETE FROM import_parts WHERE import_id IN (
			SELECT p.import_id FROM import_parts p WHERE ?
			UNION SELECT i.id FROM imports i WHERE i.kind = 'contacts' AND NOT (?)) AND ?`,
		tx.NamingInside("p.data", terms), db.In("i.state", Checking, Booking), tx.Visible("import_id"))
	return err
}
