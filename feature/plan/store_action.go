package plan

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const actionColumns = `x.id, x.account_id, x.title, x.owner_id, x.from_on, x.due_on, x.state, x.result, x.origin, x.run_id, x.by_id, x.made_on,
	x.ended_on, x.version, x.subject_id`

func findAction(tx *db.Tx, id kernel.ID) (Action, error) {
	return db.Find[Action](tx, `SELECT `+actionColumns+` FROM actions x WHERE x.id = ? AND ?`, id, tx.Visible("x.account_id"))
}

func addActions(tx *db.Tx, all ...Action) error { return db.Insert(tx, "actions", all...) }

// replaceAction writes over the version that somebody has read.
func replaceAction(tx *db.Tx, a Action) error {
	return tx.Replace(`UPDATE actions SET title = ?, owner_id = ?, from_on = ?, due_on = ?, state = ?, result = ?, ended_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, a.Title, a.Owner, a.From, a.Due, a.State, a.Result, a.Ended, a.ID, a.Version, tx.Visible("actions.account_id"))
}

// listed is an action with its account.
type listed struct {
	Action
	Code string `db:"code"`
	Name string `db:"name"`
}

// list is a page of actions, the next due first. A line reaches down to everybody
// who reports to the viewer, through however many others.
func list(tx *db.Tx, w Which) ([]listed, error) {
	after := db.If(false, "")
	if !w.After.IsZero() {
		last, err := findAction(tx, w.After)
		if err != nil {
			return nil, err
		}
		after = db.If(true, "(x.due_on > ? OR x.due_on = ? AND x.id > ?)", last.Due, last.Due, last.ID)
	}
	return db.List[listed](tx, `SELECT `+actionColumns+`, a.code, a.name FROM actions x JOIN accounts a ON a.id = x.account_id
		WHERE ? AND ? AND ? AND ? AND ? AND ? AND ? ORDER BY x.due_on, x.id LIMIT ?`,
		db.If(w.State != "", "x.state = ?", w.State), db.If(w.Whose == Mine, "x.owner_id = ?", w.viewer),
		db.If(w.Whose == Line, "x.owner_id IN (SELECT r.user_id FROM reports r WHERE r.manager_id = ?)", w.viewer),
		db.If(w.Late, "x.state = 'open' AND x.due_on < ?", w.today), db.If(!w.Account.IsZero(), "x.account_id = ?", w.Account),
		after, tx.Visible("x.account_id"), w.Limit)
}

// tally counts the open actions in sight, and those that are late.
func tally(tx *db.Tx, today kernel.Date) (n struct {
	Open int `db:"open"`
	Late int `db:"late"`
}, err error) {
	all, err := db.List[struct {
		Open int `db:"open"`
		Late int `db:"late"`
	}](tx, `SELECT count(*) AS open, coalesce(sum(CASE WHEN x.due_on < ? THEN 1 ELSE 0 END), 0) AS late
		FROM actions x WHERE x.state = 'open' AND ?`, today, tx.Visible("x.account_id"))
	if len(all) > 0 {
		n = all[0]
	}
	return n, err
}

func countActions(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM actions x WHERE ?`, tx.Visible("x.account_id"))
}

// acted are the accounts in sight with an open action.
func acted(tx *db.Tx) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT DISTINCT x.account_id FROM actions x WHERE x.state = 'open' AND ?`, tx.Visible("x.account_id"))
}

// openOf are the open actions of some accounts, the next due first.
func openOf(tx *db.Tx, accounts []kernel.ID) (found []Action, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[Action](tx, `SELECT `+actionColumns+` FROM actions x WHERE x.state = 'open' AND ? AND ? ORDER BY x.due_on, x.id`,
			db.In("x.account_id", part...), tx.Visible("x.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}

// pressing are the open actions of somebody that are due soon, and those of others
// whose day has passed.
func pressing(tx *db.Tx, user kernel.ID, today kernel.Date, limit int) ([]listed, error) {
	return db.List[listed](tx, `SELECT `+actionColumns+`, a.code, a.name FROM actions x JOIN accounts a ON a.id = x.account_id
		WHERE x.state = 'open' AND x.due_on <= ? AND (x.owner_id = ? OR x.due_on < ?) AND ? ORDER BY x.due_on, x.id LIMIT ?`,
		today.Add(foreseen), user, today, tx.Visible("x.account_id"), limit)
}
