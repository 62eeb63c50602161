package credit

import (
	"erba/kernel"
	"erba/platform/db"
)

// deepest is how many levels of a group are looked at. A circle cannot be entered;
// should there be one, the walk ends here.
const deepest = 12

// above are an account in sight and the companies above it, in sight or not, upwards.
func above(tx *db.Tx, account kernel.ID) ([]kernel.ID, error) {
	found, err := db.List[kernel.ID](tx, `WITH RECURSIVE up (id, parent_id, level) AS (
			SELECT a.id, a.parent_id, 1 FROM accounts a WHERE a.id = ? AND a.merged_into IS NULL AND ?
			UNION ALL
			SELECT a.id, a.parent_id, up.level + 1 FROM accounts a JOIN up ON a.id = up.parent_id WHERE up.level < ?)
		SELECT id FROM up ORDER BY level`, account, tx.Visible("a.id"), deepest)
	if err == nil && len(found) == 0 {
		err = kernel.Missing("db.missing")
	}
	return once(found), err
}

// below are an account and the companies below it, each once.
func below(tx *db.Tx, account kernel.ID) ([]kernel.ID, error) {
	found, err := db.List[kernel.ID](tx, `WITH RECURSIVE down (id, level) AS (
			SELECT a.id, 1 FROM accounts a WHERE a.id = ? AND ?
			UNION
			SELECT a.id, down.level + 1 FROM accounts a JOIN down ON a.parent_id = down.id WHERE down.level < ? AND a.merged_into IS NULL)
		SELECT id FROM down ORDER BY level, id`, account, tx.Visible("a.id"), deepest)
	return once(found), err
}

// once leaves out what comes again, where companies own each other in a circle.
func once(all []kernel.ID) []kernel.ID {
	seen := make(map[kernel.ID]bool, len(all))
	kept := all[:0]
	for _, id := range all {
		if !seen[id] {
			kept = append(kept, id)
		}
		seen[id] = true
	}
	return kept
}
