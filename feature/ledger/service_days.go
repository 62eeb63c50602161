package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// Day is what an account bought on a day, net of returns.
type Day struct {
	Account  kernel.ID   `db:"account_id"`
	On       kernel.Date `db:"ordered_on"`
	Sales    int64       `db:"sales"`
	Cost     int64       `db:"cost"`
	Uncosted int64       `db:"uncosted"` // sales of which no cost is known
}

// Days is what some accounts bought of some products, of all if none are named, day
// by day between two days, both included.
func (s *Service) Days(tx *db.Tx, accounts []kernel.ID, products []string, from, until kernel.Date) ([]Day, error) {
	if len(accounts) == 0 || from.Compare(until) > 0 {
		return nil, nil
	}
	hidden, err := hiddenNow(tx)
	if err != nil {
		return nil, err
	}
	return days(tx, accounts, products, from, until, hidden)
}
