package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// pageOfLines returns lines of an account, the latest first.
func pageOfLines(tx *db.Tx, q Query, on kernel.Date, id int64, hidden []kernel.ID) ([]Row, error) {
	return db.List[Row](tx, `
		SELECT l.id, l.order_no, l.line_no, l.product, l.ordered_on, l.quantity, l.price, l.amount, l.tax, l.cost,
			l.currency, l.original, l.end_account, l.ship_to, l.company
		FROM order_lines l WHERE l.account_id = ? AND ? AND ? AND ? AND ? AND ? AND ? AND ?
		ORDER BY l.ordered_on DESC, l.id DESC LIMIT ?`, q.Account,
		db.If(!q.From.IsZero(), "l.ordered_on >= ?", q.From), db.If(!q.To.IsZero(), "l.ordered_on <= ?", q.To),
		db.If(q.Product != "", "l.product = ?", q.Product), db.If(q.Order != "", "l.order_no = ?", q.Order),
		db.If(!on.IsZero(), "(l.ordered_on, l.id) < (?, ?)", on, id),
		live(hidden), tx.Visible("l.account_id"), q.Limit)
}

// topProducts returns what made most of an account's net sales in a window.
func topProducts(tx *db.Tx, account kernel.ID, w span, hidden []kernel.ID, limit int) ([]Product, error) {
	return db.List[Product](tx, `
		SELECT l.product, CAST(sum(l.quantity) AS BIGINT) AS quantity, CAST(sum(l.amount) AS BIGINT) AS amount,
			count(*) AS lines, max(l.ordered_on) AS last_on
		FROM order_lines l WHERE l.account_id = ? AND l.ordered_on >= ? AND l.ordered_on <= ? AND ? AND ?
		GROUP BY l.product ORDER BY 3 DESC, l.product LIMIT ?`,
		account, w.from, w.to, live(hidden), tx.Visible("l.account_id"), limit)
}

// pageOfInvoices returns invoices of an account, the latest first.
func pageOfInvoices(tx *db.Tx, account kernel.ID, on kernel.Date, id int64, hidden []kernel.ID, limit int) ([]InvoiceRow, error) {
	return db.List[InvoiceRow](tx, `
		SELECT l.id, l.number, l.issued_on, l.due_on, l.settled_on, l.amount, l.currency, l.original
		FROM invoices l WHERE l.account_id = ? AND ? AND ? AND ?
		ORDER BY l.issued_on DESC, l.id DESC LIMIT ?`, account,
		db.If(!on.IsZero(), "(l.issued_on, l.id) < (?, ?)", on, id),
		live(hidden), tx.Visible("l.account_id"), limit)
}

// claims are the invoices of an account that are not known to be settled.
type claims struct {
	Open    int64 `db:"open"`
	Overdue int64 `db:"overdue"`
}

func findClaims(tx *db.Tx, account kernel.ID, asOf kernel.Date, hidden []kernel.ID) (claims, error) {
	return db.Find[claims](tx, `
		SELECT CAST(coalesce(sum(l.amount), 0) AS BIGINT) AS open,
			CAST(coalesce(sum(CASE WHEN l.due_on < ? THEN l.amount END), 0) AS BIGINT) AS overdue
		FROM invoices l WHERE l.account_id = ? AND l.issued_on <= ?
			AND (l.settled_on IS NULL OR l.settled_on > ?) AND ? AND ?`,
		asOf, account, asOf, asOf, live(hidden), tx.Visible("l.account_id"))
}

// lacking finds the lines of a source between two days that count and that a
// file lacks, and how many lines of the source there are. The system reads them.
func lacking(tx *db.Tx, source string, from, to kernel.Date, in *Tally, hidden []kernel.ID) (lines []Line, known int64, err error) {
	err = tx.Each(func(scan func(...any) error) error {
		var l Line
		if err := scan(&l.Account, &l.id, &l.Order, &l.Number, &l.Product, &l.Occurrence, &l.Amount); err != nil {
			return err
		}
		if known++; !in.holds(l.key(), l.Occurrence) {
			lines = append(lines, l)
		}
		return nil
	}, `SELECT l.account_id, l.id, l.order_no, l.line_no, l.product, l.occurrence, l.amount
		FROM order_lines l JOIN batches b ON b.id = l.batch_id
		WHERE l.ordered_on >= ? AND l.ordered_on <= ? AND b.source = ? AND ? AND ? ORDER BY l.account_id`,
		from, to, source, live(hidden), tx.Visible("l.account_id"))
	return lines, known, err
}

// nextAccounts is the last of the next accounts with lines, zero when there are no more.
func nextAccounts(tx *db.Tx, after kernel.ID, n int) (kernel.ID, error) {
	ids, err := db.List[kernel.ID](tx, `SELECT DISTINCT l.account_id FROM order_lines l
		WHERE ? AND ? ORDER BY l.account_id LIMIT ?`,
		db.If(!after.IsZero(), "l.account_id > ?", after), tx.Visible("l.account_id"), n)
	if err != nil || len(ids) < n {
		return kernel.ID{}, err
	}
	return ids[n-1], nil
}

// listRates returns the rates of a currency, of all for "", the latest first.
func listRates(tx *db.Tx, currency string) ([]Rate, error) {
	return db.List[Rate](tx, `SELECT currency, since, rate FROM rates WHERE ? AND ? ORDER BY currency, since DESC`,
		db.If(currency != "", "currency = ?", currency), tx.Shared())
}

func replaceRate(tx *db.Tx, r Rate) error {
	_, err := tx.Exec(`INSERT INTO rates (currency, since, rate) VALUES (?, ?, ?)
		ON CONFLICT (currency, since) DO UPDATE SET rate = excluded.rate WHERE ?`, r.Currency, r.Since, r.Rate, tx.Shared())
	return err
}
