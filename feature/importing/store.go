package importing

import (
	"erba/kernel"
	"erba/platform/db"
)

// record is an import as the database keeps it; the texts are JSON.
type record struct {
	ID        kernel.ID `db:"id"`
	Kind      string    `db:"kind"`
	State     string    `db:"state"`
	Source    string    `db:"source"`
	Settings  string    `db:"settings"`
	Shape     string    `db:"shape"`
	Report    string    `db:"report"`
	Job       kernel.ID `db:"job_id"`
	Batch     kernel.ID `db:"batch_id"`
	Actor     string    `db:"actor"`
	Created   int64     `db:"created_at"`
	Published int64     `db:"published_at"`
	Beat      int64     `db:"beat_at"`
	Digest    string    `db:"digest"` // of the file
	Kept      string    `db:"kept"`   // of what was taken back
}

const imports = `SELECT id, kind, state, source, settings, shape, report, job_id, batch_id, actor, created_at, published_at, beat_at, digest, kept
	FROM imports `

func find(tx *db.Tx, id kernel.ID) (record, error) {
	return db.Find[record](tx, imports+`WHERE id = ? AND ?`, id, tx.Visible("id"))
}

// findSame returns the latest published import of the same file and kind, from
// the same source if there is one: then nothing is new.
func findSame(tx *db.Tx, r record) (record, error) {
	return db.Find[record](tx, imports+`WHERE digest = ? AND kind = ? AND state = ? AND id <> ? AND digest <> '' AND ?
		ORDER BY CASE WHEN source = ? THEN 0 ELSE 1 END, published_at DESC LIMIT 1`,
		r.Digest, r.Kind, Published, r.ID, tx.Shared(), r.Source)
}

// list returns the latest imports.
func list(tx *db.Tx, limit int) ([]record, error) {
	return db.List[record](tx, imports+`WHERE ? ORDER BY id DESC LIMIT ?`, tx.Visible("id"), limit)
}

// latest returns the latest published imports.
func latest(tx *db.Tx, limit int) ([]record, error) {
	return db.List[record](tx, imports+`WHERE state = ? AND ? ORDER BY published_at DESC LIMIT ?`, Published, tx.Visible("id"), limit)
}

// open returns the imports of a source that are booking, whoever runs them.
func open(tx *db.Tx, kind, source string) ([]record, error) {
	return db.List[record](tx, imports+`WHERE kind = ? AND source = ? AND state = ? AND ?`, kind, source, Booking, tx.Shared())
}

func insert(tx *db.Tx, r record) error { return db.Insert(tx, "imports", r) }

// save writes what changes in the course of an import.
func save(tx *db.Tx, r record) error {
	_, err := tx.Exec(`
		UPDATE imports SET kind = ?, state = ?, source = ?, settings = ?, shape = ?, report = ?, job_id = ?, batch_id = ?,
			published_at = ?, beat_at = ?, kept = ? WHERE id = ? AND ?`,
		r.Kind, r.State, r.Source, r.Settings, r.Shape, r.Report, r.Job, r.Batch, r.Published, r.Beat, r.Kept, r.ID, tx.Visible("id"))
	return err
}

func beat(tx *db.Tx, id kernel.ID, at int64) error {
	_, err := tx.Exec(`UPDATE imports SET beat_at = ? WHERE id = ? AND ?`, at, id, tx.Visible("id"))
	return err
}

func drop(tx *db.Tx, id kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM imports WHERE id = ? AND ?`, id, tx.Visible("id"))
	return err
}

// part is a piece of an uploaded file.
type part struct {
	Import kernel.ID `db:"import_id"`
	Part   int64     `db:"part"`
	Data   []byte    `db:"data"`
}

func findPart(tx *db.Tx, id kernel.ID, n int64) (part, error) {
	return db.Find[part](tx, `SELECT import_id, part, data FROM import_parts WHERE import_id = ? AND part = ? AND ?`,
		id, n, tx.Visible("import_id"))
}

func dropParts(tx *db.Tx, id kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM import_parts WHERE import_id = ? AND ?`, id, tx.Visible("import_id"))
	return err
}

// dropOldParts forgets the uploaded files of imports that began before an instant and have ended.
func dropOldParts(tx *db.Tx, before int64) error {
	_, err := tx.Exec(`
		DELETE FROM import_parts WHERE import_id IN (SELECT id FROM imports WHERE created_at < ? AND NOT (?)) AND ?`,
		before, db.In("state", Checking, Booking), tx.Visible("import_id"))
	return err
}

// reject is a row that could not be booked; cells is a JSON list.
type reject struct {
	Import kernel.ID `db:"import_id"`
	Row    int64     `db:"row_no"`
	Column string    `db:"column_name"`
	Value  string    `db:"value"`
	Reason string    `db:"reason"`
	Cells  string    `db:"cells"`
}

func rejects(tx *db.Tx, id kernel.ID, after int64, limit int) ([]reject, error) {
	return db.List[reject](tx, `
		SELECT import_id, row_no, column_name, value, reason, cells FROM import_rejects
		WHERE import_id = ? AND row_no > ? AND ? ORDER BY row_no LIMIT ?`, id, after, tx.Visible("import_id"), limit)
}

func dropRejects(tx *db.Tx, id kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM import_rejects WHERE import_id = ? AND ?`, id, tx.Visible("import_id"))
	return err
}

type profile struct {
	Name     string `db:"name"`
	Kind     string `db:"kind"`
	Settings string `db:"settings"`
}

func profiles(tx *db.Tx, kind string) ([]profile, error) {
	return db.List[profile](tx, `SELECT name, kind, settings FROM import_profiles WHERE ? AND ? ORDER BY name`,
		db.If(kind != "", "kind = ?", kind), tx.Shared())
}

func findProfile(tx *db.Tx, name string) (profile, error) {
	return db.Find[profile](tx, `SELECT name, kind, settings FROM import_profiles WHERE name = ? AND ?`, name, tx.Shared())
}

func saveProfile(tx *db.Tx, p profile) error {
	if err := dropProfile(tx, p.Name); err != nil {
		return err
	}
	return db.Insert(tx, "import_profiles", p)
}

func dropProfile(tx *db.Tx, name string) error {
	_, err := tx.Exec(`DELETE FROM import_profiles WHERE name = ? AND ?`, name, tx.Shared())
	return err
}

// person is a user as files name him.
type person struct {
	ID    kernel.ID `db:"id"`
	Login string    `db:"login"`
	Name  string    `db:"name"`
}

func people(tx *db.Tx) ([]person, error) {
	return db.List[person](tx, `SELECT id, login, name FROM users WHERE ?`, tx.Shared())
}
