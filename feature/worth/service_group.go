package worth

import (
	"context"
	"iter"
	"slices"

	"erba/feature/portfolio"
)

// Grouped is what groups contribute, Inside one of them with its accounts.
type (
	Grouped = portfolio.Grouped
	Inside  = portfolio.Inside
)

// Grouped is what groups of the accounts in sight contribute.
func (s *Service) Grouped(ctx context.Context, a Ask, by string, o Order) (Grouped, error) {
	return s.portfolio.Grouped(ctx, a.question(), a.filter(), by, portfolio.Order(o))
}

// Inside is what one group contributes, with a page of its accounts.
func (s *Service) Inside(ctx context.Context, a Ask, by, key string, o Order, from, limit int) (Inside, error) {
	return s.portfolio.Inside(ctx, a.question(), a.filter(), by, key, portfolio.Order(o), from, limit)
}

// Groups are all groups as rows.
func (s *Service) Groups(ctx context.Context, a Ask, by string, o Order, say Say) (iter.Seq[[]any], error) {
	all, err := s.portfolio.GroupRows(ctx, a.question(), a.filter(), by, portfolio.Order(o))
	return rows(all, func(g portfolio.Group) []any { return grouped(g, say) }), err
}

// Movers are all groups by how they moved, as rows.
func (s *Service) Movers(ctx context.Context, a Ask, by string, say Say) (iter.Seq[[]any], error) {
	_, groups, _, err := s.shifts(ctx, a, by)
	return rows(slices.Values(groups), func(g shifted) []any { return mover(g, say) }), err
}

// ProductLines are all product lines as rows.
func (s *Service) ProductLines(ctx context.Context, a Ask, say Say) (iter.Seq[[]any], error) {
	l, err := s.Lines(ctx, a)
	return rows(slices.Values(l.Rows), func(one Line) []any { return lined(one, say) }), err
}
