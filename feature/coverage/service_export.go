package coverage

import (
	"context"
	"iter"

	"erba/kernel"
)

// The columns of exported lists, as text keys.
var (
	Sheeted    = []string{"coverage.code", "coverage.account", "coverage.owner", "coverage.tier", "coverage.class", "coverage.need", "coverage.spent", "coverage.fit"}
	ShareSheet = []string{"coverage.place", "coverage.code", "coverage.account", "coverage.tier", "coverage.planned", "coverage.actual"}
)

// everything is more rows than there are.
const everything = 1 << 30

// cell is a number that may be unknown: then it is empty, not zero.
func cell(n *kernel.Decimal) any {
	if n == nil {
		return ""
	}
	return *n
}

// Rows are the accounts in sight, all or those that are served in one way, as rows
// under Sheeted.
func (s *Service) Rows(ctx context.Context, fit string, say func(key string) string) (iter.Seq[[]any], error) {
	b, err := s.book(ctx)
	if err != nil {
		return nil, err
	}
	rows := b.fitting(fitOf(fit))
	if fit == "" {
		rows = b.all()
	}
	return func(yield func([]any) bool) {
		for _, row := range rows {
			r, owner := b.served(row), ""
			if at := b.Owner[row]; at >= 0 {
				owner = b.people[at].name
			}
			if !yield([]any{r.Code, r.Name, owner, say(tierOf(r.Tier).Key()), r.Class, r.Need, cell(r.Spent), say(fitOf(r.Fit).Key())}) {
				return
			}
		}
	}, nil
}

// ShareRows are the shares of a plan that the viewer may take along, as rows under
// ShareSheet: whoever takes anything along here may read budgets.
func (s *Service) ShareRows(ctx context.Context, id kernel.ID, say func(key string) string) (iter.Seq[[]any], error) {
	spread, err := s.Spread(ctx, id, 0, everything)
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
