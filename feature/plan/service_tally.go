package plan

import (
	"erba/kernel"
	"erba/platform/db"
)

// Tally is how many actions there are for an account, and how many are to be done
// still; one that was given up is none.
func (s *Service) Tally(tx *db.Tx, account kernel.ID) (pending, all int, err error) {
	n, err := tallyOf(tx, account)
	return n.Pending, n.All, err
}

// counted are the actions of an account.
type counted struct {
	Pending int `db:"pending"`
	All     int `db:"total"`
}

func tallyOf(tx *db.Tx, account kernel.ID) (counted, error) {
	return db.Find[counted](tx, `SELECT coalesce(sum(CASE WHEN x.state = 'open' THEN 1 ELSE 0 END), 0) AS pending, count(*) AS total
		FROM actions x WHERE x.account_id = ? AND x.state <> 'dropped' AND ?`, account, tx.Visible("x.account_id"))
}
