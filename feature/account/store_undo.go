package account

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// tie is an account by its code, and the version it has.
type tie struct {
	ID      kernel.ID `db:"id"`
	Code    string    `db:"code"`
	Version int64     `db:"version"`
}

// ties are accounts by ID, those that were merged away too.
func ties(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]tie, error) {
	found := make(map[kernel.ID]tie, len(ids))
	for part := range slices.Chunk(ids, chunk) {
		rows, err := db.List[tie](tx, `SELECT a.id, a.code, a.version FROM accounts a WHERE ? AND ?`, db.In("a.id", part...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			found[r.ID] = r
		}
	}
	return found, nil
}

// lean is an account that needs another one.
type lean struct {
	ID   kernel.ID `db:"id"`
	Code string    `db:"code"`
	On   kernel.ID `db:"leans_on"`
}

// leaning are accounts that name one of others as their parent, their referrer
// or what they were merged into.
func leaning(tx *db.Tx, on []kernel.ID) (all []lean, err error) {
	for part := range slices.Chunk(on, chunk) {
		for _, column := range []string{"a.parent_id", "a.referrer_id", "a.merged_into"} {
			rows, err := db.List[lean](tx, `SELECT a.id, a.code, `+column+` AS leans_on FROM accounts a WHERE ? AND ?`,
				db.In(column, part...), tx.Visible("a.id"))
			if err != nil {
				return nil, err
			}
			all = append(all, rows...)
		}
	}
	return all, nil
}

// erase leaves nothing of accounts that nobody needs but their rows: like one
// that was merged away, into itself, such an account is nowhere any more, and
// whoever keeps accounts in memory learns it from its change. Its code is free.
// Companies that still hang below it go with the same import.
func erase(tx *db.Tx, ids []kernel.ID, at int64) error {
	for part := range slices.Chunk(ids, chunk) {
		some := func(column string) db.Cond { return db.In(column, part...) }
		if _, err := tx.Exec(`UPDATE accounts SET parent_id = NULL WHERE ? AND ?`, some("parent_id"), tx.Visible("accounts.id")); err != nil {
			return err
		}
		if _, err := tx.Exec(`DELETE FROM account_duplicates WHERE (? OR ?) AND ?`,
			some("one_id"), some("other_id"), tx.Visible("account_duplicates.one_id")); err != nil {
			return err
		}
		if _, err := tx.Exec(`DELETE FROM account_changes WHERE ? AND ?`, some("account_id"), tx.Visible("account_changes.account_id")); err != nil {
			return err
		}
		if _, err := tx.Exec(`
			UPDATE accounts SET merged_into = id, code = ? || CAST(id AS TEXT), name = '', short_name = '', name_key = '', uscc = '', phone = '',
				region = '', city = '', industry = '', ownership = '', employees = NULL, revenue_minor = NULL, owner_id = NULL,
				source = '', source_detail = '', parent_id = NULL, referrer_id = NULL, changed_at = ?, version = version + 1
			WHERE ? AND ?`, erased, at, some("id"), tx.Visible("accounts.id")); err != nil {
			return err
		}
		docs := make([]db.Doc, len(part)) // without words nobody finds them
		for i, id := range part {
			docs[i].ID = id
		}
		if err := tx.Index(words, docs...); err != nil {
			return err
		}
	}
	return nil
}

// erased begins what stands in place of the code; no code of a file looks like that.
const erased = "\x7f"
