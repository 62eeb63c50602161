package fee

import (
	"erba/kernel"
	"erba/platform/db"
)

const bookingColumns = `b.account_id, b.id, b.home_id, b.fee_id, b.type, b.booked_on, b.amount, b.currency, b.original, b.number, b.turn, b.note, b.booked_at, b.by_id, b.reverses`

// book writes bookings down; nothing changes one afterwards.
func book(tx *db.Tx, all ...Booking) error { return db.Insert(tx, "fee_bookings", all...) }

// turns are what happened to a number at an account, the earliest first.
func turns(tx *db.Tx, account kernel.ID, number string) ([]Booking, error) {
	return db.List[Booking](tx, `SELECT `+bookingColumns+` FROM fee_bookings b WHERE b.account_id = ? AND b.number = ? AND ? ORDER BY b.turn, b.id`,
		account, number, tx.Visible("b.account_id"))
}

func booking(tx *db.Tx, account, id kernel.ID) (Booking, error) {
	return db.Find[Booking](tx, `SELECT `+bookingColumns+` FROM fee_bookings b WHERE b.account_id = ? AND b.id = ? AND ?`, account, id, tx.Visible("b.account_id"))
}

// bookings are those of a request, or of an account's some days, the latest first.
func bookings(tx *db.Tx, fee kernel.ID) ([]Booking, error) {
	return db.List[Booking](tx, `SELECT `+bookingColumns+` FROM fee_bookings b WHERE b.fee_id = ? AND ? ORDER BY b.id DESC`, fee, tx.Visible("b.account_id"))
}

// Entry is a booking as the ledger of fees shows it.
type Entry struct {
	Booking
	Code string `json:"code" db:"code"`
	Name string `json:"name" db:"name" doc:"The account"`
}

func entries(tx *db.Tx, account, after kernel.ID, limit int) ([]Entry, error) {
	return db.List[Entry](tx, `SELECT `+bookingColumns+`, a.code, a.name FROM fee_bookings b JOIN accounts a ON a.id = b.account_id
		WHERE ? AND ? AND ? ORDER BY b.id DESC LIMIT ?`, db.If(!account.IsZero(), "b.account_id = ?", account), db.If(!after.IsZero(), "b.id < ?", after),
		tx.Visible("b.account_id"), limit)
}

func countBookings(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM fee_bookings b WHERE ?`, tx.Visible("b.account_id"))
}

// paidTo is what was paid to accounts within some days, those of whom it is asked or all.
func paidTo(tx *db.Tx, accounts []kernel.ID, from, until kernel.Date) ([]total, error) {
	return db.List[total](tx, `SELECT b.account_id, CAST(sum(b.amount) AS BIGINT) AS amount FROM fee_bookings b
		WHERE ? AND b.booked_on >= ? AND b.booked_on <= ? AND ? GROUP BY b.account_id`,
		db.If(len(accounts) > 0, "?", db.In("b.account_id", accounts...)), from, until, tx.Visible("b.account_id"))
}

type total struct {
	Account kernel.ID `db:"account_id"`
	Amount  int64     `db:"amount"`
}

// paidBy is what was paid to an account within some days, by type.
func paidBy(tx *db.Tx, account kernel.ID, from, until kernel.Date) ([]Spent, error) {
	return db.List[Spent](tx, `SELECT b.type, CAST(sum(b.amount) AS BIGINT) AS amount FROM fee_bookings b
		WHERE b.account_id = ? AND b.booked_on >= ? AND b.booked_on <= ? AND ? GROUP BY b.type ORDER BY 2 DESC, b.type`, account, from, until, tx.Visible("b.account_id"))
}

// alone is what was paid to an account within some days that belongs to no request.
func alone(tx *db.Tx, account kernel.ID, from, until kernel.Date) (int64, error) {
	return db.Find[int64](tx, `SELECT CAST(coalesce(sum(b.amount), 0) AS BIGINT) FROM fee_bookings b
		WHERE b.account_id = ? AND b.fee_id IS NULL AND b.booked_on >= ? AND b.booked_on <= ? AND ?`, account, from, until, tx.Visible("b.account_id"))
}

// paidOn is what was paid to accounts on each day, by type.
func paidOn(tx *db.Tx) ([]Booking, error) {
	return db.List[Booking](tx, `SELECT b.account_id, b.booked_on, b.type, CAST(sum(b.amount) AS BIGINT) AS amount FROM fee_bookings b
		WHERE ? GROUP BY b.account_id, b.booked_on, b.type ORDER BY b.account_id`, tx.Visible("b.account_id"))
}

func bringBooking(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE fee_bookings SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("fee_bookings.account_id"))
	return err
}

// named are the codes of accounts and what they are called.
func named(tx *db.Tx, ids []kernel.ID) ([]Entry, error) {
	return db.List[Entry](tx, `SELECT a.id AS account_id, a.code, a.name FROM accounts a WHERE ? AND ?`, db.In("a.id", ids...), tx.Visible("a.id"))
}
