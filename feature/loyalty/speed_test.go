package loyalty

import (
	"fmt"
	"path"
	"slices"
	"testing"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// crowd are accounts of one owner, a fifth of which stand on a rung with each of two
// lines, and stood on another one last year.
func (g *ground) crowd(n int) {
	all := make([]account.Account, n)
	for i := range all {
		all[i] = account.Account{Code: fmt.Sprintf("C%06d", i), Name: fmt.Sprintf("客户%06d", i)}
	}
	for part := range slices.Chunk(all, 5_000) {
		g.must(account.New(g.Kit).Open(g.As("rep"), part...))
	}
	var stood []Standing
	moved := g.today().Add(-60)
	for i := 0; i < n; i += 5 {
		for j, line := range []string{"水泵", "阀门"} {
			one := Standing{ID: kernel.NewID(), Account: all[i].ID, Line: line, Rung: 1 + i%9, Sales: int64(i) * 100, Since: moved.Add(-400), Until: moved}
			now := one
			now.ID, now.Rung, now.Since, now.Until = kernel.NewID(), 1+(i+j)%9, moved, kernel.Date{}
			stood = append(stood, one, now)
		}
	}
	g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error { return addStandings(tx, stood...) }))
	g.must(g.DB.Analyze(g.Context()))
}

// TestSpeed draws the ladder of 20,000 accounts with two lines each.
func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = kernel.Today
		g.crowd(100_000)
		on := path.Base(s.Name())
		board := func() {
			b, err := g.Board(s.As("director"), Which{Limit: 50})
			g.must(err)
			if len(b.Rows) != 50 || b.Movement.Customers != 20_000 {
				t.Fatalf("%d rows, %+v", len(b.Rows), b.Movement)
			}
		}
		board()
		took := apptest.Median(5, board)
		apptest.Speed{Work: "ladder of 20,000 of 100,000 accounts with two lines each, first page, " + on, Figure: took.Round(time.Millisecond).String(),
			Limit: "< 500 ms", Met: took < 500*time.Millisecond}.Report(t)
	})
}
