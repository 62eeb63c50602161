package identity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Member says that a user owns a row or works on it, in which role and when;
// an empty day is open to that side.
type Member struct {
	Row   kernel.ID   `db:"row_id"`
	User  kernel.ID   `db:"user_id"`
	Owner bool        `db:"owner"`
	Role  string      `db:"team_role"`
	From  kernel.Date `db:"from_on"`
	Until kernel.Date `db:"until_on"`
}

// on reports whether the membership holds on a day, its first and its last included.
func (m Member) on(day kernel.Date) bool {
	return m.From.Compare(day) <= 0 && (m.Until.IsZero() || m.Until.Compare(day) >= 0)
}

// chunk is how many rows one statement asks for.
const chunk = 100

// Join adds members to rows that have none yet, in the transaction that makes the rows.
func Join(tx *db.Tx, members ...Member) error { return db.Insert(tx, "row_members", members...) }

// Members are who owns the rows and who works on them today.
func Members(tx *db.Tx, rows ...kernel.ID) ([]Member, error) {
	all, err := Memberships(tx, rows...)
	return slices.DeleteFunc(all, func(m Member) bool { return !m.on(kernel.Today()) }), err
}

// Memberships are who owns the rows and who works on them, did or will.
func Memberships(tx *db.Tx, rows ...kernel.ID) (all []Member, err error) {
	for some := range slices.Chunk(rows, chunk) {
		members, err := db.List[Member](tx, `
			SELECT m.row_id, m.user_id, m.owner, m.team_role, m.from_on, m.until_on FROM row_members m
			WHERE ? AND ? ORDER BY m.row_id, m.user_id`, db.In("m.row_id", some...), tx.Visible("m.row_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, members...)
	}
	return all, nil
}

// Replace puts members in place of those that the rows have today. Who stays
// keeps his role and his days unless others are given; who was a member once,
// or will be, stays so.
func Replace(tx *db.Tx, rows []kernel.ID, members ...Member) error {
	old, err := Memberships(tx, rows...)
	if err != nil {
		return err
	}
	for some := range slices.Chunk(rows, chunk) {
		if _, err := tx.Exec(`DELETE FROM row_members WHERE ? AND ?`,
			db.In("row_members.row_id", some...), tx.Visible("row_members.row_id")); err != nil {
			return err
		}
	}
	return Join(tx, succeed(old, members, kernel.Today())...)
}

// Forget drops all that is known of who may see rows that are being removed.
func Forget(tx *db.Tx, rows ...kernel.ID) error {
	for some := range slices.Chunk(rows, chunk) {
		for _, table := range []string{"row_members", "row_shares", "row_places", "row_flags"} {
			if _, err := tx.Exec(`DELETE FROM `+table+` WHERE ? AND ?`, db.In("row_id", some...), tx.Visible(table+".row_id")); err != nil {
				return err
			}
		}
	}
	return nil
}

// succeed are the members after a change on a day: the new ones, and of the
// old ones those who are not members on that day.
func succeed(old, members []Member, day kernel.Date) []Member {
	next := slices.Clone(members)
	for _, o := range old {
		at := slices.IndexFunc(next, func(m Member) bool { return m.Row == o.Row && m.User == o.User })
		switch {
		case at < 0 && !o.on(day):
			next = append(next, o)
		case at >= 0 && o.on(day) && next[at].bare():
			next[at] = o.staying(next[at].Owner)
		}
	}
	return next
}

// staying is a member of whom nothing new is said: he keeps his role and his
// days, but whoever owns the row has no last one.
func (m Member) staying(owner bool) Member {
	if m.Owner = owner; owner {
		m.Until = kernel.Date{}
	}
	return m
}

// bare reports whether nothing is said about the role and the days.
func (m Member) bare() bool { return m.Role == "" && m.From.IsZero() && m.Until.IsZero() }
