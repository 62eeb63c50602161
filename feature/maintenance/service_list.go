package maintenance

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"erba/analysis/maintenance"
	"erba/analysis/null"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

const shown = 60 // activities on a sheet

// Sheet is how one account is looked after.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return sheet, err
	}
	sheet = Sheet{Account: account, Today: s.today(), Currency: facts.Currency, Activities: []Done{}, People: []Person{}}
	if row := facts.Row(account); row >= 0 && facts.Sees(row) {
		sheet.Tier = facts.Word("tier", row)
	}
	return sheet, s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		sheet.May = s.accounts.Require(identity.As(tx, "maintenance:write"), account) == nil
		if err := s.done(tx, &sheet); err != nil {
			return err
		}
		if sheet.Quality, err = quality(tx, account); err != nil {
			return err
		}
		mean := sheet.Quality.rated().Mean()
		sheet.Score, sheet.QualityWhy = told(mean), sheet.Quality.rated().Explain()
		sheet.Stale = sheet.Quality.Version > 0 && sheet.Quality.Expires.Compare(sheet.Today) <= 0
		people, err := s.contacts.People(tx, account)
		for _, c := range people {
			sheet.People = append(sheet.People, Person{c.ID, c.Name, c.Title})
		}
		return err
	})
}

// done fills in what was done, and what follows from it.
func (s *Service) done(tx *db.Tx, sheet *Sheet) error {
	cfg, version, err := s.settings(tx)
	if err != nil {
		return err
	}
	all, err := activities(tx, sheet.Account, kernel.Date{})
	if err != nil {
		return err
	}
	var t tally
	for i := range all {
		if counts(&all[i], &cfg, sheet.Today) {
			t.add(&all[i])
		}
	}
	sheet.Config, sheet.Months, sheet.Forms = version, cfg.Months, t.forms()
	sheet.Judged, sheet.Why = judge(&cfg, t.counts, tierOf(sheet.Tier)), cfg.Explain(t.counts, tierOf(sheet.Tier))
	sheet.Spend, _ = t.sum()
	for _, a := range all[:min(len(all), shown)] {
		d, err := s.effect(tx, &cfg, a)
		if err != nil {
			return err
		}
		sheet.Activities = append(sheet.Activities, d)
	}
	return nil
}

// effect is how much closer they are since an activity.
func (s *Service) effect(tx *db.Tx, cfg *maintenance.Config, a Activity) (d Done, err error) {
	d = Done{Activity: a, Coming: a.On.Compare(s.today()) > 0}
	later := a.On.Add(cfg.After)
	if d.Early = !d.Coming && later.Compare(s.today()) > 0; d.Coming {
		return d, nil
	}
	before, err := s.relations.Closeness(tx, a.Account, a.On.Add(-1))
	if err != nil {
		return d, err
	}
	after := null.None
	if !d.Early {
		if after, err = s.relations.Closeness(tx, a.Account, later); err != nil {
			return d, err
		}
	}
	d.Before, d.After, d.Effect = told(before), told(after), told(maintenance.Effect(before, after))
	return d, nil
}

// book is what a board is made with.
type book struct {
	cfg     maintenance.Config
	version int64
	facts   *portfolio.Facts
	tallies map[kernel.ID]*tally
	all     tally
	days    []Day
}

// open reads it.
func (s *Service) open(ctx context.Context, month kernel.Date) (b *book, err error) {
	b = &book{tallies: map[kernel.ID]*tally{}, days: []Day{}}
	if b.facts, err = s.portfolio.Facts(ctx, kernel.Date{}); err != nil {
		return nil, err
	}
	return b, s.db.Read(ctx, func(tx *db.Tx) error {
		if b.cfg, b.version, err = s.settings(tx); err != nil {
			return err
		}
		all, err := activities(tx, kernel.ID{}, s.today().AddMonths(-b.cfg.Months))
		if err != nil {
			return err
		}
		for i := range all {
			if counts(&all[i], &b.cfg, s.today()) {
				b.add(&all[i])
			}
		}
		return s.calendar(tx, b, month)
	})
}

func (b *book) add(a *Activity) {
	if b.tallies[a.Account] == nil {
		b.tallies[a.Account] = &tally{}
	}
	b.tallies[a.Account].add(a)
	b.all.add(a)
}

// calendar reads the activities of a month.
func (s *Service) calendar(tx *db.Tx, b *book, month kernel.Date) error {
	all, err := between(tx, month, month.AddMonths(1).Add(-1))
	if err != nil {
		return err
	}
	var ids []kernel.ID
	for _, a := range all {
		ids = append(ids, a.Account)
	}
	called, err := names(tx, ids)
	for _, a := range all {
		b.days = append(b.days, Day{a, called[a.Account]})
	}
	return err
}

// asked are the tiers that are on the board even if nothing was done for them.
var asked = []string{"MAJOR", "NAMED"}

// rows are the accounts in sight that are looked after, and those that should be.
func (b *book) rows() (all []Row) {
	for at := range int32(b.facts.Len()) {
		if !b.facts.Sees(at) {
			continue
		}
		a, tier := b.facts.Account(at), b.facts.Word("tier", at)
		t := b.tallies[a.ID]
		if t == nil && !slices.Contains(asked, tier) {
			continue
		}
		if t == nil {
			t = &tally{}
		}
		r := Row{ID: a.ID, Code: a.Code, Name: a.Name, Owner: a.Owner, Tier: tier, Forms: t.counts[:], Judged: judge(&b.cfg, t.counts, tierOf(tier))}
		r.Spend, r.Last = t.sum()
		all = append(all, r)
	}
	slices.SortStableFunc(all, func(x, y Row) int {
		return cmp.Or(cmp.Compare(y.Wanted-y.Used, x.Wanted-x.Used), cmp.Compare(y.Wanted, x.Wanted), cmp.Compare(x.Name, y.Name))
	})
	return all
}

// Board is a page of how the accounts in sight are looked after.
func (s *Service) Board(ctx context.Context, w Which) (Board, error) {
	if w.Month.IsZero() {
		w.Month = s.today()
	}
	w.Month = w.Month.Month()
	b, err := s.open(ctx, w.Month)
	if err != nil {
		return Board{}, err
	}
	all := b.rows()
	board := Board{Today: s.today(), Scope: b.facts.Scope(), Currency: b.facts.Currency, Config: b.version, Months: b.cfg.Months, Accounts: len(all),
		Forms: b.all.forms(), Month: w.Month, Days: b.days, Rows: []Row{}}
	board.Spend, _ = b.all.sum()
	for i := range all {
		if !all[i].Met {
			board.Short++
		}
		if all[i].Single {
			board.Single++
		}
	}
	all = slices.DeleteFunc(all, func(r Row) bool { return !w.takes(&r) })
	from := min(w.From, len(all))
	to := min(from+w.Limit, len(all))
	if board.Rows = append(board.Rows, all[from:to]...); to < len(all) {
		board.Next = to
	}
	return board, nil
}

// Exported are the columns of the exported activities, as text keys.
var Exported = []string{"maintenance.code", "maintenance.account", "maintenance.on", "maintenance.form", "maintenance.what", "maintenance.spend", "maintenance.reached",
	"maintenance.remark", "maintenance.by"}

// Export are all activities in sight as rows under Exported, the latest first, in
// words that say() says.
func (s *Service) Export(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	var all []Activity
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = activities(tx, kernel.ID{}, kernel.Date{})
		return err
	})
	return func(yield func([]any) bool) {
		for _, a := range all {
			row := facts.Row(a.Account)
			if row < 0 || !facts.Sees(row) {
				continue
			}
			of, form := facts.Account(row), "maintenance.form_"+a.Form
			if !yield([]any{of.Code, of.Name, a.On, say(form), a.Title, export.Amount(a.Spend), int64(a.Reached), a.Remark, a.By}) {
				return
			}
		}
	}, err
}

// Population is how many activities there are, of which an export is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	return n, s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = count(tx)
		return err
	})
}
