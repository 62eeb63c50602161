package point

import (
	"erba/kernel"
	"erba/platform/db"
)

const memberColumns = `m.id, m.account_id, m.since, m.ended_on, m.by_id, m.version`

// memberOf is the membership of an account, nil without one.
func memberOf(tx *db.Tx, account kernel.ID) (*Member, error) {
	all, err := db.List[Member](tx, `SELECT `+memberColumns+` FROM point_members m WHERE m.account_id = ? AND ?`, account, tx.Visible("m.account_id"))
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return &all[0], nil
}

// members are all in sight.
func members(tx *db.Tx) ([]Member, error) {
	return db.List[Member](tx, `SELECT `+memberColumns+` FROM point_members m WHERE ?`, tx.Visible("m.account_id"))
}

func enter(tx *db.Tx, m Member) error { return db.Insert(tx, "point_members", m) }

// hold writes a membership, and keeps others from booking on it until this is done.
func hold(tx *db.Tx, m Member) error {
	return tx.Replace(`UPDATE point_members SET since = ?, ended_on = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		m.Since, m.Ended, m.ID, m.Version, tx.Visible("point_members.account_id"))
}

func book(tx *db.Tx, all ...Booking) error { return db.Insert(tx, "points", all...) }

const columns = `p.id, p.account_id, p.kind, p.points, p.booked_on, p.expires_on, p.month, p.reason, p.reverses, p.by_id, p.booked_at`

// bookingsOf are those of some accounts, or of all in sight, the earliest first.
func bookingsOf(tx *db.Tx, accounts ...kernel.ID) ([]Booking, error) {
	return db.List[Booking](tx, `SELECT `+columns+` FROM points p WHERE ? AND ? ORDER BY p.account_id, p.booked_on, p.id`,
		db.If(len(accounts) > 0, "?", db.In("p.account_id", accounts...)), tx.Visible("p.account_id"))
}

// linesOf are the bookings of an account as a list shows them.
func linesOf(tx *db.Tx, account kernel.ID) ([]Line, error) {
	return db.List[Line](tx, `SELECT `+columns+`, coalesce(u.name, '') AS ours, EXISTS (SELECT 1 FROM points r WHERE r.reverses = p.id) AS reversed
		FROM points p LEFT JOIN users u ON u.id = p.by_id WHERE p.account_id = ? AND ? ORDER BY p.booked_on DESC, p.id DESC`, account, tx.Visible("p.account_id"))
}

func find(tx *db.Tx, account, id kernel.ID) (Booking, error) {
	return db.Find[Booking](tx, `SELECT `+columns+` FROM points p WHERE p.account_id = ? AND p.id = ? AND ?`, account, id, tx.Visible("p.account_id"))
}

// listed are the members in sight with what they are called.
type listed struct {
	Member
	Code string `db:"code"`
	Name string `db:"name"`
}

func list(tx *db.Tx) ([]listed, error) {
	return db.List[listed](tx, `SELECT `+memberColumns+`, a.code, a.name FROM point_members m JOIN accounts a ON a.id = m.account_id
		WHERE ? ORDER BY a.sort_key, a.id`, tx.Visible("m.account_id"))
}
