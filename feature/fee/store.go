package fee

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `f.id, f.account_id, f.type, f.name, f.purpose, f.from_on, f.until_on, f.amount, f.agreed, f.baseline, f.expected, f.promotion_id, f.state,
	f.override, f.override_id, f.approval_id, f.by_id, f.made_on, f.done_on, f.actual, f.lesson, f.version`

const paid = `coalesce((SELECT sum(b.amount) FROM fee_bookings b WHERE b.fee_id = f.id), 0)`

func find(tx *db.Tx, id kernel.ID) (Request, error) {
	return db.Find[Request](tx, `SELECT `+columns+` FROM fees f WHERE f.id = ? AND ?`, id, tx.Visible("f.account_id"))
}

func add(tx *db.Tx, all ...Request) error { return db.Insert(tx, "fees", all...) }

// write puts a request down as it is now.
func write(tx *db.Tx, r Request) error {
	return tx.Replace(`UPDATE fees SET type = ?, name = ?, purpose = ?, from_on = ?, until_on = ?, amount = ?, agreed = ?, baseline = ?, expected = ?, promotion_id = ?,
			state = ?, override = ?, override_id = ?, approval_id = ?, done_on = ?, actual = ?, lesson = ?, by_id = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, r.Type, r.Name, r.Purpose, r.From, r.Until, r.Amount, r.Agreed, r.Baseline, r.Expected, r.Promotion,
		r.State, r.Override, r.OverrideBy, r.Approval, r.Done, r.Actual, r.Lesson, r.By, r.ID, r.Version, tx.Visible("fees.account_id"))
}

func bringFee(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE fees SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("fees.account_id"))
	return err
}

// cond is what narrows the register, without the page.
func (w Which) cond() db.Cond {
	return db.If(true, "? AND ? AND ? AND ?", db.If(!w.Account.IsZero(), "f.account_id = ?", w.Account), db.If(w.State != "", "f.state = ?", w.State),
		db.If(!w.Promotion.IsZero(), "f.promotion_id = ?", w.Promotion), db.If(w.Type != "", "?", db.In("f.type", w.types...)))
}

const rowFrom = ` FROM fees f JOIN accounts a ON a.id = f.account_id LEFT JOIN users u ON u.id = f.by_id `

func list(tx *db.Tx, w Which) ([]Row, error) {
	after := db.If(false, "")
	if !w.After.IsZero() {
		last, err := find(tx, w.After)
		if err != nil {
			return nil, err
		}
		after = db.If(true, "(f.from_on < ? OR f.from_on = ? AND f.id < ?)", last.From, last.From, last.ID)
	}
	return db.List[Row](tx, `SELECT `+columns+`, a.code, a.name AS whom, coalesce(u.name, '') AS ours, `+paid+` AS paid`+rowFrom+`
		WHERE ? AND ? AND ? ORDER BY f.from_on DESC, f.id DESC LIMIT ?`, w.cond(), after, tx.Visible("f.account_id"), w.Limit)
}

func row(tx *db.Tx, id kernel.ID) (Row, error) {
	return db.Find[Row](tx, `SELECT `+columns+`, a.code, a.name AS whom, coalesce(u.name, '') AS ours, `+paid+` AS paid`+rowFrom+`
		WHERE f.id = ? AND ?`, id, tx.Visible("f.account_id"))
}

// sums are what the register comes to.
type sums struct {
	Count   int   `db:"n"`
	Agreed  int64 `db:"agreed"`
	Paid    int64 `db:"paid"`
	Waiting int   `db:"waiting"`
	Blocked int   `db:"blocked"`
}

func sum(tx *db.Tx, w Which) (sums, error) {
	return db.Find[sums](tx, `SELECT count(*) AS n, CAST(coalesce(sum(CASE WHEN f.state IN ('approved', 'executed', 'settled', 'evaluated') THEN f.agreed ELSE 0 END), 0) AS BIGINT) AS agreed,
			CAST(coalesce(sum(`+paid+`), 0) AS BIGINT) AS paid, coalesce(sum(CASE WHEN f.state = 'waiting' THEN 1 ELSE 0 END), 0) AS waiting,
			coalesce(sum(CASE WHEN f.state = 'blocked' THEN 1 ELSE 0 END), 0) AS blocked
		FROM fees f WHERE ? AND ?`, w.cond(), tx.Visible("f.account_id"))
}

// planned are the requests of an account that begin within some days.
func planned(tx *db.Tx, account kernel.ID, from, until kernel.Date) ([]Row, error) {
	return db.List[Row](tx, `SELECT `+columns+`, a.code, a.name AS whom, '' AS ours, `+paid+` AS paid`+rowFrom+`
		WHERE f.account_id = ? AND f.from_on >= ? AND f.from_on <= ? AND ? ORDER BY f.id`, account, from, until, tx.Visible("f.account_id"))
}
