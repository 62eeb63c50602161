package notice

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

func add(tx *db.Tx, n Notice) error { return db.Insert(tx, "notices", n) }

const columns = `n.id, n.user_id, n.kind, n.args, n.account_id, n.path, n.made_at, n.read_at, n.due_at, n.mailed_at, n.tries`

// seen is a notice with the name of its account.
type seen struct {
	Notice
	Name string `db:"name"`
}

// list is a page of somebody's notices, the latest first, without those about
// accounts out of his sight.
func list(tx *db.Tx, user, after kernel.ID, sight db.Cond, limit int) ([]seen, error) {
	return db.List[seen](tx, `SELECT `+columns+`, COALESCE(a.name, '') AS name FROM notices n LEFT JOIN accounts a ON a.id = n.account_id
		WHERE n.user_id = ? AND ? AND (n.account_id IS NULL OR ? AND ?) ORDER BY n.id DESC LIMIT ?`,
		user, db.If(!after.IsZero(), "n.id < ?", after), sight, tx.Visible("n.account_id"), limit)
}

// most is up to where unread notices are counted.
const most = 100

func unread(tx *db.Tx, user kernel.ID, sight db.Cond) (int, error) {
	return db.Find[int](tx, `SELECT COUNT(*) FROM (SELECT 1 FROM notices n WHERE n.user_id = ? AND n.read_at = 0
		AND (n.account_id IS NULL OR ? AND ?) LIMIT ?) few`, user, sight, tx.Visible("n.account_id"), most)
}

// mark notes that somebody has read what he was told up to a notice.
func mark(tx *db.Tx, user, upTo kernel.ID, only []kernel.ID, now int64) error {
	_, err := tx.Exec(`UPDATE notices SET read_at = ? WHERE user_id = ? AND read_at = 0 AND ? AND ? AND ?`, now, user,
		db.If(!upTo.IsZero(), "id <= ?", upTo), picked(only), tx.Shared())
	return err
}

func picked(only []kernel.ID) db.Cond {
	if len(only) == 0 {
		return db.If(false, "")
	}
	return db.In("id", only...)
}

// waiting are those that should have left by mail by now, with names as the reader sees them.
func waiting(tx *db.Tx, user kernel.ID, now int64, sight db.Cond) ([]seen, error) {
	return db.List[seen](tx, `SELECT `+columns+`, COALESCE(a.name, '') AS name FROM notices n LEFT JOIN accounts a ON a.id = n.account_id
		WHERE n.user_id = ? AND n.due_at > 0 AND n.due_at <= ? AND n.mailed_at = 0 AND (n.account_id IS NULL OR ? AND ?) ORDER BY n.id LIMIT ?`,
		user, now, sight, tx.Visible("n.account_id"), most)
}

// settle notes that some notices have left, or all that were due: those about
// accounts that their reader does not see any more never will.
func settle(tx *db.Tx, user kernel.ID, upTo, now int64, only []kernel.ID) error {
	_, err := tx.Exec(`UPDATE notices SET mailed_at = ? WHERE user_id = ? AND due_at > 0 AND due_at <= ? AND mailed_at = 0 AND ? AND ?`, now, user, upTo, picked(only), tx.Shared())
	return err
}

// postpone tries letters again later; at 0 never.
func postpone(tx *db.Tx, due int64, ids []kernel.ID) error {
	for part := range slices.Chunk(ids, 100) {
		if _, err := tx.Exec(`UPDATE notices SET due_at = ?, tries = tries + 1 WHERE ? AND ?`, due, db.In("id", part...), tx.Shared()); err != nil {
			return err
		}
	}
	return nil
}

// rename has notices follow an account that turned out to be another one.
func rename(tx *db.Tx, from, into kernel.ID) error {
	_, err := tx.Exec(`UPDATE notices SET account_id = ? WHERE account_id = ? AND ?`, into, from, tx.Shared())
	return err
}

// tidy forgets what was told before an instant.
func tidy(tx *db.Tx, before int64) (int64, error) {
	return tx.Exec(`DELETE FROM notices WHERE made_at < ? AND ?`, before, tx.Shared())
}
