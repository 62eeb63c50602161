package pool

import (
	"context"
	"iter"
	"slices"

	"erba/feature/claim"
	"erba/kernel"
	"erba/platform/db"
)

// List is a page of what lies in the pool, as the viewer may take it.
func (s *Service) List(ctx context.Context, f Filter) (page Page, err error) {
	var rows []row
	var r Rules
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if r, err = rules(tx); err != nil {
			return err
		}
		rows, err = list(tx, f)
		return err
	})
	if err != nil {
		return page, err
	}
	orders, today, err := s.orders(ctx, rows)
	if err != nil {
		return page, err
	}
	page.Rows = make([]Pooled, len(rows))
	for i, one := range rows {
		page.Rows[i] = one.pooled(user(ctx), r, s.today())
		page.Rows[i].Order = bucket(orders[one.Account], today)
	}
	if n := len(rows); n > 0 && n == f.Limit {
		page.Next = rows[n-1].ID
	}
	return page, s.mark(ctx, page.Rows, rows)
}

// pooled is a stay as somebody sees it who may take it.
func (r row) pooled(user kernel.ID, rules Rules, today kernel.Date) Pooled {
	free := r.free(user, rules, today)
	return Pooled{ID: r.Account, Name: r.Name, Region: r.Region, City: r.City, Industry: r.Industry, Way: r.Way, Since: r.Since,
		Was: r.Was, Note: r.Note, Free: free, Reserved: r.From, Mine: free.IsZero() && (r.Reserved.IsZero() || r.Reserved == user)}
}

// orders is when accounts last bought, and the day up to which that is known.
func (s *Service) orders(ctx context.Context, rows []row) (map[kernel.ID]kernel.Date, kernel.Date, error) {
	ids := make([]kernel.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.Account
	}
	figures, err := s.portfolio.Figures(system(ctx), ids)
	if err != nil {
		return nil, kernel.Date{}, err
	}
	last := make(map[kernel.ID]kernel.Date, len(figures))
	for _, f := range figures {
		last[f.Account] = f.LastOrder
	}
	today, err := s.asOf(ctx)
	return last, today, err
}

// mark says which of the accounts somebody else has registered.
func (s *Service) mark(ctx context.Context, all []Pooled, rows []row) error {
	return s.db.Read(ctx, func(tx *db.Tx) error {
		companies := make([]claim.Company, len(rows))
		for i, r := range rows {
			companies[i] = claim.Company{Name: r.Name, City: r.City, USCC: r.USCC}
		}
		holders, err := s.claims.Claimants(tx, companies)
		for i := range all {
			if err == nil && !holders[i].IsZero() && holders[i] != user(ctx) {
				all[i].Claimed, all[i].Mine = true, false
			}
		}
		return err
	})
}

const many = 1000 // from here on it does not matter how many they are

// Standing is how the viewer stands with the pool.
func (s *Service) Standing(ctx context.Context) (st Standing, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if st.Rules, err = rules(tx); err != nil {
			return err
		}
		st.Rules.Spare = []kernel.ID{}
		if st.Count, err = counted(tx, many); err != nil {
			return err
		}
		if st.Places.Regions, err = regions(tx); err != nil {
			return err
		}
		if st.Places.Industries, err = industries(tx); err != nil {
			return err
		}
		n, err := held(tx, user(ctx), s.today())
		if err != nil {
			return err
		}
		st.Held, st.Today = n.Held, n.Today
		st.Soon, err = warnedOf(tx, user(ctx))
		return err
	})
	return st, err
}

// Warnings is a page of the accounts in sight that are about to fall.
func (s *Service) Warnings(ctx context.Context, after kernel.ID, limit int) (page Warnings, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		page.Rows, err = warnings(tx, after, limit)
		return err
	})
	if n := len(page.Rows); err == nil && n > 0 && n == limit {
		page.Next = page.Rows[n-1].Account
	}
	if err == nil {
		page.AsOf, err = s.asOf(ctx)
	}
	return page, err
}

// Exported are the columns of the exported pool, as text keys.
var Exported = []string{"pool.name", "pool.region", "pool.city", "pool.industry", "pool.way", "pool.since", "pool.reserved"}

// everything is more accounts than there are.
const everything = 1 << 30

// Export is the whole pool, as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, f Filter, say func(key string) string) (iter.Seq[[]any], error) {
	f.Limit, f.After = everything, kernel.ID{}
	var rows []row
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		rows, err = list(tx, f)
		return err
	})
	return func(yield func([]any) bool) {
		for _, r := range rows {
			if !yield([]any{r.Name, r.Region, r.City, r.Industry, say(r.wayKey()), r.Since, r.From}) {
				return
			}
		}
	}, err
}

// ExportedWarnings are the columns of what is about to fall.
var ExportedWarnings = []string{"pool.code", "pool.name", "pool.class", "pool.last", "pool.by", "pool.days", "pool.due"}

// ExportWarnings is all that is about to fall and that the viewer may take along.
func (s *Service) ExportWarnings(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	page, err := s.Warnings(ctx, kernel.ID{}, everything)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for w := range slices.Values(page.Rows) {
			if !yield([]any{w.Code, w.Name, say(w.classKey()), w.Last, say(w.byKey()), w.Days, w.Due}) {
				return
			}
		}
	}, nil
}

// Population is of how many accounts an exported list is a part.
func (s *Service) Population(ctx context.Context) (int64, error) { return s.accounts.Population(ctx) }
