package promotion

import (
	"slices"

	"erba/kernel"
)

// Window is where and when a promotion runs.
type Window struct {
	Accounts []kernel.ID
	Products []string // none: all of them
	From     kernel.Date
	Until    kernel.Date
}

// Conflicts reports whether two promotions tell the same customer of the same
// product on the same day.
func (w Window) Conflicts(o Window) bool {
	return w.Overlaps(o.From, o.Until) && shares(w.Accounts, o.Accounts) &&
		(len(w.Products) == 0 || len(o.Products) == 0 || shares(w.Products, o.Products))
}

// Overlaps reports whether it runs on one of some days, both ends included.
func (w Window) Overlaps(from, until kernel.Date) bool {
	return w.From.Compare(until) <= 0 && from.Compare(w.Until) <= 0
}

func shares[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(one T) bool { return slices.Contains(b, one) })
}

// Span is a week, its first and its last day.
type Span struct{ From, Until kernel.Date }

// Comparable are the whole weeks right before a promotion that no other promotion
// touches, the latest first: as many as make the baseline, as far back as is looked.
func (c Config) Comparable(from kernel.Date, busy func(from, until kernel.Date) bool) (all []Span) {
	for i := 1; i <= c.Reach && len(all) < c.Before; i++ {
		s := Span{from.Add(-7 * i), from.Add(-7*i + 6)}
		if !busy(s.From, s.Until) {
			all = append(all, s)
		}
	}
	return all
}

// Following are the whole weeks right after a promotion that have passed and that no
// other promotion touches.
func (c Config) Following(until, today kernel.Date, busy func(from, until kernel.Date) bool) (all []Span) {
	for i := range c.After {
		s := Span{until.Add(1 + 7*i), until.Add(7 + 7*i)}
		if s.Until.Compare(today) <= 0 && !busy(s.From, s.Until) {
			all = append(all, s)
		}
	}
	return all
}

// The ways to a budget.
const (
	ByShare = "share" // a percentage of the expected sales
	ByTask  = "task"  // what each task costs
	ByUnit  = "unit"  // so much for each piece
)

// Budget is how much a promotion may cost, and how that came about.
type Budget struct {
	Way     string         `json:"way"     enum:"share,task,unit"`
	Sales   int64          `json:"sales"   doc:"By share: expected sales"`
	Percent kernel.Decimal `json:"percent" doc:"By share: of these"`
	Tasks   []Task         `json:"tasks"   doc:"By task"`
	Units   int64          `json:"units"   doc:"By unit: so many pieces"`
	Each    int64          `json:"each"    doc:"By unit: for each of them"`
}

// Task is something that a promotion needs done.
type Task struct {
	Name string `json:"name" maxLength:"60"`
	Cost int64  `json:"cost" minimum:"0"`
}

const highest = 1_000_000_000_00 // minor units of a budget

// Sum is the budget in minor units.
func (b Budget) Sum() (sum int64, err error) {
	bad := kernel.Invalid("promotion.bad_budget").In("budget")
	switch b.Way {
	case ByShare:
		d, err := kernel.Micro(b.Sales).Times(b.Percent)
		if err != nil || b.Sales < 0 || b.Percent.Sign() < 0 {
			return 0, bad
		}
		sum = kernel.Percent(d.Micro(), 1)
	case ByTask:
		for _, t := range b.Tasks {
			if t.Cost < 0 || t.Cost > highest {
				return 0, bad
			}
			sum += t.Cost
		}
	case ByUnit:
		if b.Units < 0 || b.Each < 0 || b.Each > 0 && b.Units > highest/b.Each {
			return 0, bad
		}
		sum = b.Units * b.Each
	default:
		return 0, bad
	}
	if sum <= 0 || sum > highest {
		return 0, bad
	}
	return sum, nil
}
