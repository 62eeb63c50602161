package pool

import (
	"fmt"
	"path"
	"testing"
	"time"

	"erba/feature/account"
	"erba/platform/apptest"
)

// TestSpeed runs rules over 100,000 accounts, of which a fifth fall, and turns the
// pages of those that have fallen.
func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), clock: time.Now()}
		g.Service.now = func() time.Time { return g.clock }
		const all, portion = 100_000, 10_000
		for range all / portion {
			some := make([]account.Account, portion)
			for i := range some {
				g.n++
				some[i] = account.Account{Code: fmt.Sprintf("C%06d", g.n), Name: fmt.Sprintf("客户%06d", g.n), Region: "华东", OpenedOn: g.today()}
				if i%5 == 0 {
					some[i].OpenedOn = g.today().Add(-365)
				}
			}
			g.ok(g.accounts.Open(g.As("rep"), some...))
		}
		g.ok(g.DB.Analyze(g.Context()))
		r := usual
		r.Lines = []Line{{None, 90}}
		took := apptest.Median(3, func() {
			trial, err := g.Try(g.As("director"), r)
			if g.ok(err); trial.Falls != all/5 {
				g.Fatalf("%d fall", trial.Falls)
			}
		})
		apptest.Speed{Work: "rules of the pool over 100,000 accounts, a fifth of which fall, " + path.Base(s.Name()), Figure: took.Round(time.Millisecond).String(),
			Limit: "< 2 s", Met: took < 2*time.Second}.Report(t)
		r.Reason = "试行"
		_, err := g.Enforce(g.As("director"), r)
		g.ok(err)
		g.night()
		g.ok(g.DB.Analyze(g.Context()))
		f := Filter{Limit: 50, Region: "华东"}
		page := apptest.Median(50, func() {
			p, err := g.List(g.As("other"), f)
			if g.ok(err); len(p.Rows) != 50 {
				g.Fatalf("%d rows", len(p.Rows))
			}
		})
		apptest.Speed{Work: "page of 50 of 20,000 accounts in the pool, " + path.Base(s.Name()), Figure: page.Round(10 * time.Microsecond).String(),
			Limit: "< 1.5 ms", Met: page < 1500*time.Microsecond}.Report(t)
	})
}
