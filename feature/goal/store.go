package goal

import (
	"slices"

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

// ofAccount are the goals of an account, of all years.
func ofAccount(tx *db.Tx, account kernel.ID) ([]Goal, error) {
	return db.List[Goal](tx, `SELECT `+columns+` FROM goals g WHERE g.account_id = ? AND ? ORDER BY g.year`, account, tx.Visible("g.account_id"))
}

// moved is a goal that a merge has brought.
type moved struct {
	Merge kernel.ID `db:"merge_id"`
	Goal  kernel.ID `db:"goal_id"`
}

func noteMoves(tx *db.Tx, all []moved) error { return db.Insert(tx, "goal_moves", all...) }

func movesOf(tx *db.Tx, merge kernel.ID) ([]moved, error) {
	return db.List[moved](tx, `SELECT m.merge_id, m.goal_id FROM goal_moves m WHERE m.merge_id = ? AND ?`, merge, tx.Shared())
}

func forgetMoves(tx *db.Tx, merge kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM goal_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}

// bring puts a goal to another account; false: it is not there any more.
func bring(tx *db.Tx, id, account kernel.ID) (bool, error) {
	n, err := tx.Exec(`UPDATE goals SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("goals.account_id"))
	return n > 0, err
}

// wanted are those of some accounts of which anything is wanted.
func wanted(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[kernel.ID](tx, `SELECT DISTINCT g.account_id FROM goals g WHERE ? AND ?`,
			db.In("g.account_id", part...), tx.Visible("g.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}
