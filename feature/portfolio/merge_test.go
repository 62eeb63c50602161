package portfolio

import (
	"fmt"
	"slices"
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// Estimates and the points of quarters go with an account that turns out to be
// another one, where that has none; parted, both have what they had, and what
// was judged since stays with the one of which it was said.
func TestAMergeTakesEstimatesAndQuartersAlong(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		from, into := st.ids[3], st.ids[4]
		judged := func(id kernel.ID, kind string, value, version int64) {
			_, err := st.Judge(s.As("director"), Estimate{Account: id, Kind: kind, Value: value, Version: version, Evidence: "talk with the buyer"})
			must(s, err)
		}
		judged(from, Demand, 1, 0)
		judged(from, Demand, 2, 1)
		judged(from, Potential, 3, 0)
		judged(into, Potential, 4, 0)
		s.Exec(`INSERT INTO portfolio_quarters (account_id, quarter, score, class) VALUES (?, '2026Q1', 1, 'C'), (?, '2026Q2', 2, 'B'), (?, '2026Q2', 3, 'A')`, from, from, into)
		is := func(id kernel.ID) (said []string) {
			must(s, s.DB.Read(s.As("director"), func(tx *db.Tx) error {
				all, err := db.List[Estimate](tx, `SELECT `+estimateColumns+` FROM portfolio_estimates e WHERE e.account_id = ? AND ? ORDER BY e.kind, e.version`, id, tx.Visible("e.account_id"))
				for _, e := range all {
					said = append(said, fmt.Sprintf("%s %d=%d%s", e.Kind, e.Version, e.Value, map[bool]string{true: "!"}[e.Latest]))
				}
				must(s, err)
				kept, err := quarters(tx, "2026Q1")
				for _, q := range kept {
					if q.Account == id {
						said = append(said, fmt.Sprint(q.Quarter, " ", q.Score))
					}
				}
				return err
			}))
			return said
		}
		check := func(when string, id kernel.ID, want ...string) {
			s.Helper()
			if got := is(id); !slices.Equal(got, want) {
				s.Errorf("%s: %q, want %q", when, got, want)
			}
		}
		accounts := account.New(s.Kit)
		m, err := accounts.Merge(s.As("director"), from, into, nil)
		must(s, err)
		check("merged", into, "demand 1=1", "demand 2=2!", "potential 1=4!", "2026Q1 1", "2026Q2 3")
		judged(into, Demand, 5, 2)
		must(s, accounts.Part(s.As("director"), m.ID))
		check("parted", from, "demand 1=1", "demand 2=2!", "potential 1=3!", "2026Q1 1", "2026Q2 2")
		check("parted, the other one", into, "demand 3=5!", "potential 1=4!", "2026Q2 3")
	})
}
