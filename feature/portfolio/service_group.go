package portfolio

import (
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/db"
)

// grouping is a view with its rows put together.
type grouping struct {
	*View
	partition
}

// grouping puts the accounts together of which the viewer is told margins.
func (s *Service) grouping(ctx context.Context, a Ask, f Filter, by string) (g grouping, err error) {
	if g.View, err = s.worthwhile(ctx, a, f); err != nil {
		return g, err
	}
	sight := g.mask
	if by == ByFamily && f != (Filter{}) { // a filter hides nothing that he may see
		all, err := s.worthwhile(ctx, a, Filter{})
		if err != nil {
			return g, err
		}
		sight = all.mask
	}
	if g.partition, err = g.View.partition(by, sight); err != nil {
		return g, err
	}
	names, err := s.owners(ctx, by)
	g.call(func(id kernel.ID) string { return names[id] }, db.SortKey)
	return g, err
}

// owners are what those are called who answer for accounts.
func (s *Service) owners(ctx context.Context, by string) (map[kernel.ID]string, error) {
	names := map[kernel.ID]string{}
	if by != ByOwner {
		return names, nil
	}
	all, err := s.users.Users(ctx)
	for _, u := range all {
		names[u.ID] = u.Name
	}
	return names, err
}

// Grouped is what groups of accounts contribute (method M26).
func (s *Service) Grouped(ctx context.Context, a Ask, f Filter, by string, o Order) (Grouped, error) {
	g, err := s.grouping(ctx, a, f, by)
	if err != nil {
		return Grouped{}, err
	}
	return g.Grouped(by, g.partition, o)
}

// Inside is what one group contributes, with a page of its accounts.
func (s *Service) Inside(ctx context.Context, a Ask, f Filter, by, key string, o Order, from, limit int) (Inside, error) {
	g, err := s.grouping(ctx, a, f, by)
	if err != nil {
		return Inside{}, err
	}
	return g.Inside(key, g.partition, o, from, limit)
}

// GroupRows are all groups as they are listed.
func (s *Service) GroupRows(ctx context.Context, a Ask, f Filter, by string, o Order) (iter.Seq[Group], error) {
	g, err := s.grouping(ctx, a, f, by)
	if err != nil {
		return nil, err
	}
	return g.GroupRows(g.partition, o)
}

// Outlays are what the accounts in sight cost beside their goods, this year and
// the year before. Without a way to put them together they are one portion.
func (s *Service) Outlays(ctx context.Context, a Ask, f Filter, by string) (*Outlays, error) {
	if by == "" {
		v, err := s.worthwhile(ctx, a, f)
		if err != nil {
			return nil, err
		}
		return v.outlays(v.together()), nil
	}
	g, err := s.grouping(ctx, a, f, by)
	if err != nil {
		return nil, err
	}
	return g.outlays(g.partition), nil
}

// OutlayOf is that of one account.
func (s *Service) OutlayOf(ctx context.Context, id kernel.ID, a Ask) (*Outlays, error) {
	v, err := s.worthwhile(ctx, a, Filter{})
	if err != nil {
		return nil, err
	}
	row := v.Row(id)
	if row < 0 || !v.mask.Has(row) {
		return nil, kernel.Missing("db.missing")
	}
	v.mask = NewMask(v.Len())
	v.mask.Set(row)
	return v.outlays(v.together()), nil
}
