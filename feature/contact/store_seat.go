package contact

import (
	"erba/kernel"
	"erba/platform/db"
)

func eachSeat(tx *db.Tx, f func(contact kernel.ID, department string, rank int)) error {
	return tx.Each(func(scan func(...any) error) error {
		var id kernel.ID
		var department string
		var rank int
		err := scan(&id, &department, &rank)
		f(id, department, rank)
		return err
	}, `SELECT c.id, c.department, c.rank FROM contacts c WHERE c.gone_on IS NULL AND (c.rank > 0 OR c.department <> '') AND ?`, tx.Visible("c.account_id"))
}
