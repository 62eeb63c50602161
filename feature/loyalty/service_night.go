package loyalty

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// watched are the tiers whose ladder is kept, beside key accounts and those of
// whom somebody has said something.
var watched = []string{"MAJOR", "NAMED"}

// Settled is what a night has brought.
type Settled struct {
	Accounts int `json:"accounts" doc:"Whose ladder is kept"`
}

// Settle notes on which rungs all accounts that matter stand.
func (s *Service) Settle(ctx context.Context) (done Settled, err error) {
	ctx = identity.With(ctx, identity.System())
	all, err := s.concerned(ctx)
	done.Accounts = len(all)
	for part := range slices.Chunk(all, 50) {
		if err != nil {
			return done, err
		}
		err = s.db.Write(ctx, func(tx *db.Tx) error {
			for _, id := range part {
				if err := s.settle(tx, id); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return done, err
}

func (s *Service) concerned(ctx context.Context) (all []kernel.ID, err error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	for row := range int32(facts.Len()) {
		if facts.Sees(row) && (facts.Value("key_account", row) == 1 || slices.Contains(watched, facts.Word("tier", row))) {
			all = append(all, facts.Account(row).ID)
		}
	}
	return all, s.db.Read(ctx, func(tx *db.Tx) error {
		some, err := positions(tx, kernel.ID{})
		for _, p := range some {
			all = append(all, p.Account)
		}
		slices.SortFunc(all, kernel.ID.Compare)
		all = slices.Compact(all)
		return err
	})
}
