package apptest

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"
)

// Speed is one row of the table that make bench prints: something measured
// beside a reference of the same run. On a shared machine only the ratio counts.
type Speed struct {
	Work      string
	Figure    string  // as people read it: 1.2 ms, 83,000 rows/s
	Reference string  // what it is compared with, and its figure
	Ratio     float64 // 0 = there is no reference
	Most      float64 // the ratio that is still good
	Limit     string  // an absolute target in words, "" = none
	Met       bool    // whether that one is met
}

// Benchmark skips a test of speed unless make bench runs it.
func Benchmark(t *testing.T) {
	t.Helper()
	if os.Getenv("ERBA_BENCH") == "" {
		t.Skip("ERBA_BENCH is not set: run make bench")
	}
}

// Report prints the row, and fails the test when the target is missed.
func (s Speed) Report(t *testing.T) {
	t.Helper()
	met := (s.Ratio == 0 || s.Ratio <= s.Most) && (s.Limit == "" || s.Met)
	verdict := "met"
	if !met {
		verdict = "MISSED"
		t.Errorf("%s: %s, ratio %.2f", s.Work, s.Figure, s.Ratio)
	}
	ratio, most := "–", s.Limit
	if s.Ratio > 0 {
		ratio = fmt.Sprintf("%.2f", s.Ratio)
		most = fmt.Sprintf("≤ %.3g ×", s.Most)
		if s.Limit != "" {
			most += ", " + s.Limit
		}
	}
	fmt.Printf("| %s | %s | %s | %s | %s | %s |\n", s.Work, s.Figure, s.Reference, ratio, most, verdict)
}

// Median is the middle of n runs of f.
func Median(n int, f func()) time.Duration {
	took := make([]time.Duration, n)
	for i := range took {
		begin := time.Now()
		f()
		took[i] = time.Since(begin)
	}
	slices.Sort(took)
	return took[n/2]
}
