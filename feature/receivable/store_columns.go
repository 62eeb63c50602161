package receivable

import (
	"erba/kernel"
	"erba/platform/db"
)

// published is since when the rows of each batch count.
func published(tx *db.Tx) (map[int64]int64, error) {
	all := map[int64]int64{}
	var id, at int64
	return all, tx.Each(func(scan func(...any) error) error {
		err := scan(&id, &at)
		all[id] = at
		return err
	}, `SELECT id, published_at FROM batches WHERE state IN `+shown+` AND ?`, tx.Shared())
}

// cells take the columns of a row as the driver has them.
type cells struct{ at, into []any }

func newCells(n int) cells {
	c := cells{make([]any, n), make([]any, n)}
	for i := range c.at {
		c.into[i] = &c.at[i]
	}
	return c
}

// ledgered takes rows of the ledger: account, id, batch, ended, number, reference,
// amount and three days.
func ledgered(tx *db.Tx, since map[int64]int64, take func(*imported), query string, args ...any) error {
	row := newCells(10)
	var i imported
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(row.into...); err != nil {
			return err
		}
		batch, _ := row.at[2].(int64)
		from, counts := since[batch]
		if !counts {
			return nil
		}
		i = imported{Published: from}
		if err := i.Account.Scan(row.at[0]); err != nil {
			return err
		}
		if err := i.ID.Scan(row.at[1]); err != nil {
			return err
		}
		if ended, ok := row.at[3].(int64); ok {
			i.Until = since[ended]
		}
		i.Number, _ = row.at[4].(string)
		i.Reference, _ = row.at[5].(string)
		i.Amount, _ = row.at[6].(int64)
		for place, to := range []*kernel.Date{&i.On, &i.Due, &i.Settled} {
			if row.at[7+place] == nil {
				continue
			}
			if err := to.Scan(row.at[7+place]); err != nil {
				return err
			}
		}
		take(&i)
		return nil
	}, query, args...)
}

// eachClaim takes the invoices of some accounts, or of all.
func eachClaim(tx *db.Tx, since map[int64]int64, some []kernel.ID, take func(*imported)) error {
	return ledgered(tx, since, take, `SELECT l.account_id, l.id, l.batch_id, l.ended_by, l.number, '', l.amount, l.issued_on, l.due_on, l.settled_on
		FROM invoices l WHERE ? AND ? ORDER BY l.account_id, l.id`, those("l.account_id", some), tx.Visible("l.account_id"))
}

// eachReceipt takes the receipts of some accounts, or of all.
func eachReceipt(tx *db.Tx, since map[int64]int64, some []kernel.ID, take func(*imported)) error {
	return ledgered(tx, since, take, `SELECT l.account_id, l.id, l.batch_id, l.ended_by, l.number, l.invoice_no, l.amount, l.received_on, NULL, NULL
		FROM receipts l WHERE ? AND ? ORDER BY l.account_id, l.id`, those("l.account_id", some), tx.Visible("l.account_id"))
}

// papersOf are what was booked here for some accounts, or for all.
func papersOf(tx *db.Tx, some []kernel.ID) ([]Document, error) {
	all, err := db.List[Document](tx, `SELECT `+documentColumns+` FROM receivable_documents d WHERE ? AND ? ORDER BY d.account_id, d.id`,
		those("d.account_id", some), tx.Visible("d.account_id"))
	return ended(all), err
}

func partsOf(tx *db.Tx, some []kernel.ID) ([]Part, error) {
	all, err := db.List[Part](tx, `SELECT p.id, p.account_id, p.from_id, p.to_id, p.amount, p.reverses, p.note, p.booked_at, p.booked_by
		FROM receivable_allocations p WHERE ? AND ? ORDER BY p.account_id, p.id`, those("p.account_id", some), tx.Visible("p.account_id"))
	return undone(all), err
}

func those(column string, some []kernel.ID) db.Cond {
	return db.If(some != nil, "?", db.In(column, some...))
}

// fresh is a row that was booked lately.
type fresh struct {
	ID      kernel.ID `db:"id"`
	Account kernel.ID `db:"account_id"`
}

// lately are the rows that were booked since an instant.
func lately(tx *db.Tx, since int64) ([]fresh, error) {
	return db.List[fresh](tx, `SELECT d.id, d.account_id FROM receivable_documents d WHERE d.booked_at >= ? AND ?
		UNION ALL SELECT p.id, p.account_id FROM receivable_allocations p WHERE p.booked_at >= ? AND ?`,
		since, tx.Visible("d.account_id"), since, tx.Visible("p.account_id"))
}

// touchedSince are the accounts of whose rows of the ledger some changed after a revision.
func touchedSince(tx *db.Tx, revision int64) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT DISTINCT a.account_id FROM ledger_revisions r JOIN batches b ON b.id = r.batch_id
		JOIN batch_accounts a ON a.batch_id = r.batch_id WHERE r.revision > ? AND b.kind IN ('invoices', 'receipts', 'merge') AND ?`, revision, tx.Visible("a.account_id"))
}

// agreedMark is by which a change of what was agreed shows.
type agreedMark struct {
	Last  kernel.ID `db:"last"`
	Many  int64     `db:"many"`
	Moved int64     `db:"moved"`
}

func agreed(tx *db.Tx) (agreedMark, error) {
	return db.Find[agreedMark](tx, `SELECT max(t.id) AS last, count(*) AS many, CAST(coalesce(sum(t.version), 0) AS BIGINT) AS moved FROM payment_terms t WHERE ?`, tx.Visible("t.account_id"))
}

// agreedAfter are the accounts of what was agreed after something.
func agreedAfter(tx *db.Tx, last kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT DISTINCT t.account_id FROM payment_terms t WHERE ? AND ?`, db.If(!last.IsZero(), "t.id > ?", last), tx.Visible("t.account_id"))
}

// calendarMark is by which a change of the calendar shows.
type calendarMark struct {
	Many int64 `db:"many"`
	Set  int64 `db:"set_at"`
}

func calendar(tx *db.Tx) (calendarMark, error) {
	return db.Find[calendarMark](tx, `SELECT count(*) AS many, CAST(coalesce(sum(d.set_at), 0) AS BIGINT) AS set_at FROM days_off d WHERE ?`, tx.Shared())
}

// person is who looks after accounts.
type person struct {
	ID   kernel.ID `db:"id"`
	Name string    `db:"name"`
}

func people(tx *db.Tx) ([]person, error) {
	return db.List[person](tx, `SELECT u.id, u.name FROM users u WHERE ?`, tx.Shared())
}

// standing is the condition of rows of the ledger that count now.
const standing = `l.batch_id IN (SELECT id FROM batches WHERE state IN ` + shown + `) AND (l.ended_by IS NULL OR l.ended_by NOT IN (SELECT id FROM batches WHERE state IN ` + shown + `))`

// sums add up what counts of each account.
func sums(tx *db.Tx) ([]sum, error) {
	return db.List[sum](tx, `SELECT s.account_id, CAST(sum(s.claims) AS BIGINT) AS claims, CAST(sum(s.means) AS BIGINT) AS means FROM (
			SELECT l.account_id, CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END AS claims, CASE WHEN l.amount < 0 THEN -l.amount ELSE 0 END AS means
			FROM invoices l WHERE `+standing+` AND ?
			UNION ALL SELECT l.account_id, CASE WHEN l.amount < 0 THEN -l.amount ELSE 0 END, CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END
			FROM receipts l WHERE `+standing+` AND ?
			UNION ALL SELECT d.account_id, CASE WHEN d.kind IN ('invoice', 'refund', 'lent') THEN d.amount ELSE 0 END, CASE WHEN d.kind IN ('invoice', 'refund', 'lent') THEN 0 ELSE d.amount END
			FROM receivable_documents d WHERE d.kind NOT IN ('reversal', 'shipment') AND ?
			AND `+stands+`
		) s GROUP BY s.account_id`, tx.Visible("l.account_id"), tx.Visible("l.account_id"), tx.Visible("d.account_id"))
}
