package approval

import (
	"erba/kernel"
	"erba/platform/db"
)

// note tells a user something once.
func note(tx *db.Tx, n Notice) error {
	_, err := tx.Exec(`INSERT INTO approval_notices (id, approval_id, user_id, what, at, seen) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (approval_id, user_id, what) DO NOTHING`, n.ID, n.Proposal, n.User, n.What, n.At, n.Seen)
	return err
}

// notices are what a user has not seen yet, as far as he may still see what it is about.
func notices(tx *db.Tx, user kernel.ID, limit int) ([]News, error) {
	return db.List[News](tx, `
		SELECT n.approval_id, n.what, n.at, p.kind, p.args, p.state, p.effect_at, p.due_at
		FROM approval_notices n JOIN approvals p ON p.id = n.approval_id
		WHERE n.user_id = ? AND n.seen = FALSE AND ? ORDER BY n.id DESC LIMIT ?`,
		user, of(tx.Visible("p.account_id")), limit)
}

// see marks what a user has seen.
func see(tx *db.Tx, user kernel.ID, proposal kernel.ID) error {
	_, err := tx.Exec(`UPDATE approval_notices SET seen = TRUE WHERE user_id = ? AND approval_id = ? AND ?`,
		user, proposal, tx.Shared())
	return err
}

// tally counts what waits for a user, up to a limit.
func tally(tx *db.Tx, which db.Cond, limit int) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM (SELECT 1 FROM approvals p WHERE ? AND ? LIMIT ?) AS found`,
		which, of(tx.Visible("p.account_id")), limit)
}
