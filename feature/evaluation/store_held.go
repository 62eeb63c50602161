package evaluation

import (
	"erba/kernel"
	"erba/platform/db"
)

// holders calls f for every account in sight that holds a class of a model, or one
// of those that are named. What was merged away holds none.
func holders(tx *db.Tx, model string, those []string, f func(account kernel.ID, class string)) error {
	var account kernel.ID
	var class string
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(&account, &class); err != nil {
			return err
		}
		f(account, class)
		return nil
	}, `SELECT c.account_id, c.class FROM evaluation_classes c JOIN accounts a ON a.id = c.account_id
		WHERE c.model = ? AND c.class <> '' AND a.merged_into IS NULL AND ? AND ?`, model, named(those), tx.Visible("c.account_id"))
}

// named is the condition that a class is one of some; none are all.
func named(those []string) db.Cond {
	if len(those) == 0 {
		return db.If(false, "")
	}
	return db.In("c.class", those...)
}
