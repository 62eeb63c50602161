package fee_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/fee"
	"erba/kernel"
)

func share(percent int64) kernel.Decimal { return kernel.Micro(percent * 10_000) }

// M74 (e): a margin of 40 %.
func TestM74(t *testing.T) {
	tests := []struct {
		sales, fees, net, even int64
		rate                   float64
		ok                     bool
	}{
		{100_000_00, 30_000_00, 10_000_00, 75_000_00, 0.3, true},
		{50_000_00, 25_000_00, -5_000_00, 62_500_00, 0.5, false},
		{62_500_00, 25_000_00, 0, 62_500_00, 0.4, true},
	}
	for _, tt := range tests {
		r := fee.Judge(fee.Ground{Sales: tt.sales, Margin: share(40)}, tt.fees)
		if r.Net != tt.net || *r.Even != tt.even || math.Abs(float64(r.Rate)-tt.rate) > 1e-12 || r.OK != tt.ok || r.Most != 0.4 {
			t.Errorf("%d of %d: %+v, from %d", tt.fees, tt.sales, r, *r.Even)
		}
	}
	g := fee.Activity{Baseline: 50_000_00, With: 80_000_00, Margin: share(40), Fee: 9_000_00}.Gain()
	if g.Net != 3_000_00 || !g.OK || math.Abs(float64(g.Back)-1.0/3) > 1e-12 {
		t.Errorf("the activity: %+v", g)
	}
}

func TestWithoutAMarginNothingIsCovered(t *testing.T) {
	for _, percent := range []int64{0, -5} {
		r := fee.Judge(fee.Ground{Sales: 100_00, Margin: share(percent)}, 0)
		if r.OK || r.Even != nil {
			t.Errorf("%d %%: %+v", percent, r)
		}
		if g := (fee.Activity{With: 100, Margin: share(percent)}).Gain(); g.OK || g.Back.Known() {
			t.Errorf("%d %%: %+v", percent, g)
		}
	}
	if r := fee.Judge(fee.Ground{Margin: share(40)}, 100_00); r.OK || r.Rate.Known() || *r.Even != 250_00 {
		t.Errorf("nothing sold: %+v", r)
	}
}

func TestTheMarginWeighsWithTheSales(t *testing.T) {
	g := fee.Weighted(fee.Ground{Sales: 300_00, Margin: share(20)}, fee.Ground{Sales: 100_00, Margin: share(40)})
	if g.Sales != 400_00 || g.Margin != share(25) {
		t.Errorf("%+v", g)
	}
	if g := fee.Weighted(); g.Margin.Sign() != 0 {
		t.Errorf("of nothing: %+v", g)
	}
}

// From the break-even on fees are covered, and not one cent before it.
func TestTheBreakEvenIsTheLowest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		margin := kernel.Micro(rapid.Int64Range(1000, 1_000_000).Draw(t, "margin"))
		fees := rapid.Int64Range(1, 1_000_000_00).Draw(t, "fees")
		even := *fee.Judge(fee.Ground{Margin: margin}, fees).Even
		if !fee.Judge(fee.Ground{Sales: even, Margin: margin}, fees).OK || fee.Judge(fee.Ground{Sales: even - 1, Margin: margin}, fees).OK {
			t.Fatalf("from %d on", even)
		}
	})
}

// More fees never help, more sales never hurt.
func TestTheRuleIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := fee.Ground{Sales: rapid.Int64Range(0, 1e12).Draw(t, "sales"), Margin: kernel.Micro(rapid.Int64Range(0, 1_000_000).Draw(t, "margin"))}
		fees, more := rapid.Int64Range(0, 1e12).Draw(t, "fees"), rapid.Int64Range(0, 1e12).Draw(t, "more")
		now := fee.Judge(g, fees)
		if fee.Judge(g, fees+more).Net > now.Net || fee.Judge(fee.Ground{Sales: g.Sales + more, Margin: g.Margin}, fees).Net < now.Net {
			t.Fatal("not monotone")
		}
	})
}

func TestTheTreeOfFees(t *testing.T) {
	c := fee.Default()
	if err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if got := c.Below("tp3"); len(got) != 7 || got[0] != "tp3" {
		t.Errorf("%v", got)
	}
	if got := c.Below("dm"); !slices.Equal(got, []string{"dm"}) {
		t.Errorf("%v", got)
	}
	if got := c.Below(""); len(got) != 7 {
		t.Errorf("%v", got)
	}
	for name, bad := range map[string][]fee.Type{
		"empty":            {},
		"twice":            {{"a", "甲", "A", ""}, {"a", "乙", "B", ""}},
		"below a stranger": {{"a", "甲", "A", "b"}},
		"without a name":   {{"a", "", "A", ""}},
		"in a circle":      {{"a", "甲", "A", "b"}, {"b", "乙", "B", "a"}},
	} {
		if (fee.Config{Types: bad, Tight: 0.8, Year: 1}).Check() == nil {
			t.Errorf("a tree %s passed", name)
		}
	}
}

func TestTheLight(t *testing.T) {
	c := fee.Default()
	for fees, want := range map[int64]string{0: fee.Covered, 31_999: fee.Covered, 32_000: fee.Tight, 40_000: fee.Tight, 40_001: fee.Short} {
		g := fee.Ground{Sales: 100_000, Margin: share(40)}
		if got := c.Light(fee.Judge(g, fees)); got != want {
			t.Errorf("%d: %s", fees, got)
		}
		if e := c.Explain(g, fees); e.Result != "fee.light_"+want || want == fee.Short != (len(e.Changes) == 2) {
			t.Errorf("%d: %+v", fees, e)
		}
	}
}

func TestAYearOfFees(t *testing.T) {
	c := fee.Default()
	c.Year = 4
	if from, until := c.Period(kernel.On(2026, 3, 31)); from != kernel.On(2025, 4, 1) || until != kernel.On(2026, 3, 31) {
		t.Errorf("%s to %s", from, until)
	}
	if from, _ := c.Period(kernel.On(2026, 4, 1)); from != kernel.On(2026, 4, 1) {
		t.Errorf("%s", from)
	}
}
