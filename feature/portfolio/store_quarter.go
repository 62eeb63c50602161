package portfolio

import (
	"erba/kernel"
	"erba/platform/db"
)

// quarters are the points and classes kept since a quarter, in the order of accounts.
func quarters(tx *db.Tx, since string) ([]Quarter, error) {
	return db.List[Quarter](tx, `SELECT q.account_id, q.quarter, q.score, q.class FROM portfolio_quarters q
		WHERE q.quarter >= ? AND ? ORDER BY q.account_id, q.quarter`, since, tx.Visible("q.account_id"))
}

// dropQuarters removes what others take the place of.
func dropQuarters(tx *db.Tx, quarter string, accounts ...kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM portfolio_quarters WHERE quarter = ? AND ? AND ?`,
		quarter, db.In("account_id", accounts...), tx.Visible("portfolio_quarters.account_id"))
	return err
}

func addQuarters(tx *db.Tx, all []Quarter) error { return db.Insert(tx, "portfolio_quarters", all...) }
