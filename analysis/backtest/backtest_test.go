package backtest

import (
	"math"
	"slices"
	"testing"

	"erba/analysis/null"
	"erba/kernel"
	"pgregory.net/rapid"
)

func TestM90Outcomes(t *testing.T) {
	tests := map[string]struct {
		before, after int64
		ordered       bool
		want          Outcome
	}{
		"no order after the day":             {100, 0, false, Left | Shrank},
		"only returns after the day":         {100, -5, false, Left | Shrank},
		"below one half":                     {100, 49, true, Shrank},
		"exactly one half":                   {100, 50, true, 0},
		"a little less than a fifth more":    {100, 119, true, 0},
		"a fifth more":                       {100, 120, true, Grew},
		"returns before, nothing after":      {-5, 0, false, Left},
		"returns before, sales after":        {-5, 100, true, 0},
		"orders whose returns are the whole": {100, 0, true, Shrank},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if got := cfg.Of(tt.before, tt.after, tt.ordered); got != tt.want {
				t.Errorf("got %b, want %b", got, tt.want)
			}
		})
	}
}

func TestM90BackTest(t *testing.T) {
	// ten customers and one account that was none; flagged are the first four
	columns := Columns{
		Flagged: []bool{true, true, true, true, false, false, false, false, false, false, true},
		Active:  []bool{true, true, true, true, true, true, true, true, true, true, false},
		Before:  []int64{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 0},
		After:   []int64{0, 10, 100, 150, 0, 100, 100, 100, 100, 100, 50},
		Ordered: []bool{false, true, true, true, false, true, true, true, true, true, true},
	}
	cfg := Default()
	r := cfg.Run(columns, Left|Shrank)
	if r.Population != 10 || r.Skipped != 1 || r.Flagged != 4 || r.FalseAlarms != 1 {
		t.Errorf("%+v", r)
	}
	// shrunk are three of ten, two of the four flagged: 2/4, 2/3, 0.5/0.3
	if q := r.Shrank; q.Count != 3 || q.Precision != 0.5 || math.Abs(float64(q.Recall)-2.0/3) > 1e-12 || math.Abs(float64(q.Lift)-5.0/3) > 1e-12 {
		t.Errorf("shrank %+v", q)
	}
	if r.Target != r.Shrank || r.Left.Count != 2 || r.Left.Hit != 1 || r.Grew.Count != 1 || r.Grew.Lift != 2.5 {
		t.Errorf("%+v", r)
	}
}

func TestM90WithoutAnybody(t *testing.T) {
	cfg := Default()
	r := cfg.Run(Columns{}, Left)
	for _, n := range []null.Number{r.Left.Precision, r.Left.Recall, r.Left.Lift} {
		if n.Known() {
			t.Errorf("of nobody %v is said", n)
		}
	}
	nobodyLeft := Columns{Flagged: []bool{true}, Active: []bool{true}, Before: []int64{1}, After: []int64{1}, Ordered: []bool{true}}
	if q := cfg.Run(nobodyLeft, Left).Left; q.Precision != 0 || q.Recall.Known() || q.Lift.Known() {
		t.Errorf("a base rate of nothing: %+v", q)
	}
}

func TestM90Refused(t *testing.T) {
	first := kernel.On(2024, 1, 1)
	tests := map[string]struct {
		last, at kernel.Date
		want     string
	}{
		"24 months, tested in the middle":    {kernel.On(2025, 12, 31), kernel.On(2024, 12, 31), ""},
		"a day less than 24 months":          {kernel.On(2025, 12, 30), kernel.On(2024, 12, 31), "backtest.short_ledger"},
		"a day too early":                    {kernel.On(2026, 12, 31), kernel.On(2024, 12, 30), "backtest.too_early"},
		"a day too late":                     {kernel.On(2025, 12, 31), kernel.On(2025, 1, 1), "backtest.too_late"},
		"no ledger at all":                   {kernel.Date{}, kernel.On(2025, 1, 1), "backtest.short_ledger"},
		"three years, tested after eighteen": {kernel.On(2026, 12, 31), kernel.On(2025, 6, 30), ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			from := first
			if tt.last.IsZero() {
				from = tt.last
			}
			if got := Default().Refused(from, tt.last, tt.at); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTheOrderOfCustomersChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "customers")
		flags := func(name string) []bool { return rapid.SliceOfN(rapid.Bool(), n, n).Draw(t, name) }
		sums := func(name string) []int64 { return rapid.SliceOfN(rapid.Int64Range(-20, 200), n, n).Draw(t, name) }
		c, cfg := Columns{flags("flagged"), flags("active"), sums("before"), sums("after"), flags("ordered")}, Default()
		first := cfg.Run(c, Grew)
		slices.Reverse(c.Flagged)
		slices.Reverse(c.Active)
		slices.Reverse(c.Before)
		slices.Reverse(c.After)
		slices.Reverse(c.Ordered)
		second := cfg.Run(c, Grew)
		if first.Population != second.Population || first.Shrank.Hit != second.Shrank.Hit || first.FalseAlarms != second.FalseAlarms || first.Target.Hit != second.Grew.Hit {
			t.Fatalf("%+v and %+v", first, second)
		}
		if first.Population+first.Skipped != n || first.Flagged > first.Population || first.Left.Hit > first.Flagged {
			t.Fatalf("%+v of %d", first, n)
		}
	})
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	for name, cfg := range map[string]Config{
		"shrinking by growing":    {1.2, 1.3, 12},
		"growing by shrinking":    {0.5, 0.9, 12},
		"a window of no months":   {0.5, 1.2, 0},
		"a share that is unknown": {float64(null.None), 1.2, 12},
	} {
		if cfg.Check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}
