package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// addMoved notes which rows a merge brought to an account, and the occurrence they had.
func addMoved(tx *db.Tx, kind string, merge, into kernel.ID, row func(int) (id, again int64), n int) error {
	return tx.Bulk("moved_rows", []string{"account_id", "merge_id", "kind", "id", "old_occurrence"}, n, func(i int, args []any) {
		args[0], args[1], args[2] = into, merge, kind
		args[3], args[4] = row(i)
	})
}

// movedBy returns them: the former occurrence by ID.
func movedBy(tx *db.Tx, kind string, merge, into kernel.ID) (map[int64]int64, error) {
	all := map[int64]int64{}
	return all, tx.Each(func(scan func(...any) error) error {
		var id, again int64
		err := scan(&id, &again)
		all[id] = again
		return err
	}, `SELECT id, old_occurrence FROM moved_rows WHERE account_id = ? AND merge_id = ? AND kind = ? AND ?`,
		into, merge, kind, tx.Visible("account_id"))
}

func dropMoved(tx *db.Tx, kind string, merge, into kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM moved_rows WHERE account_id = ? AND merge_id = ? AND kind = ? AND ?`,
		into, merge, kind, tx.Visible("account_id"))
	return err
}

// dropAt deletes the rows at the given places.
func (t *table[T]) dropAt(tx *db.Tx, places []db.Pair) error {
	return tx.EachPair(places, func(cond db.Cond) error {
		_, err := tx.Exec("DELETE FROM "+t.name+" WHERE ? AND ?", cond, tx.Visible("account_id"))
		return err
	}, "account_id", "id")
}
