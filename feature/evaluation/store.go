package evaluation

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const classColumns = `c.account_id, c.model, c.class, c.since_on, c.entered_on, c.way, c.by_id, c.approval_id, c.current_minor, c.expected_minor`

// eachClass calls f for every class in force, by account, as far as an evaluation
// needs it.
func eachClass(tx *db.Tx, f func(Class)) error {
	var c Class
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(&c.Account, &c.Model, &c.Class, &c.Since, &c.Entered, &c.Way, &c.Current, &c.Expected); err != nil {
			return err
		}
		f(c)
		return nil
	}, `SELECT c.account_id, c.model, c.class, c.since_on, c.entered_on, c.way, c.current_minor, c.expected_minor
		FROM evaluation_classes c WHERE ? ORDER BY c.account_id, c.model`, tx.Visible("c.account_id"))
}

// revision counts what was changed.
func revision(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT revision FROM evaluation_state WHERE ?`, tx.Shared())
}

// touch counts one change.
func touch(tx *db.Tx) error {
	_, err := tx.Exec(`UPDATE evaluation_state SET revision = revision + 1 WHERE ?`, tx.Shared())
	return err
}

// classes are those of one account.
func classes(tx *db.Tx, account kernel.ID) ([]Class, error) {
	return db.List[Class](tx, `SELECT `+classColumns+` FROM evaluation_classes c WHERE c.account_id = ? AND ?`,
		account, tx.Visible("c.account_id"))
}

// class is one of an account; without an account it never had one.
func class(tx *db.Tx, account kernel.ID, model string) (c Class, err error) {
	all, err := classes(tx, account)
	if i := slices.IndexFunc(all, func(c Class) bool { return c.Model == model }); err == nil && i >= 0 {
		c = all[i]
	}
	return c, err
}

func addClasses(tx *db.Tx, all ...Class) error { return db.Insert(tx, "evaluation_classes", all...) }

// put replaces what is in force.
func put(tx *db.Tx, c Class) error {
	n, err := tx.Exec(`UPDATE evaluation_classes SET class = ?, since_on = ?, way = ?, by_id = ?, approval_id = ?, current_minor = ?, expected_minor = ?
		WHERE account_id = ? AND model = ? AND ?`,
		c.Class, c.Since, c.Way, c.By, c.Approval, c.Current, c.Expected, c.Account, c.Model, tx.Visible("evaluation_classes.account_id"))
	if err != nil || n > 0 {
		return err
	}
	return addClasses(tx, c)
}

func addMoves(tx *db.Tx, all ...Move) error { return db.Insert(tx, "evaluation_moves", all...) }

const moveColumns = `m.id, m.account_id, m.model, m.was, m.class, m.moved_on, m.way, m.by_id, m.approval_id, m.reason`

// moves are those of one account, the latest first.
func moves(tx *db.Tx, account kernel.ID, limit int) ([]Move, error) {
	return db.List[Move](tx, `SELECT `+moveColumns+` FROM evaluation_moves m WHERE m.account_id = ? AND ? ORDER BY m.id DESC LIMIT ?`,
		account, tx.Visible("m.account_id"), limit)
}

// movesAfter are those of a model after a day, the earliest first.
func movesAfter(tx *db.Tx, model string, after kernel.Date) ([]Move, error) {
	return db.List[Move](tx, `SELECT `+moveColumns+` FROM evaluation_moves m WHERE m.model = ? AND m.moved_on > ? AND ? ORDER BY m.id`,
		model, after, tx.Visible("m.account_id"))
}

const setColumns = `s.account_id, s.model, s.class, s.reason, s.by_id, s.from_on, s.expires_on`

// sets are all classes that were set by hand.
func sets(tx *db.Tx) ([]Set, error) {
	return db.List[Set](tx, `SELECT `+setColumns+` FROM evaluation_sets s WHERE ?`, tx.Visible("s.account_id"))
}

func setsOf(tx *db.Tx, account kernel.ID) ([]Set, error) {
	return db.List[Set](tx, `SELECT `+setColumns+` FROM evaluation_sets s WHERE s.account_id = ? AND ?`, account, tx.Visible("s.account_id"))
}

func addSet(tx *db.Tx, s Set) error { return db.Insert(tx, "evaluation_sets", s) }

func dropSet(tx *db.Tx, account kernel.ID, model string) error {
	_, err := tx.Exec(`DELETE FROM evaluation_sets WHERE account_id = ? AND model = ? AND ?`,
		account, model, tx.Visible("evaluation_sets.account_id"))
	return err
}

const streakColumns = `k.account_id, k.model, k.becomes, k.up, k.first_on, k.last_on, k.runs, k.rest_until, k.fate`

// streaks are all differences that last.
func streaks(tx *db.Tx) ([]Streak, error) {
	return db.List[Streak](tx, `SELECT `+streakColumns+` FROM evaluation_streaks k WHERE ?`, tx.Visible("k.account_id"))
}

func dropStreaks(tx *db.Tx, model string, accounts []kernel.ID) error {
	for some := range slices.Chunk(accounts, 100) {
		if _, err := tx.Exec(`DELETE FROM evaluation_streaks WHERE model = ? AND ? AND ?`,
			model, db.In("account_id", some...), tx.Visible("evaluation_streaks.account_id")); err != nil {
			return err
		}
	}
	return nil
}

func addStreaks(tx *db.Tx, all []Streak) error { return db.Insert(tx, "evaluation_streaks", all...) }

// rest lets a refused change be for a while.
func rest(tx *db.Tx, account kernel.ID, model string, until kernel.Date) error {
	_, err := tx.Exec(`UPDATE evaluation_streaks SET rest_until = ? WHERE account_id = ? AND model = ? AND ?`,
		until, account, model, tx.Visible("evaluation_streaks.account_id"))
	return err
}

func addRun(tx *db.Tx, r Run) error {
	_, err := tx.Exec(`INSERT INTO evaluation_runs (id, as_of, ended_at, by_id, initial, config, accounts, entered, proposed, standing,
		retracted, waiting, held, changed, expired) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		r.ID, r.AsOf, r.At, r.By, r.Initial, r.Config, r.Accounts, r.Entered, r.Proposed, r.Standing,
		r.Retracted, r.Waiting, r.Held, r.Changed, r.Expired)
	return err
}

// runs are the latest evaluations.
func runs(tx *db.Tx, limit int) ([]Run, error) {
	return db.List[Run](tx, `SELECT r.id, r.as_of, r.ended_at, r.by_id, r.initial, r.config, r.accounts, r.entered, r.proposed, r.standing,
		r.retracted, r.waiting, r.held, r.changed, r.expired FROM evaluation_runs r WHERE ? ORDER BY r.id DESC LIMIT ?`, tx.Shared(), limit)
}

// streaksOf are those of one account.
func streaksOf(tx *db.Tx, account kernel.ID) ([]Streak, error) {
	return db.List[Streak](tx, `SELECT `+streakColumns+` FROM evaluation_streaks k WHERE k.account_id = ? AND ?`,
		account, tx.Visible("k.account_id"))
}
