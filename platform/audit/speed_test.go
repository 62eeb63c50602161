package audit_test

import (
	"testing"
	"time"

	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/db"
)

// TestSpeed seals what has piled up while the sealer was away, beside the time
// that writing it took.
func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	const waiting = 100_000
	apptest.Each(t, nil, func(s *apptest.Stage) {
		writing := apptest.Median(1, func() { pile(s, waiting) })
		sealing := apptest.Median(1, func() { seal(s) })
		if found, err := audit.Verify(s.Context(), s.DB); err != nil || found.Unsealed > 0 || found.Entries < waiting {
			s.Errorf("%+v, %v", found, err)
		}
		apptest.Speed{Work: "sealing 100,000 audit rows that wait, " + s.Name(), Figure: sealing.Round(time.Millisecond).String(),
			Reference: "writing them " + writing.Round(time.Millisecond).String(), Ratio: float64(sealing) / float64(writing), Most: 1}.Report(s.T)
	})
}

// pile writes so many entries, a thousand to a transaction.
func pile(s *apptest.Stage, n int) {
	for range n / 1000 {
		write(s, func(tx *db.Tx) error {
			for range 1000 {
				if err := audit.Note(tx, "thing.done", "thing", s.User("rep").ID, map[string]int{"sum": 1}); err != nil {
					return err
				}
			}
			return nil
		})
	}
}
