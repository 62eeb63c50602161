package importing

import (
	"erba/kernel"
	"erba/platform/db"
)

// write is a row that an import wrote.
type write struct {
	Import  kernel.ID `db:"import_id"`
	Row     kernel.ID `db:"row_id"`
	Version int64     `db:"version"`
	Before  string    `db:"before"`
	Kind    string    `db:"kind"`
}

func (w write) written() kernel.Written {
	return kernel.Written{ID: w.Row, Version: w.Version, Before: w.Before}
}

// remember adds what an import wrote. A row that it writes again keeps what was
// before the import.
func remember(tx *db.Tx, id kernel.ID, kind string, rows []kernel.Written) error {
	var first []write
	for _, w := range rows {
		n := int64(0)
		if !w.New() {
			var err error
			if n, err = tx.Exec(`UPDATE import_writes SET version = ? WHERE import_id = ? AND row_id = ? AND ?`,
				w.Version, id, w.ID, tx.Visible("import_id")); err != nil {
				return err
			}
		}
		if n == 0 {
			first = append(first, write{id, w.ID, w.Version, w.Before, kind})
		}
	}
	return db.Insert(tx, "import_writes", first...)
}

const writes = `SELECT import_id, row_id, version, before, kind FROM import_writes `

// ofKind is true for the rows of a kind that an import wrote.
func (r record) ofKind(kind string) db.Cond {
	if kind == r.Kind {
		return db.If(true, "kind IN (?, '')", kind)
	}
	return db.If(true, "kind = ?", kind)
}

// writesAfter returns what an import wrote of a kind, by the rows' IDs.
func writesAfter(tx *db.Tx, r record, kind string, after kernel.ID, limit int) ([]write, error) {
	return db.List[write](tx, writes+`WHERE import_id = ? AND ? AND ? AND ? ORDER BY row_id LIMIT ?`,
		r.ID, r.ofKind(kind), db.If(!after.IsZero(), "row_id > ?", after), tx.Visible("import_id"), limit)
}

// writesLast returns what is to be taken back first: what was there before, then
// the new rows, the youngest first.
func writesLast(tx *db.Tx, r record, kind string, limit int) ([]write, error) {
	return db.List[write](tx, writes+`WHERE import_id = ? AND ? AND ?
		ORDER BY CASE WHEN before = '' THEN 1 ELSE 0 END, row_id DESC LIMIT ?`,
		r.ID, r.ofKind(kind), tx.Visible("import_id"), limit)
}

// forget drops what an import remembers of rows, of all with none given.
func forget(tx *db.Tx, id kernel.ID, rows ...kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM import_writes WHERE import_id = ? AND ? AND ?`,
		id, db.If(len(rows) > 0, "?", db.In("row_id", rows...)), tx.Visible("import_id"))
	return err
}

// forgetBefore drops what imports published before an instant remember: they
// cannot be taken back any more.
func forgetBefore(tx *db.Tx, before int64) error {
	_, err := tx.Exec(`
		DELETE FROM import_writes WHERE import_id IN (SELECT id FROM imports WHERE created_at < ? AND published_at < ? AND NOT (?)) AND ?`,
		before, before, db.In("state", Checking, Booking), tx.Visible("import_id"))
	return err
}
