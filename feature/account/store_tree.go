package account

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const largestTree = 1000 // companies of a group that are shown

// tree returns an account and all below it that the viewer may see, a company
// always after the one that owns it.
func tree(tx *db.Tx, top kernel.ID) ([]Node, error) {
	return db.List[Node](tx, `
		WITH RECURSIVE down (id, parent_id, code, name, level) AS (
			SELECT a.id, a.parent_id, a.code, a.name, 0 FROM accounts a WHERE a.id = ? AND ?
			UNION ALL
			SELECT a.id, a.parent_id, a.code, a.name, down.level + 1
			FROM accounts a JOIN down ON a.parent_id = down.id
			WHERE down.level < ? AND a.merged_into IS NULL AND ?)
		SELECT id, parent_id, code, name, level FROM down ORDER BY level, id LIMIT ?`,
		top, tx.Visible("a.id"), deepest, tx.Visible("a.id"), largestTree)
}

// named are the users and the accounts in sight with those IDs.
func named(tx *db.Tx, ids []kernel.ID) (all []owner, err error) {
	for part := range slices.Chunk(ids, chunk) {
		found, err := db.List[owner](tx, `
			SELECT u.id, u.name FROM users u WHERE ?
			UNION ALL
			SELECT a.id, a.name FROM accounts a WHERE ? AND ?`,
			db.In("u.id", part...), db.In("a.id", part...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// facets counts the accounts in sight by a column.
func facets(tx *db.Tx, column string) ([]Facet, error) {
	return db.List[Facet](tx, `
		SELECT '`+column+`' AS field, a.`+column+` AS value, count(*) AS accounts
		FROM accounts a WHERE a.merged_into IS NULL AND ?
		GROUP BY a.`+column+` ORDER BY a.`+column, tx.Visible("a.id"))
}
