package coverage

import (
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/identity"
)

// The columns of exported lists, as text keys.
var (
	PeopleSheet = []string{"coverage.person", "coverage.hours_asked", "coverage.capacity", "coverage.spent", "coverage.tier_MAJOR", "coverage.tier_NAMED",
		"coverage.tier_NONNAMED", "coverage.tier_MASS", "coverage.untiered", "coverage.faults"}
	FitSheet   = []string{"coverage.code", "coverage.account", "coverage.owner", "coverage.tier", "coverage.class", "coverage.need", "coverage.spent", "coverage.fit"}
	ShareSheet = []string{"coverage.place", "coverage.code", "coverage.account", "coverage.tier", "coverage.planned", "coverage.actual"}
)

// everything is more rows than there are.
const everything = 1 << 30

// PeopleRows are who covers how much, as rows under PeopleSheet.
func (s *Service) PeopleRows(ctx context.Context) (iter.Seq[[]any], error) {
	board, err := s.Board(ctx)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for _, p := range board.Staff {
			if !yield([]any{p.Name, p.Hours, p.Capacity, cell(p.Spent), p.Major, p.Named, p.NonNamed, p.Mass, p.Untiered, p.Faults}) {
				return
			}
		}
	}, nil
}

// cell is a number that may be unknown: then it is empty, not zero.
func cell(n *kernel.Decimal) any {
	if n == nil {
		return ""
	}
	return *n
}

// FitRows are the accounts that are served in one way, as rows under FitSheet.
func (s *Service) FitRows(ctx context.Context, fit string, say func(key string) string) (iter.Seq[[]any], error) {
	f, err := s.Fits(ctx, fit, 0, everything)
	if err != nil {
		return nil, err
	}
	names, err := s.names(ctx)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for _, r := range f.Rows {
			if !yield([]any{r.Code, r.Name, names[r.Owner], say(tierOf(r.Tier).Key()), r.Class, r.Need, cell(r.Spent), say(fitOf(r.Fit).Key())}) {
				return
			}
		}
	}, nil
}

// names are those of all users.
func (s *Service) names(ctx context.Context) (map[kernel.ID]string, error) {
	users, err := s.users.Users(system(ctx))
	names := make(map[kernel.ID]string, len(users))
	for _, u := range users {
		names[u.ID] = u.Name
	}
	return names, err
}

// ShareRows are the shares of a plan in sight, as rows under ShareSheet.
func (s *Service) ShareRows(ctx context.Context, id kernel.ID, say func(key string) string) (iter.Seq[[]any], error) {
	spread, err := s.Spread(identity.Under(ctx, budgeting), id, 0, everything)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for _, r := range spread.Rows {
			if !yield([]any{r.Place, r.Code, r.Name, say(tierOf(r.Tier).Key()), hundredths(&r.Planned), hundredths(r.Actual)}) {
				return
			}
		}
	}, nil
}

// hundredths are a number as people write it.
func hundredths(n *int64) any {
	if n == nil {
		return ""
	}
	return kernel.Micro(*n * 10_000)
}
