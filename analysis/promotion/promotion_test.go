package promotion_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
	"erba/analysis/promotion"
	"erba/kernel"
)

func near(a null.Number, b float64) bool { return math.Abs(float64(a)-b) < 1e-9 }

// M75 (e): baseline 50,000, during 80,000, after 45,000.
func TestM75(t *testing.T) {
	r := promotion.Default().Evaluate(promotion.Weeks{Before: []int64{50_000_00, 50_000_00, 50_000_00, 50_000_00}, During: 80_000_00, Days: 7,
		After: []int64{45_000_00, 45_000_00, 45_000_00, 45_000_00}})
	if r.Refused != "" || !near(r.Baseline, 50_000_00) || !near(r.Uplift.Share, 0.6) || !near(r.Dip.Share, -0.1) {
		t.Errorf("%+v", r)
	}
	if !near(r.Extra, 30_000_00) || !near(r.Kept, 10_000_00) {
		t.Errorf("%v, of which %v stay", r.Extra, r.Kept)
	}
}

// Weeks of 40, 60, 45, 55 scatter by √(250/3) = 9.1287; with t(3; 90 %) = 1.6377 and
// one week the half interval is 1.6377 · 9.1287 · √1.25 / 50 = 33.43 %.
func TestTheIntervalComesFromTheSpreadOfTheWeeks(t *testing.T) {
	r := promotion.Default().Evaluate(promotion.Weeks{Before: []int64{40, 60, 45, 55}, During: 80, Days: 7})
	if math.Abs(float64(r.Uplift.Low)-(0.6-0.3343)) > 1e-4 || math.Abs(float64(r.Uplift.High)-(0.6+0.3343)) > 1e-4 {
		t.Errorf("%+v", r.Uplift)
	}
	if r.Dip.Share.Known() || r.Kept.Known() {
		t.Errorf("nobody knows the weeks after: %+v", r.Dip)
	}
}

func TestWhatCannotBeSaidIsNotSaid(t *testing.T) {
	tests := map[string]promotion.Weeks{
		"promotion.few_weeks":   {Before: []int64{1, 2, 3}, During: 5, Days: 7},
		"promotion.not_begun":   {Before: []int64{1, 2, 3, 4}},
		"promotion.no_baseline": {Before: []int64{0, 0, 0, 0}, During: 5, Days: 7},
	}
	for want, w := range tests {
		if r := promotion.Default().Evaluate(w); r.Refused != want || r.Uplift.Share.Known() || r.Extra.Known() {
			t.Errorf("%s: %+v", want, r)
		}
	}
}

// The order of the weeks says nothing, the unit of money neither, and the uplift
// lies in the middle of its interval.
func TestTheUpliftIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.SliceOfN(rapid.Int64Range(1, 1e9), 4, 4).Draw(t, "before")
		during, days := rapid.Int64Range(0, 1e10).Draw(t, "during"), rapid.IntRange(1, 60).Draw(t, "days")
		c := promotion.Default()
		a := c.Evaluate(promotion.Weeks{Before: before, During: during, Days: days})
		turned := []int64{before[2] * 100, before[0] * 100, before[3] * 100, before[1] * 100}
		b := c.Evaluate(promotion.Weeks{Before: turned, During: during * 100, Days: days})
		middle := float64(a.Uplift.Low+a.Uplift.High) / 2
		if off(a.Uplift.Share, b.Uplift.Share) || off(a.Uplift.Low, b.Uplift.Low) || math.Abs(middle-float64(a.Uplift.Share)) > 1e-6*(1+math.Abs(middle)) {
			t.Fatalf("%+v and %+v", a, b)
		}
	})
}

func off(a, b null.Number) bool {
	return math.Abs(float64(a-b)) > 1e-6*(1+math.Abs(float64(a)))
}

func TestConflicts(t *testing.T) {
	a, b := kernel.NewID(), kernel.NewID()
	june := func(from, until int, products ...string) promotion.Window {
		return promotion.Window{Accounts: []kernel.ID{a}, Products: products, From: kernel.On(2026, 6, from), Until: kernel.On(2026, 6, until)}
	}
	one := june(1, 10, "P1", "P2")
	elsewhere := one
	elsewhere.Accounts = []kernel.ID{b}
	tests := map[string]struct {
		other promotion.Window
		want  bool
	}{
		"the same product on the last day": {june(10, 20, "P2"), true},
		"the day after":                    {june(11, 20, "P2"), false},
		"another product":                  {june(5, 6, "P3"), false},
		"all products":                     {june(5, 6), true},
		"another customer":                 {elsewhere, false},
	}
	for name, tt := range tests {
		if one.Conflicts(tt.other) != tt.want || tt.other.Conflicts(one) != tt.want {
			t.Errorf("%s: not %v", name, tt.want)
		}
	}
}

func TestComparableWeeksAreFreeOfOtherPromotions(t *testing.T) {
	c, start := promotion.Default(), kernel.On(2026, 6, 29)
	other := promotion.Window{From: kernel.On(2026, 6, 10), Until: kernel.On(2026, 6, 10)}
	all := c.Comparable(start, other.Overlaps)
	if len(all) != 4 || all[0].Until != kernel.On(2026, 6, 28) || all[2].Until != kernel.On(2026, 6, 7) {
		t.Errorf("%v", all)
	}
	if all := c.Comparable(start, func(_, _ kernel.Date) bool { return true }); len(all) != 0 {
		t.Errorf("%v", all)
	}
	after := c.Following(kernel.On(2026, 6, 30), kernel.On(2026, 7, 15), other.Overlaps)
	if len(after) != 2 || after[0].From != kernel.On(2026, 7, 1) || after[1].Until != kernel.On(2026, 7, 14) {
		t.Errorf("%v", after)
	}
}

func TestBudgets(t *testing.T) {
	tests := map[string]struct {
		b    promotion.Budget
		want int64
	}{
		"five percent of 200,000":  {promotion.Budget{Way: promotion.ByShare, Sales: 200_000_00, Percent: kernel.Whole(5)}, 10_000_00},
		"two tasks":                {promotion.Budget{Way: promotion.ByTask, Tasks: []promotion.Task{{"堆头", 3_000_00}, {"促销员", 4_500_00}}}, 7_500_00},
		"two yuan for each of 900": {promotion.Budget{Way: promotion.ByUnit, Units: 900, Each: 2_00}, 1_800_00},
		"nothing":                  {promotion.Budget{Way: promotion.ByTask}, 0},
		"of no way":                {promotion.Budget{}, 0},
		"below nothing":            {promotion.Budget{Way: promotion.ByUnit, Units: -1, Each: 5}, 0},
		"more than there is":       {promotion.Budget{Way: promotion.ByUnit, Units: 1 << 40, Each: 1 << 40}, 0},
	}
	for name, tt := range tests {
		if got, err := tt.b.Sum(); got != tt.want || (err == nil) != (tt.want > 0) {
			t.Errorf("%s: %d, %v", name, got, err)
		}
	}
}

func TestNonsenseIsNoConfiguration(t *testing.T) {
	if err := promotion.Default().Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*promotion.Config){
		"no weeks":              func(c *promotion.Config) { c.Before = 0 },
		"less reach than weeks": func(c *promotion.Config) { c.Reach = 3 },
		"none after":            func(c *promotion.Config) { c.After = 0 },
		"one week is enough":    func(c *promotion.Config) { c.Least = 1 },
		"surer than sure":       func(c *promotion.Config) { c.Sure = 1 },
		"a method twice":        func(c *promotion.Config) { c.Methods = append(c.Methods, c.Methods[0]) },
	} {
		c := promotion.Default()
		spoil(&c)
		if c.Check() == nil {
			t.Errorf("%s passed", name)
		}
	}
}
