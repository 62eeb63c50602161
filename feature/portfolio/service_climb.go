package portfolio

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// back is for how many years the points of quarters are kept at hand.
const back = 4

// loadQuarters are the points and classes of the last years.
func loadQuarters(tx *db.Tx) ([]Quarter, error) {
	return quarters(tx, nameOf(kernel.Today().AddMonths(-12*back)))
}

// climb keeps the points and classes of this quarter for the quarters to come:
// those that are new, a chunk in each transaction.
func (s *Service) climb(ctx context.Context, e *Evaluated) error {
	var news []Quarter
	for row := range int32(e.Len()) {
		if q, ok := e.quarter(row); ok && !slices.Contains(about(e.quarters, (*Quarter).account, q.Account), q) {
			news = append(news, q)
		}
	}
	for some := range slices.Chunk(news, chunk) {
		accounts := make([]kernel.ID, len(some))
		for i, q := range some {
			accounts[i] = q.Account
		}
		if err := s.write(ctx, func(tx *db.Tx) error {
			for part := range slices.Chunk(accounts, 100) {
				if err := dropQuarters(tx, some[0].Quarter, part...); err != nil {
					return err
				}
			}
			return addQuarters(tx, some)
		}); err != nil {
			return err
		}
	}
	return nil
}
