package ledger

import (
	"fmt"
	"slices"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// What was bought of each product in two years is what the lines say: those before
// are in neither, those taken back in none, and a refresh reads whom a file touched.
func TestWhatWasBoughtOfEachProductInTwoYears(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 3)
		costed := line(ids[0], "S3", "P1", "2025-07-01", 4)
		costed.Cost, costed.Costed = 2500, true
		imports(s, l, line(ids[0], "S1", "P1", "2024-06-30", 1), line(ids[0], "S2", "P1", "2024-07-01", 2), costed,
			line(ids[0], "S4", "P1", "2026-06-30", -1), line(ids[0], "S5", "P2", "2026-06-30", 5), line(ids[1], "S6", "P1", "2025-06-30", 7), line(ids[1], "S7", "P1", "2026-07-01", 7))
		june := MonthOf(kernel.On(2026, 6, 1))
		say := func(t *Traded) string {
			return fmt.Sprintf("%d %s %v %d %d %d %d", slices.Index(ids, t.Account), t.Product, t.Late, t.Quantity/1_000_000, t.Sales, t.Cost, t.Open)
		}
		all := func(since int64) (told []string, changed []kernel.ID) {
			must(s, s.DB.Snapshot(identity.With(s.As("director"), identity.System()), func(tx *db.Tx) (err error) {
				changed, err = l.Traded(tx, since, june, func(t *Traded) error { told = append(told, say(t)); return nil })
				return err
			}))
			return told, changed
		}
		first := []string{"0 P1 false 2 2000 0 2000", "0 P1 true 3 3000 2500 -1000", "0 P2 true 5 5000 0 5000"}
		if got, _ := all(0); !slices.Equal(got, append(slices.Clone(first), "1 P1 false 7 7000 0 7000")) {
			s.Errorf("all: %q", got)
		}
		var now int64
		must(s, s.DB.Snapshot(s.As("director"), func(tx *db.Tx) (err error) { now, err = l.Revision(tx); return err }))
		b, _ := imports(s, l, line(ids[2], "S8", "P3", "2026-01-01", 1))
		if got, changed := all(now); !slices.Equal(got, []string{"2 P3 true 1 1000 0 1000"}) || len(changed) != 1 {
			s.Errorf("what changed: %q of %v", got, changed)
		}
		_, err := l.Undo(s.As("director"), b.ID)
		must(s, err)
		if got, changed := all(now); len(got) != 0 || !slices.Equal(changed, ids[2:]) {
			s.Errorf("taken back: %q of %v", got, changed)
		}
		own := func(role string) (told []string) {
			must(s, s.DB.Snapshot(s.As(role), func(tx *db.Tx) error {
				return l.TradedBy(tx, ids[0], june, func(t *Traded) error { told = append(told, say(t)); return nil })
			}))
			return told
		}
		if got := own("rep"); !slices.Equal(got, first) {
			s.Errorf("of one account: %q", got)
		}
		if got := own("other"); len(got) != 0 {
			s.Errorf("a stranger is told %q", got)
		}
	})
}
