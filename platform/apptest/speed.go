package apptest

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
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

// Report prints the row, and fails the test when the target is missed and
// docs/performance.md does not list it with its profile and cause.
func (s Speed) Report(t *testing.T) {
	t.Helper()
	met := (s.Ratio == 0 || s.Ratio <= s.Most) && (s.Limit == "" || s.Met)
	verdict := "met"
	switch reason := s.listed(); {
	case met:
	case reason != "":
		verdict = reason
	default:
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

// listed is what docs/performance.md says of a target that is missed, such as
// "missed, 6"; empty if it says nothing.
func (s Speed) listed() string {
	page, _ := os.ReadFile(filepath.Join(root(), "docs", "performance.md"))
	for line := range strings.Lines(string(page)) {
		if at := strings.LastIndex(line, "| missed, "); at > 0 && strings.HasPrefix(line, "| "+s.Work+" |") {
			return strings.Trim(line[at:], "| \n")
		}
	}
	return ""
}

// root is the folder of the module, above that of the test.
func root() string {
	dir, _ := os.Getwd()
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	return dir
}

// Median is the middle of n runs of f. What the test left behind while it built
// its data is collected first: a million accounts leave gigabytes, and marking
// and clearing them beside f would be measured with it.
func Median(n int, f func()) time.Duration {
	runtime.GC()
	took := make([]time.Duration, n)
	for i := range took {
		begin := time.Now()
		f()
		took[i] = time.Since(begin)
	}
	slices.Sort(took)
	return took[n/2]
}
