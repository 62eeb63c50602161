package card

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `c.id, c.account_id, c.level, c.from_on, c.until_on, c.ended_on, c.by_id, c.approval_id, c.response, c.dedicated, c.credit,
	c.events, c.seats, c.events_used, c.seats_used`

// held are the cards of an account, the latest first.
func held(tx *db.Tx, account kernel.ID) ([]Card, error) {
	return db.List[Card](tx, `SELECT `+columns+` FROM cards c WHERE c.account_id = ? AND ? ORDER BY c.id DESC`, account, tx.Visible("c.account_id"))
}

// byUse is the card of which something was used.
func byUse(tx *db.Tx, use kernel.ID) (Card, error) {
	return db.Find[Card](tx, `SELECT `+columns+` FROM cards c JOIN card_uses u ON u.card_id = c.id WHERE u.id = ? AND ?`, use, tx.Visible("c.account_id"))
}

func add(tx *db.Tx, c Card) error { return db.Insert(tx, "cards", c) }

// end lets a card count no more from a day on.
func end(tx *db.Tx, id kernel.ID, on kernel.Date) error {
	return tx.Replace(`UPDATE cards SET ended_on = ? WHERE id = ? AND ended_on IS NULL AND ?`, on, id, tx.Visible("cards.account_id"))
}

// reopen lets a card count again.
func reopen(tx *db.Tx, id kernel.ID) error {
	return tx.Replace(`UPDATE cards SET ended_on = NULL WHERE id = ? AND ended_on IS NOT NULL AND ?`, id, tx.Visible("cards.account_id"))
}

// spend takes a number of a benefit off a card, or gives it back where it is below
// zero; false: there are not so many.
func spend(tx *db.Tx, id kernel.ID, benefit string, number int64) (bool, error) {
	query := `UPDATE cards SET events_used = events_used + ? WHERE id = ? AND events_used + ? <= events AND ?`
	if benefit == Seats {
		query = `UPDATE cards SET seats_used = seats_used + ? WHERE id = ? AND seats_used + ? <= seats AND ?`
	}
	n, err := tx.Exec(query, number, id, number, tx.Visible("cards.account_id"))
	return n > 0, err
}

const useColumns = `u.id, u.card_id, u.benefit, u.number, u.used_on, u.note, u.by_id, u.back_on, u.back_id`

// uses are those of an account's cards, the latest first.
func uses(tx *db.Tx, account kernel.ID) ([]Use, error) {
	return db.List[Use](tx, `SELECT `+useColumns+` FROM card_uses u JOIN cards c ON c.id = u.card_id
		WHERE c.account_id = ? AND ? ORDER BY u.id DESC`, account, tx.Visible("c.account_id"))
}

func use(tx *db.Tx, id kernel.ID) (Use, error) {
	return db.Find[Use](tx, `SELECT `+useColumns+` FROM card_uses u JOIN cards c ON c.id = u.card_id WHERE u.id = ? AND ?`, id, tx.Visible("c.account_id"))
}

func addUse(tx *db.Tx, u Use) error { return db.Insert(tx, "card_uses", u) }

// takeBack notes that a use was none; once.
func takeBack(tx *db.Tx, id kernel.ID, on kernel.Date, by kernel.ID) error {
	return tx.Replace(`UPDATE card_uses SET back_on = ?, back_id = ? WHERE id = ? AND back_on IS NULL
		AND card_id IN (SELECT c.id FROM cards c WHERE ?)`, on, by, id, tx.Visible("c.account_id"))
}

// overdue are the cards whose time is over and that still count.
func overdue(tx *db.Tx, today kernel.Date) ([]Card, error) {
	return db.List[Card](tx, `SELECT `+columns+` FROM cards c WHERE c.ended_on IS NULL AND c.until_on < ? AND ? ORDER BY c.id`, today, tx.Visible("c.account_id"))
}
