package terms

import (
	"time"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `t.id, t.account_id, t.contract, t.since_on, t.agreed, t.basis, t.by_id, t.made_on, t.version`

// agreements are those of some accounts, or of all in sight, the latest first.
func agreements(tx *db.Tx, accounts ...kernel.ID) ([]Agreement, error) {
	return db.List[Agreement](tx, `SELECT `+columns+` FROM payment_terms t WHERE ? AND ? ORDER BY t.account_id, t.since_on DESC, t.id DESC`,
		db.If(len(accounts) > 0, "?", db.In("t.account_id", accounts...)), tx.Visible("t.account_id"))
}

// rows are those of an account as a list shows them.
func rows(tx *db.Tx, account kernel.ID) ([]Row, error) {
	return db.List[Row](tx, `SELECT `+columns+`, coalesce(u.name, '') AS ours FROM payment_terms t LEFT JOIN users u ON u.id = t.by_id
		WHERE t.account_id = ? AND ? ORDER BY t.contract, t.since_on DESC, t.id DESC`, account, tx.Visible("t.account_id"))
}

// line is an agreement of a named account.
type line struct {
	Agreement
	Code string `db:"code"`
	Name string `db:"name"`
}

// listed are all agreements in sight by the codes of their accounts, the earliest first.
func listed(tx *db.Tx) ([]line, error) {
	return db.List[line](tx, `SELECT `+columns+`, a.code, a.name FROM payment_terms t JOIN accounts a ON a.id = t.account_id
		WHERE ? ORDER BY a.code, t.contract, t.since_on, t.id`, tx.Visible("t.account_id"))
}

func find(tx *db.Tx, id kernel.ID) (Agreement, error) {
	return db.Find[Agreement](tx, `SELECT `+columns+` FROM payment_terms t WHERE t.id = ? AND ?`, id, tx.Visible("t.account_id"))
}

func add(tx *db.Tx, all ...Agreement) error { return db.Insert(tx, "payment_terms", all...) }

func drop(tx *db.Tx, id kernel.ID, version int64) error {
	return tx.Replace(`DELETE FROM payment_terms WHERE id = ? AND version = ? AND ?`, id, version, tx.Visible("payment_terms.account_id"))
}

func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE payment_terms SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("payment_terms.account_id"))
	return err
}

// invoiced is how many invoices an account has of a day or later.
func invoiced(tx *db.Tx, account kernel.ID, since kernel.Date) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM invoices i WHERE i.account_id = ? AND i.issued_on >= ? AND i.ended_by IS NULL AND ?`,
		account, since, tx.Visible("i.account_id"))
}

// days are those of a span of which the calendar says something.
func days(tx *db.Tx, from, until kernel.Date) ([]Day, error) {
	return db.List[Day](tx, `SELECT d.on_day, d.working, d.name FROM days_off d WHERE ? AND ? AND ? ORDER BY d.on_day`,
		db.If(!from.IsZero(), "d.on_day >= ?", from), db.If(!until.IsZero(), "d.on_day <= ?", until), tx.Shared())
}

func setDay(tx *db.Tx, d Day) error {
	if err := dropDay(tx, d.On); err != nil {
		return err
	}
	_, err := tx.Exec(`INSERT INTO days_off (on_day, working, name, set_at) VALUES (?, ?, ?, ?)`, d.On, d.Working, d.Name, time.Now().UnixMicro())
	return err
}

func dropDay(tx *db.Tx, on kernel.Date) error {
	_, err := tx.Exec(`DELETE FROM days_off WHERE on_day = ? AND ?`, on, tx.Shared())
	return err
}
