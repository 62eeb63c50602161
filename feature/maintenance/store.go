package maintenance

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `a.id, a.account_id, a.form, a.held_on, a.title, a.spend, a.reached, a.people, a.remark, a.by_id, a.by_name, a.version`

// activities are those of accounts in sight, or of one, since a day, the latest first.
func activities(tx *db.Tx, account kernel.ID, since kernel.Date) ([]Activity, error) {
	return split(db.List[Activity](tx, `SELECT `+columns+` FROM maintenance_activities a WHERE ? AND ? AND ? ORDER BY a.held_on DESC, a.id DESC`,
		db.If(!since.IsZero(), "a.held_on > ?", since), db.If(!account.IsZero(), "a.account_id = ?", account), tx.Visible("a.account_id")))
}

// between are those of accounts in sight between two days, the earliest first.
func between(tx *db.Tx, from, until kernel.Date) ([]Activity, error) {
	return split(db.List[Activity](tx, `SELECT `+columns+` FROM maintenance_activities a WHERE a.held_on >= ? AND a.held_on <= ? AND ? ORDER BY a.held_on, a.id LIMIT 500`,
		from, until, tx.Visible("a.account_id")))
}

func split(all []Activity, err error) ([]Activity, error) {
	for i := range all {
		if err == nil {
			err = all[i].split()
		}
	}
	return all, err
}

func find(tx *db.Tx, id kernel.ID) (Activity, error) {
	a, err := db.Find[Activity](tx, `SELECT `+columns+` FROM maintenance_activities a WHERE a.id = ? AND ?`, id, tx.Visible("a.account_id"))
	if err != nil {
		return a, err
	}
	return a, a.split()
}

func add(tx *db.Tx, a Activity) error { return db.Insert(tx, "maintenance_activities", a) }

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, a Activity) error {
	return tx.Replace(`UPDATE maintenance_activities SET form = ?, held_on = ?, title = ?, spend = ?, reached = ?, people = ?, remark = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, a.Form, a.On, a.Title, a.Spend, a.Reached, a.Joined, a.Remark, a.ID, a.Version, tx.Visible("maintenance_activities.account_id"))
}

func drop(tx *db.Tx, id kernel.ID, version int64) error {
	return tx.Replace(`DELETE FROM maintenance_activities WHERE id = ? AND version = ? AND ?`, id, version, tx.Visible("maintenance_activities.account_id"))
}

const rated = `q.id, q.account_id, q.stakeholder, q.communication, q.cooperation, q.win_win, q.closeness, q.control, q.evidence, q.by_id, q.by_name, q.rated_on,
	q.expires_on, q.version`

// qualities are those of accounts in sight, or of one.
func qualities(tx *db.Tx, account kernel.ID) ([]Quality, error) {
	return db.List[Quality](tx, `SELECT `+rated+` FROM maintenance_qualities q WHERE ? AND ?`,
		db.If(!account.IsZero(), "q.account_id = ?", account), tx.Visible("q.account_id"))
}

// quality is that of an account, with version 0 if nobody has rated it.
func quality(tx *db.Tx, account kernel.ID) (Quality, error) {
	found, err := qualities(tx, account)
	if err != nil || len(found) == 0 {
		return Quality{Account: account, Stakeholder: "consumer"}, err
	}
	return found[0], nil
}

func addQuality(tx *db.Tx, q Quality) error { return db.Insert(tx, "maintenance_qualities", q) }

// replaceQuality writes over the version that somebody has read.
func replaceQuality(tx *db.Tx, q Quality) error {
	return tx.Replace(`UPDATE maintenance_qualities SET stakeholder = ?, communication = ?, cooperation = ?, win_win = ?, closeness = ?, control = ?, evidence = ?,
			by_id = ?, by_name = ?, rated_on = ?, expires_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, q.Stakeholder, q.Communication, q.Cooperation, q.WinWin, q.Closeness, q.Control, q.Evidence,
		q.ByID, q.By, q.On, q.Expires, q.ID, q.Version, tx.Visible("maintenance_qualities.account_id"))
}

// names are those of some accounts in sight.
func names(tx *db.Tx, accounts []kernel.ID) (found map[kernel.ID]string, err error) {
	type named struct {
		ID   kernel.ID `db:"id"`
		Name string    `db:"name"`
	}
	found = map[kernel.ID]string{}
	for part := range slices.Chunk(accounts, 200) {
		all, err := db.List[named](tx, `SELECT n.id, n.name FROM accounts n WHERE ? AND ?`, db.In("n.id", part...), tx.Visible("n.id"))
		if err != nil {
			return nil, err
		}
		for _, n := range all {
			found[n.ID] = n.Name
		}
	}
	return found, nil
}

// count is how many activities there are.
func count(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM maintenance_activities a WHERE ?`, tx.Visible("a.account_id"))
}
