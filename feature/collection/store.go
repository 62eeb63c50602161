package collection

import (
	"erba/kernel"
	"erba/platform/db"
)

const disputeColumns = `d.id, d.account_id, d.number, d.reason, d.amount, d.says, d.owner_id, d.state, d.opened_on, d.due_on, d.settled_on, d.result, d.by_id, d.version`

// of narrows rows to an account, if one is named.
func of(column string, account kernel.ID) db.Cond {
	return db.If(!account.IsZero(), column+" = ?", account)
}

func disputes(tx *db.Tx, account kernel.ID, state string) ([]Dispute, error) {
	return db.List[Dispute](tx, `SELECT `+disputeColumns+` FROM disputes d WHERE ? AND ? AND ? ORDER BY d.opened_on DESC, d.id DESC`,
		of("d.account_id", account), db.If(state != "", "d.state = ?", state), tx.Visible("d.account_id"))
}

func findDispute(tx *db.Tx, account, id kernel.ID) (Dispute, error) {
	return db.Find[Dispute](tx, `SELECT `+disputeColumns+` FROM disputes d WHERE d.id = ? AND d.account_id = ? AND ?`, id, account, tx.Visible("d.account_id"))
}

func addDispute(tx *db.Tx, all ...Dispute) error { return db.Insert(tx, "disputes", all...) }

func settle(tx *db.Tx, d Dispute) error {
	return tx.Replace(`UPDATE disputes SET state = ?, settled_on = ?, result = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		d.State, d.Settled, d.Result, d.ID, d.Version, tx.Visible("disputes.account_id"))
}

const promiseColumns = `p.id, p.account_id, p.number, p.amount, p.promised_on, p.due_on, p.who, p.says, p.withdrawn_on, p.told, p.by_id, p.version`

func promises(tx *db.Tx, account kernel.ID) ([]Promise, error) {
	return db.List[Promise](tx, `SELECT `+promiseColumns+` FROM payment_promises p WHERE ? AND ? ORDER BY p.due_on DESC, p.id DESC`,
		of("p.account_id", account), tx.Visible("p.account_id"))
}

// lapsed are promises whose day has passed and of which nobody was told yet.
func lapsed(tx *db.Tx, until kernel.Date) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT DISTINCT p.account_id FROM payment_promises p WHERE p.due_on <= ? AND p.told = ? AND p.withdrawn_on IS NULL AND ?`,
		until, false, tx.Visible("p.account_id"))
}

func findPromise(tx *db.Tx, account, id kernel.ID) (Promise, error) {
	return db.Find[Promise](tx, `SELECT `+promiseColumns+` FROM payment_promises p WHERE p.id = ? AND p.account_id = ? AND ?`, id, account, tx.Visible("p.account_id"))
}

func addPromise(tx *db.Tx, all ...Promise) error { return db.Insert(tx, "payment_promises", all...) }

func savePromise(tx *db.Tx, p Promise) error {
	return tx.Replace(`UPDATE payment_promises SET withdrawn_on = ?, told = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		p.Withdrawn, p.Told, p.ID, p.Version, tx.Visible("payment_promises.account_id"))
}

const writeOffColumns = `w.id, w.account_id, w.number, w.amount, w.reason, w.state, w.approval_id, w.document_id, w.by_id, w.made_on, w.version`

func writeOffs(tx *db.Tx, account kernel.ID) ([]WriteOff, error) {
	return db.List[WriteOff](tx, `SELECT `+writeOffColumns+` FROM write_offs w WHERE ? AND ? ORDER BY w.id DESC`, of("w.account_id", account), tx.Visible("w.account_id"))
}

func findWriteOff(tx *db.Tx, id kernel.ID) (WriteOff, error) {
	return db.Find[WriteOff](tx, `SELECT `+writeOffColumns+` FROM write_offs w WHERE w.id = ? AND ?`, id, tx.Visible("w.account_id"))
}

func addWriteOff(tx *db.Tx, all ...WriteOff) error { return db.Insert(tx, "write_offs", all...) }

func decide(tx *db.Tx, w WriteOff) error {
	return tx.Replace(`UPDATE write_offs SET state = ?, document_id = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		w.State, w.Document, w.ID, w.Version, tx.Visible("write_offs.account_id"))
}

const stopColumns = `s.id, s.account_id, s.number, s.reason, s.since_on, s.lifted_on, s.lifting, s.lifted_by, s.by_id, s.version`

func stops(tx *db.Tx, account kernel.ID) ([]Stop, error) {
	return db.List[Stop](tx, `SELECT `+stopColumns+` FROM delivery_stops s WHERE ? AND ? ORDER BY s.since_on DESC, s.id DESC`,
		of("s.account_id", account), tx.Visible("s.account_id"))
}

// stopped are the stops that have not been lifted.
func stopped(tx *db.Tx, account kernel.ID) ([]Stop, error) {
	return db.List[Stop](tx, `SELECT `+stopColumns+` FROM delivery_stops s WHERE ? AND s.lifted_on IS NULL AND ? ORDER BY s.since_on, s.id`,
		of("s.account_id", account), tx.Visible("s.account_id"))
}

func findStop(tx *db.Tx, account, id kernel.ID) (Stop, error) {
	return db.Find[Stop](tx, `SELECT `+stopColumns+` FROM delivery_stops s WHERE s.id = ? AND s.account_id = ? AND ?`, id, account, tx.Visible("s.account_id"))
}

func addStop(tx *db.Tx, all ...Stop) error { return db.Insert(tx, "delivery_stops", all...) }

func lift(tx *db.Tx, s Stop) error {
	return tx.Replace(`UPDATE delivery_stops SET lifted_on = ?, lifting = ?, lifted_by = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		s.Lifted, s.Lifting, s.Lifter, s.ID, s.Version, tx.Visible("delivery_stops.account_id"))
}

const dunningColumns = `l.id, l.account_id, l.number, l.does, l.channel, l.language, l.recipient, l.title, l.body, l.says, l.state, l.fault, l.tries, l.amount, l.by_id,
	l.made_on, l.sent_at, l.version`

func dunnings(tx *db.Tx, account kernel.ID) ([]Dunning, error) {
	return db.List[Dunning](tx, `SELECT `+dunningColumns+` FROM dunnings l WHERE ? AND ? ORDER BY l.id DESC`, of("l.account_id", account), tx.Visible("l.account_id"))
}

func findDunning(tx *db.Tx, id kernel.ID) (Dunning, error) {
	return db.Find[Dunning](tx, `SELECT `+dunningColumns+` FROM dunnings l WHERE l.id = ? AND ?`, id, tx.Visible("l.account_id"))
}

func addDunning(tx *db.Tx, all ...Dunning) error { return db.Insert(tx, "dunnings", all...) }

func noted(tx *db.Tx, d Dunning) error {
	return tx.Replace(`UPDATE dunnings SET state = ?, fault = ?, tries = ?, sent_at = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		d.State, d.Fault, d.Tries, d.SentAt, d.ID, d.Version, tx.Visible("dunnings.account_id"))
}

const agreedColumns = `g.id, g.account_id, g.contract, g.steps, g.by_id, g.made_on, g.version`

// agreed are the steps that were ever agreed with an account, the last first.
func agreed(tx *db.Tx, account kernel.ID) ([]Agreed, error) {
	return db.List[Agreed](tx, `SELECT `+agreedColumns+` FROM agreed_steps g WHERE ? AND ? ORDER BY g.id DESC`, of("g.account_id", account), tx.Visible("g.account_id"))
}

func addAgreed(tx *db.Tx, all ...Agreed) error { return db.Insert(tx, "agreed_steps", all...) }

// bring returns what moves a row of a table to another account.
func bring(table string) func(tx *db.Tx, id, account kernel.ID) error {
	return func(tx *db.Tx, id, account kernel.ID) error {
		_, err := tx.Exec(`UPDATE `+table+` SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible(table+".account_id"))
		return err
	}
}

// known are the users that some rows name, by their ids.
func known(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]string, error) {
	all, err := db.List[struct {
		ID   kernel.ID `db:"id"`
		Name string    `db:"name"`
	}](tx, `SELECT u.id, u.name FROM users u WHERE ? AND ?`, db.In("u.id", ids...), tx.Shared())
	names := make(map[kernel.ID]string, len(all))
	for _, u := range all {
		names[u.ID] = u.Name
	}
	return names, err
}

// promising are the accounts with promises that were due within some days.
func promising(tx *db.Tx, from, until kernel.Date) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT DISTINCT p.account_id FROM payment_promises p WHERE p.due_on >= ? AND p.due_on <= ? AND p.withdrawn_on IS NULL AND ?`,
		from, until, tx.Visible("p.account_id"))
}

// title is what an account is called.
type title struct {
	ID   kernel.ID `db:"id"`
	Code string    `db:"code"`
	Name string    `db:"name"`
}

// called are what accounts are called; those in sight if none is named.
func called(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]title, error) {
	all, err := db.List[title](tx, `SELECT a.id, a.code, a.name FROM accounts a WHERE ? AND ?`, db.If(ids != nil, "?", db.In("a.id", ids...)), tx.Visible("a.id"))
	names := make(map[kernel.ID]title, len(all))
	for _, a := range all {
		names[a.ID] = a
	}
	return names, err
}

// directory is what accounts and users are called.
type directory struct {
	accounts map[kernel.ID]title
	users    map[kernel.ID]string
}

func everybody(tx *db.Tx) (d directory, err error) {
	if d.accounts, err = called(tx, nil); err != nil {
		return d, err
	}
	ids, err := db.List[kernel.ID](tx, `SELECT u.id FROM users u WHERE ?`, tx.Shared())
	if err != nil {
		return d, err
	}
	d.users, err = known(tx, ids)
	return d, err
}
