package ledger

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
)

// mostWrong is where the doctor stops looking.
const mostWrong = 100

// Sound is Check as the doctor wants it: a fault that says what is wrong.
func (s *Service) Sound(ctx context.Context) error {
	all, err := s.Check(ctx, mostWrong)
	if err == nil && len(all) == 0 {
		return s.soundCosts(ctx)
	}
	if err != nil {
		return err
	}
	return kernel.Refused("ledger.unsound", "rows", len(all), "month", all[0].Month.String(), "account", all[0].Account.String())
}

// Check compares the roll-up with the lines and returns at most limit rows
// that differ. It reads everything once, a thousand accounts at a time, so that
// no snapshot stands for long.
func (s *Service) Check(ctx context.Context, limit int) (all []Mismatch, err error) {
	var after, upto kernel.ID
	for first := true; err == nil && len(all) < limit && (first || !after.IsZero()); first = false {
		err = s.db.Snapshot(asSystem(ctx), func(tx *db.Tx) error {
			if upto, err = nextAccounts(tx, after, 1000); err != nil {
				return err
			}
			some, err := mismatches(tx, after, upto)
			all = append(all, some...)
			return err
		})
		after = upto
	}
	return all[:min(limit, len(all))], err
}

// mismatches checks the accounts after one and not after another.
func mismatches(tx *db.Tx, after, upto kernel.ID) (all []Mismatch, err error) {
	now, err := findState(tx)
	if err != nil {
		return nil, err
	}
	hidden, err := hiddenNow(tx)
	if err != nil {
		return nil, err
	}
	kept, err := monthsOf(tx, db.If(true, "? AND ?", db.If(!after.IsZero(), "m.account_id > ?", after),
		db.If(!upto.IsZero(), "m.account_id <= ?", upto)), now.Revision)
	if err != nil {
		return nil, err
	}
	kept, _ = latest(kept)
	derived, err := derivedBetween(tx, after, upto, hidden)
	if err != nil {
		return nil, err
	}
	return compareMonths(derived, kept), nil
}

// derivedBetween derives months without keeping them.
func derivedBetween(tx *db.Tx, after, upto kernel.ID, hidden []kernel.ID) (months []AccountMonth, err error) {
	r := roll{orders: map[uint64]order{}}
	var account kernel.ID
	var own []sold
	err = linesBetween(tx, after, upto, hidden, func(id kernel.ID, s sold) error {
		if id != account && len(own) > 0 {
			some, _ := r.take(account, own)
			months, own = append(months, some...), own[:0]
		}
		account, own = id, append(own, s)
		return nil
	})
	if len(own) > 0 {
		some, _ := r.take(account, own)
		months = append(months, some...)
	}
	return months, err
}
