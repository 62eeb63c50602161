package kpi

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Service tells the indicators.
type Service struct {
	db        *db.DB
	users     *identity.Service
	accounts  *account.Service
	methods   *method.Service
	portfolio *portfolio.Service
	goals     Goals
	today     func() kernel.Date
}

// NewService returns the service of indicators.
func NewService(d *db.DB, users *identity.Service, accounts *account.Service, methods *method.Service, p *portfolio.Service, goals Goals) *Service {
	return &Service{db: d, users: users, accounts: accounts, methods: methods, portfolio: p, goals: goals,
		today: kernel.Today}
}

// Dashboard is every figure that the viewer is told, of his accounts.
func (s *Service) Dashboard(ctx context.Context, n Narrow) (d Dashboard, err error) {
	b, err := s.scan(ctx, n, "", false)
	if err != nil {
		return d, err
	}
	aims, err := s.targets(ctx)
	d = Dashboard{Scope: "own", Indicators: []Indicator{}, May: holds(ctx, "indicator:target")}
	if b.facts.Scope() == string(portfolio.Whole) {
		d.Scope = "all"
	}
	d.From, d.Until = b.days()
	for _, one := range Definitions {
		if holds(ctx, one.grant) {
			d.Indicators = append(d.Indicators, b.indicator(one, aims[one.Name]))
		}
	}
	return d, err
}

// days are the first and the last of the year that figures are of.
func (b *board) days() (from, until kernel.Date) {
	return portfolio.MonthOf(b.last - year + 1), portfolio.MonthOf(b.last + 1).Add(-1)
}

func (s *Service) targets(ctx context.Context) (all map[string]Target, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = targets(tx)
		return err
	})
	return all, err
}

// indicator is one figure with its target and its trend.
func (b *board) indicator(d Definition, t Target) Indicator {
	i := Indicator{Definition: d, Value: b.value(d, points-1), Target: b.aim(d, t), Owner: t.Owner, Benchmark: null.None, Version: t.Version, Formula: b.setting.Version}
	i.Light, i.Lacks = b.setting.Light(i.Value, i.Target, d.Down), b.lacks(d, i.Value)
	if d.Name == Acquisition {
		i.Benchmark = null.Of(b.setting.Benchmark)
	}
	for point := range points {
		i.Trend = append(i.Trend, Point{portfolio.MonthOf(b.last - int16(points-1-point) + 1).Add(-1), b.value(d, point)})
	}
	return i
}

// definition is that of a name, if the viewer is told of it: to others there is none.
func definition(ctx context.Context, name string) (Definition, error) {
	d, ok := find(name)
	if !ok || !holds(ctx, d.grant) {
		return d, kernel.Missing("db.missing")
	}
	return d, nil
}

// Detail is one figure: what it was computed from, and of which parts it consists.
func (s *Service) Detail(ctx context.Context, name, by string, n Narrow) (one Detail, err error) {
	d, err := definition(ctx, name)
	if err != nil {
		return one, err
	}
	b, err := s.scan(ctx, n, by, false)
	if err != nil {
		return one, err
	}
	aims, err := s.targets(ctx)
	one = Detail{Indicator: b.indicator(d, aims[name]), Parts: []Part{}}
	one.From, one.Until = b.days()
	one.Explanation = b.explain(d, one.Indicator)
	for word, t := range b.groups {
		p := Part{Word: word, Customers: t.buyers, Sales: t.sales, Value: t.value(name, b.setting)}
		if d.company {
			p.Value = null.None
		}
		p.Light = b.setting.Light(p.Value, partly(d, one.Indicator.Target), d.Down)
		one.Parts = append(one.Parts, p)
	}
	slices.SortFunc(one.Parts, func(a, b Part) int {
		return cmp.Or(-cmp.Compare(a.Sales, b.Sales), cmp.Compare(a.Word, b.Word))
	})
	return one, err
}

// partly is what is aimed at of a part: a sum is aimed at as a whole only.
func partly(d Definition, aim null.Number) null.Number {
	if d.Name == Contribution {
		return null.None
	}
	return aim
}

// Accounts are those behind a figure, of which the first so many are listed.
func (s *Service) Accounts(ctx context.Context, name string, n Narrow, from, limit int) (a Accounts, err error) {
	d, err := definition(ctx, name)
	if err != nil {
		return a, err
	}
	b, err := s.scan(ctx, n, "", true)
	if err != nil {
		return a, err
	}
	average := b.value(d, points-1)
	a = Accounts{Name: name, Rows: []Row{}}
	for i := range b.rows {
		r := &b.rows[i]
		figure, shown := r.concerns(name, average, b.setting)
		if !shown {
			continue
		}
		one := b.facts.Account(r.row)
		a.Rows = append(a.Rows, Row{Account: one.ID, Code: one.Code, Name: one.Name, Owner: one.Owner, Tier: b.facts.Word(ByTier, r.row),
			Sales: r.year.sales, Orders: int(r.year.orders), Value: figure})
	}
	slices.SortFunc(a.Rows, func(x, y Row) int {
		order := cmp.Compare(x.Value, y.Value)
		if !rising(name) {
			order = -order
		}
		return cmp.Or(order, cmp.Compare(x.Code, y.Code))
	})
	a.Count = len(a.Rows)
	a.Rows = a.Rows[min(from, a.Count):min(from+limit, a.Count)]
	return a, nil
}
