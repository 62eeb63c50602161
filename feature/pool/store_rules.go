package pool

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// saved is a version of the rules as the database has it.
type saved struct {
	Version int64     `db:"version"`
	Body    string    `db:"body"`
	Reason  string    `db:"reason"`
	By      kernel.ID `db:"by_id"`
	At      int64     `db:"at"`
}

// latest are the rules that count; none: nobody has put any in force.
func latest(tx *db.Tx) ([]saved, error) {
	return db.List[saved](tx, `SELECT r.version, r.body, r.reason, r.by_id, r.at FROM pool_rules r WHERE ? ORDER BY r.version DESC LIMIT 1`, tx.Shared())
}

// save adds a version, unless somebody was faster.
func save(tx *db.Tx, r saved) error {
	return tx.Replace(`INSERT INTO pool_rules (version, body, reason, by_id, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (version) DO NOTHING`,
		r.Version, r.Body, r.Reason, r.By, r.At)
}

const runColumns = `r.id, r.ran_on, r.version, r.fell, r.warned, r.kept, r.undone, r.undone_by, r.undone_at`

func addRun(tx *db.Tx, r Run) error {
	_, err := tx.Exec(`INSERT INTO pool_runs (id, ran_on, version, fell, warned, kept, undone, undone_at) VALUES (?, ?, ?, ?, ?, ?, 0, 0)`,
		r.ID, r.On, r.Version, r.Fell, r.Warned, r.Kept)
	return err
}

// closeRun notes how many accounts a run has put into the pool.
func closeRun(tx *db.Tx, r Run) error {
	return tx.Replace(`UPDATE pool_runs SET fell = ? WHERE id = ? AND ?`, r.Fell, r.ID, tx.Shared())
}

// runs are the latest.
func runs(tx *db.Tx, limit int) ([]Run, error) {
	return db.List[Run](tx, `SELECT `+runColumns+` FROM pool_runs r WHERE ? ORDER BY r.id DESC LIMIT ?`, tx.Shared(), limit)
}

func findRun(tx *db.Tx, id kernel.ID) (Run, error) {
	return db.Find[Run](tx, `SELECT `+runColumns+` FROM pool_runs r WHERE r.id = ? AND ?`, id, tx.Shared())
}

// countBack notes how many more accounts of a run were given back.
func countBack(tx *db.Tx, run kernel.ID, more int) error {
	return tx.Replace(`UPDATE pool_runs SET undone = undone + ? WHERE id = ? AND ?`, more, run, tx.Shared())
}

// takeBack notes that a run was undone; once.
func takeBack(tx *db.Tx, run, by kernel.ID, at int64) error {
	return tx.Replace(`UPDATE pool_runs SET undone_by = ?, undone_at = ? WHERE id = ? AND undone_at = 0 AND ?`, by, at, run, tx.Shared())
}

// eachAccount hands over the active accounts in sight, but for the one of lines
// without an account.
func eachAccount(tx *db.Tx, nobody string, take func(id, owner kernel.ID, opened kernel.Date)) error {
	var id, owner kernel.ID
	var opened kernel.Date
	into := []any{&id, &owner, &opened}
	return tx.Each(func(scan func(...any) error) error {
		err := scan(into...)
		take(id, owner, opened)
		return err
	}, `SELECT a.id, a.owner_id, a.opened_on FROM accounts a
		WHERE a.merged_into IS NULL AND a.status = 'active' AND a.code <> ? AND ? ORDER BY a.id`, nobody, tx.Visible("a.id"))
}

// since is when some accounts last got another owner, in microseconds; one that
// never did is left out.
func since(tx *db.Tx, accounts []kernel.ID, take func(account kernel.ID, at int64)) error {
	for part := range slices.Chunk(accounts, 500) {
		var account kernel.ID
		var at int64
		err := tx.Each(func(scan func(...any) error) error {
			err := scan(&account, &at)
			take(account, at)
			return err
		}, `SELECT c.account_id, max(c.at) FROM account_changes c WHERE ? AND c.field = 'owner' AND ? GROUP BY c.account_id`,
			db.In("c.account_id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return err
		}
	}
	return nil
}

// thing is an account as far as it is put into the pool.
type thing struct {
	ID       kernel.ID `db:"id"`
	Code     string    `db:"code"`
	Name     string    `db:"name"`
	SortKey  string    `db:"sort_key"`
	Region   string    `db:"region"`
	Industry string    `db:"industry"`
	Owner    kernel.ID `db:"owner_id"`
}

// things are some accounts in sight.
func things(tx *db.Tx, ids []kernel.ID) (all []thing, err error) {
	for part := range slices.Chunk(ids, 500) {
		some, err := db.List[thing](tx, `SELECT a.id, a.code, a.name, a.sort_key, a.region, a.industry, a.owner_id FROM accounts a
			WHERE ? AND a.merged_into IS NULL AND ? ORDER BY a.id`, db.In("a.id", part...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// warn writes down what is about to fall, in place of what was.
func warn(tx *db.Tx, all []Fall) error {
	if _, err := tx.Exec(`DELETE FROM pool_warnings WHERE ?`, tx.Visible("pool_warnings.account_id")); err != nil {
		return err
	}
	return db.Insert(tx, "pool_warnings", all...)
}

// warnings is a page of what is about to fall, the earliest first.
func warnings(tx *db.Tx, after kernel.ID, limit int) ([]Warned, error) {
	return db.List[Warned](tx, `SELECT w.account_id, w.due_on, w.last_on, w.last_by, w.class, w.days, a.code, a.name, a.owner_id
		FROM pool_warnings w JOIN accounts a ON a.id = w.account_id
		WHERE a.owner_id IS NOT NULL AND ? AND ? ORDER BY w.due_on, w.account_id LIMIT ?`,
		db.If(!after.IsZero(), "(w.due_on, w.account_id) > (SELECT c.due_on, c.account_id FROM pool_warnings c WHERE c.account_id = ? AND ?)", after, tx.Visible("c.account_id")),
		tx.Visible("w.account_id"), limit)
}

// warnedOf counts those of one owner.
func warnedOf(tx *db.Tx, owner kernel.ID) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM pool_warnings w JOIN accounts a ON a.id = w.account_id WHERE a.owner_id = ? AND ?`,
		owner, tx.Shared())
}
