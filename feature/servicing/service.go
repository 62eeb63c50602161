package servicing

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"erba/analysis/servicing"
	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps how well accounts were served, and says whether it pays.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	portfolio *portfolio.Service
	methods   *method.Service
	today     func() kernel.Date
}

// NewService returns the service of service against its cost.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, p *portfolio.Service, methods *method.Service) *Service {
	account.Keep(events, belongings)
	return &Service{d, accounts, p, methods, kernel.Today}
}

// book is what rows are made with.
type book struct {
	*portfolio.Facts
	config  servicing.Config
	version int64
	indexes []Index
}

// open reads it: the accounts of which the viewer is told margins, and how they
// were rated, or one of them.
func (s *Service) open(ctx context.Context, one kernel.ID) (b *book, err error) {
	b = &book{}
	if b.Facts, err = s.portfolio.Margins(ctx); err != nil {
		return nil, err
	}
	return b, s.db.Read(ctx, func(tx *db.Tx) error {
		if b.config, b.version, err = method.Setting[servicing.Config](s.methods, tx, "M44"); err != nil {
			return err
		}
		b.indexes, err = indexes(tx, one)
		return err
	})
}

// quarter is what is known of the account of a row in a quarter. Until the ledger
// has all of it, what it took and left is less than a quarter's, and not told.
func (b *book) quarter(row int32, i Index) Quarter {
	if portfolio.MonthOf(b.Whole()).Compare(lastMonth(i.Quarter)) < 0 {
		return Quarter{Index: i}
	}
	served := b.Served(row, i.Quarter, lastMonth(i.Quarter))
	return Quarter{i, minor(served.Cost), minor(served.Gross)}
}

// List is a page of the accounts that are rated in one of two quarters.
func (s *Service) List(ctx context.Context, w Which) (Servings, error) {
	b, err := s.open(ctx, kernel.ID{})
	if err != nil {
		return Servings{}, err
	}
	l := Servings{Scope: b.Scope(), Currency: b.Currency, Config: b.version, Quarters: quartersOf(b.indexes), Band: b.config.Band, Rows: []Row{}}
	l.Before, l.After = w.quarters(l.Quarters)
	if !l.Before.IsZero() && l.Before.Compare(l.After) >= 0 {
		return l, kernel.Invalid("servicing.backward")
	}
	all := b.rows(l.Before, l.After)
	l.Parts = parts(all)
	if w.Type != "" {
		all = slices.DeleteFunc(all, func(r Row) bool { return r.Type != w.Type })
	}
	from := min(w.From, len(all))
	to := min(from+w.Limit, len(all))
	if l.Rows = append(l.Rows, all[from:to]...); to < len(all) {
		l.Next = to
	}
	return l, nil
}

// quarters are those that a list compares: those asked for, else the two latest
// that are rated.
func (w Which) quarters(known []kernel.Date) (before, after kernel.Date) {
	after, before = w.After, w.Before
	if after.IsZero() && len(known) > 0 {
		after = known[0]
	}
	for _, q := range known {
		if before.IsZero() && q.Compare(after) < 0 {
			before = q
		}
	}
	if before.IsZero() && !after.IsZero() {
		before = after.AddMonths(-3)
	}
	return before, after
}

// rows are the accounts in sight that are rated in one of two quarters.
func (b *book) rows(before, after kernel.Date) (all []Row) {
	for i := 0; i < len(b.indexes); {
		end := i + 1
		for end < len(b.indexes) && b.indexes[end].Account == b.indexes[i].Account {
			end++
		}
		own := b.indexes[i:end]
		if row := b.Row(own[0].Account); row >= 0 && b.Sees(row) && (at(own, before).Version > 0 || at(own, after).Version > 0) {
			all = append(all, b.row(row, at(own, before), at(own, after)))
		}
		i = end
	}
	slices.SortStableFunc(all, byCost)
	return all
}

// at is the rating of a quarter, with version 0 if there is none.
func at(own []Index, quarter kernel.Date) Index {
	for _, i := range own {
		if i.Quarter == quarter {
			return i
		}
	}
	return unrated(kernel.ID{}, quarter)
}

func (b *book) row(row int32, before, after Index) Row {
	a := b.Account(row)
	r := Row{ID: a.ID, Code: a.Code, Name: a.Name, Before: b.quarter(row, before), After: b.quarter(row, after)}
	r.Compared = compare(&b.config, r.Before, r.After)
	return r
}

// shown is how many quarters an account's sheet shows at least.
const shown = 4

// Sheet is what there is to say about an account.
func (s *Service) Sheet(ctx context.Context, id kernel.ID) (sheet Sheet, err error) {
	b, err := s.open(ctx, id)
	if err != nil {
		return sheet, err
	}
	row := b.Row(id)
	if row < 0 || !b.Sees(row) {
		return sheet, kernel.Missing("db.missing")
	}
	sheet = Sheet{Currency: b.Currency, Quarters: []Quarter{}}
	if n := b.indexes; len(n) >= 2 {
		one := compare(&b.config, b.quarter(row, n[1]), b.quarter(row, n[0]))
		sheet.Compared = &one
	}
	for _, q := range s.latest(b.indexes) {
		sheet.Quarters = append(sheet.Quarters, b.quarter(row, at(b.indexes, q)))
	}
	return sheet, s.db.Read(ctx, func(tx *db.Tx) error {
		sheet.May = s.accounts.Require(identity.As(tx, "servicing:rate"), id) == nil
		return nil
	})
}

// latest are the last quarters, and those before that are rated.
func (s *Service) latest(own []Index) []kernel.Date {
	all := quartersOf(own)
	for n := range shown {
		if q := quarterOf(s.today()).AddMonths(-3 * n); !slices.Contains(all, q) {
			all = append(all, q)
		}
	}
	slices.SortFunc(all, func(a, b kernel.Date) int { return b.Compare(a) })
	return all
}

// Of is the rating of a quarter.
func (s *Service) Of(ctx context.Context, account kernel.ID, quarter kernel.Date) (i Index, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		i, err = index(tx, account, quarter)
		return err
	})
	return i, err
}

// Rate says how well an account was served in a quarter, in place of the version
// that was read.
func (s *Service) Rate(ctx context.Context, i Index) (Index, error) {
	viewer, _ := identity.From(ctx)
	i.ID, i.Evidence, i.Latest = kernel.NewID(), strings.TrimSpace(i.Evidence), true
	i.ByID, i.By, i.On = viewer.ID, cmp.Or(viewer.Name, viewer.Login), s.today()
	if err := i.Check(s.today()); err != nil {
		return i, err
	}
	return i, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, i.Account); err != nil {
			return err
		}
		old, err := index(tx, i.Account, i.Quarter)
		if err != nil {
			return err
		}
		if old.Version != i.Version {
			return kernel.Stale("db.stale")
		}
		if old.Version > 0 {
			if err := retire(tx, old.ID, old.Version); err != nil {
				return err
			}
		}
		i.Version++
		if err := add(tx, i); err != nil {
			return err
		}
		return audit.Note(tx, "servicing.rated", "account", i.Account, i)
	})
}
