package latent

import (
	"slices"

	market "erba/analysis/latent"
	"erba/kernel"
	"erba/platform/db"
)

// segmentOf reads the number of a segment, which may be missing.
func segmentOf(cell any) int32 {
	if n, ok := cell.(int64); ok {
		return int32(n)
	}
	return market.Unclassified
}

// number is what is written for a segment.
func number(segment int32) any {
	if segment == market.Unclassified {
		return nil
	}
	return int64(segment)
}

// eachHistory calls take for what is kept of every account, in order. The system
// reads them.
func eachHistory(tx *db.Tx, take func(who)) error {
	var w who
	var cell any
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(&w.Account, &cell, &w.History, &w.Found); err != nil {
			return err
		}
		w.Segment = segmentOf(cell)
		take(w)
		return nil
	}, `SELECT a.account_id, a.segment, a.history, a.found FROM latent_accounts a WHERE ? ORDER BY a.account_id`, tx.Visible("a.account_id"))
}

// eachFound is the same without the histories, of all accounts or of some.
func eachFound(tx *db.Tx, those db.Cond, take func(who)) error {
	var w who
	var cell any
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(&w.Account, &cell, &w.Found); err != nil {
			return err
		}
		w.Segment = segmentOf(cell)
		take(w)
		return nil
	}, `SELECT a.account_id, a.segment, a.found FROM latent_accounts a WHERE ? AND ? ORDER BY a.account_id`, those, tx.Visible("a.account_id"))
}

const some = 500 // accounts looked up at a time

// keepHistories writes what accounts have bought; what was found of them stays
// until it is looked for anew. Of accounts without a history nothing stays.
func keepHistories(tx *db.Tx, all []who) error {
	for part := range slices.Chunk(all, some) {
		old := map[kernel.ID]who{}
		err := eachFound(tx, db.In("a.account_id", idsOf(part)...), func(w who) {
			w.Found = slices.Clone(w.Found)
			old[w.Account] = w
		})
		if err != nil {
			return err
		}
		var next []who
		for _, w := range part {
			was, known := old[w.Account]
			if w.Segment, w.Found = was.Segment, was.Found; !known {
				w.Segment = market.Unclassified
			}
			if len(w.History) > 0 {
				next = append(next, w)
			}
		}
		if err := forget(tx, part); err != nil {
			return err
		}
		if err := add(tx, next); err != nil {
			return err
		}
	}
	return nil
}

// replace writes all that is kept of accounts.
func replace(tx *db.Tx, all []who) error {
	for part := range slices.Chunk(all, some) {
		if err := forget(tx, part); err != nil {
			return err
		}
	}
	return add(tx, all)
}

func idsOf(all []who) []kernel.ID {
	ids := make([]kernel.ID, len(all))
	for i, w := range all {
		ids[i] = w.Account
	}
	return ids
}

func forget(tx *db.Tx, all []who) error {
	_, err := tx.Exec(`DELETE FROM latent_accounts WHERE ? AND ?`, db.In("account_id", idsOf(all)...), tx.Visible("account_id"))
	return err
}

func add(tx *db.Tx, all []who) error {
	return tx.Bulk("latent_accounts", []string{"account_id", "segment", "history", "found"}, len(all), func(i int, args []any) {
		w := &all[i]
		args[0], args[1], args[2], args[3] = w.Account.Int(), number(w.Segment), w.History, w.Found
	})
}
