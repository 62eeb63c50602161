package ledger

import (
	"context"
	"slices"
	"strconv"

	"erba/kernel"
	"erba/platform/db"
)

// BookCosts is BookLines for what was put into accounts.
func (s *Service) BookCosts(ctx context.Context, batch kernel.ID, all []Cost) (Outcome, error) {
	return book(s, ctx, costs, batch, all)
}

// CompareCosts foresees what BookCosts would do, and writes nothing.
func (s *Service) CompareCosts(ctx context.Context, source string, all []Cost) (Foreseen[Cost], error) {
	return compare(s, ctx, costs, source, all)
}

// CostMonths calls row for what was put into every account that changed after a
// revision (0: into all), month by month. A row without entries says that
// nothing is left of a month. The viewer of tx must see every account.
func (s *Service) CostMonths(tx *db.Tx, since int64, row func(*CostMonth) error) error {
	now, err := findState(tx)
	if err != nil {
		return err
	}
	return streamCosts(tx, since, now.Revision, row)
}

// Costs returns a page of what was put into an account, the latest first.
func (s *Service) Costs(ctx context.Context, account kernel.ID, after string, limit int) (page CostRows, err error) {
	on, id, err := parseCursor(after)
	if err != nil {
		return page, err
	}
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		hidden, err := hiddenNow(tx)
		if err == nil {
			page.Rows, err = pageOfCosts(tx, account, on, id, hidden, limit)
		}
		return err
	})
	for i := range page.Rows {
		page.Rows[i].ID = strconv.FormatInt(page.Rows[i].Key, 36)
	}
	if n := len(page.Rows); n > 0 && n == limit {
		page.Next = cursor(page.Rows[n-1].On, page.Rows[n-1].Key)
	}
	return page, err
}

// costedAt is how many accounts are derived in one transaction.
const costedAt = 100

// deriveCosts writes the months of costs of every account a batch touched under
// a revision that nobody sees yet.
func (s *Service) deriveCosts(ctx context.Context, batch kernel.ID, revision int64, who func(now []kernel.ID, batch kernel.ID) []kernel.ID, progress func(done, total int64) error) error {
	var total, done int64
	if err := s.db.Read(asSystem(ctx), func(tx *db.Tx) (err error) { total, err = countTouched(tx, batch); return err }); err != nil {
		return err
	}
	return s.eachTouched(ctx, batch, func(ids []kernel.ID) error {
		for part := range slices.Chunk(ids, costedAt) {
			err := s.db.Write(asSystem(ctx), func(tx *db.Tx) error {
				if err := beat(tx, batch); err != nil {
					return err
				}
				now, err := hiddenNow(tx)
				if err != nil {
					return err
				}
				return keepCosts(tx, part, who(now, batch), revision)
			})
			if done += int64(len(part)); err == nil && progress != nil {
				err = progress(done, total)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// keepCosts derives some accounts and writes what is not what it was.
func keepCosts(tx *db.Tx, accounts, hidden []kernel.ID, revision int64) error {
	derived, err := sumCosts(tx, accounts, hidden)
	if err != nil {
		return err
	}
	versions, err := costVersions(tx, accounts, revision-1)
	if err != nil {
		return err
	}
	current, doubled := latestCosts(versions)
	if err := addCostMonths(tx, revision, differingCosts(derived, current)); err != nil || len(doubled) == 0 {
		return err
	}
	return dropSupersededCosts(tx, revision-1, doubled)
}
