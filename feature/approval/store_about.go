package approval

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// openAbout are the open proposals of a kind about some accounts.
func openAbout(tx *db.Tx, kind string, now int64, accounts []kernel.ID) (all []Proposal, err error) {
	for some := range slices.Chunk(accounts, 100) {
		found, err := db.List[Proposal](tx, `SELECT `+columns+` FROM approvals p
			WHERE p.kind = ? AND p.state = ? AND p.due_at > ? AND ? AND ? ORDER BY p.id`,
			kind, Proposed, now, db.In("p.account_id", some...), tx.Visible("p.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// discussed are those accounts about which somebody proposes or proposed something.
func discussed(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for some := range slices.Chunk(accounts, 100) {
		ids, err := db.List[kernel.ID](tx, `SELECT DISTINCT p.account_id FROM approvals p WHERE p.by_id IS NOT NULL AND ? AND ?`,
			db.In("p.account_id", some...), tx.Visible("p.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, ids...)
	}
	return found, nil
}
