package goal

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"

	rules "erba/analysis/goal"
	"erba/analysis/null"
	"erba/analysis/segment"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/export"
)

// book is all that the goals of a year are judged by, as the viewer may read it.
type book struct {
	*portfolio.Facts
	cfg    rules.Config
	year   int64
	goals  []Goal // by account
	today  kernel.Date
	fields struct{ sales, tier, class int }
}

// open reads the book of a year; 0 is the year in which the ledger ends.
func (s *Service) open(ctx context.Context, year int64) (b *book, err error) {
	if year != 0 && (year < earliest || year > latest) {
		return nil, kernel.Invalid("goal.bad_year")
	}
	b = &book{year: year, today: s.today()}
	if b.Facts, err = s.portfolio.Facts(ctx, kernel.Date{}); err != nil {
		return nil, err
	}
	if now, _, _ := b.Ask.AsOf.Parts(); b.year == 0 {
		b.year = int64(now)
	} else if end := kernel.On(int(b.year), 12, 31); end.Compare(b.Ask.AsOf) < 0 {
		if b.Facts, err = s.portfolio.Facts(ctx, end); err != nil {
			return nil, err
		}
	}
	b.fields.sales, b.fields.tier, b.fields.class = place(b.Facts, "sales"), place(b.Facts, "tier"), place(b.Facts, "grid")
	return b, s.db.Read(ctx, func(tx *db.Tx) error {
		if b.cfg, err = s.settings(tx); err != nil {
			return err
		}
		b.goals, err = goals(tx, b.year)
		return err
	})
}

// place is where a field stands, −1 where the viewer may not read it.
func place(f *portfolio.Facts, name string) int {
	return slices.IndexFunc(f.Fields(), func(one segment.Field) bool { return one.Name == name })
}

// tier is the metric of an account's tier.
func (b *book) tier(account kernel.ID) rules.Metric {
	if row := b.Row(account); row >= 0 && b.Sees(row) && b.fields.tier >= 0 {
		return b.cfg.Primary(b.Text(b.fields.tier, row))
	}
	return b.cfg.Primary("")
}

// of is the goal of an account, with version 0 if it has none.
func (b *book) of(account kernel.ID) Goal {
	at, found := slices.BinarySearchFunc(b.goals, account, func(g Goal, id kernel.ID) int { return g.Account.Compare(id) })
	if !found {
		return Goal{Account: account, Year: b.year}
	}
	return b.goals[at]
}

// read is the account of a row and how far it is.
func (b *book) read(row int32) (r Row) {
	a := b.Account(row)
	r = Row{ID: a.ID, Code: a.Code, Name: a.Name, Owner: a.Owner, Goal: b.of(a.ID), row: row}
	r.given.Sales, r.given.Wallet = null.None, null.None
	if b.fields.sales >= 0 {
		r.given.Sales = b.Number(b.fields.sales, row)
	}
	if b.fields.tier >= 0 && b.fields.class >= 0 {
		r.Tier, r.Class = b.Text(b.fields.tier, row), b.Text(b.fields.class, row)
	}
	r.Sales, r.Asked, r.given.Tier = amount(r.given.Sales), rules.Asked(r.Tier, r.Class), r.Tier
	if e, said := b.Wallet(row); said {
		r.Wallet = Wallet{&e.Value, e.Quality, e.By, e.On, e.Expires, e.Evidence, e.Stale(b.today)}
		r.given.Wallet = null.Of(e.Value)
	}
	r.judge(&b.cfg)
	return r
}

// each calls take for every account in sight.
func (b *book) each(take func(*Row)) {
	for row := range int32(b.Len()) {
		if b.Sees(row) {
			r := b.read(row)
			take(&r)
		}
	}
}

// Which narrows and orders a list of goals.
type Which struct {
	Year  int64
	Owner kernel.ID
	Show  string // "": asked or set; set, unset, fault, all
	Sort  string // "": white space; attainment, share, sales
	From  int
	Limit int
}

// takes reports whether a list is about an account.
func (w Which) takes(r *Row) bool {
	switch {
	case !w.Owner.IsZero() && r.Owner != w.Owner:
		return false
	case w.Show == "all":
		return true
	case w.Show == "set":
		return r.Goal.Version > 0
	case w.Show == "unset":
		return r.Asked && r.Goal.Version == 0
	case w.Show == "fault":
		return r.Fault
	}
	return r.Asked || r.Goal.Version > 0
}

// rank is by what an account is ordered, the largest first; the least attained
// comes first, because there is most to do.
func (w Which) rank(r *Row) float64 {
	switch w.Sort {
	case "attainment":
		return -known(r.Attainment)
	case "share":
		return known(r.Share)
	case "sales":
		if r.Sales != nil {
			return float64(*r.Sales)
		}
		return math.NaN()
	}
	if r.Space != nil {
		return float64(*r.Space)
	}
	return math.NaN()
}

func known(v *float64) float64 {
	if v == nil {
		return math.NaN()
	}
	return *v
}

// ordered puts the highest first and those without a rank last.
func ordered(all []Row) {
	slices.SortStableFunc(all, func(a, b Row) int {
		if lost, other := math.IsNaN(a.rank), math.IsNaN(b.rank); lost || other {
			return cmp.Compare(number(lost), number(other))
		}
		return cmp.Compare(b.rank, a.rank)
	})
}

func number(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// List is a page of accounts with their goals, and the sums of all people.
func (s *Service) List(ctx context.Context, w Which) (g Goals, err error) {
	b, err := s.open(ctx, w.Year)
	if err != nil {
		return g, err
	}
	g = Goals{Year: b.year, AsOf: b.Ask.AsOf, Scope: b.Scope(), Currency: b.Currency, Rows: []Row{}}
	all, people := b.list(w)
	for _, p := range people {
		g.People = append(g.People, *p)
	}
	slices.SortFunc(g.People, func(a, b Person) int { return cmp.Or(cmp.Compare(b.Space, a.Space), a.Owner.Compare(b.Owner)) })
	g.Total, g.Count = b.total(w), len(all)
	from := min(max(w.From, 0), len(all))
	to := min(from+w.Limit, len(all))
	if g.Rows = append(g.Rows, all[from:to]...); to < len(all) {
		g.Next = to
	}
	return g, nil
}

// list is whom a question is about, in its order, and everybody's sums.
func (b *book) list(w Which) (all []Row, people map[kernel.ID]*Person) {
	people = map[kernel.ID]*Person{}
	b.each(func(r *Row) {
		p := people[r.Owner]
		if p == nil {
			p = &Person{Owner: r.Owner}
			people[r.Owner] = p
		}
		if p.add(r); w.takes(r) {
			r.rank = w.rank(r)
			all = append(all, *r)
		}
	})
	ordered(all)
	return all, people
}

// total is what the accounts of the owner that is asked about, or of all, are together.
func (b *book) total(w Which) (t Person) {
	b.each(func(r *Row) {
		if w.Owner.IsZero() || r.Owner == w.Owner {
			t.add(r)
		}
	})
	t.Owner = w.Owner
	return t
}

// Sheet is all about one account's goal.
func (s *Service) Sheet(ctx context.Context, account kernel.ID, year int64) (sheet Sheet, err error) {
	if err := s.require(ctx, account); err != nil {
		return sheet, err
	}
	b, err := s.open(ctx, year)
	if err != nil {
		return sheet, err
	}
	row := b.Row(account)
	if row < 0 || !b.Sees(row) {
		return sheet, kernel.Missing("db.missing")
	}
	sheet = Sheet{Year: b.year, AsOf: b.Ask.AsOf, Currency: b.Currency, Tier: b.tier(account), Row: b.read(row)}
	sheet.Why = b.cfg.Explain(sheet.Row.given)
	e, err := s.portfolio.Estimate(ctx, account, portfolio.Demand)
	sheet.Estimate = e.Version
	return sheet, err
}

// Header are the columns of an exported list.
var Header = []string{"goal.account_code", "goal.account_name", "goal.tier", "goal.sales", "goal.wallet", "goal.quality", "goal.share",
	"goal.space", "goal.goal_amount", "goal.goal_share", "goal.primary", "goal.attainment", "goal.secondary", "goal.colour"}

// Export is the whole list as rows under Header; say is how words are said.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	b, err := s.open(ctx, w.Year)
	if err != nil {
		return nil, err
	}
	all, _ := b.list(w)
	rows := func(yield func([]any) bool) {
		for i := range all {
			if !yield(all[i].cells(say)) {
				return
			}
		}
	}
	return rows, s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, "goal.exported", "goal", kernel.ID{}, map[string]any{"accounts": len(all), "year": b.year})
	})
}

func (r *Row) cells(say func(key string) string) []any {
	word := func(prefix, word string) any {
		if word == "" {
			return nil
		}
		return say(prefix + word)
	}
	share := (*float64)(nil)
	if r.Goal.Share != nil {
		share = new(float64(*r.Goal.Share) / whole)
	}
	return []any{r.Code, r.Name, r.Tier, sum(r.Sales), sum(r.Wallet.Value), word("goal.quality_", r.Wallet.Quality), part(r.Share), sum(r.Space),
		sum(r.Goal.Amount), part(share), word("goal.value_", string(r.Primary)), part(r.Attainment), part(r.Secondary), word("goal.colour_", string(r.Colour))}
}

func sum(minor *int64) any {
	if minor == nil {
		return nil
	}
	return export.Amount(*minor)
}

func part(v *float64) any {
	if v == nil {
		return nil
	}
	return kernel.Micro(int64(math.Round(*v * 1e6)))
}
