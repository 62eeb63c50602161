package ledger

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// lastCosts is the day of the latest entry of some kinds, of each of some accounts.
func lastCosts(tx *db.Tx, kinds []string, accounts, hidden []kernel.ID, take func(account kernel.ID, on kernel.Date)) error {
	for part := range slices.Chunk(accounts, 500) {
		var account kernel.ID
		var on kernel.Date
		err := tx.Each(func(scan func(...any) error) error {
			err := scan(&account, &on)
			take(account, on)
			return err
		}, `SELECT l.account_id, max(l.spent_on) FROM costs l WHERE ? AND ? AND ? AND ? GROUP BY l.account_id`,
			db.In("l.account_id", part...), db.In("l.kind", kinds...), live(hidden), tx.Visible("l.account_id"))
		if err != nil {
			return err
		}
	}
	return nil
}
