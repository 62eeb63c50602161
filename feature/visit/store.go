package visit

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `v.id, v.account_id, v.owner_id, v.state, v.channel, v.day_on, v.start_minute, v.minutes, v.zone, v.from_at, v.until_at, v.purpose,
	v.place, v.ready, v.result, v.voice, v.voice_id, v.topics, v.next_step, v.next_on, v.executed_on, v.judge_on, v.promised, v.met, v.rating,
	v.verdict, v.replan, v.judged_on, v.reason, v.report_key, v.made_by, v.made_on, v.version`

func find(tx *db.Tx, id kernel.ID) (Visit, error) {
	return db.Find[Visit](tx, `SELECT `+columns+` FROM visits v WHERE v.id = ? AND ?`, id, tx.Visible("v.account_id"))
}

// reported is the visit that a report was written for; none is no fault.
func reported(tx *db.Tx, key string) ([]Visit, error) {
	return db.List[Visit](tx, `SELECT `+columns+` FROM visits v WHERE v.report_key = ? AND ?`, key, tx.Visible("v.account_id"))
}

func add(tx *db.Tx, all ...Visit) error { return db.Insert(tx, "visits", all...) }

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, v Visit) error {
	return tx.Replace(`UPDATE visits SET owner_id = ?, state = ?, channel = ?, day_on = ?, start_minute = ?, minutes = ?, zone = ?, from_at = ?,
		until_at = ?, purpose = ?, place = ?, ready = ?, result = ?, voice = ?, voice_id = ?, topics = ?, next_step = ?, next_on = ?,
		executed_on = ?, judge_on = ?, promised = ?, met = ?, rating = ?, verdict = ?, replan = ?, judged_on = ?, reason = ?, report_key = ?,
		version = version + 1 WHERE id = ? AND version = ? AND ?`,
		v.Owner, v.State, v.Channel, v.Day, v.Start, v.Length, v.Zone, v.From, v.Until, v.Purpose, v.Place, v.Ready, v.Result, v.Voice, v.VoiceOf,
		v.Topics, v.Next, v.NextOn, v.Executed, v.JudgeBy, v.Promised, v.Met, v.Rating, v.Verdict, v.Replan, v.Judged, v.Reason, v.ReportKey,
		v.ID, v.Version, tx.Visible("visits.account_id"))
}

// listed is a visit with its account.
type listed struct {
	Visit
	Code string `db:"code"`
	Name string `db:"name"`
	City string `db:"city"`
}

const besides = `, a.code, a.name, a.city`

// diary are the visits of somebody between two days, both included, in their order.
func diary(tx *db.Tx, user kernel.ID, from, until kernel.Date, most int) ([]listed, error) {
	return db.List[listed](tx, `SELECT `+columns+besides+` FROM visit_users u JOIN visits v ON v.id = u.visit_id
		JOIN accounts a ON a.id = v.account_id
		WHERE u.user_id = ? AND u.day_on >= ? AND u.day_on <= ? AND ? ORDER BY u.day_on, v.from_at, v.id LIMIT ?`,
		user, from, until, tx.Visible("v.account_id"), most)
}

// Which narrows a list of visits.
type Which struct {
	ID, Account kernel.ID
	State       string
	From, Until kernel.Date
	Owners      []kernel.ID // led by one of them; nil: by anybody
	Held        bool        // only those that took place
	Most        int
}

// list are visits, the latest first.
func list(tx *db.Tx, w Which) ([]listed, error) {
	return db.List[listed](tx, `SELECT `+columns+besides+` FROM visits v JOIN accounts a ON a.id = v.account_id
		WHERE ? AND ? AND ? AND ? AND ? AND ? AND ? AND ? ORDER BY v.day_on DESC, v.id DESC LIMIT ?`, db.If(!w.ID.IsZero(), "v.id = ?", w.ID),
		db.If(w.Held, "v.state IN ('executed', 'evaluated', 'closed')"),
		db.If(!w.Account.IsZero(), "v.account_id = ?", w.Account), db.If(w.State != "", "v.state = ?", w.State),
		db.If(!w.From.IsZero(), "v.day_on >= ?", w.From), db.If(!w.Until.IsZero(), "v.day_on <= ?", w.Until),
		among("v.owner_id", w.Owners), tx.Visible("v.account_id"), w.Most)
}

// among is true for everybody unless some are named.
func among(column string, users []kernel.ID) db.Cond {
	if users == nil {
		return db.If(false, "")
	}
	return db.In(column, users...)
}

func count(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM visits v WHERE ?`, tx.Visible("v.account_id"))
}

// seat is one of us at a visit.
type seat struct {
	Visit kernel.ID   `db:"visit_id"`
	User  kernel.ID   `db:"user_id"`
	Day   kernel.Date `db:"day_on"`
	From  int64       `db:"from_at"`
	Until int64       `db:"until_at"`
}

// meeting is one of them at a visit.
type meeting struct {
	Visit   kernel.ID `db:"visit_id"`
	Contact kernel.ID `db:"contact_id"`
}

// seatAll puts who goes, and whom they meet, beside their visit, in place of who did.
func seatAll(tx *db.Tx, v Visit) error {
	for _, statement := range []string{`DELETE FROM visit_users WHERE visit_id = ? AND ?`, `DELETE FROM visit_people WHERE visit_id = ? AND ?`} {
		if _, err := tx.Exec(statement, v.ID, tx.Shared()); err != nil {
			return err
		}
	}
	return sit(tx, v)
}

// sit puts who goes beside new visits, and whom they meet.
func sit(tx *db.Tx, all ...Visit) error {
	var seats []seat
	var meetings []meeting
	for _, v := range all {
		for _, user := range v.Users {
			seats = append(seats, seat{v.ID, user, v.Day, v.From, v.Until})
		}
		for _, contact := range v.People {
			meetings = append(meetings, meeting{v.ID, contact})
		}
	}
	if len(seats) > 0 {
		if err := db.Insert(tx, "visit_users", seats...); err != nil {
			return err
		}
	}
	if len(meetings) == 0 {
		return nil
	}
	return db.Insert(tx, "visit_people", meetings...)
}

const chunk = 200 // visits that are looked up at once

// seats are who goes to some visits.
func seats(tx *db.Tx, visits []kernel.ID) (all []seat, err error) {
	for part := range slices.Chunk(visits, chunk) {
		found, err := db.List[seat](tx, `SELECT u.visit_id, u.user_id, u.day_on, u.from_at, u.until_at FROM visit_users u
			JOIN visits v ON v.id = u.visit_id WHERE ? AND ? ORDER BY u.visit_id, u.user_id`, db.In("u.visit_id", part...), tx.Visible("v.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// meetings are whom some visits meet.
func meetings(tx *db.Tx, visits []kernel.ID) (all []meeting, err error) {
	for part := range slices.Chunk(visits, chunk) {
		found, err := db.List[meeting](tx, `SELECT p.visit_id, p.contact_id FROM visit_people p
			JOIN visits v ON v.id = p.visit_id WHERE ? AND ? ORDER BY p.visit_id, p.contact_id`, db.In("p.visit_id", part...), tx.Visible("v.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// clash is a visit at the same time as another one.
type clash struct {
	Visit
	User kernel.ID `db:"user_id"`
}

// clashes are visits that have yet to take place and meet a stretch of time of one
// of some people.
func clashes(tx *db.Tx, except kernel.ID, users []kernel.ID, from, until int64) ([]clash, error) {
	return db.List[clash](tx, `SELECT `+columns+`, u.user_id FROM visit_users u JOIN visits v ON v.id = u.visit_id
		WHERE ? AND u.until_at > ? AND u.from_at < ? AND u.from_at > 0 AND u.visit_id <> ? AND v.state IN ('planned', 'booked') AND ?
		ORDER BY u.from_at, u.visit_id LIMIT 1`, db.In("u.user_id", users...), from, until, except, tx.Visible("v.account_id"))
}

func addMove(tx *db.Tx, m Move) error { return db.Insert(tx, "visit_moves", m) }

func movesOf(tx *db.Tx, visit kernel.ID) ([]Move, error) {
	return db.List[Move](tx, `SELECT m.id, m.visit_id, m.was_on, m.was_minute, m.becomes_on, m.becomes_min, m.reason, m.by_id, m.at
		FROM visit_moves m JOIN visits v ON v.id = m.visit_id WHERE m.visit_id = ? AND ? ORDER BY m.id`, visit, tx.Visible("v.account_id"))
}

// met is somebody of them at a visit, by name.
type met struct {
	Visit   kernel.ID `db:"visit_id"`
	Contact kernel.ID `db:"contact_id"`
	Name    string    `db:"name"`
	Title   string    `db:"title"`
}

// people are whom some visits meet, by name.
func people(tx *db.Tx, visits []kernel.ID) (all []met, err error) {
	for part := range slices.Chunk(visits, chunk) {
		found, err := db.List[met](tx, `SELECT p.visit_id, p.contact_id, c.name, c.title FROM visit_people p JOIN visits v ON v.id = p.visit_id
			JOIN contacts c ON c.id = p.contact_id WHERE ? AND ? ORDER BY p.visit_id, c.sort_key, c.id`, db.In("p.visit_id", part...), tx.Visible("v.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// where is an account, as far as a visit names it.
type where struct {
	Code string `db:"code"`
	Name string `db:"name"`
	City string `db:"city"`
}

func placeOf(tx *db.Tx, account kernel.ID) (where, error) {
	return db.Find[where](tx, `SELECT a.code, a.name, a.city FROM accounts a WHERE a.id = ? AND ?`, account, tx.Visible("a.id"))
}
