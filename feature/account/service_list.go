package account

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	sieve  = 500  // rows looked at in one go when only some of them are wanted
	counts = 1000 // above it a count says "1,000+"

	everybody = 1 << 30 // more accounts than anybody has
)

// List returns a page of the accounts that the viewer may see. While figures are
// still loading, a list that can do without them does.
func (s *Service) List(ctx context.Context, f Filter) (page Page, err error) {
	page.Rows = make([]Row, 0, f.Limit)
	page.Pending = !f.sifts() && !f.ranked() && !s.ranker.Ready()
	judge := s.judge
	if page.Pending {
		judge = s.measured
	}
	err = s.each(ctx, f, judge, func(r Row) bool {
		page.Rows = append(page.Rows, r)
		return len(page.Rows) < f.Limit
	})
	if n := len(page.Rows); n > 0 && n == f.Limit {
		page.Next = page.Rows[n-1].ID
	}
	return page, err
}

// Count says how many accounts a filter finds.
func (s *Service) Count(ctx context.Context, f Filter) (c Count, err error) {
	if f.sifts() {
		f.Limit = counts
		err = s.each(ctx, f, s.judge, func(Row) bool { c.Accounts++; return c.Accounts <= counts })
	} else {
		err = s.db.Read(ctx, func(tx *db.Tx) error {
			c.Accounts, err = count(tx, f, counts+1)
			return err
		})
	}
	c.Capped = c.Accounts > counts
	c.Accounts = min(c.Accounts, counts)
	return c, err
}

// each hands over the accounts of a filter in its order, until take says no.
func (s *Service) each(ctx context.Context, f Filter, judge func(context.Context, []Row) error, take func(Row) bool) error {
	if f.sifts() {
		f.Limit = max(f.Limit, sieve)
	}
	those, err := s.within(ctx, f)
	if err != nil {
		return err
	}
	for {
		rows, last, err := s.page(ctx, f, those)
		if err == nil {
			err = judge(ctx, rows)
		}
		if err != nil {
			return err
		}
		for _, r := range rows {
			if those.has(r.ID) && f.keeps(r) && !take(r) {
				return nil
			}
		}
		if f.After = last; last.IsZero() {
			return nil
		}
	}
}

// portion is how many rows an export reads at a time.
const portion = 1000

// Each hands over all accounts of a filter in its order, however many.
func (s *Service) Each(ctx context.Context, f Filter, take func(Row) error) (err error) {
	f.After, f.Limit = kernel.ID{}, portion
	ended := s.each(ctx, f, s.judge, func(r Row) bool {
		err = take(r)
		return err == nil
	})
	return errors.Join(err, ended)
}

// Population is how many accounts there are, whoever asks: against it a list is
// measured that leaves.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = population(tx)
		return err
	})
	return n, err
}

// Exported notes who takes which accounts out of the program.
func (s *Service) Exported(ctx context.Context, f Filter, columns string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, "account.exported", "account", kernel.ID{}, map[string]any{"filter": f, "columns": columns})
	})
}

// page reads what follows f.After, and after which account to go on.
func (s *Service) page(ctx context.Context, f Filter, those within) (rows []Row, last kernel.ID, err error) {
	if f.ranked() || f.byName() && !f.picks() {
		if rows, last, known, err := s.ranked(ctx, f, those); known || f.ranked() || err != nil {
			return rows, last, err
		}
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if f.Sort == ByOwner {
			rows, err = byOwner(tx, f)
		} else {
			rows, err = list(tx, f, db.If(false, ""))
		}
		return err
	})
	if n := len(rows); n > 0 && n == f.Limit {
		last = rows[n-1].ID
	}
	return rows, last, err
}

// ranked reads a page in an order that the Ranker knows. Its rows come from a
// statement with the row filter, so a right that was lost is lost at once.
func (s *Service) ranked(ctx context.Context, f Filter, those within) (rows []Row, last kernel.ID, known bool, err error) {
	r := Ranking{By: cmp.Or(f.Sort, ByName), Desc: f.Desc, After: f.After, Limit: f.Limit,
		Region: f.Region, Industry: f.Industry, Owner: f.Owner}
	if f.Class != "" || f.Stage != "" {
		asOf, err := s.ranker.AsOf(ctx)
		if err != nil {
			return nil, last, false, err
		}
		by, err := s.class(ctx)
		if err != nil {
			return nil, last, false, err
		}
		r.Keep = func(g Figures) bool { return f.keepsFigures(g, asOf, by) }
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if r.Among, err = among(tx, f); err != nil {
			return err
		}
		r.Among = those.both(r.Among)
		var ids []kernel.ID
		if ids, known, err = s.ranker.Rank(ctx, r); err != nil || !known {
			return err
		}
		rows, err = some(tx, ids)
		last = lastOf(ids, rows, f.Limit)
		return err
	})
	return rows, last, known, err
}

// among are the accounts that the Ranker cannot find by itself, nil if it can.
func among(tx *db.Tx, f Filter) ([]kernel.ID, error) {
	switch {
	case f.picks():
		return matches(tx, f)
	case f.Search != "":
		return tx.Hits(words, f.Search, everybody)
	}
	return nil, nil
}

// lastOf is after which account to go on: the last that was read, or that was
// ranked if none of them may be read any more.
func lastOf(ids []kernel.ID, rows []Row, limit int) (last kernel.ID) {
	switch {
	case len(ids) < limit || len(ids) == 0:
	case len(rows) > 0:
		last = rows[len(rows)-1].ID
	default:
		last = ids[len(ids)-1]
	}
	return last
}

// byOwner reads a page in the order of the owners' names, those without one at
// the end: owner after owner, because no column of accounts has that order.
func byOwner(tx *db.Tx, f Filter) (rows []Row, err error) {
	queue, err := owners(tx)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(queue, func(a, b owner) int {
		return cmp.Or(cmp.Compare(db.SortKey(a.Name), db.SortKey(b.Name)), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	queue = append(queue, owner{})
	if f.Desc {
		slices.Reverse(queue)
	}
	if !f.After.IsZero() {
		before, err := find(tx, f.After)
		if err != nil {
			return nil, err
		}
		queue = queue[max(0, slices.IndexFunc(queue, func(o owner) bool { return o.ID == before.Owner })):]
	}
	part := f
	part.Sort = ByName
	for _, o := range queue {
		part.Limit = f.Limit - len(rows)
		more, err := list(tx, part, db.If(true, "? AND ?",
			db.If(!o.ID.IsZero(), "a.owner_id = ?", o.ID), db.If(o.ID.IsZero(), "a.owner_id IS NULL")))
		if rows = append(rows, more...); err != nil || len(rows) == f.Limit {
			return rows, err
		}
		part.After = kernel.ID{}
	}
	return rows, nil
}

// judge adds figures, size and stage to rows.
func (s *Service) judge(ctx context.Context, rows []Row) error {
	ids := make([]kernel.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	all, err := s.ranker.Figures(ctx, ids)
	if err != nil {
		return err
	}
	asOf, err := s.ranker.AsOf(ctx)
	if err != nil {
		return err
	}
	by, err := s.class(ctx)
	if err != nil {
		return err
	}
	figures := make(map[kernel.ID]*Figures, len(all))
	for i := range all {
		figures[all[i].Account] = &all[i]
	}
	for i := range rows {
		rows[i].judge(figures[rows[i].ID], asOf, by)
	}
	return nil
}

// measured adds what can be told without figures.
func (s *Service) measured(ctx context.Context, rows []Row) error {
	by, err := s.class(ctx)
	for i := range rows {
		rows[i].measure(by)
	}
	return err
}

// Facets are the values that accounts in sight have, to filter by.
func (s *Service) Facets(ctx context.Context) (all []Facet, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		for _, column := range []string{"region", "industry", "ownership", "status"} {
			more, err := facets(tx, column)
			if err != nil {
				return err
			}
			all = append(all, more...)
		}
		return nil
	})
	return all, err
}

// unranked knows no figures; it stands in until somebody does.
type unranked struct{}

// Rank knows no order.
func (unranked) Rank(context.Context, Ranking) ([]kernel.ID, bool, error) { return nil, false, nil }

// Ready says that nobody needs to wait for figures.
func (unranked) Ready() bool { return true }

// Figures knows none.
func (unranked) Figures(context.Context, []kernel.ID) ([]Figures, error) { return nil, nil }

// AsOf is today.
func (unranked) AsOf(context.Context) (kernel.Date, error) { return kernel.Today(), nil }
