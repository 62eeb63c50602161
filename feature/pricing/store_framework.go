package pricing

import (
	"erba/kernel"
	"erba/platform/db"
)

const frameworkColumns = `f.id, f.account_id, f.product_id, f.agreed_price, f.from_on, f.until_on, f.basis, f.told, f.by_id, f.made_on, f.version`

const agreementColumns = frameworkColumns + `, a.name AS customer, a.code AS account_code, p.code AS item, p.name`

const agreementTables = `framework_prices f JOIN accounts a ON a.id = f.account_id JOIN products p ON p.id = f.product_id`

// Agreed narrows a list of agreed prices.
type Agreed struct {
	Account kernel.ID `query:"account" doc:"Empty: of all customers in sight"`
	State   string    `query:"state"   enum:"coming,running,ending,over" doc:"Empty: all"`
}

// cond is what narrows agreed prices on a day.
func (w Agreed) cond(on kernel.Date, warn int) db.Cond {
	soon := on.Add(warn)
	state := db.If(false, "")
	switch w.State {
	case Coming:
		state = db.If(true, "f.from_on > ?", on)
	case Running:
		state = db.If(true, "f.from_on <= ? AND f.until_on > ?", on, soon)
	case Ending:
		state = db.If(true, "f.from_on <= ? AND f.until_on >= ? AND f.until_on <= ?", on, on, soon)
	case Over:
		state = db.If(true, "f.until_on < ?", on)
	}
	return db.If(true, "? AND ?", state, db.If(!w.Account.IsZero(), "f.account_id = ?", w.Account))
}

const mostAgreements = 2_000 // on one screen

func agreements(tx *db.Tx, cond db.Cond, limit int) ([]Agreement, error) {
	return db.List[Agreement](tx, `SELECT `+agreementColumns+` FROM `+agreementTables+` WHERE ? AND ? ORDER BY f.until_on, f.id LIMIT ?`,
		cond, tx.Visible("f.account_id"), limit)
}

func findFramework(tx *db.Tx, id kernel.ID) (Framework, error) {
	return db.Find[Framework](tx, `SELECT `+frameworkColumns+` FROM framework_prices f WHERE f.id = ? AND ?`, id, tx.Visible("f.account_id"))
}

// frameworks are the agreed prices of a product for an account that hold on some day of a span.
func frameworks(tx *db.Tx, account, product kernel.ID, from, until kernel.Date) ([]Framework, error) {
	return db.List[Framework](tx, `SELECT `+frameworkColumns+` FROM framework_prices f WHERE f.account_id = ? AND f.product_id = ?
		AND f.from_on <= ? AND f.until_on >= ? AND ? ORDER BY f.from_on DESC, f.id DESC`, account, product, until, from, tx.Visible("f.account_id"))
}

func addFramework(tx *db.Tx, f Framework) error { return db.Insert(tx, "framework_prices", f) }

func saveFramework(tx *db.Tx, f Framework) error {
	return tx.Replace(`UPDATE framework_prices SET agreed_price = ?, from_on = ?, until_on = ?, basis = ?, told = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		f.Agreed, f.From, f.Until, f.Basis, f.Told, f.ID, f.Version, tx.Visible("framework_prices.account_id"))
}

func dropFramework(tx *db.Tx, id kernel.ID, version int64) error {
	return tx.Replace(`DELETE FROM framework_prices WHERE id = ? AND version = ? AND ?`, id, version, tx.Visible("framework_prices.account_id"))
}

// bringFramework moves an agreed price to another account.
func bringFramework(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE framework_prices SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("framework_prices.account_id"))
	return err
}

// untold are the agreed prices that end within some days and of which nobody was told.
func untold(tx *db.Tx, on, soon kernel.Date) ([]Agreement, error) {
	return agreements(tx, db.If(true, "f.told = ? AND f.from_on <= ? AND f.until_on >= ? AND f.until_on <= ?", false, on, on, soon), mostAgreements)
}

func countFrameworks(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM framework_prices f WHERE ?`, tx.Visible("f.account_id"))
}
