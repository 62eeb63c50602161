package card

import (
	"erba/kernel"
	"erba/platform/db"
)

// Which narrows a list of cards.
type Which struct {
	Level string
	Soon  bool // only those about to expire
	After kernel.ID
	Limit int
}

// row is a card with its account.
type row struct {
	Card
	Code  string    `db:"code"`
	Name  string    `db:"name"`
	Owner kernel.ID `db:"owner_id"`
}

// running are the cards that count on a day.
func running(today kernel.Date) db.Cond {
	return db.If(true, "c.ended_on IS NULL AND c.from_on <= ? AND c.until_on >= ?", today, today)
}

// list is a page of the cards that count, the latest first.
func list(tx *db.Tx, w Which, today kernel.Date) ([]row, error) {
	return db.List[row](tx, `SELECT `+columns+`, a.code, a.name, a.owner_id FROM cards c JOIN accounts a ON a.id = c.account_id
		WHERE ? AND ? AND ? AND ? AND ? ORDER BY c.id DESC LIMIT ?`, running(today),
		db.If(w.Level != "", "c.level = ?", w.Level), db.If(w.Soon, "c.until_on <= ?", today.Add(soon)),
		db.If(!w.After.IsZero(), "c.id < ?", w.After), tx.Visible("c.account_id"), w.Limit)
}

// counts are how many cards of each level count, and how many of them end soon.
func counts(tx *db.Tx, today kernel.Date) ([]Count, error) {
	return db.List[Count](tx, `SELECT c.level, count(*) AS n, sum(CASE WHEN c.until_on <= ? THEN 1 ELSE 0 END) AS soon
		FROM cards c WHERE ? AND ? GROUP BY c.level`, today.Add(soon), running(today), tx.Visible("c.account_id"))
}

// badges are the levels of the accounts in sight.
func badges(tx *db.Tx, today kernel.Date) ([]Badge, error) {
	return db.List[Badge](tx, `SELECT c.account_id, c.level FROM cards c WHERE ? AND ?`, running(today), tx.Visible("c.account_id"))
}

// ownerOf is who an account belongs to.
func ownerOf(tx *db.Tx, account kernel.ID) (kernel.ID, error) {
	return db.Find[kernel.ID](tx, `SELECT a.owner_id FROM accounts a WHERE a.id = ? AND ?`, account, tx.Visible("a.id"))
}
