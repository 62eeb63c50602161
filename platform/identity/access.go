package identity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Access is what opens a row to certain people: who works on it, with whom it is
// shared, how it is flagged. It goes with the row when that turns out to be
// another one.
type Access struct {
	Members []Member
	Shares  []Share
	Flags   []string
}

// AccessOf is the access to a row.
func AccessOf(tx *db.Tx, row kernel.ID) (a Access, err error) {
	if a.Members, err = Memberships(tx, row); err != nil {
		return a, err
	}
	if a.Shares, err = Shares(tx, row); err != nil {
		return a, err
	}
	a.Flags, err = db.List[string](tx, `SELECT f.flag FROM row_flags f WHERE f.row_id = ? AND ? ORDER BY f.flag`, row, tx.Visible("f.row_id"))
	return a, err
}

// Pass lets a row have the access to another one that goes into it, beside its
// own: who had a role or days there has them here, unless he has others already,
// and one answers for it as before. Of the other one nothing is left.
func (a Access) Pass(tx *db.Tx, from, into kernel.ID, own Access) error {
	if err := open(tx, into, a.inherited(own)); err != nil {
		return err
	}
	return open(tx, from, Access{})
}

// Back undoes Pass, now that the row has another access than before: what it had
// inherited goes, unless somebody has changed it since.
func (a Access) Back(tx *db.Tx, from, into kernel.ID, own Access) error {
	now, err := AccessOf(tx, into)
	if err != nil {
		return err
	}
	if err := open(tx, into, now.without(a.inherited(own), own)); err != nil {
		return err
	}
	return open(tx, from, a)
}

// inherited is the access to a row once another one has come to it.
func (a Access) inherited(own Access) Access {
	next := Access{slices.Clone(own.Members), slices.Clone(own.Shares), slices.Clone(own.Flags)}
	for _, m := range a.Members {
		if m.Role == Lead && answered(own.Members) {
			m.Role = ""
		}
		at := slices.IndexFunc(own.Members, m.same)
		switch {
		case at < 0:
			m.Owner = false
			next.Members = append(next.Members, m)
		case m.Role == Lead:
			next.Members[at].Role = Lead
		}
	}
	for _, x := range a.Shares {
		at := slices.IndexFunc(next.Shares, x.same)
		switch {
		case at < 0:
			next.Shares = append(next.Shares, x)
		case next.Shares[at].Until.Compare(x.Until) < 0:
			next.Shares[at] = x
		}
	}
	for _, flag := range a.Flags {
		if !slices.Contains(next.Flags, flag) {
			next.Flags = append(next.Flags, flag)
		}
	}
	return next
}

// without is what is left where what was inherited goes back to what it was.
func (now Access) without(inherited, own Access) Access {
	return Access{
		parted(now.Members, inherited.Members, own.Members, Member.same, Member.equal),
		parted(now.Shares, inherited.Shares, own.Shares, Share.same, Share.equal),
		parted(now.Flags, inherited.Flags, own.Flags, equal, equal),
	}
}

// parted puts in place of each entry that is still as it was inherited the one of
// before, if there was one.
func parted[T any](now, inherited, own []T, same, equal func(T, T) bool) (left []T) {
	of := func(all []T, one T, same func(T, T) bool) int {
		return slices.IndexFunc(all, func(other T) bool { return same(one, other) })
	}
	for _, one := range now {
		at, before := of(inherited, one, equal), of(own, one, same)
		switch {
		case at < 0:
			left = append(left, one)
		case before >= 0:
			left = append(left, own[before])
		}
	}
	return left
}

// open gives a row an access in place of the one that it has.
func open(tx *db.Tx, row kernel.ID, next Access) error {
	for _, table := range []string{"row_members", "row_shares", "row_flags"} {
		if _, err := tx.Exec(`DELETE FROM `+table+` WHERE row_id = ? AND ?`, row, tx.Visible(table+".row_id")); err != nil {
			return err
		}
	}
	for i := range next.Members {
		next.Members[i].Row = row
	}
	for i := range next.Shares {
		next.Shares[i].Row = row
	}
	if err := Join(tx, next.Members...); err != nil {
		return err
	}
	if err := db.Insert(tx, "row_shares", next.Shares...); err != nil {
		return err
	}
	for _, flag := range next.Flags {
		if err := Flag(tx, row, flag, true); err != nil {
			return err
		}
	}
	return nil
}

// Arranged are those of some rows that are shared or flagged, or in whose team
// somebody has a role or days of his own.
func Arranged(tx *db.Tx, rows ...kernel.ID) (found []kernel.ID, err error) {
	for some := range slices.Chunk(rows, chunk) {
		ids, err := db.List[kernel.ID](tx, `
			SELECT x.row_id FROM row_shares x WHERE ? AND ?
			UNION SELECT f.row_id FROM row_flags f WHERE ? AND ?
			UNION SELECT m.row_id FROM row_members m
			WHERE (m.team_role <> '' OR m.from_on IS NOT NULL OR m.until_on IS NOT NULL) AND ? AND ?`,
			db.In("x.row_id", some...), tx.Visible("x.row_id"), db.In("f.row_id", some...), tx.Visible("f.row_id"),
			db.In("m.row_id", some...), tx.Visible("m.row_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, ids...)
	}
	return found, nil
}

func answered(members []Member) bool {
	return slices.ContainsFunc(members, func(m Member) bool { return m.Role == Lead && m.on(kernel.Today()) })
}

func (m Member) same(other Member) bool { return m.User == other.User }

func (m Member) equal(other Member) bool {
	m.Row, m.Owner = other.Row, other.Owner
	return m == other
}

func (s Share) same(other Share) bool { return s.User == other.User }

func (s Share) equal(other Share) bool {
	s.Row = other.Row
	return s == other
}

func equal(a, b string) bool { return a == b }
