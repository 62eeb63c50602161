package identity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Lead is the role of the member who answers for a row.
const Lead = "lead"

// Answering are those who answer for rows today and can sign in.
func Answering(tx *db.Tx, rows ...kernel.ID) (all []Member, err error) {
	for some := range slices.Chunk(rows, chunk) {
		found, err := db.List[Member](tx, `
			SELECT m.row_id, m.user_id, m.owner, m.team_role, m.from_on, m.until_on FROM row_members m
			WHERE ? AND ? AND ? ORDER BY m.row_id, m.user_id`, db.In("m.row_id", some...), leading(), tx.Visible("m.row_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// Answered is true for rows, named by a column, for which somebody answers.
func Answered(column string) db.Cond {
	return db.If(true, "EXISTS (SELECT 1 FROM row_members m WHERE m.row_id = "+column+" AND ?)", leading())
}

// leading is true for the members who answer for their row today.
func leading() db.Cond {
	return db.If(true, `m.team_role = ? AND (m.from_on IS NULL OR m.from_on <= ?) AND (m.until_on IS NULL OR m.until_on >= ?)
		AND EXISTS (SELECT 1 FROM users u WHERE u.id = m.user_id AND u.active)`, Lead, kernel.Today(), kernel.Today())
}

// Entrust lets one user answer for a row from today on, and returns who did so
// before: he stays a member without that role.
func Entrust(tx *db.Tx, row, user kernel.ID) (before kernel.ID, err error) {
	all, err := Memberships(tx, row)
	if err != nil {
		return before, err
	}
	next := Member{Row: row, User: user, From: kernel.Today()}
	for _, m := range all {
		switch {
		case m.User == user && m.on(kernel.Today()):
			next = m
		case m.User == user:
			next.Owner = m.Owner
		}
		if m.Role != Lead || !m.on(kernel.Today()) {
			continue
		}
		if before = m.User; m.User != user {
			if err := enrol(tx, Member{row, m.User, m.Owner, "", m.From, m.Until}); err != nil {
				return before, err
			}
		}
	}
	next.Role, next.Until = Lead, kernel.Date{}
	return before, enrol(tx, next)
}

// enrol writes a member over what he was before.
func enrol(tx *db.Tx, m Member) error {
	_, err := tx.Exec(`DELETE FROM row_members WHERE row_id = ? AND user_id = ? AND ?`, m.Row, m.User, tx.Visible("row_members.row_id"))
	if err != nil {
		return err
	}
	return Join(tx, m)
}
