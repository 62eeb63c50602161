package goal

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `g.id, g.account_id, g.year, g.amount, g.share, g.chosen, g.reason, g.author_id, g.set_on, g.version`

// goals are those of a year, by account.
func goals(tx *db.Tx, year int64) ([]Goal, error) {
	return db.List[Goal](tx, `SELECT `+columns+` FROM goals g WHERE g.year = ? AND ? ORDER BY g.account_id`, year, tx.Visible("g.account_id"))
}

// of is the goal of an account in a year, with version 0 if nobody has set one.
func of(tx *db.Tx, account kernel.ID, year int64) (Goal, error) {
	found, err := db.List[Goal](tx, `SELECT `+columns+` FROM goals g WHERE g.account_id = ? AND g.year = ? AND ?`, account, year, tx.Visible("g.account_id"))
	if err != nil || len(found) == 0 {
		return Goal{Account: account, Year: year}, err
	}
	return found[0], nil
}

func add(tx *db.Tx, g Goal) error { return db.Insert(tx, "goals", g) }

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, g Goal) error {
	return tx.Replace(`UPDATE goals SET amount = ?, share = ?, chosen = ?, reason = ?, author_id = ?, set_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, g.Amount, g.Share, g.Chosen, g.Reason, g.Author, g.On, g.ID, g.Version, tx.Visible("goals.account_id"))
}

func drop(tx *db.Tx, g Goal) error {
	return tx.Replace(`DELETE FROM goals WHERE id = ? AND version = ? AND ?`, g.ID, g.Version, tx.Visible("goals.account_id"))
}

// written changes whenever a goal is set, changed or dropped.
func written(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT CAST(count(*) * 1000003 + coalesce(sum(g.version), 0) AS BIGINT) FROM goals g WHERE ?`, tx.Visible("g.account_id"))
}
