package kpi

import (
	"erba/analysis/null"
	"erba/kernel"
)

// The ways to break figures down.
const (
	ByTier     = "tier"
	ByRegion   = "region"
	ByIndustry = "industry"
	ByOwner    = "owner"
)

// Narrow are the accounts that figures are asked of; "" is all.
type Narrow struct {
	Tier, Region, Industry string
	Owner                  kernel.ID
}

// all reports whether no account is left out.
func (n Narrow) all() bool { return n == Narrow{} }

// board is what was counted for a viewer: a year at each month of the trend, and
// groups and accounts at the last of them.
type board struct {
	last    int16 // the last whole month
	whole   bool  // every account is in sight, and none is left out
	setting *Setting
	trend   [points]tally
	groups  map[string]*tally
	rows    []behind
}

// behind is an account of the year that was asked about.
type behind struct {
	row          int32
	year         twelve
	contribution null.Number
	marketing    null.Number
	wallet       null.Number
	earned       bool
}

// now is the tally of the last year.
func (b *board) now() *tally { return &b.trend[points-1] }

// group is that of a word.
func (b *board) group(word string) *tally {
	t := b.groups[word]
	if t == nil {
		one := fresh()
		t = &one
		b.groups[word] = t
	}
	return t
}

// value is an indicator at a point of the trend. What is told of the whole company
// is told to nobody who does not see all of it.
func (b *board) value(d Definition, point int) null.Number {
	if d.company && !b.whole {
		return null.None
	}
	if d.Name == Loyalty && point != points-1 {
		return null.None // shares of wallets are known as of today only
	}
	return b.trend[point].value(d.Name, b.setting)
}

// concerns says whether an account is behind an indicator, and with which figure:
// whom we lost, who bought once, who cost most.
func (r *behind) concerns(name string, average null.Number, s *Setting) (figure null.Number, shown bool) {
	y := r.year
	switch name {
	case Retention, Churn:
		return null.Of(y.bought), y.before > 0 && y.orders == 0
	case Repeat:
		return null.Of(y.sales), y.orders == 1
	case OrderValue:
		own := null.Ratio(null.Of(y.sales), null.Of(y.orders))
		return own, own.Known() && average.Known() && own < average
	case Marketing:
		return r.marketing, r.marketing.Known() && r.marketing != 0
	case Lifetime:
		return null.Of(y.sales - y.cost), y.orders > 0 && r.earned && y.cost != 0
	case Loyalty:
		return r.wallet, r.wallet.Known() && float64(r.wallet) < s.Loyal
	case Contribution:
		return r.contribution, r.contribution.Known()
	}
	return null.Of(y.sales), y.fresh
}

// rising reports whether the accounts behind an indicator begin with the lowest.
func rising(name string) bool { return name == Contribution || name == Lifetime || name == Loyalty }
