package portfolio

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// judgedAmong returns those accounts that have estimates or nominations.
func judgedAmong(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[kernel.ID](tx, `
			SELECT e.account_id FROM portfolio_estimates e WHERE ? AND ?
			UNION SELECT n.account_id FROM portfolio_nominations n WHERE ? AND ?`,
			db.In("e.account_id", part...), tx.Visible("e.account_id"),
			db.In("n.account_id", part...), tx.Visible("n.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}
