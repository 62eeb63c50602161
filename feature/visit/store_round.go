package visit

import (
	"erba/kernel"
	"erba/platform/db"
)

// round is when an account was visited last, and when it will be next.
type round struct {
	Account  kernel.ID   `db:"account_id"`
	Last     kernel.Date `db:"last_on"`
	Called   kernel.Date `db:"called_on"`
	Next     kernel.Date `db:"next_on"`
	NextID   kernel.ID   `db:"next_id"`
	Revision int64       `db:"revision"`
}

// states are two counters: of what changed about visits, and about classes.
type states struct {
	Revision int64 `db:"revision"`
	Classes  int64 `db:"classes"`
}

func stateOf(tx *db.Tx) (states, error) {
	return db.Find[states](tx, `SELECT s.revision, s.classes FROM visit_state s WHERE ?`, tx.Shared())
}

// reclassed counts a change of classes.
func reclassed(tx *db.Tx) error {
	_, err := tx.Exec(`UPDATE visit_state SET classes = classes + 1 WHERE ?`, tx.Shared())
	return err
}

// advance counts a change of visits, one after the other: who has read up to a
// number has read all up to it.
func advance(tx *db.Tx) (int64, error) {
	if _, err := tx.Exec(`UPDATE visit_state SET revision = revision + 1 WHERE ?`, tx.Shared()); err != nil {
		return 0, err
	}
	s, err := stateOf(tx)
	return s.Revision, err
}

// rounds are those that changed after a number.
func rounds(tx *db.Tx, after int64, take func(round)) error {
	var r round
	return tx.Each(func(scan func(into ...any) error) error {
		if err := scan(&r.Account, &r.Last, &r.Called, &r.Next, &r.NextID, &r.Revision); err != nil {
			return err
		}
		take(r)
		return nil
	}, `SELECT r.account_id, r.last_on, r.called_on, r.next_on, r.next_id, r.revision FROM visit_rounds r WHERE r.revision > ? AND ?`,
		after, tx.Visible("r.account_id"))
}

func roundOf(tx *db.Tx, account kernel.ID) (r round, err error) {
	all, err := db.List[round](tx, `SELECT r.account_id, r.last_on, r.called_on, r.next_on, r.next_id, r.revision FROM visit_rounds r
		WHERE r.account_id = ? AND ?`, account, tx.Visible("r.account_id"))
	if len(all) > 0 {
		r = all[0]
	}
	return r, err
}

// reckon works out again when accounts were visited and will be, from their visits.
func reckon(tx *db.Tx, revision int64, accounts ...kernel.ID) error {
	if _, err := tx.Exec(`DELETE FROM visit_rounds WHERE ? AND ?`, db.In("account_id", accounts...), tx.Visible("visit_rounds.account_id")); err != nil {
		return err
	}
	_, err := tx.Exec(`INSERT INTO visit_rounds (account_id, last_on, called_on, next_on, next_id, revision)
		SELECT a.id,
			(SELECT max(v.executed_on) FROM visits v WHERE v.account_id = a.id AND v.state IN ('executed', 'evaluated', 'closed') AND v.channel <> 'phone'),
			(SELECT max(v.executed_on) FROM visits v WHERE v.account_id = a.id AND v.state IN ('executed', 'evaluated', 'closed')),
			(SELECT min(v.day_on) FROM visits v WHERE v.account_id = a.id AND v.state IN ('planned', 'booked')),
			(SELECT v.id FROM visits v WHERE v.account_id = a.id AND v.state IN ('planned', 'booked') ORDER BY v.day_on, v.id LIMIT 1),
			? FROM accounts a WHERE ? AND ?`, revision, db.In("a.id", accounts...), tx.Visible("a.id"))
	return err
}

// figures are what came of the visits of a stretch of days.
type figures struct {
	Planned   int64 `db:"planned"`
	Executed  int64 `db:"executed"`
	Cancelled int64 `db:"cancelled"`
	Waiting   int64 `db:"waiting"`
	Evaluated int64 `db:"evaluated"`
	Useful    int64 `db:"useful"`
	Promised  int64 `db:"promised"`
	Rated     int64 `db:"rated"`
	Ratings   int64 `db:"ratings"`
}

// tally counts the visits in sight of a stretch of days, of everybody or of some.
func tally(tx *db.Tx, from, until kernel.Date, owners []kernel.ID) (figures, error) {
	return db.Find[figures](tx, `SELECT count(*) AS planned,
		coalesce(sum(CASE WHEN v.state IN ('executed', 'evaluated', 'closed') THEN 1 ELSE 0 END), 0) AS executed,
		coalesce(sum(CASE WHEN v.state = 'cancelled' THEN 1 ELSE 0 END), 0) AS cancelled,
		coalesce(sum(CASE WHEN v.state = 'executed' THEN 1 ELSE 0 END), 0) AS waiting,
		coalesce(sum(CASE WHEN v.state IN ('evaluated', 'closed') THEN 1 ELSE 0 END), 0) AS evaluated,
		coalesce(sum(CASE WHEN v.state IN ('executed', 'evaluated', 'closed') AND v.met > 0 THEN 1 ELSE 0 END), 0) AS useful,
		coalesce(sum(CASE WHEN v.state IN ('executed', 'evaluated', 'closed') AND v.promised > 0 THEN 1 ELSE 0 END), 0) AS promised,
		coalesce(sum(CASE WHEN v.rating IS NOT NULL THEN 1 ELSE 0 END), 0) AS rated,
		coalesce(sum(v.rating), 0) AS ratings
		FROM visits v WHERE v.day_on >= ? AND v.day_on <= ? AND ? AND ?`, from, until, among("v.owner_id", owners), tx.Visible("v.account_id"))
}

// reached counts objectives with a result in visits of a stretch of days, and those met.
func reached(tx *db.Tx, from, until kernel.Date, owners []kernel.ID) (found struct {
	Objectives int64 `db:"objectives"`
	Met        int64 `db:"met"`
}, err error) {
	return db.Find[struct {
		Objectives int64 `db:"objectives"`
		Met        int64 `db:"met"`
	}](tx, `SELECT count(*) AS objectives, coalesce(sum(CASE WHEN o.actual IS NOT NULL AND o.target > 0 AND o.actual >= o.target THEN 1 ELSE 0 END), 0) AS met
		FROM visits v JOIN visit_objectives o ON o.visit_id = v.id
		WHERE v.day_on >= ? AND v.day_on <= ? AND v.state IN ('executed', 'evaluated', 'closed') AND ? AND ?`,
		from, until, among("v.owner_id", owners), tx.Visible("v.account_id"))
}

// held are visits of a stretch of days that had objectives, as the best hours ask.
type held struct {
	Day        kernel.Date `db:"day_on"`
	Start      *int64      `db:"start_minute"`
	Met        int64       `db:"met"`
	Objectives int64       `db:"objectives"`
}

func heldBetween(tx *db.Tx, from, until kernel.Date, account kernel.ID) ([]held, error) {
	return db.List[held](tx, `SELECT v.day_on, v.start_minute, v.met, count(o.id) AS objectives FROM visits v JOIN visit_objectives o ON o.visit_id = v.id
		WHERE v.day_on >= ? AND v.day_on <= ? AND v.state IN ('executed', 'evaluated', 'closed') AND v.start_minute IS NOT NULL AND ? AND ?
		GROUP BY v.id, v.day_on, v.start_minute, v.met`, from, until, db.If(!account.IsZero(), "v.account_id = ?", account),
		tx.Visible("v.account_id"))
}
