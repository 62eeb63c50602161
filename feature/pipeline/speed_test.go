package pipeline

import (
	"fmt"
	"path"
	"testing"
	"time"

	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/apptest"
)

func TestSpeedBoard(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := stand(s)
		cfg := []string{"plan", "research", "outline", "technical", "proposal", "evaluation", "negotiation"}
		all := make([]opportunity.Deal, 5_000)
		for i := range all {
			all[i] = opportunity.Deal{Code: fmt.Sprintf("S%05d", i), Stage: cfg[i%len(cfg)], Amount: worth(int64(10_000 + i*7)), Expected: kernel.On(2026, 6, 1).Add(i % 200)}
		}
		g.book(all...)
		g.must(g.DB.Analyze(g.As("director")))
		cookie, size := g.Cookie("rep"), 0
		took := apptest.Median(21, func() {
			w := g.Do("", "GET", "/api/pipeline/board", "", "Cookie", cookie)
			if size = w.Body.Len(); w.Code != 200 {
				g.Fatal(w.Code, w.Body)
			}
		})
		apptest.Speed{Work: "board of 5,000 open deals, first paint, " + path.Base(s.Name()), Figure: fmt.Sprintf("%s, %d kB", took.Round(100*time.Microsecond), size>>10),
			Limit: "p50 < 100 ms", Met: took < 100*time.Millisecond}.Report(t)
		b, err := g.Board(g.As("rep"), Which{})
		g.must(err)
		cards, i := b.Columns[0].Cards, 0
		move := apptest.Median(9, func() {
			c := cards[i]
			i++
			w := g.Do("", "POST", "/api/opportunities/"+c.ID.String()+"/move", `{"stage":"research"}`, "Cookie", cookie, "If-Match", fmt.Sprintf(`"%d"`, c.Version))
			if w.Code != 200 {
				g.Fatal(w.Code, w.Body)
			}
		})
		apptest.Speed{Work: "board of 5,000 open deals, one card moved, " + path.Base(s.Name()), Figure: move.Round(100 * time.Microsecond).String(),
			Limit: "p50 < 100 ms", Met: move < 100*time.Millisecond}.Report(t)
	})
}
