package opportunity

import (
	"erba/kernel"
	"erba/platform/db"
)

// tales are the latest moves of an account's deals until a day.
func tales(tx *db.Tx, account kernel.ID, until kernel.Date, limit int) ([]tale, error) {
	return db.List[tale](tx, `SELECT m.id, o.name, o.process, m.from_stage, m.to_stage, m.state, m.moved_on, coalesce(u.name, '') AS by_name
		FROM opportunity_moves m JOIN opportunities o ON o.id = m.opportunity_id LEFT JOIN users u ON u.id = m.by_id
		WHERE o.account_id = ? AND ? AND ? ORDER BY m.moved_on DESC, m.id DESC LIMIT ?`,
		account, db.If(!until.IsZero(), "m.moved_on <= ?", until), tx.Visible("o.row_id"), limit)
}

// numbered is the following number of a kind of codes, from one on; who asks at the same
// time waits until the transaction of the first one has ended.
func numbered(tx *db.Tx, prefix string, from int) (int, error) {
	_, err := tx.Exec(`INSERT INTO opportunity_numbers (prefix, latest) VALUES (?, ?)
		ON CONFLICT (prefix) DO UPDATE SET latest = opportunity_numbers.latest + 1 WHERE ?`, prefix, from, tx.Shared())
	if err != nil {
		return 0, err
	}
	return db.Find[int](tx, `SELECT n.latest FROM opportunity_numbers n WHERE n.prefix = ? AND ?`, prefix, tx.Shared())
}
