package privacy

import (
	"erba/kernel"
	"erba/platform/db"
)

const requestColumns = `id, kind, state, received_on, due_on, channel, label, sealed, records, answer, handler, closed_at, version`

// requests returns those in a state, the most urgent first.
func requests(tx *db.Tx, state string, limit int) ([]Request, error) {
	return db.List[Request](tx, `SELECT `+requestColumns+` FROM privacy_requests WHERE ? AND ? ORDER BY due_on, id LIMIT ?`,
		db.If(state != "", "state = ?", state), tx.Shared(), limit)
}

func findRequest(tx *db.Tx, id kernel.ID) (Request, error) {
	return db.Find[Request](tx, `SELECT `+requestColumns+` FROM privacy_requests WHERE id = ? AND ?`, id, tx.Shared())
}

func insertRequest(tx *db.Tx, r Request) error { return db.Insert(tx, "privacy_requests", r) }

func replaceRequest(tx *db.Tx, r Request) error {
	return tx.Replace(`
		UPDATE privacy_requests SET state = ?, channel = ?, sealed = ?, records = ?, answer = ?, handler = ?, closed_at = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`,
		r.State, r.Channel, r.Sealed, r.Held, r.Answer, r.Handler, r.Closed, r.ID, r.Version, tx.Shared())
}

// overdue counts the requests that are open, and those whose day has passed.
func overdue(tx *db.Tx, today kernel.Date) (t tally, err error) {
	return db.Find[tally](tx, `
		SELECT count(*) AS open, count(CASE WHEN due_on < ? THEN 1 END) AS late
		FROM privacy_requests WHERE state = ? AND ?`, today, Open, tx.Shared())
}

type tally struct {
	Open int `db:"open"`
	Late int `db:"late"`
}

// erasure says that somebody was forgotten; not who.
type erasure struct {
	ID      kernel.ID `db:"id"`
	Request kernel.ID `db:"request_id"`
	Records string    `db:"records"`
	Actor   string    `db:"actor"`
	At      int64     `db:"erased_at"`
}

func erasures(tx *db.Tx) ([]erasure, error) {
	return db.List[erasure](tx, `SELECT id, request_id, records, actor, erased_at FROM privacy_erasures WHERE ? ORDER BY id`, tx.Shared())
}

// marked is a hash by which somebody is known who was forgotten.
type marked struct {
	Hash    string    `db:"hash"`
	Erasure kernel.ID `db:"erasure_id"`
}

func marksOf(tx *db.Tx) ([]marked, error) {
	return db.List[marked](tx, `SELECT hash, erasure_id FROM privacy_marks WHERE ? ORDER BY erasure_id, hash`, tx.Shared())
}

func barsAnybody(tx *db.Tx) (bool, error) {
	return db.Find[bool](tx, `SELECT EXISTS (SELECT 1 FROM privacy_marks WHERE ?)`, tx.Shared())
}

// those are which of some hashes are barred.
func those(tx *db.Tx, hashes []string) ([]string, error) {
	return db.List[string](tx, `SELECT hash FROM privacy_marks WHERE ? AND ?`, db.In("hash", hashes...), tx.Shared())
}

func insertErasure(tx *db.Tx, e erasure) error { return db.Insert(tx, "privacy_erasures", e) }

// bar adds a hash, unless it is there.
func bar(tx *db.Tx, m marked) error {
	_, err := tx.Exec(`INSERT INTO privacy_marks (hash, erasure_id) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING`, m.Hash, m.Erasure)
	return err
}

func unbar(tx *db.Tx, hashes []string) (int64, error) {
	return tx.Exec(`DELETE FROM privacy_marks WHERE ? AND ?`, db.In("hash", hashes...), tx.Shared())
}

const exportColumns = `id, at, actor, user_id, route, file, rows_taken, permit_id, recipient, purpose, version`

func exports(tx *db.Tx, before kernel.ID, limit int) ([]Export, error) {
	return db.List[Export](tx, `
		SELECT `+exportColumns+` FROM privacy_exports
		WHERE ? AND ? ORDER BY id DESC LIMIT ?`, db.If(!before.IsZero(), "id < ?", before), tx.Shared(), limit)
}

// takings are what somebody took along on his own.
func takings(tx *db.Tx, user kernel.ID, since int64) ([]Taking, error) {
	return db.List[Taking](tx, `
		SELECT at, rows_taken FROM privacy_exports WHERE user_id = ? AND at > ? AND rows_taken > 0 AND permit_id IS NULL AND ?`,
		user, since, tx.Shared())
}

func insertExport(tx *db.Tx, e Export) error { return db.Insert(tx, "privacy_exports", e) }

func replaceExport(tx *db.Tx, e Export) error {
	return tx.Replace(`UPDATE privacy_exports SET recipient = ?, purpose = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		e.Recipient, e.Purpose, e.ID, e.Version, tx.Shared())
}

func findExport(tx *db.Tx, id kernel.ID) (Export, error) {
	return db.Find[Export](tx, `
		SELECT `+exportColumns+` FROM privacy_exports WHERE id = ? AND ?`, id, tx.Shared())
}

func exportsSince(tx *db.Tx, at int64) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM privacy_exports WHERE at >= ? AND ?`, at, tx.Shared())
}

func settings(tx *db.Tx) (Settings, error) {
	return db.Find[Settings](tx, `SELECT company, officer, reach, version FROM privacy_settings WHERE id = 1 AND ?`, tx.Shared())
}

func saveSettings(tx *db.Tx, s Settings) error {
	return tx.Replace(`UPDATE privacy_settings SET company = ?, officer = ?, reach = ?, version = version + 1 WHERE id = 1 AND version = ? AND ?`,
		s.Company, s.Officer, s.Reach, s.Version, tx.Shared())
}

// blank takes out of a request who it was from.
func blank(tx *db.Tx, id kernel.ID) error {
	_, err := tx.Exec(`UPDATE privacy_requests SET sealed = '', channel = '', state = ?, version = version + 1 WHERE id = ? AND ?`, Done, id, tx.Shared())
	return err
}
