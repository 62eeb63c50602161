package pricing

import (
	"erba/kernel"
	"erba/platform/db"
)

const specialColumns = `s.id, s.opportunity_id, s.product_id, s.quantity, s.wanted_price, s.known_price, s.from_on, s.until_on, s.reason, s.state, s.approval_id, s.by_id, s.made_on, s.version`

const specialTables = `special_prices s JOIN opportunities o ON o.id = s.opportunity_id`

// Asked narrows a list of special prices.
type Asked struct {
	State string    `query:"state" enum:"waiting,granted,refused,withdrawn,lapsed" doc:"Empty: all"`
	Deal  kernel.ID `query:"deal"  doc:"Empty: of all deals in sight"`
}

const mostRequests = 500 // on one screen

// requests are special prices, the latest first.
func requests(tx *db.Tx, w Asked, limit int) ([]Request, error) {
	return db.List[Request](tx, `SELECT `+specialColumns+`, o.row_id, o.name AS deal_name, o.code AS deal_code, coalesce(a.name, '') AS customer, p.code AS item, p.name,
			coalesce(u.name, '') AS asker,
			coalesce((SELECT max(d.reason) FROM approval_decisions d WHERE d.approval_id = s.approval_id AND d.verdict IN ('approved', 'refused')), '') AS answer
		FROM `+specialTables+` JOIN products p ON p.id = s.product_id LEFT JOIN accounts a ON a.id = o.account_id LEFT JOIN users u ON u.id = s.by_id
		WHERE ? AND ? AND ? ORDER BY s.id DESC LIMIT ?`, db.If(w.State != "", "s.state = ?", w.State), db.If(!w.Deal.IsZero(), "s.opportunity_id = ?", w.Deal),
		tx.Visible("o.row_id"), limit)
}

func findSpecial(tx *db.Tx, id kernel.ID) (Special, error) {
	return db.Find[Special](tx, `SELECT `+specialColumns+` FROM `+specialTables+` WHERE s.id = ? AND ?`, id, tx.Visible("o.row_id"))
}

// specials are those of a deal that were asked for the customer it is with: consent
// does not go along to another one.
func specials(tx *db.Tx, deal kernel.ID) ([]Special, error) {
	return db.List[Special](tx, `SELECT `+specialColumns+` FROM `+specialTables+` JOIN approvals a ON a.id = s.approval_id AND a.account_id = o.account_id
		WHERE s.opportunity_id = ? AND ? ORDER BY s.id`, deal, tx.Visible("o.row_id"))
}

func addSpecial(tx *db.Tx, p Special) error { return db.Insert(tx, "special_prices", p) }

// settle writes what became of a request.
func settle(tx *db.Tx, p Special) error {
	return tx.Replace(`UPDATE special_prices SET state = ?, version = version + 1 WHERE id = ? AND version = ?
		AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = special_prices.opportunity_id AND ?)`, p.State, p.ID, p.Version, tx.Visible("o.row_id"))
}

func countSpecials(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM `+specialTables+` WHERE ?`, tx.Visible("o.row_id"))
}

// line is what a deal offers of a product.
type line struct {
	Product  kernel.ID      `db:"product_id"`
	Text     string         `db:"words"`
	Quantity kernel.Decimal `db:"quantity"`
	Asked    kernel.Decimal `db:"asked_price"`
}

// linesOf are the lines of a deal that name a product.
func linesOf(tx *db.Tx, deal kernel.ID) ([]line, error) {
	return db.List[line](tx, `SELECT l.product_id, l.words, l.quantity, l.asked_price FROM opportunity_lines l JOIN opportunities o ON o.id = l.opportunity_id
		WHERE l.opportunity_id = ? AND l.product_id IS NOT NULL AND ? ORDER BY l.id`, deal, tx.Visible("o.row_id"))
}

// inSight reports whether a deal is.
func inSight(tx *db.Tx, deal kernel.ID) (bool, error) {
	n, err := db.Find[int](tx, `SELECT count(*) FROM opportunities o WHERE o.id = ? AND ?`, deal, tx.Visible("o.row_id"))
	return n > 0, err
}
