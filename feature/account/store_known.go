package account

import (
	"erba/kernel"
	"erba/platform/db"
)

// eachKnown hands over what companies are compared with, of the accounts that have
// changed at or after an instant, with that instant.
func eachKnown(tx *db.Tx, since int64, take func(id kernel.ID, c Company, gone bool, at int64)) error {
	var id kernel.ID
	var c Company
	var gone bool
	var at int64
	into := []any{&id, &c.Name, &c.City, &c.USCC, &c.Phone, &gone, &at}
	return tx.Each(func(scan func(...any) error) error {
		err := scan(into...)
		take(id, c, gone, at)
		return err
	}, `SELECT a.id, a.name, a.city, a.uscc, a.phone, a.merged_into IS NOT NULL AS gone, a.changed_at
		FROM accounts a WHERE a.changed_at >= ? AND ?`, since, tx.Visible("a.id"))
}
