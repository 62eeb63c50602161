package lifetime

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"erba/analysis/clv"
	"erba/analysis/lifetime"
	"erba/analysis/null"
	"erba/platform/apptest"
)

// everybody are customers who buy every other week or so for two years, and of
// whom some leave.
func everybody(n int) []lifetime.Life {
	random, all := rand.New(rand.NewPCG(3, 5)), make([]lifetime.Life, n)
	for i := range all {
		c := clv.Customer{Age: 104}
		rate, leave, sum := 0.05+0.6*random.Float64(), 0.02+0.2*random.Float64(), 0.0
		for at := random.ExpFloat64() / rate; at < c.Age && (c.X == 0 || random.Float64() > leave); at += random.ExpFloat64() / rate {
			c.X, c.Last, sum = c.X+1, at, sum+(20_000+60_000*random.Float64())
		}
		if c.X > 0 {
			c.Mean = sum / float64(c.X)
		}
		all[i] = lifetime.Life{Customer: c, Margin: null.Of(sum / 2), Bought: true}
	}
	return all
}

// What all tell is worked out in the background; their values once for each
// revision, by whoever asks first.
func TestSpeedOfLifetimes(t *testing.T) {
	apptest.Benchmark(t)
	cfg, all := lifetime.Default(), everybody(100_000)
	var fit lifetime.Fit
	fitted := apptest.Median(3, func() { fit = cfg.Fit(all, 80, 100) })
	if fit.Why != "" {
		t.Fatalf("no forecast: %s", fit.Why)
	}
	known := 0
	valued := apptest.Median(3, func() {
		for i := range all {
			if cfg.Value(&fit, all[i]).Five.Known() {
				known++
			}
		}
	})
	if known != 3*len(all) {
		t.Fatalf("%d values of %d", known, 3*len(all))
	}
	apptest.Speed{Work: "Lifetime: what 100,000 accounts tell of their orders, in the background", Figure: fmt.Sprint(fitted.Round(time.Millisecond)), Reference: "–",
		Limit: "< 3 s", Met: fitted < 3*time.Second}.Report(t)
	apptest.Speed{Work: "Lifetime: values of 100,000 accounts, once for each revision", Figure: fmt.Sprint(valued.Round(time.Millisecond)), Reference: "–",
		Limit: "< 600 ms", Met: valued < 600*time.Millisecond}.Report(t)
}
