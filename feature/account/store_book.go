package account

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// entry is what a code or a name leads to: the account itself, or the one that
// it was merged into.
type entry struct {
	ID   kernel.ID `db:"id"`
	Key  string    `db:"key"`
	Seen bool      `db:"seen"`
}

// byCode looks codes up; of an account out of sight only that the code is taken.
func byCode(tx *db.Tx, codes []string) (map[string]entry, error) {
	return entries(codes, func(part []string) ([]entry, error) {
		return db.List[entry](tx, `
			SELECT COALESCE(a.merged_into, a.id) AS id, a.code AS key, CASE WHEN ? THEN 1 ELSE 0 END = 1 AS seen
			FROM accounts a WHERE ?`, tx.Visible("COALESCE(a.merged_into, a.id)"), db.In("a.code", part...))
	})
}

// byName looks up names, normalised, that exactly one account in sight has.
func byName(tx *db.Tx, keys []string) (map[string]entry, error) {
	return entries(keys, func(part []string) ([]entry, error) {
		return db.List[entry](tx, `
			SELECT min(COALESCE(a.merged_into, a.id)) AS id, a.name_key AS key,
				min(COALESCE(a.merged_into, a.id)) = max(COALESCE(a.merged_into, a.id)) AS seen
			FROM accounts a WHERE ? AND ? GROUP BY a.name_key`,
			db.In("a.name_key", part...), tx.Visible("COALESCE(a.merged_into, a.id)"))
	})
}

// entries collects look-ups of a hundred keys each.
func entries(keys []string, look func([]string) ([]entry, error)) (map[string]entry, error) {
	found := make(map[string]entry, len(keys))
	for part := range slices.Chunk(keys, chunk) {
		rows, err := look(part)
		if err != nil {
			return nil, err
		}
		for _, e := range rows {
			found[e.Key] = e
		}
	}
	return found, nil
}

// attributes are those of all accounts changed at or after an instant.
func attributes(tx *db.Tx, since int64) (all []Attributes, err error) {
	var a Attributes
	into := []any{&a.ID, &a.Code, &a.Name, &a.Parent, &a.Owner, &a.Region, &a.City, &a.Industry, &a.Ownership, &a.Source,
		&a.Status, &a.Employees, &a.Revenue, &a.SortKey, &a.Merged, &a.ChangedAt}
	err = tx.Each(func(scan func(...any) error) error {
		err := scan(into...)
		all = append(all, a)
		return err
	}, `
		SELECT a.id, a.code, a.name, a.parent_id, a.owner_id, a.region, a.city, a.industry, a.ownership, a.source,
			a.status, a.employees, a.revenue_minor, a.sort_key, a.merged_into IS NOT NULL AS merged, a.changed_at
		FROM accounts a WHERE a.changed_at >= ? AND ? ORDER BY a.id`, since, tx.Visible("a.id"))
	return all, err
}

// eachInSight hands over the IDs of all accounts in sight, merged ones too.
func eachInSight(tx *db.Tx, take func(kernel.ID)) error {
	var id kernel.ID
	into := []any{&id}
	return tx.Each(func(scan func(...any) error) error {
		err := scan(into...)
		take(id)
		return err
	}, `SELECT a.id FROM accounts a WHERE ?`, tx.Visible("a.id"))
}

// changedAt is when any account last changed, 0 when there is none.
func changedAt(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT COALESCE(max(a.changed_at), 0) FROM accounts a WHERE ?`, tx.Visible("a.id"))
}

// hang puts an account below another one.
func hang(tx *db.Tx, l Link, at int64) error {
	_, err := tx.Exec(`UPDATE accounts SET parent_id = ?, changed_at = ?, version = version + 1 WHERE id = ? AND ?`,
		l.Parent, at, l.Child, tx.Visible("accounts.id"))
	return err
}

// keep adds to the history what was replaced.
func keep(tx *db.Tx, all []Change) error { return db.Insert(tx, "account_changes", all...) }
