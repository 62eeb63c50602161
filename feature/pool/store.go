package pool

import (
	"erba/kernel"
	"erba/platform/db"
)

// What lies in the pool is seen by everybody who may take it, whoever had it before;
// so these statements ask for accounts that lie there, and for no others.

const columns = `s.id, s.account_id, s.sort_key, s.region, s.industry, s.way, s.note, s.by_id, s.was_id, s.members, s.run_id, s.since_on,
	s.until_on, s.ended, s.to_id, s.reserved_id, s.reserved_on`

// lying is true for stays that have not ended, of accounts that belong to nobody.
const lying = `s.until_on IS NULL AND a.owner_id IS NULL AND a.merged_into IS NULL`

// Filter narrows the pool.
type Filter struct {
	Search   string
	Region   string
	Industry string
	Latest   bool // those that came last first, else by name
	After    kernel.ID
	Limit    int
}

// row is a stay with what its account is.
type row struct {
	Stay
	Name string `db:"name"`
	City string `db:"city"`
	USCC string `db:"uscc"`
}

// list is a page of the pool.
func list(tx *db.Tx, f Filter) (all []row, err error) {
	order, beyond := "s.sort_key, s.id", "(s.sort_key, s.id) > (SELECT c.sort_key, c.id FROM pool_stays c WHERE c.id = ?)"
	if f.Latest {
		order, beyond = "s.id DESC", "s.id < ?"
	}
	var r row
	into := []any{&r.ID, &r.Account, &r.Way, &r.Note, &r.Was, &r.Since, &r.Reserved, &r.From, &r.Region, &r.Industry, &r.Name, &r.City, &r.USCC}
	err = tx.Each(func(scan func(...any) error) error {
		err := scan(into...)
		all = append(all, r)
		return err
	}, `SELECT s.id, s.account_id, s.way, s.note, s.was_id, s.since_on, s.reserved_id, s.reserved_on, a.region, a.industry, a.name, a.city, a.uscc
		FROM pool_stays s JOIN accounts a ON a.id = s.account_id
		WHERE `+lying+` AND ? AND ? AND ? AND ? AND ? ORDER BY `+order+` LIMIT ?`,
		db.If(f.Region != "", "s.region = ?", f.Region), db.If(f.Industry != "", "s.industry = ?", f.Industry),
		tx.Matches("s.account_id", "account_words", f.Search), db.If(!f.After.IsZero(), beyond, f.After), tx.Shared(), db.Most(f.Limit))
	return all, err
}

// open is the stay of an account that lies in the pool.
func open(tx *db.Tx, account kernel.ID) (row, error) {
	return db.Find[row](tx, `SELECT `+columns+`, a.name, a.city, a.uscc FROM pool_stays s JOIN accounts a ON a.id = s.account_id
		WHERE s.account_id = ? AND `+lying+` AND ?`, account, tx.Shared())
}

// gone reports whether an account lay in the pool until a day or later.
func gone(tx *db.Tx, account kernel.ID, since kernel.Date) (bool, error) {
	return db.Find[bool](tx, `SELECT count(*) > 0 FROM pool_stays s WHERE s.account_id = ? AND s.until_on >= ? AND ?`, account, since, tx.Shared())
}

// counted is how many accounts lie in the pool, up to a limit.
func counted(tx *db.Tx, most int) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM (SELECT 1 FROM pool_stays s JOIN accounts a ON a.id = s.account_id
		WHERE `+lying+` AND ? LIMIT ?) AS found`, tx.Shared(), most)
}

// places are the regions, or the industries, of what lies there.
func regions(tx *db.Tx) ([]string, error) {
	return db.List[string](tx, `SELECT DISTINCT s.region FROM pool_stays s WHERE s.until_on IS NULL AND s.region <> '' AND ? ORDER BY s.region LIMIT 300`, tx.Shared())
}

func industries(tx *db.Tx) ([]string, error) {
	return db.List[string](tx, `SELECT DISTINCT s.industry FROM pool_stays s WHERE s.until_on IS NULL AND s.industry <> '' AND ? ORDER BY s.industry LIMIT 300`, tx.Shared())
}

// held are the accounts that somebody has taken and still owns, and those that he has taken on a day.
func held(tx *db.Tx, user kernel.ID, day kernel.Date) (n struct{ Held, Today int64 }, err error) {
	n.Held, err = db.Find[int64](tx, `SELECT count(DISTINCT s.account_id) FROM pool_stays s JOIN accounts a ON a.id = s.account_id
		WHERE s.to_id = ? AND a.owner_id = ? AND s.ended = ? AND ?`, user, user, taken, tx.Shared())
	if err != nil {
		return n, err
	}
	n.Today, err = db.Find[int64](tx, `SELECT count(*) FROM pool_stays s WHERE s.to_id = ? AND s.until_on = ? AND s.ended = ? AND ?`,
		user, day, taken, tx.Shared())
	return n, err
}

func add(tx *db.Tx, all ...Stay) error { return db.Insert(tx, "pool_stays", all...) }

// end lets a stay end; false: it has ended before.
func end(tx *db.Tx, id kernel.ID, on kernel.Date, how string, to kernel.ID) error {
	return tx.Replace(`UPDATE pool_stays SET until_on = ?, ended = ?, to_id = ?, reserved_id = NULL, reserved_on = NULL
		WHERE id = ? AND until_on IS NULL AND ?`, on, how, to, id, tx.Shared())
}

// reserve keeps an account for somebody who gets it on a day.
func reserve(tx *db.Tx, id, user kernel.ID, on kernel.Date) error {
	return tx.Replace(`UPDATE pool_stays SET reserved_id = ?, reserved_on = ? WHERE id = ? AND until_on IS NULL AND ?`, user, on, id, tx.Shared())
}

// due are the accounts that go to somebody on a day at the latest.
func due(tx *db.Tx, today kernel.Date) ([]row, error) {
	return db.List[row](tx, `SELECT `+columns+`, a.name, a.city, a.uscc FROM pool_stays s JOIN accounts a ON a.id = s.account_id
		WHERE `+lying+` AND s.reserved_on <= ? AND ? ORDER BY s.id`, today, tx.Shared())
}

// tidy ends the stays of accounts that somebody owns by now, or that are no more.
func tidy(tx *db.Tx, today kernel.Date) error {
	_, err := tx.Exec(`UPDATE pool_stays SET until_on = ?, ended = ?, reserved_id = NULL, reserved_on = NULL WHERE until_on IS NULL AND account_id IN (
		SELECT a.id FROM accounts a WHERE a.id = pool_stays.account_id AND (a.owner_id IS NOT NULL OR a.merged_into IS NOT NULL)) AND ?`,
		today, left, tx.Shared())
	return err
}

// leave ends the stay of one account that got an owner in another way.
func leave(tx *db.Tx, account kernel.ID, today kernel.Date, to kernel.ID) error {
	_, err := tx.Exec(`UPDATE pool_stays SET until_on = ?, ended = ?, to_id = ?, reserved_id = NULL, reserved_on = NULL
		WHERE account_id = ? AND until_on IS NULL AND ?`, today, left, to, account, tx.Shared())
	return err
}

// refresh copies what lists are ordered and narrowed by from accounts that have changed.
func refresh(tx *db.Tx) error {
	_, err := tx.Exec(`UPDATE pool_stays SET
			sort_key = (SELECT a.sort_key FROM accounts a WHERE a.id = pool_stays.account_id),
			region = (SELECT a.region FROM accounts a WHERE a.id = pool_stays.account_id),
			industry = (SELECT a.industry FROM accounts a WHERE a.id = pool_stays.account_id)
		WHERE until_on IS NULL AND EXISTS (SELECT 1 FROM accounts a WHERE a.id = pool_stays.account_id
			AND (a.sort_key <> pool_stays.sort_key OR a.region <> pool_stays.region OR a.industry <> pool_stays.industry)) AND ?`, tx.Shared())
	return err
}

// ofRun are the stays that a run has begun and that have not ended, or some of them.
func ofRun(tx *db.Tx, run kernel.ID, which db.Cond) ([]Stay, error) {
	return db.List[Stay](tx, `SELECT `+columns+` FROM pool_stays s JOIN accounts a ON a.id = s.account_id
		WHERE s.run_id = ? AND ? AND `+lying+` AND ? ORDER BY s.id`, run, which, tx.Shared())
}

// inside are those of some accounts that lie in the pool.
func inside(tx *db.Tx, ids []kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT s.account_id FROM pool_stays s WHERE s.until_on IS NULL AND ? AND ?`, db.In("s.account_id", ids...), tx.Shared())
}
