package calendar

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `f.id, f.user_id, f.name, f.detail, f.sealed, f.made_at, f.used_at, f.ended_at`

func add(tx *db.Tx, f Feed) error { return db.Insert(tx, "calendar_feeds", f) }

// feedsOf are somebody's feeds that can be used.
func feedsOf(tx *db.Tx, user kernel.ID) ([]Feed, error) {
	return db.List[Feed](tx, `SELECT `+columns+` FROM calendar_feeds f WHERE f.user_id = ? AND f.ended_at = 0 AND ? ORDER BY f.id`, user, tx.Shared())
}

// known is the feed of a word that can be used.
func known(tx *db.Tx, sealed string) (Feed, error) {
	return db.Find[Feed](tx, `SELECT `+columns+` FROM calendar_feeds f WHERE f.sealed = ? AND f.ended_at = 0 AND ?`, sealed, tx.Shared())
}

// end lets nobody use a feed of somebody's any more; once.
func end(tx *db.Tx, user, id kernel.ID, now int64) (int64, error) {
	return tx.Exec(`UPDATE calendar_feeds SET ended_at = ? WHERE id = ? AND user_id = ? AND ended_at = 0 AND ?`, now, id, user, tx.Shared())
}

func used(tx *db.Tx, id kernel.ID, now int64) error {
	_, err := tx.Exec(`UPDATE calendar_feeds SET used_at = ? WHERE id = ? AND ?`, now, id, tx.Shared())
	return err
}

// named are the names of accounts in sight.
func named(tx *db.Tx, accounts []kernel.ID) (map[kernel.ID]string, error) {
	rows, err := db.List[struct {
		ID   kernel.ID `db:"id"`
		Name string    `db:"name"`
	}](tx, `SELECT a.id, a.name FROM accounts a WHERE ? AND ?`, db.In("a.id", accounts...), tx.Visible("a.id"))
	names := map[kernel.ID]string{}
	for _, r := range rows {
		names[r.ID] = r.Name
	}
	return names, err
}
