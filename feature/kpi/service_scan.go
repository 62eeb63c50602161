package kpi

import (
	"context"
	"iter"
	"slices"

	"erba/analysis/kpi"
	"erba/analysis/lifetime"
	"erba/analysis/null"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Goals says which wallet shares are known.
type Goals interface {
	Shares(ctx context.Context) (iter.Seq2[kernel.ID, float64], error)
}

// marketed are the kinds of cost that marketing is made of.
var marketed = []string{ledger.Material, ledger.Promotion, ledger.Favour}

// scanned is a board with the facts that it was counted from.
type scanned struct {
	board
	facts *portfolio.Facts
}

// scan counts everything at once, out of the columns in memory; listed keeps what
// was counted of each account.
func (s *Service) scan(ctx context.Context, n Narrow, by string, listed bool) (*scanned, error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	b := &scanned{board{last: facts.Whole(), whole: n.all() && facts.Scope() == string(portfolio.Whole), groups: map[string]*tally{}}, facts}
	for i := range b.trend {
		b.trend[i] = fresh()
	}
	if err := s.read(ctx, b); err != nil {
		return nil, err
	}
	wallets, err := s.wallets(ctx, facts)
	if err != nil {
		return nil, err
	}
	b.walk(n, by, listed, wallets)
	return b, nil
}

// read takes in the setting, and what was entered of the whole company.
func (s *Service) read(ctx context.Context, b *scanned) error {
	return s.db.Read(ctx, func(tx *db.Tx) error {
		set, err := s.setting(tx)
		if err != nil {
			return err
		}
		b.setting = &set
		if !b.whole || !holds(ctx, margin) {
			return nil
		}
		first := b.last - int16(points+year-2)
		all, err := inputs(tx, portfolio.MonthOf(first), portfolio.MonthOf(b.last))
		for _, one := range all {
			y, m, _ := one.Month.Parts()
			b.enter(int(int16(12*y+m-1)-first), one)
		}
		return err
	})
}

// enter adds an input to the years that its month is in.
func (b *board) enter(at int, one Input) {
	for point := max(0, at-year+1); point <= min(at, points-1); point++ {
		into := &b.trend[point].winning
		if one.Kind == Keeping {
			into = &b.trend[point].keeping
		}
		into.add(at, one.Amount)
	}
}

// setting is what is in force today.
func (s *Service) setting(tx *db.Tx) (set Setting, err error) {
	if set.Config, set.Version, err = method.Setting[kpi.Config](s.methods, tx, "M90"); err != nil {
		return set, err
	}
	bargain, _, err := method.Setting[kpi.Case](s.methods, tx, "M03")
	if err != nil {
		return set, err
	}
	life, _, err := method.Setting[lifetime.Config](s.methods, tx, lifetime.ID)
	set.Benchmark, set.Discount = bargain.Benchmark, life.Discount
	return set, err
}

// wallets are the known shares, row by row.
func (s *Service) wallets(ctx context.Context, f *portfolio.Facts) ([]null.Number, error) {
	all, err := s.goals.Shares(ctx)
	if err != nil {
		return nil, err
	}
	column := slices.Repeat([]null.Number{null.None}, f.Len())
	for id, share := range all {
		if row := f.Row(id); row >= 0 {
			column[row] = null.Of(share)
		}
	}
	return column, nil
}

// walk counts account by account.
func (b *scanned) walk(n Narrow, by string, listed bool, wallets []null.Number) {
	f, first := b.facts, b.last-span+1
	var c course
	lets, word := letting(f, n), wording(f, by)
	marketing := b.marketing(lets)
	var contributed [points]func(int32, int64, int64) null.Number
	for point := range contributed {
		contributed[point] = f.Contributed(b.last - int16(points-1-point))
	}
	for row := range int32(f.Len()) {
		if !f.Told(row) || !lets(row) {
			continue
		}
		c.clear()
		f.Walk(row, func(m portfolio.Step) { c.add(int(m.Month-first), m.Sales, m.Cost, m.Orders) })
		c.sum()
		earned := f.Earned(row)
		for point := range points {
			y := c.at(point)
			b.trend[point].add(y, earned)
			if earned {
				b.trend[point].contribute(contributed[point](row, y.sales, y.cost))
			}
		}
		r := behind{row, c.at(points - 1), null.None, marketing[row], wallets[row], earned}
		if earned {
			r.contribution = contributed[points-1](row, r.year.sales, r.year.cost)
		}
		b.now().hold(&r, b.setting.Loyal)
		if by != "" {
			g := b.group(word(row))
			g.add(r.year, earned)
			g.contribute(r.contribution)
			g.hold(&r, b.setting.Loyal)
			g.market(r.marketing)
		}
		if listed {
			b.rows = append(b.rows, r)
		}
	}
}

// letting says which rows a narrowing lets through.
func letting(f *portfolio.Facts, n Narrow) func(row int32) bool {
	return func(row int32) bool {
		a := f.Account(row)
		return (n.Region == "" || a.Region == n.Region) && (n.Industry == "" || a.Industry == n.Industry) &&
			(n.Owner.IsZero() || a.Owner == n.Owner) && (n.Tier == "" || f.Word(ByTier, row) == n.Tier)
	}
}

// wording is the group of a row.
func wording(f *portfolio.Facts, by string) func(row int32) string {
	return func(row int32) string {
		a := f.Account(row)
		switch by {
		case ByRegion:
			return a.Region
		case ByIndustry:
			return a.Industry
		case ByOwner:
			if a.Owner.IsZero() {
				return ""
			}
			return a.Owner.String()
		}
		return f.Word(ByTier, row)
	}
}

// marketing adds up what marketing took, month by month for the trend and account
// by account for the last year.
func (b *scanned) marketing(lets func(int32) bool) []null.Number {
	column := slices.Repeat([]null.Number{null.None}, b.facts.Len())
	var months [points + year - 1]int64
	first := b.last - int16(len(months)-1)
	b.facts.Spent(marketed, func(row int32, month int16, money int64) {
		if at := int(month - first); at >= 0 && at < len(months) && lets(row) {
			months[at] += money
			if month > b.last-year {
				if !column[row].Known() {
					column[row] = 0
				}
				column[row] += null.Of(money)
			}
		}
	})
	for point := range points {
		sum := int64(0)
		for _, money := range months[point : point+year] {
			sum += money
		}
		if sum != 0 { // in a year of which nobody has recorded anything it is not known
			b.trend[point].market(null.Of(sum))
		}
	}
	return column
}

// holds reports whether the viewer holds a grant for anything at all.
func holds(ctx context.Context, grant string) bool {
	viewer, _ := identity.From(ctx)
	return viewer.May(grant)
}
