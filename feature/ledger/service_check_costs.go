package ledger

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
)

// soundCosts compares the roll-up of costs with the entries, some hundred
// accounts at a time.
func (s *Service) soundCosts(ctx context.Context) error {
	for after, more := (kernel.ID{}), true; more; {
		err := s.db.Snapshot(asSystem(ctx), func(tx *db.Tx) error {
			ids, err := costedAfter(tx, after, costedAt)
			if more = len(ids) > 0; !more || err != nil {
				return err
			}
			after = ids[len(ids)-1]
			return agreeOnCosts(tx, ids)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// agreeOnCosts refuses when the roll-up of some accounts is not their entries.
func agreeOnCosts(tx *db.Tx, accounts []kernel.ID) error {
	now, err := findState(tx)
	if err != nil {
		return err
	}
	hidden, err := hiddenNow(tx)
	if err != nil {
		return err
	}
	derived, err := sumCosts(tx, accounts, hidden)
	if err != nil {
		return err
	}
	versions, err := costVersions(tx, accounts, now.Revision)
	if err != nil {
		return err
	}
	kept, _ := latestCosts(versions)
	if wrong := differingCosts(derived, kept); len(wrong) > 0 {
		return kernel.Refused("ledger.costs_unsound", "rows", len(wrong), "month", wrong[0].Month.String(), "account", wrong[0].Account.String())
	}
	return nil
}
