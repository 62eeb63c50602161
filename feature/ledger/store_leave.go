package ledger

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// booked returns those accounts that have rows of any kind, ended and hidden ones too.
func booked(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		for _, table := range []string{lines.name, invoices.name, receipts.name, costs.name} {
			rows, err := db.List[kernel.ID](tx, "SELECT DISTINCT account_id FROM "+table+" WHERE ? AND ?",
				db.In("account_id", part...), tx.Visible("account_id"))
			if err != nil {
				return nil, err
			}
			found = append(found, rows...)
		}
	}
	slices.SortFunc(found, kernel.ID.Compare)
	return slices.Compact(found), nil
}
