package ledger

import (
	"math"

	"erba/kernel"
	"erba/platform/db"
)

// Purchases are all sales of some neighbouring accounts after one of them, whole
// accounts of about so many lines together, by account; none when there are no
// more. The viewer of tx must see every account.
func (s *Service) Purchases(tx *db.Tx, after kernel.ID, lines int) ([]Purchase, error) {
	hidden, err := hiddenNow(tx)
	if err != nil {
		return nil, err
	}
	all, err := purchases(tx, db.If(!after.IsZero(), "l.account_id > ?", after), hidden, lines)
	if err != nil || len(all) < lines {
		return all, err
	}
	end, last := len(all), all[len(all)-1].Account
	for end > 0 && all[end-1].Account == last {
		end-- // of the last one there may be more
	}
	if end == 0 {
		return s.Purchases(tx, after, 2*lines)
	}
	return all[:end], nil
}

// PurchasesOf are all sales of some accounts, by account.
func (s *Service) PurchasesOf(tx *db.Tx, accounts []kernel.ID) ([]Purchase, error) {
	hidden, err := hiddenNow(tx)
	if err != nil {
		return nil, err
	}
	return purchases(tx, db.In("l.account_id", accounts...), hidden, math.MaxInt32)
}

// ChangedAfter are the next accounts, after one of them, of which a revision after
// a given one may have changed a row. The viewer of tx must see every account.
func (s *Service) ChangedAfter(tx *db.Tx, since int64, after kernel.ID, limit int) ([]kernel.ID, error) {
	return changedAfter(tx, since, after, limit)
}
