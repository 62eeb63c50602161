package latent

import (
	"context"

	market "erba/analysis/latent"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/db"
)

const (
	bulk  = 200_000 // lines read at a time, the first time
	apart = 2000    // accounts read at a time, later
)

// gather brings the histories to the revision of the ledger that is visible now,
// some accounts in one short transaction. Every step is noted in it, so that it
// goes on there after a crash; a later import only makes it read an account twice.
func (s *Service) gather(ctx context.Context, progress func(done, total int64)) (read int, err error) {
	st, codes, err := s.begin(ctx)
	for err == nil && st.Target > st.Revision {
		var all []who
		var fresh []numbered
		var last kernel.ID
		if all, fresh, last, err = s.step(ctx, st, codes); err != nil {
			return read, err
		}
		if st.After = last; last.IsZero() {
			st.Revision, st.Target = st.Target, 0
		}
		err = s.db.Write(ctx, func(tx *db.Tx) error {
			if err := addProducts(tx, fresh); err != nil {
				return err
			}
			if err := keepHistories(tx, all); err != nil {
				return err
			}
			return advance(tx, st)
		})
		read += len(all)
		progress(int64(read), 0)
		if err == nil {
			err = ctx.Err()
		}
	}
	return read, err
}

// begin is where to go on, with the numbers of all products.
func (s *Service) begin(ctx context.Context) (st State, codes map[string]int32, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if st, err = findState(tx); err != nil {
			return err
		}
		if st.Target == 0 {
			if st.Target, err = s.ledger.Revision(tx); err != nil {
				return err
			}
		}
		all, err := products(tx)
		codes = make(map[string]int32, len(all))
		for _, p := range all {
			codes[p.Code] = p.Number
		}
		return err
	})
	return st, codes, err
}

// step reads the next accounts: all of the ledger the first time, later those that
// have changed. last is the one to go on after; zero: these were the last.
func (s *Service) step(ctx context.Context, st State, codes map[string]int32) (all []who, fresh []numbered, last kernel.ID, err error) {
	var lines []ledger.Purchase
	var touched []kernel.ID
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if st.Revision == 0 {
			lines, err = s.ledger.Purchases(tx, st.After, bulk)
			return err
		}
		if touched, err = s.ledger.ChangedAfter(tx, st.Revision, st.After, apart); err != nil || len(touched) == 0 {
			return err
		}
		lines, err = s.ledger.PurchasesOf(tx, touched)
		return err
	})
	if err != nil {
		return nil, nil, last, err
	}
	all, fresh = histories(lines, codes)
	switch {
	case st.Revision == 0 && len(all) > 0:
		last = all[len(all)-1].Account
	case len(touched) == apart:
		last = touched[len(touched)-1]
	}
	return append(all, emptied(all, touched)...), fresh, last, nil
}

// histories puts the lines of each account together; products that are new get
// the next numbers.
func histories(lines []ledger.Purchase, codes map[string]int32) (all []who, fresh []numbered) {
	var own []market.Purchase
	for i, l := range lines {
		product, known := codes[l.Product]
		if !known {
			product = int32(len(codes))
			codes[l.Product] = product
			fresh = append(fresh, numbered{product, l.Product})
		}
		own = append(own, market.Purchase{Order: l.Order, Day: l.Day, Product: product, Amount: l.Amount})
		if i+1 == len(lines) || lines[i+1].Account != l.Account {
			h := market.HistoryOf(own)
			all, own = append(all, who{Account: l.Account, History: h.Append(nil)}), own[:0]
		}
	}
	return all, fresh
}

// emptied are the accounts that were touched and of which no line is left.
func emptied(all []who, touched []kernel.ID) (gone []who) {
	there := map[kernel.ID]bool{}
	for _, w := range all {
		there[w.Account] = true
	}
	for _, id := range touched {
		if !there[id] {
			gone = append(gone, who{Account: id})
		}
	}
	return gone
}
