package credit

import (
	"erba/kernel"
	"erba/platform/db"
)

const orderColumns = `o.id, o.account_id, o.number, o.amount, o.delivered, o.original, o.currency, o.ordered_on, o.state, o.reasons, o.excess, o.exposure, o.whole_limit, o.worst,
	o.reason, o.approval_id, o.checked_at, o.by_id, o.version`

// numbered is the order of a number, if there is one.
func numbered(tx *db.Tx, number string) ([]Order, error) {
	return db.List[Order](tx, `SELECT `+orderColumns+` FROM credit_orders o WHERE o.number = ? AND ?`, number, tx.Visible("o.account_id"))
}

func findOrder(tx *db.Tx, id kernel.ID) (Order, error) {
	return db.Find[Order](tx, `SELECT `+orderColumns+` FROM credit_orders o WHERE o.id = ? AND ?`, id, tx.Visible("o.account_id"))
}

// blockedBy is how many orders of an account that somebody sent since an instant did
// not pass at first.
func blockedBy(tx *db.Tx, account, by kernel.ID, since int64) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM credit_orders o WHERE o.account_id = ? AND o.by_id = ? AND o.checked_at >= ? AND o.reasons <> '' AND ?`,
		account, by, since, tx.Visible("o.account_id"))
}

func addOrders(tx *db.Tx, all ...Order) error { return db.Insert(tx, "credit_orders", all...) }

// settleOrder writes what became of an order.
func settleOrder(tx *db.Tx, o Order) error {
	return tx.Replace(`UPDATE credit_orders SET state = ?, reasons = ?, excess = ?, exposure = ?, whole_limit = ?, worst = ?, reason = ?, approval_id = ?, checked_at = ?,
		version = version + 1 WHERE id = ? AND version = ? AND ?`, o.State, o.Reasons, o.Excess, o.Exposure, o.Whole, o.Worst, o.Reason, o.Approval, o.At,
		o.ID, o.Version, tx.Visible("credit_orders.account_id"))
}

// ordered is what some accounts have ordered and not yet been invoiced.
func ordered(tx *db.Tx, accounts ...kernel.ID) (int64, error) {
	return db.Find[int64](tx, `SELECT CAST(coalesce(sum(CASE WHEN o.amount > o.delivered THEN o.amount - o.delivered ELSE 0 END), 0) AS BIGINT)
		FROM credit_orders o WHERE ? AND o.state IN ('passed', 'released') AND ?`,
		db.In("o.account_id", accounts...), tx.Visible("o.account_id"))
}

// Which narrows a list of orders.
type Which struct {
	Account kernel.ID
	State   string // "held": blocked and asked; "": all
	After   kernel.ID
	Limit   int
}

func (w Which) cond() db.Cond {
	return db.If(true, "? AND ? AND ?", db.If(!w.Account.IsZero(), "o.account_id = ?", w.Account), db.If(w.State == held, "o.state IN ('blocked', 'asked')"),
		db.If(w.State != "" && w.State != held, "o.state = ?", w.State))
}

// held are orders that do not pass for now.
const held = "held"

func listOrders(tx *db.Tx, w Which) ([]Row, error) {
	return db.List[Row](tx, `SELECT `+orderColumns+`, a.code, a.name, coalesce(u.name, '') AS ours, coalesce(p.step, 0) AS step, coalesce(p.steps, '') AS steps
		FROM credit_orders o JOIN accounts a ON a.id = o.account_id LEFT JOIN users u ON u.id = o.by_id LEFT JOIN approvals p ON p.id = o.approval_id
		WHERE ? AND ? AND ? ORDER BY o.id DESC LIMIT ?`, w.cond(), db.If(!w.After.IsZero(), "o.id < ?", w.After), tx.Visible("o.account_id"), w.Limit)
}

// sums are what orders come to.
type sums struct {
	Count   int   `db:"n"`
	Sum     int64 `db:"total"`
	Waiting int   `db:"waiting"`
}

func sumOrders(tx *db.Tx, w Which) (sums, error) {
	return db.Find[sums](tx, `SELECT count(*) AS n, CAST(coalesce(sum(o.amount), 0) AS BIGINT) AS total, coalesce(sum(CASE WHEN o.state = 'asked' THEN 1 ELSE 0 END), 0) AS waiting
		FROM credit_orders o WHERE ? AND ?`, w.cond(), tx.Visible("o.account_id"))
}

// running are the orders of an account that count as orders, or may come to.
func running(tx *db.Tx, account kernel.ID) ([]Order, error) {
	return db.List[Order](tx, `SELECT `+orderColumns+` FROM credit_orders o WHERE o.account_id = ? AND o.state IN ('passed', 'released', 'blocked', 'asked') AND ? ORDER BY o.id`,
		account, tx.Visible("o.account_id"))
}

// deliver notes how much of an order was shipped or invoiced.
func deliver(tx *db.Tx, id kernel.ID, amount int64) error {
	_, err := tx.Exec(`UPDATE credit_orders SET delivered = ? WHERE id = ? AND ?`, amount, id, tx.Visible("credit_orders.account_id"))
	return err
}
