package identity

import (
	"erba/kernel"
	"erba/platform/db"
)

// Share shows a row for some days to somebody who does not work on it.
type Share struct {
	Row    kernel.ID   `db:"row_id"     json:"-"`
	User   kernel.ID   `db:"user_id"    json:"user"`
	From   kernel.Date `db:"from_on"    json:"from"`
	Until  kernel.Date `db:"until_on"   json:"until"`
	By     kernel.ID   `db:"granted_by" json:"by"`
	Reason string      `db:"reason"     json:"reason"`
}

// Shares are those of a row that have not ended.
func Shares(tx *db.Tx, row kernel.ID) ([]Share, error) {
	return db.List[Share](tx, `SELECT x.row_id, x.user_id, x.from_on, x.until_on, x.granted_by, x.reason
		FROM row_shares x WHERE x.row_id = ? AND x.until_on >= ? AND ? ORDER BY x.until_on, x.user_id`,
		row, kernel.Today(), tx.Visible("x.row_id"))
}

// Show shares a row, in place of what was shared with that user before.
func Show(tx *db.Tx, s Share) error {
	if err := Hide(tx, s.Row, s.User); err != nil {
		return err
	}
	return db.Insert(tx, "row_shares", s)
}

// Hide ends a share.
func Hide(tx *db.Tx, row, user kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM row_shares WHERE row_id = ? AND user_id = ? AND ?`, row, user, tx.Visible("row_shares.row_id"))
	return err
}

// Enlist puts a member on a row, or gives one another role or other days.
func Enlist(tx *db.Tx, m Member) error {
	return tx.Replace(`
		INSERT INTO row_members (row_id, user_id, owner, team_role, from_on, until_on) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (row_id, user_id) DO UPDATE
		SET team_role = excluded.team_role, from_on = excluded.from_on, until_on = excluded.until_on
		WHERE NOT row_members.owner`, m.Row, m.User, false, m.Role, m.From, m.Until)
}

// Release takes a member off a row, as if he had never been on it.
func Release(tx *db.Tx, row, user kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM row_members WHERE row_id = ? AND user_id = ? AND NOT owner AND ?`,
		row, user, tx.Visible("row_members.row_id"))
	return err
}
