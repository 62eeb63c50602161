package relation

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// replaced ends what stands of some fields on a day, before something newer is said.
func replaced(tx *db.Tx, contact kernel.ID, field string, on kernel.Date) error {
	_, err := tx.Exec(`UPDATE relation_judgements SET ended_on = ? WHERE contact_id = ? AND field = ? AND subject_id IS NULL AND ended_on IS NULL
		AND EXISTS (SELECT 1 FROM contacts c WHERE c.id = relation_judgements.contact_id AND ?)`, on, contact, field, tx.Visible("c.account_id"))
	return err
}

// end says until when a judgement stood.
func end(tx *db.Tx, id kernel.ID, on kernel.Date) error {
	_, err := tx.Exec(`UPDATE relation_judgements SET ended_on = ? WHERE id = ?
		AND EXISTS (SELECT 1 FROM contacts c WHERE c.id = relation_judgements.contact_id AND ?)`, on, id, tx.Visible("c.account_id"))
	return err
}

func addJudged(tx *db.Tx, rows ...judged) error { return db.Insert(tx, "relation_judgements", rows...) }

// stroke is a line as the database keeps it.
type stroke struct {
	ID           kernel.ID   `db:"id"`
	From         kernel.ID   `db:"from_id"`
	To           kernel.ID   `db:"to_id"`
	Kind         string      `db:"kind"`
	Says         string      `db:"says"`
	By           kernel.ID   `db:"by_id"`
	On           kernel.Date `db:"drawn_on"`
	Ended        kernel.Date `db:"ended_on"`
	Version      int64       `db:"version"`
	EndedVersion int64       `db:"ended_version"`
}

func addLines(tx *db.Tx, rows ...stroke) error { return db.Insert(tx, "relation_lines", rows...) }

// endLine takes a line of an account's map back.
func endLine(tx *db.Tx, account, id kernel.ID, on kernel.Date, version int64) (int64, error) {
	return tx.Exec(`UPDATE relation_lines SET ended_on = ?, ended_version = ? WHERE id = ? AND ended_on IS NULL
		AND EXISTS (SELECT 1 FROM contacts c WHERE c.id = relation_lines.from_id AND c.account_id = ? AND ?)`, on, version, id, account, tx.Visible("c.account_id"))
}

// moved is that somebody was put below another manager.
type moved struct {
	ID      kernel.ID   `db:"id"`
	Contact kernel.ID   `db:"contact_id"`
	Was     kernel.ID   `db:"was_id"`
	Is      kernel.ID   `db:"is_id"`
	By      kernel.ID   `db:"by_id"`
	On      kernel.Date `db:"moved_on"`
	Version int64       `db:"version"`
}

func addMoves(tx *db.Tx, rows ...moved) error { return db.Insert(tx, "relation_moves", rows...) }

// drag puts people to places on the canvas; who is at 0, 0 is back in the tree.
func drag(tx *db.Tx, places []place) error {
	ids := make([]kernel.ID, len(places))
	for i, p := range places {
		ids[i] = p.Contact
	}
	for part := range slices.Chunk(ids, 100) {
		_, err := tx.Exec(`DELETE FROM relation_places WHERE ? AND EXISTS (SELECT 1 FROM contacts c WHERE c.id = relation_places.contact_id AND ?)`,
			db.In("contact_id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return err
		}
	}
	away := slices.DeleteFunc(slices.Clone(places), func(p place) bool { return p.X == 0 && p.Y == 0 })
	return db.Insert(tx, "relation_places", away...)
}

// active are those of some users who can sign in.
func active(tx *db.Tx, id kernel.ID) (bool, error) {
	found, err := db.List[kernel.ID](tx, `SELECT u.id FROM users u WHERE u.id = ? AND u.active AND ?`, id, tx.Shared())
	return len(found) > 0, err
}
