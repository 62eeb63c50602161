package ledger

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// yearsUpTo are the twelve months up to one, and the twelve before them.
func yearsUpTo(last Month) twoYears {
	return twoYears{(last - 23).Day(1), (last - 11).Day(1), last.Last()}
}

// TradedBy calls take for what one account bought of each product in the twelve
// months up to one, and in the twelve before them.
func (s *Service) TradedBy(tx *db.Tx, account kernel.ID, last Month, take func(*Traded) error) error {
	hidden, err := hiddenNow(tx)
	if err != nil {
		return err
	}
	return eachTraded(tx, db.If(true, "l.account_id = ?", account), yearsUpTo(last), hidden, take)
}

// Traded is TradedBy for all accounts that changed after a revision, one after
// another (0: for all); who changed and bought nothing is named by changed alone.
// The viewer of tx must see every account.
func (s *Service) Traded(tx *db.Tx, since int64, last Month, take func(*Traded) error) (changed []kernel.ID, err error) {
	hidden, err := hiddenNow(tx)
	if err != nil {
		return nil, err
	}
	if since == 0 {
		return nil, eachTraded(tx, db.If(false, ""), yearsUpTo(last), hidden, take)
	}
	changed, err = changedSince(tx, since)
	for some := range slices.Chunk(changed, portion) {
		if err == nil {
			err = eachTraded(tx, db.In("l.account_id", some...), yearsUpTo(last), hidden, take)
		}
	}
	return changed, err
}
