package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// The statements of this file are about batches and the ledger's own state,
// nobody's rows, or about which accounts a batch touched, for the system.

const batchColumns = `id, source, kind, file, state, booked_by, inserted, updated, duplicates, reversed, revision, created_at, published_at, undoes`

func findBatch(tx *db.Tx, id kernel.ID) (Batch, error) {
	return db.Find[Batch](tx, `SELECT `+batchColumns+` FROM batches WHERE id = ? AND ?`, id, tx.Shared())
}

// holdBatch is findBatch for those who book rows under an open batch: nobody
// cancels it before their transaction ends.
func holdBatch(tx *db.Tx, id kernel.ID) (Batch, error) {
	if _, err := tx.Exec(`UPDATE batches SET state = state WHERE id = ? AND ?`, id, tx.Shared()); err != nil {
		return Batch{}, err
	}
	b, err := findBatch(tx, id)
	if err == nil && b.State != Booking {
		err = kernel.Refused("ledger.not_booking")
	}
	return b, err
}

// listBatches returns the imports made before one of them, the latest first.
func listBatches(tx *db.Tx, after kernel.ID, limit int) ([]Batch, error) {
	return db.List[Batch](tx, `SELECT `+batchColumns+` FROM batches
		WHERE ? AND kind <> ? AND undoes IS NULL AND ? ORDER BY id DESC LIMIT ?`,
		db.If(!after.IsZero(), "id < ?", after), Merging, tx.Shared(), limit)
}

// openBatches are those of a source whose rows do not count and are not removed yet.
func openBatches(tx *db.Tx, source string) ([]Batch, error) {
	return db.List[Batch](tx, `SELECT `+batchColumns+` FROM batches
		WHERE state IN (?, ?, ?) AND ? AND ? ORDER BY id`, Booking, Publishing, Removing,
		db.If(source != "", "source = ?", source), tx.Shared())
}

// replaceBatch writes what changes of a batch in its life.
func replaceBatch(tx *db.Tx, b Batch) error {
	_, err := tx.Exec(`UPDATE batches SET state = ?, inserted = ?, updated = ?, duplicates = ?,
		reversed = ?, revision = ?, published_at = ? WHERE id = ? AND ?`,
		b.State, b.Inserted, b.Updated, b.Duplicates, b.Reversed, b.Revision, b.PublishedAt, b.ID, tx.Shared())
	return err
}

// state is the one row of the ledger's own.
type state struct {
	Currency  string    `db:"currency"`
	Revision  int64     `db:"revision"`
	Publisher kernel.ID `db:"publisher"`
	Beat      int64     `db:"beat_at"`
}

func findState(tx *db.Tx) (state, error) {
	return db.Find[state](tx, `SELECT currency, revision, publisher, beat_at FROM ledger_state WHERE ?`, tx.Shared())
}

// holdState is findState for those who go on to change it: PostgreSQL's writers
// take turns here, SQLite has only one anyway.
func holdState(tx *db.Tx) (state, error) {
	if _, err := tx.Exec(`UPDATE ledger_state SET beat_at = beat_at WHERE ?`, tx.Shared()); err != nil {
		return state{}, err
	}
	return findState(tx)
}

func replaceState(tx *db.Tx, s state) error {
	_, err := tx.Exec(`UPDATE ledger_state SET currency = ?, revision = ?, publisher = ?, beat_at = ? WHERE ?`,
		s.Currency, s.Revision, s.Publisher, s.Beat, tx.Shared())
	return err
}

// revise makes the next revision visible, for the sake of a batch.
func revise(tx *db.Tx, revision int64, batch kernel.ID) error {
	if err := tx.Bulk("ledger_revisions", []string{"revision", "batch_id"}, 1, func(_ int, args []any) {
		args[0], args[1] = revision, batch
	}); err != nil {
		return err
	}
	_, err := tx.Exec(`UPDATE ledger_state SET revision = ?, publisher = NULL WHERE ?`, revision, tx.Shared())
	return err
}

// leave ends a batch's turn to derive the next revision.
func leave(tx *db.Tx, batch kernel.ID) error {
	_, err := tx.Exec(`UPDATE ledger_state SET publisher = NULL WHERE publisher = ? AND ?`, batch, tx.Shared())
	return err
}

// touched lists the accounts of a batch after one of them.
func touched(tx *db.Tx, batch, after kernel.ID, limit int) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT account_id FROM batch_accounts
		WHERE batch_id = ? AND ? AND ? ORDER BY account_id LIMIT ?`, batch,
		db.If(!after.IsZero(), "account_id > ?", after), tx.Visible("account_id"), limit)
}

func countTouched(tx *db.Tx, batch kernel.ID) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM batch_accounts WHERE batch_id = ? AND ?`, batch, tx.Visible("account_id"))
}

// touch notes accounts that a batch has not touched before.
func touch(tx *db.Tx, batch kernel.ID, accounts []kernel.ID) error {
	return tx.Bulk("batch_accounts", []string{"batch_id", "account_id"}, len(accounts), func(i int, args []any) {
		args[0], args[1] = batch, accounts[i]
	})
}

// inherit makes every batch that touched an account touch another one, too.
func inherit(tx *db.Tx, from, into kernel.ID) error {
	_, err := tx.Exec(`INSERT INTO batch_accounts (batch_id, account_id)
		SELECT batch_id, CAST(? AS BIGINT) FROM batch_accounts WHERE account_id = ? AND ?
		ON CONFLICT DO NOTHING`, into, from, tx.Visible("account_id"))
	return err
}

// busy lists the open batches that touched one of two accounts.
func busy(tx *db.Tx, one, other kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT b.id FROM batches b JOIN batch_accounts a ON a.batch_id = b.id
		WHERE b.state IN (?, ?, ?, ?) AND a.account_id IN (?, ?) AND ? LIMIT 1`,
		Booking, Publishing, Undoing, Removing, one, other, tx.Visible("a.account_id"))
}

// sources are the sources of all batches.
func sources(tx *db.Tx) (map[kernel.ID]string, error) {
	all := map[kernel.ID]string{}
	return all, tx.Each(func(scan func(...any) error) error {
		var id kernel.ID
		var source string
		err := scan(&id, &source)
		all[id] = source
		return err
	}, `SELECT id, source FROM batches WHERE ?`, tx.Shared())
}

// later is a batch that changed what an earlier one had booked.
type later struct {
	File  string `db:"file"`
	Order string `db:"what"`
}

// changedLater lists rows of a batch that later ones ended, and rows it ended
// that later ones booked again: it cannot be taken back before them.
func changedLater(tx *db.Tx, b Batch, limit int) ([]later, error) {
	name, what := tableOf(b.Kind), "number"
	twin := "x.number = l.number"
	switch b.Kind {
	case Costs:
		twin = "x.number = l.number AND (l.number <> '' OR x.spent_on = l.spent_on AND x.kind = l.kind AND x.person = l.person)"
	case Orders:
		what, twin = "order_no", "x.order_no = l.order_no AND x.line_no = l.line_no AND (l.line_no <> '' OR x.product = l.product)"
	}
	return db.List[later](tx, `
		SELECT y.file, l.`+what+` AS what FROM batch_accounts a
		JOIN `+name+` l ON l.account_id = a.account_id JOIN batches y ON y.id = l.ended_by
		WHERE a.batch_id = ? AND l.batch_id = ? AND l.ended_by <> ? AND ?
		UNION
		SELECT y.file, l.`+what+` AS what FROM batch_accounts a
		JOIN `+name+` l ON l.account_id = a.account_id
		JOIN `+name+` x ON x.account_id = l.account_id AND x.occurrence = l.occurrence AND `+twin+`
		JOIN batches z ON z.id = l.batch_id
		JOIN batches y ON y.id = x.batch_id AND y.source = z.source
		WHERE a.batch_id = ? AND l.ended_by = ? AND x.batch_id > ? AND ?
		LIMIT ?`,
		b.ID, b.ID, b.ID, tx.Visible("a.account_id"),
		b.ID, b.ID, b.ID, tx.Visible("a.account_id"), limit)
}
