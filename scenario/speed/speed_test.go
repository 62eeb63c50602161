// Package speed decides whether the whole product is fast enough: the binary
// runs as users run it, and every figure stands beside a reference of the same
// run. ERBA_BENCH is the share of the data to do it with: 1, or 0.02 to try.
package speed

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"erba/platform/apptest"
)

// share scales what the company has.
func share(n int) int {
	s, err := strconv.ParseFloat(os.Getenv("ERBA_BENCH"), 64)
	if err != nil || s > 1 {
		return n
	}
	return int(float64(n) * s)
}

// TestSpeed follows a company from its files to its screens, on both engines.
func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	bin := build(t)
	t.Run("SQLite", func(t *testing.T) {
		idle := vacant(t, bin)
		c := found(t, bin, filepath.Join(t.TempDir(), "erba.db"))
		took := imported(t, c, idle)
		bare(t, c, took)
		visited(t, c, 1200)
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		dsn := os.Getenv("ERBA_TEST_POSTGRES")
		if dsn == "" {
			t.Skip("ERBA_TEST_POSTGRES is not set: run make bench")
		}
		c := found(t, bin, apptest.Fresh(t, dsn))
		c.run("import", "orders", c.orders, "--tax", "net")
		visited(t, c, 900)
	})
}

// visited measures everything that a server of the company answers.
func visited(t *testing.T, c *company, enough float64) {
	s := started(t, c)
	pages(t, c, s)
	crowd(t, c, s, enough)
	opened(t, c, s)
	statements(t, c)
	searched(t, c, s)
	days(t, c, s)
}

// times are how long calls took, in their order of length.
type times []time.Duration

// measure calls f n times, after some calls that nobody counts.
func measure(n int, f func()) times {
	for range n / 10 {
		f()
	}
	all := make(times, n)
	for i := range all {
		begin := time.Now()
		f()
		all[i] = time.Since(begin)
	}
	slices.Sort(all)
	return all
}

// beside are the medians of two calls that take turns, so that whatever else
// the machine does slows both.
func beside(n int, ours, reference func()) (a, b time.Duration) {
	var first, second times
	for range n {
		first = append(first, measure(1, ours)...)
		second = append(second, measure(1, reference)...)
	}
	slices.Sort(first)
	slices.Sort(second)
	return first.at(50), second.at(50)
}

// at is a quantile in hundredths.
func (t times) at(hundredth int) time.Duration { return t[len(t)*hundredth/100] }

// weight is a size as the table shows it.
func weight(kB float64) string { return fmt.Sprintf("%.0f kB", kB) }

// ms is a time as the table shows it.
func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d.Microseconds())/1000) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
