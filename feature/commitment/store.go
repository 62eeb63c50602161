package commitment

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `c.id, c.account_id, c.visit_id, c.contact_id, c.user_id, c.by_side, c.words, c.due_on, c.first_on, c.state, c.reason, c.ended_on,
	c.author_id, c.made_on, c.reminded, c.version`

func find(tx *db.Tx, id kernel.ID) (Commitment, error) {
	return db.Find[Commitment](tx, `SELECT `+columns+` FROM commitments c WHERE c.id = ? AND ?`, id, tx.Visible("c.account_id"))
}

func add(tx *db.Tx, all ...Commitment) error { return db.Insert(tx, "commitments", all...) }

func addExtension(tx *db.Tx, e Extension) error { return db.Insert(tx, "commitment_extensions", e) }

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, c Commitment) error {
	return tx.Replace(`UPDATE commitments SET contact_id = ?, user_id = ?, words = ?, due_on = ?, state = ?, reason = ?, ended_on = ?, reminded = ?,
		version = version + 1 WHERE id = ? AND version = ? AND ?`,
		c.Contact, c.User, c.Text, c.Due, c.State, c.Reason, c.Ended, c.Reminded, c.ID, c.Version, tx.Visible("commitments.account_id"))
}

// remind notes that somebody has been told; that changes nothing anybody reads.
func remind(tx *db.Tx, c Commitment, told int64) error {
	_, err := tx.Exec(`UPDATE commitments SET reminded = ? WHERE id = ? AND ?`, told, c.ID, tx.Visible("commitments.account_id"))
	return err
}

func drop(tx *db.Tx, c Commitment) error {
	return tx.Replace(`DELETE FROM commitments WHERE id = ? AND version = ? AND ?`, c.ID, c.Version, tx.Visible("commitments.account_id"))
}

// pending are the promises of an account that wait to be kept, the next due first.
func pending(tx *db.Tx, account kernel.ID) ([]Commitment, error) {
	return db.List[Commitment](tx, `SELECT `+columns+` FROM commitments c WHERE c.account_id = ? AND c.state = 'pending' AND ? ORDER BY c.due_on, c.id`,
		account, tx.Visible("c.account_id"))
}

// untold are the pending promises that are due by a day and of which somebody has
// not been told yet: that they are due, or that they are late.
func untold(tx *db.Tx, today kernel.Date) ([]Commitment, error) {
	return db.List[Commitment](tx, `SELECT `+columns+` FROM commitments c WHERE c.state = 'pending'
		AND (c.due_on <= ? AND c.reminded < 1 OR c.due_on < ? AND c.reminded < 2) AND ? ORDER BY c.due_on, c.id`,
		today.Add(1), today, tx.Visible("c.account_id"))
}

const rowColumns = columns + `, a.code, a.name, coalesce(p.name, '') AS whom, coalesce(u.name, '') AS ours,
	(SELECT count(*) FROM commitment_extensions e WHERE e.commitment_id = c.id) AS moves`

const rowTables = ` FROM commitments c JOIN accounts a ON a.id = c.account_id LEFT JOIN contacts p ON p.id = c.contact_id LEFT JOIN users u ON u.id = c.user_id `

// list is a page of promises, the next due first; ended ones the latest first.
func list(tx *db.Tx, w Which) ([]Row, error) {
	after, order := db.If(false, ""), "c.due_on, c.id"
	if w.State != Pending {
		order = "c.due_on DESC, c.id DESC"
	}
	if !w.After.IsZero() {
		last, err := find(tx, w.After)
		if err != nil {
			return nil, err
		}
		after = db.If(true, "(c.due_on > ? OR c.due_on = ? AND c.id > ?)", last.Due, last.Due, last.ID)
		if w.State != Pending {
			after = db.If(true, "(c.due_on < ? OR c.due_on = ? AND c.id < ?)", last.Due, last.Due, last.ID)
		}
	}
	return db.List[Row](tx, `SELECT `+rowColumns+rowTables+`WHERE ? AND ? AND ? ORDER BY `+order+` LIMIT ?`, w.cond(tx), after, tx.Visible("c.account_id"), w.Limit)
}

// cond is what narrows a list, without the page.
func (w Which) cond(tx *db.Tx) db.Cond {
	return db.If(true, "? AND ? AND ? AND ?", db.If(!w.Account.IsZero(), "c.account_id = ?", w.Account), db.If(w.By != "", "c.by_side = ?", w.By),
		w.stated(), w.theirs(tx))
}

func (w Which) stated() db.Cond {
	if w.State == All {
		return db.If(false, "")
	}
	return db.If(true, "c.state = ?", w.State)
}

// theirs is whose promises they are.
func (w Which) theirs(tx *db.Tx) db.Cond {
	switch w.Whose {
	case Mine:
		return db.If(true, "c.user_id = ?", w.viewer)
	case Line:
		return db.If(true, "c.user_id IN (SELECT r.user_id FROM reports r WHERE r.manager_id = ? AND ?)", w.viewer, tx.Shared())
	}
	return db.If(false, "")
}

// grouped counts pending promises: late, due this week, later.
func grouped(tx *db.Tx, w Which, today, sunday kernel.Date) (late, week, later int, err error) {
	n, err := db.Find[struct {
		Late  int `db:"late"`
		Week  int `db:"week"`
		Later int `db:"later"`
	}](tx, `SELECT coalesce(sum(CASE WHEN c.due_on < ? THEN 1 ELSE 0 END), 0) AS late,
			coalesce(sum(CASE WHEN c.due_on >= ? AND c.due_on <= ? THEN 1 ELSE 0 END), 0) AS week,
			coalesce(sum(CASE WHEN c.due_on > ? THEN 1 ELSE 0 END), 0) AS later
		FROM commitments c WHERE c.state = 'pending' AND ? AND ? AND ? AND ?`, today, today, sunday, sunday,
		db.If(!w.Account.IsZero(), "c.account_id = ?", w.Account), db.If(w.By != "", "c.by_side = ?", w.By), w.theirs(tx), tx.Visible("c.account_id"))
	return n.Late, n.Week, n.Later, err
}

func countAll(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM commitments c WHERE ?`, tx.Visible("c.account_id"))
}

// extensions are how often and why a promise was put off.
func extensions(tx *db.Tx, id kernel.ID) ([]Extension, error) {
	return db.List[Extension](tx, `SELECT e.id, e.commitment_id, e.was_on, e.becomes_on, e.reason, e.by_id, e.made_on FROM commitment_extensions e
		JOIN commitments c ON c.id = e.commitment_id WHERE e.commitment_id = ? AND ? ORDER BY e.id`, id, tx.Visible("c.account_id"))
}

// overdue counts the promises of ours whose day has passed, and those that were
// broken since a day, by account.
func overdue(tx *db.Tx, accounts []kernel.ID, today, since kernel.Date, f func(kernel.ID, int)) error {
	ask := func(which db.Cond) error {
		return tx.Each(func(scan func(...any) error) error {
			var id kernel.ID
			var n int
			err := scan(&id, &n)
			f(id, n)
			return err
		}, `SELECT c.account_id, count(*) FROM commitments c WHERE c.by_side = 'us'
			AND (c.state = 'pending' AND c.due_on < ? OR c.state = 'broken' AND c.ended_on >= ?) AND ? AND ? GROUP BY c.account_id`,
			today, since, which, tx.Visible("c.account_id"))
	}
	if len(accounts) == 0 {
		return ask(db.If(false, ""))
	}
	for part := range slices.Chunk(accounts, 100) {
		if err := ask(db.In("c.account_id", part...)); err != nil {
			return err
		}
	}
	return nil
}

// record is how the promises of a side were kept whose day was within some days,
// by who of us answers for them.
type record struct {
	User kernel.ID `db:"user_id"`
	Record
}

func records(tx *db.Tx, by string, from, until, today kernel.Date) ([]record, error) {
	return db.List[record](tx, `SELECT c.user_id, count(*) AS due, sum(CASE WHEN c.state = 'kept' THEN 1 ELSE 0 END) AS kept,
			sum(CASE WHEN c.state = 'broken' THEN 1 ELSE 0 END) AS broke, sum(CASE WHEN c.state = 'pending' AND c.due_on < ? THEN 1 ELSE 0 END) AS late
		FROM commitments c WHERE c.by_side = ? AND c.due_on >= ? AND c.due_on <= ? AND ? GROUP BY c.user_id`,
		today, by, from, until, tx.Visible("c.account_id"))
}

// promised counts the visits of some days, and those with a promise of the customer's.
func promised(tx *db.Tx, from, until kernel.Date, user kernel.ID) (s Share, err error) {
	n, err := db.Find[struct {
		Visits   int `db:"visits"`
		Promised int `db:"promised"`
	}](tx, `SELECT count(*) AS visits, coalesce(sum(CASE WHEN EXISTS (SELECT 1 FROM commitments c WHERE c.visit_id = i.visit_id AND c.by_side = 'customer')
			THEN 1 ELSE 0 END), 0) AS promised
		FROM interactions i WHERE i.visit_id IS NOT NULL AND i.held_on >= ? AND i.held_on <= ? AND ? AND ?`, from, until,
		db.If(!user.IsZero(), "EXISTS (SELECT 1 FROM interaction_users u WHERE u.interaction_id = i.id AND u.user_id = ?)", user), tx.Visible("i.account_id"))
	return Share{Visits: n.Visits, Promised: n.Promised}, err
}

// at counts those of some people who are at an account.
func at(tx *db.Tx, account, contact kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM contacts c WHERE c.account_id = ? AND c.id = ? AND ?`, account, contact, tx.Visible("c.account_id"))
}

// works counts users of an ID who are active.
func works(tx *db.Tx, user kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM users u WHERE u.id = ? AND u.active AND ?`, user, tx.Shared())
}

// inSight are those of some promises that are.
func inSight(tx *db.Tx, ids []kernel.ID) (all []kernel.ID, err error) {
	for some := range slices.Chunk(ids, 100) {
		found, err := db.List[kernel.ID](tx, `SELECT c.id FROM commitments c WHERE ? AND ?`, db.In("c.id", some...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// pressing are the pending promises of ours that are due by a day: somebody's own,
// and those of others whose day lies before another one.
func pressing(tx *db.Tx, user kernel.ID, due, late kernel.Date, most int) ([]Commitment, error) {
	return db.List[Commitment](tx, `SELECT `+columns+` FROM commitments c WHERE c.state = 'pending' AND c.by_side = 'us' AND c.due_on <= ?
		AND (c.user_id = ? OR c.due_on < ?) AND ? ORDER BY c.due_on, c.id LIMIT ?`, due, user, late, tx.Visible("c.account_id"), most)
}
