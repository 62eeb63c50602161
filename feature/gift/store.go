package gift

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `g.id, g.account_id, g.contact_id, g.item, g.value, g.given_on, g.occasion, g.personal, g.reason, g.state, g.approval_id, g.by_id, g.made_on, g.version`

func find(tx *db.Tx, id kernel.ID) (Gift, error) {
	return db.Find[Gift](tx, `SELECT `+columns+` FROM gifts g WHERE g.id = ? AND ?`, id, tx.Visible("g.account_id"))
}

func add(tx *db.Tx, all ...Gift) error { return db.Insert(tx, "gifts", all...) }

// state writes what became of a gift.
func state(tx *db.Tx, g Gift) error {
	return tx.Replace(`UPDATE gifts SET state = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`, g.State, g.ID, g.Version, tx.Visible("gifts.account_id"))
}

func drop(tx *db.Tx, g Gift) error {
	return tx.Replace(`DELETE FROM gifts WHERE id = ? AND version = ? AND ?`, g.ID, g.Version, tx.Visible("gifts.account_id"))
}

// got is what somebody was given within some days, or will be if somebody agrees.
func got(tx *db.Tx, contact kernel.ID, from, until kernel.Date) (int64, error) {
	return db.Find[int64](tx, `SELECT coalesce(sum(g.value), 0) FROM gifts g WHERE g.contact_id = ? AND g.given_on >= ? AND g.given_on <= ?
		AND g.state <> 'refused' AND ?`, contact, from, until, tx.Visible("g.account_id"))
}

// recipients are whom the viewer knows at an account, and whoever was given anything,
// with what they got within some days.
func recipients(tx *db.Tx, account kernel.ID, from, until kernel.Date, knows db.Cond) ([]Person, error) {
	return db.List[Person](tx, `SELECT c.id, c.name, coalesce((SELECT sum(g.value) FROM gifts g WHERE g.contact_id = c.id AND g.given_on >= ?
			AND g.given_on <= ? AND g.state <> 'refused'), 0) AS got
		FROM contacts c WHERE c.account_id = ? AND (? OR EXISTS (SELECT 1 FROM gifts g WHERE g.contact_id = c.id)) AND ? ORDER BY c.sort_key, c.id`,
		from, until, account, knows, tx.Visible("c.account_id"))
}

// cond is what narrows the register, without the page.
func (w Which) cond() db.Cond {
	return db.If(true, "? AND ? AND ? AND ?", db.If(!w.Account.IsZero(), "g.account_id = ?", w.Account), db.If(w.State != "", "g.state = ?", w.State),
		db.If(w.Year > 0, "g.given_on >= ?", kernel.On(w.Year, 1, 1)), db.If(w.Year > 0, "g.given_on <= ?", kernel.On(w.Year, 12, 31)))
}

func list(tx *db.Tx, w Which) ([]Row, error) {
	after := db.If(false, "")
	if !w.After.IsZero() {
		last, err := find(tx, w.After)
		if err != nil {
			return nil, err
		}
		after = db.If(true, "(g.given_on < ? OR g.given_on = ? AND g.id < ?)", last.On, last.On, last.ID)
	}
	return db.List[Row](tx, `SELECT `+columns+`, a.code, a.name, coalesce(c.name, '') AS whom, coalesce(u.name, '') AS ours
		FROM gifts g JOIN accounts a ON a.id = g.account_id LEFT JOIN contacts c ON c.id = g.contact_id LEFT JOIN users u ON u.id = g.by_id
		WHERE ? AND ? AND ? ORDER BY g.given_on DESC, g.id DESC LIMIT ?`, w.cond(), after, tx.Visible("g.account_id"), w.Limit)
}

// sums are what the register comes to.
type sums struct {
	Count   int   `db:"n"`
	Sum     int64 `db:"total"`
	Waiting int   `db:"waiting"`
}

func sum(tx *db.Tx, w Which) (sums, error) {
	return db.Find[sums](tx, `SELECT count(*) AS n, coalesce(sum(CASE WHEN g.state = 'given' THEN g.value ELSE 0 END), 0) AS total,
			coalesce(sum(CASE WHEN g.state = 'waiting' THEN 1 ELSE 0 END), 0) AS waiting
		FROM gifts g WHERE ? AND ?`, w.cond(), tx.Visible("g.account_id"))
}

// at counts those of some people who are at an account.
func at(tx *db.Tx, account, contact kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM contacts c WHERE c.account_id = ? AND c.id = ? AND ?`, account, contact, tx.Visible("c.account_id"))
}
