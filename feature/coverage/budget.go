package coverage

import (
	"cmp"
	"slices"

	"erba/analysis/allocation"
	cover "erba/analysis/coverage"
	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/kernel"
)

// What a budget is in.
const (
	InMoney = "money"
	InHours = "hours"
)

// Plan is a budget of some months, in hundredths: minor units of money, or
// hundredths of hours.
type Plan struct {
	ID      kernel.ID   `json:"id"      db:"id"`
	Name    string      `json:"name"    db:"name"`
	Unit    string      `json:"unit"    db:"unit" enum:"money,hours"`
	From    kernel.Date `json:"from"    db:"from_on"  doc:"The first day of a month"`
	Until   kernel.Date `json:"until"   db:"until_on" doc:"The last day of a month"`
	Budget  int64       `json:"budget"  db:"budget"`
	Least   int64       `json:"least"   db:"least"    doc:"That every account gets"`
	Leading int         `json:"leading" db:"ahead"  doc:"How many accounts are the top"`
	Config  int64       `json:"version_of_method" db:"config"`
	By      kernel.ID   `json:"by"      db:"by_id"`
	Version int64       `json:"version" db:"version"`
}

// Revision is what who writes it over has read.
func (p Plan) Revision() int64 { return p.Version }

const mostBudget = 1e14

// whole is a plan of whole months, whichever of their days were named.
func (p Plan) whole() Plan {
	if !p.From.IsZero() && !p.Until.IsZero() {
		p.From, p.Until = p.From.Month(), p.Until.Month().AddMonths(1).Add(-1)
	}
	return p
}

// Check reports the first rule that a plan breaks.
func (p Plan) Check() error {
	switch {
	case checkName(p.Name) != nil:
		return checkName(p.Name)
	case p.Unit != InMoney && p.Unit != InHours:
		return kernel.Invalid("coverage.bad_unit")
	case p.From.IsZero() || p.Until.Compare(p.From) < 0 || p.From != p.From.Month() || p.Until.Add(1) != p.Until.Add(1).Month():
		return kernel.Invalid("coverage.whole_months")
	case p.Until.Days(p.From) > 2*366:
		return kernel.Invalid("coverage.too_long")
	case p.Budget <= 0 || p.Budget > mostBudget || p.Least < 0:
		return kernel.Invalid("coverage.bad_budget")
	}
	return nil
}

// Share is what a plan gives an account.
type Share struct {
	Plan    kernel.ID `json:"-"       db:"plan_id"`
	Account kernel.ID `json:"account" db:"account_id"`
	Place   int       `json:"place"   db:"place" doc:"From 1, among the accounts that the viewer sees"`
	Tier    string    `json:"tier"    db:"tier" enum:"MAJOR,NAMED,NONNAMED,MASS"`
	Weight  int64     `json:"weight"  db:"weight"`
	Planned int64     `json:"planned" db:"planned"`
}

// Sharing is a share as it is listed.
type Sharing struct {
	Share
	Code   string `json:"code"`
	Name   string `json:"name"`
	Top    bool   `json:"top"`
	Actual *int64 `json:"actual" doc:"null: nobody has recorded any"`
}

// Layer is a tier in both pyramids: that of the accounts, and that of the resources.
type Layer struct {
	Tier     string `json:"tier" enum:"MAJOR,NAMED,NONNAMED,MASS"`
	Accounts int    `json:"accounts"`
	Planned  int64  `json:"planned"`
	Actual   *int64 `json:"actual" doc:"null: nobody has recorded any"`
	Blank    int    `json:"blank"  doc:"Accounts of which nobody has recorded any: what was put into them is not known"`
}

// Spread is a plan against what was done.
type Spread struct {
	Plan
	Scope    string    `json:"scope"    enum:"whole,own" doc:"own: only what the viewer sees, and no budget"`
	Accounts int       `json:"accounts"`
	Planned  int64     `json:"planned"  doc:"What the shares sum to"`
	Actual   *int64    `json:"actual"   doc:"What was put into these accounts in these months; null: nothing was recorded"`
	Blank    int       `json:"blank"    doc:"Accounts of which nobody has recorded any"`
	Outside  int64     `json:"outside"  doc:"… into others"`
	Aimed    float64   `json:"aimed"    doc:"Share of the top, as planned, 0-1"`
	Reached  *float64  `json:"reached"  doc:"… as it was; null: nothing was recorded"`
	Alarm    bool      `json:"alarm"    doc:"They differ by more than the method allows"`
	Limit    float64   `json:"limit"    doc:"That is, by so much"`
	Layers   []Layer   `json:"layers"   doc:"From the top"`
	Rows     []Sharing `json:"rows"`
	Next     int       `json:"next,omitzero" doc:"0: no more"`
	May      bool      `json:"may"      doc:"The viewer may change it"`
}

// Plans are all, the latest first.
type Plans struct {
	Rows []Plan `json:"rows"`
	May  bool   `json:"may" doc:"The viewer may make one"`
}

// shares lays a budget out over the accounts of a book that have a tier: the
// higher tier first, then by weight.
func (b *book) shares(p *Plan, cfg allocation.Config) ([]Share, error) {
	rows := []int32{}
	for row := range int32(len(b.entries)) {
		if b.Tier[row] != pyramid.None {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil, kernel.Refused("coverage.nothing_to_plan")
	}
	weigh := func(row int32) int64 {
		if cfg.Weight == allocation.Sales {
			return max(0, b.Value[row])
		}
		return b.entries[row].potential
	}
	slices.SortStableFunc(rows, func(x, y int32) int {
		return cmp.Or(cmp.Compare(b.Tier[y], b.Tier[x]), cmp.Compare(weigh(y), weigh(x)))
	})
	weights, all := make([]int64, len(rows)), make([]Share, len(rows))
	for i, row := range rows {
		weights[i] = weigh(row)
	}
	planned, err := cfg.Plan(p.Budget, p.Least, weights)
	if err != nil {
		return nil, err
	}
	for i, row := range rows {
		all[i] = Share{p.ID, b.entries[row].id, i + 1, b.Tier[row].String(), weights[i], planned[i]}
	}
	p.Leading = cfg.Leading(len(rows))
	return all, nil
}

// spread holds shares against what was put in; put says what that is of an account.
// What nobody has recorded is not nothing: it is counted apart.
func (p Plan) spread(cfg allocation.Config, shares []Share, put func(kernel.ID) null.Number) Spread {
	s := Spread{Plan: p, Accounts: len(shares), Limit: cfg.Deviation, Layers: []Layer{}, Rows: []Sharing{}}
	var aimed, reached int64
	layers := map[string]*Layer{}
	for _, tier := range cover.Tiers {
		s.Layers = append(s.Layers, Layer{Tier: tier.String()})
	}
	for i := range s.Layers {
		layers[s.Layers[i].Tier] = &s.Layers[i]
	}
	for _, one := range shares {
		spent := put(one.Account)
		layers[one.Tier].take(one, spent)
		if one.Place <= p.Leading {
			aimed += one.Planned
			if spent.Known() {
				reached += int64(spent)
			}
		}
	}
	for _, l := range s.Layers {
		s.Planned, s.Blank = s.Planned+l.Planned, s.Blank+l.Blank
		if l.Actual != nil {
			s.Actual = plus(s.Actual, *l.Actual)
		}
	}
	s.Aimed = allocation.Share(aimed, s.Planned)
	if s.Actual != nil && *s.Actual > 0 {
		s.Reached = new(allocation.Share(reached, *s.Actual))
		s.Alarm = cfg.Alarming(s.Aimed, *s.Reached)
	}
	return s
}

// take counts one account of a layer.
func (l *Layer) take(one Share, spent null.Number) {
	l.Accounts, l.Planned = l.Accounts+1, l.Planned+one.Planned
	if spent.Known() {
		l.Actual = plus(l.Actual, int64(spent))
	} else {
		l.Blank++
	}
}

// plus is a sum of which nothing may be known yet.
func plus(sum *int64, more int64) *int64 {
	if sum != nil {
		more += *sum
	}
	return &more
}
