package segment

import (
	"erba/kernel"
	"erba/platform/db"
)

// A segment belongs to who made it and to no account; every statement names who
// may see it.

const columns = `s.id, s.author_id, s.author, s.name, s.note, s.shared, s.definition, s.changed_at, s.version`

// segments are those of a user and those that everybody may use.
func segments(tx *db.Tx, user kernel.ID) ([]Segment, error) {
	return db.List[Segment](tx, `SELECT `+columns+` FROM segments s WHERE (s.author_id = ? OR s.shared) AND ? ORDER BY s.id`,
		user, tx.Shared())
}

// find is one that a user may use.
func find(tx *db.Tx, user, id kernel.ID) (Segment, error) {
	return db.Find[Segment](tx, `SELECT `+columns+` FROM segments s WHERE s.id = ? AND (s.author_id = ? OR s.shared) AND ?`,
		id, user, tx.Shared())
}

func add(tx *db.Tx, s Segment) error { return db.Insert(tx, "segments", s) }

// replace writes over the version of a segment that its author has read.
func replace(tx *db.Tx, s Segment) error {
	return tx.Replace(`UPDATE segments SET name = ?, note = ?, shared = ?, definition = ?, changed_at = ?, version = version + 1
		WHERE id = ? AND author_id = ? AND version = ? AND ?`,
		s.Name, s.Note, s.Shared, s.Saved, s.ChangedAt, s.ID, s.Author, s.Version, tx.Shared())
}

// drop forgets a segment and its snapshots.
func drop(tx *db.Tx, s Segment) error {
	return tx.Replace(`DELETE FROM segments WHERE id = ? AND author_id = ? AND version = ? AND ?`, s.ID, s.Author, s.Version, tx.Shared())
}

const snapshotColumns = `n.id, n.segment_id, n.as_of, n.author_id, n.author, n.definition`

// snapshots are those of a segment, the latest first.
func snapshots(tx *db.Tx, segment kernel.ID) ([]Snapshot, error) {
	return db.List[Snapshot](tx, `SELECT `+snapshotColumns+` FROM segment_snapshots n WHERE n.segment_id = ? AND ? ORDER BY n.id DESC`,
		segment, tx.Shared())
}

func snapshot(tx *db.Tx, segment, id kernel.ID) (Snapshot, error) {
	return db.Find[Snapshot](tx, `SELECT `+snapshotColumns+` FROM segment_snapshots n WHERE n.id = ? AND n.segment_id = ? AND ?`,
		id, segment, tx.Shared())
}

// addSnapshot keeps who belongs.
func addSnapshot(tx *db.Tx, n Snapshot, members []Kept) error {
	if err := db.Insert(tx, "segment_snapshots", n); err != nil {
		return err
	}
	return db.Insert(tx, "segment_members", members...)
}

// kept are the members of a snapshot.
func kept(tx *db.Tx, id kernel.ID) ([]Kept, error) {
	return db.List[Kept](tx, `SELECT m.snapshot_id, m.account_id, m.band FROM segment_members m WHERE m.snapshot_id = ? AND ?`,
		id, tx.Visible("m.account_id"))
}

// size is how many members of a snapshot are in sight.
func size(tx *db.Tx, id kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM segment_members m WHERE m.snapshot_id = ? AND ?`, id, tx.Visible("m.account_id"))
}
