package receivable

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const documentColumns = `d.id, d.account_id, d.kind, d.number, d.turn, d.party, d.on_day, d.due_on, d.amount, d.currency, coalesce(d.original, 0) AS original,
	d.reference, d.contract, d.method, d.matures_on, d.recourse, d.accepted, d.note, d.pair_id, d.reverses, d.batch_id, d.booked_at, d.booked_by`

// papers are what was booked here for an account, taken back or not.
func papers(tx *db.Tx, account kernel.ID) ([]Document, error) {
	all, err := db.List[Document](tx, `SELECT `+documentColumns+` FROM receivable_documents d WHERE d.account_id = ? AND ? ORDER BY d.id`,
		account, tx.Visible("d.account_id"))
	return ended(all), err
}

// ended says of papers until when they were known, and leaves out what took them back.
func ended(all []Document) []Document {
	until := map[kernel.ID]int64{}
	for i := range all {
		if all[i].Kind == reversal {
			until[all[i].Reverses] = all[i].Booked
		}
	}
	all = slices.DeleteFunc(all, func(d Document) bool { return d.Kind == reversal })
	for i := range all {
		all[i].until = until[all[i].ID]
	}
	return all
}

// decided is what somebody said paid what, taken back or not.
func decided(tx *db.Tx, account kernel.ID) ([]Part, error) {
	all, err := db.List[Part](tx, `SELECT p.id, p.account_id, p.from_id, p.to_id, p.amount, p.reverses, p.note, p.booked_at, p.booked_by
		FROM receivable_allocations p WHERE p.account_id = ? AND ? ORDER BY p.id`, account, tx.Visible("p.account_id"))
	return undone(all), err
}

func undone(all []Part) []Part {
	until := map[kernel.ID]int64{}
	for i := range all {
		if !all[i].Reverses.IsZero() {
			until[all[i].Reverses] = all[i].Booked
		}
	}
	all = slices.DeleteFunc(all, func(p Part) bool { return !p.Reverses.IsZero() })
	for i := range all {
		all[i].until = until[all[i].ID]
	}
	return all
}

// shown is of which batches rows count, or did: those that are published, and those
// that were, whose rows are ended.
const shown = `('published', 'undoing', 'undone')`

// claims are the invoices of an account that the ledger has or had; a negative one
// is a credit note.
func claims(tx *db.Tx, account kernel.ID) ([]imported, error) {
	return db.List[imported](tx, `SELECT l.id, l.account_id, l.number, l.issued_on AS on_day, l.due_on, l.settled_on, l.amount,
		coalesce(l.currency, '') AS currency, coalesce(l.original, 0) AS original, '' AS reference, l.batch_id, b.published_at, coalesce(e.published_at, 0) AS until
		FROM invoices l JOIN batches b ON b.id = l.batch_id AND b.state IN `+shown+` LEFT JOIN batches e ON e.id = l.ended_by AND e.state IN `+shown+`
		WHERE l.account_id = ? AND ? ORDER BY l.id`, account, tx.Visible("l.account_id"))
}

// money are the receipts of an account that the ledger has or had.
func money(tx *db.Tx, account kernel.ID) ([]imported, error) {
	return db.List[imported](tx, `SELECT l.id, l.account_id, l.number, l.received_on AS on_day, l.amount,
		coalesce(l.currency, '') AS currency, coalesce(l.original, 0) AS original, l.invoice_no AS reference, l.party, l.method, l.matures_on, l.recourse, l.accepted, l.batch_id, b.published_at, coalesce(e.published_at, 0) AS until
		FROM receipts l JOIN batches b ON b.id = l.batch_id AND b.state IN `+shown+` LEFT JOIN batches e ON e.id = l.ended_by AND e.state IN `+shown+`
		WHERE l.account_id = ? AND ? ORDER BY l.id`, account, tx.Visible("l.account_id"))
}

// imported is a row of the ledger.
type imported struct {
	Document
	Settled   kernel.Date `db:"settled_on"`
	Published int64       `db:"published_at"`
	Until     int64       `db:"until"`
}

// invoice is a row as a paper: a negative invoice is a credit note on that number.
func (i *imported) invoice() Document {
	d := i.Document
	d.Kind, d.Settled, d.Booked, d.until, d.imported = Invoice, i.Settled, i.Published, i.Until, true
	if d.Amount < 0 {
		d.Kind, d.Amount, d.Original, d.Reference, d.Due, d.Settled = Credit, -d.Amount, -d.Original, d.Number, kernel.Date{}, kernel.Date{}
	}
	return d
}

// receipt is a row as a paper: what matures is a bill, money that left again a refund.
func (i *imported) receipt() Document {
	d := i.Document
	d.Kind, d.Booked, d.until, d.imported = Receipt, i.Published, i.Until, true
	switch {
	case d.Amount < 0:
		d.Kind, d.Amount, d.Original = Refund, -d.Amount, -d.Original
	case !d.Matures.IsZero():
		d.Kind = Bill
	}
	return d
}

// numbered are the papers of a kind and a number that were booked here, the latest last.
func numbered(tx *db.Tx, account kernel.ID, kind, number string) ([]Document, error) {
	return db.List[Document](tx, `SELECT `+documentColumns+` FROM receivable_documents d
		WHERE d.account_id = ? AND d.kind = ? AND d.number = ? AND ? ORDER BY d.turn`, account, kind, number, tx.Visible("d.account_id"))
}

// paired is the other side of a set-off.
func paired(tx *db.Tx, number string, id kernel.ID) ([]Document, error) {
	return db.List[Document](tx, `SELECT `+documentColumns+` FROM receivable_documents d WHERE d.number = ? AND d.id = ? AND ?`, number, id, tx.Visible("d.account_id"))
}

// brought counts the rows of a number that the ledger has.
func brought(tx *db.Tx, account kernel.ID, kind, number string) (int, error) {
	switch kind {
	case Invoice:
		return db.Find[int](tx, `SELECT count(*) FROM invoices l WHERE l.account_id = ? AND l.number = ? AND l.amount > 0 AND l.ended_by IS NULL AND ?`, account, number, tx.Visible("l.account_id"))
	case Receipt, Bill:
		return db.Find[int](tx, `SELECT count(*) FROM receipts l WHERE l.account_id = ? AND l.number = ? AND l.ended_by IS NULL AND ?`, account, number, tx.Visible("l.account_id"))
	}
	return 0, nil
}

func add(tx *db.Tx, all ...Document) error {
	return tx.Bulk("receivable_documents", []string{"account_id", "id", "kind", "number", "turn", "party", "on_day", "due_on", "amount", "currency", "original",
		"reference", "contract", "method", "matures_on", "recourse", "accepted", "note", "pair_id", "reverses", "batch_id", "booked_at", "booked_by"}, len(all), func(i int, args []any) {
		d := &all[i]
		copy(args, []any{d.Account, d.ID, d.Kind, d.Number, d.Turn, d.Party, d.On, d.Due, d.Amount, d.Currency, foreign(d), d.Reference, d.Contract, d.Method,
			d.Matures, d.Recourse, d.Accepted, d.Note, d.Pair, d.Reverses, d.Batch, d.Booked, d.By})
	})
}

// foreign is the amount in another currency, none in the base currency.
func foreign(d *Document) any {
	if d.Currency == "" {
		return nil
	}
	return d.Original
}

func addParts(tx *db.Tx, all ...Part) error {
	return db.Insert(tx, "receivable_allocations", all...)
}

// kept is what a merge of accounts must know of a paper.
type kept struct {
	ID     kernel.ID `json:"id"     db:"id"`
	Kind   string    `json:"kind"   db:"kind"`
	Number string    `json:"number" db:"number"`
	Turn   int64     `json:"turn"   db:"turn"`
}

func bring(tx *db.Tx, row kept, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE receivable_documents SET account_id = ?, turn = ? WHERE id = ? AND ?`, account, row.Turn, row.ID, tx.Visible("receivable_documents.account_id"))
	return err
}

func bringPart(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE receivable_allocations SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("receivable_allocations.account_id"))
	return err
}

// billed reports whether an account has invoices of a day or later that are due by its terms.
func billed(tx *db.Tx, account kernel.ID, since kernel.Date) (bool, error) {
	n, err := db.Find[int](tx, `SELECT count(*) FROM receivable_documents d WHERE d.account_id = ? AND d.kind = ? AND d.on_day >= ? AND d.due_on IS NULL AND ?`,
		account, Invoice, since, tx.Visible("d.account_id"))
	return n > 0, err
}

// everything counts the papers that stand.
func everything(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT (SELECT count(*) FROM invoices l WHERE l.ended_by IS NULL AND ?) + (SELECT count(*) FROM receipts l WHERE l.ended_by IS NULL AND ?) +
		(SELECT count(*) FROM receivable_documents d WHERE ?)`, tx.Visible("l.account_id"), tx.Visible("l.account_id"), tx.Visible("d.account_id"))
}

// paying is an account that a word of a paper stands for.
type paying struct {
	Word    string    `db:"word"`
	Account kernel.ID `db:"account_id"`
}

// paidFor are the accounts for which some have paid, by papers that stand.
func paidFor(tx *db.Tx, names []string) ([]paying, error) {
	return db.List[paying](tx, `SELECT DISTINCT d.party AS word, d.account_id FROM receivable_documents d
		WHERE ? AND d.party <> '' AND `+stands+` AND ?`, db.In("d.party", names...), tx.Visible("d.account_id"))
}

// bearing are the accounts that have money under some references.
func bearing(tx *db.Tx, numbers []string) ([]paying, error) {
	return db.List[paying](tx, `SELECT DISTINCT d.number AS word, d.account_id FROM receivable_documents d
		WHERE ? AND d.kind IN ('receipt', 'bill') AND `+stands+` AND ?`, db.In("d.number", numbers...), tx.Visible("d.account_id"))
}

// stands is the condition of papers that nobody took back.
const stands = `NOT EXISTS (SELECT 1 FROM receivable_documents r WHERE r.account_id = d.account_id AND r.reverses = d.id)`
