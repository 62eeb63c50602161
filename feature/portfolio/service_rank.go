package portfolio

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"erba/feature/account"
	"erba/kernel"
)

// Rank puts accounts in the order of a figure of the usual window, for the
// account list. The order by class is that by sales, for a class is a stretch of
// it. By name it knows those of a viewer who sees some and those that a search has
// found, if nothing has changed since the columns were loaded; who sees all finds
// the next page without us. Accounts whose revenue the viewer may not read come
// after all others, in the order of their names, and have no class.
func (s *Service) Rank(ctx context.Context, r account.Ranking) ([]kernel.ID, bool, error) {
	byName := r.By == account.ByName
	if byName && (!s.Ready() || r.Among == nil && seesAll(ctx)) {
		return nil, false, nil
	}
	e, err := s.evaluated(ctx, Ask{})
	if err != nil {
		return nil, false, err
	}
	look := s.lately
	if byName {
		look = s.sight
	}
	seen, err := look(ctx, e.Columns)
	if err == nil && byName && seesAll(ctx) {
		seen.changed, err = s.changed(ctx)
	}
	if err != nil || byName && !seen.holds(e.Columns) {
		return nil, false, err
	}
	told, err := s.told(ctx, revenue, e.Columns, s.lately)
	switch {
	case err != nil:
		return nil, false, err
	case told == nil || byName && r.Keep == nil:
		return e.ranked(r, seen.mask), true, nil
	}
	return e.partly(r, seen.mask, told), true, nil
}

// partly is a page of the accounts under a mask of whose figures only those
// under another are told: the others follow by name, or not at all where
// figures decide.
func (e *Evaluated) partly(r account.Ranking, sight, told Mask) (ids []kernel.ID) {
	begun := !r.After.IsZero() && e.Row(r.After) >= 0 && !told.Has(e.Row(r.After))
	if !begun {
		ids = e.ranked(r, sight.and(told))
	}
	if len(ids) == r.Limit || r.Keep != nil {
		return ids
	}
	r.By, r.Desc, r.Limit = account.ByName, false, r.Limit-len(ids)
	if !begun {
		r.After = kernel.ID{}
	}
	return append(ids, e.ranked(r, e.there.and(sight).without(told))...)
}

// ranked is a page of the accounts under a mask.
func (e *Evaluated) ranked(r account.Ranking, sight Mask) []kernel.ID {
	order := e.orderOf(r)
	after := int32(-1)
	if !r.After.IsZero() {
		if after = e.Row(r.After); after < 0 || sight != nil && !sight.Has(after) {
			return nil
		}
	}
	filter := Filter{Region: r.Region, Industry: r.Industry, Owner: r.Owner}
	take := func(row int32) bool {
		return e.there.Has(row) && (sight == nil || sight.Has(row)) && filter.lets(e.Account(row)) &&
			(r.Keep == nil || r.Keep(e.figures(row)))
	}
	if len(r.Among) > few { // the order is walked until the page is full
		among := e.those(r.Among)
		return e.ids(order.page(after, r.Limit, func(row int32) bool { return among.Has(row) && take(row) }))
	} else if r.Among != nil {
		order = e.among(order, r.Among, &after)
	} else if rows := sight.rows(few); rows != nil {
		order = order.part(rows, &after)
	}
	return e.ids(order.page(after, r.Limit, take))
}

// those is the rows of some accounts.
func (e *Evaluated) those(ids []kernel.ID) Mask {
	m := NewMask(e.Len())
	for _, id := range ids {
		if row := e.Row(id); row >= 0 {
			m.Set(row)
		}
	}
	return m
}

func (e *Evaluated) ids(rows []int32) []kernel.ID {
	ids := make([]kernel.ID, len(rows))
	for i, row := range rows {
		ids[i] = e.accounts[row].ID
	}
	return ids
}

func (e *Evaluated) orderOf(r account.Ranking) *sorted {
	by := byValueDown
	switch {
	case r.By == account.ByName && r.Desc:
		return e.backward
	case r.By == account.ByName:
		return e.names
	case r.By == account.ByLastOrder:
		by = byLastDown
	}
	if !r.Desc {
		by++
	}
	return e.order(by)
}

// few is how many rows are better put in order than looked for among all.
const few = 500

// among is an order of a few accounts only, from behind a row on.
func (e *Evaluated) among(s *sorted, ids []kernel.ID, after *int32) *sorted {
	rows := make([]int32, 0, len(ids))
	for _, id := range ids {
		if row := e.Row(id); row >= 0 {
			rows = append(rows, row)
		}
	}
	return s.part(rows, after)
}

// part is the order of some rows only, from behind a row on.
func (s *sorted) part(rows []int32, after *int32) *sorted {
	from, place := int32(-1), s.places()
	if *after >= 0 {
		from = place[*after]
	}
	rows = slices.DeleteFunc(rows, func(row int32) bool { return place[row] <= from })
	slices.SortFunc(rows, func(a, b int32) int { return cmp.Compare(place[a], place[b]) })
	*after = -1
	return &sorted{rows: slices.Compact(rows)}
}

// Figures are those of accounts that the caller has read under the row filter;
// where he may not read the revenue they say so and nothing else.
func (s *Service) Figures(ctx context.Context, ids []kernel.ID) ([]account.Figures, error) {
	e, err := s.evaluated(ctx, Ask{})
	if err != nil {
		return nil, err
	}
	told, err := s.told(ctx, revenue, e.Columns, s.lately)
	all := make([]account.Figures, 0, len(ids))
	for _, id := range ids {
		switch row := e.Row(id); {
		case row < 0:
		case told != nil && !told.Has(row):
			all = append(all, account.Figures{Account: id, Hidden: true})
		default:
			all = append(all, e.figures(row))
		}
	}
	return all, err
}

func (e *Evaluated) figures(row int32) account.Figures {
	f := account.Figures{Account: e.accounts[row].ID, Sales: e.sales[row], FirstOrder: day(e.first[row]), LastOrder: day(e.final[row]),
		ABC: e.abc[row].String(), Tier: e.tiers[row].String(), KeyAccount: e.key(row)}
	if s := e.scores[row]; s.Scored() {
		f.RFM = strconv.Itoa(s.Number())
	}
	return f
}

// AsOf is the day up to which figures count unless asked otherwise.
func (s *Service) AsOf(ctx context.Context) (kernel.Date, error) {
	e, err := s.evaluated(ctx, Ask{})
	if err != nil {
		return kernel.Date{}, err
	}
	return e.Ask.AsOf, nil
}
