package risk

import (
	"fmt"
	"path"
	"slices"
	"testing"
	"time"

	"erba/analysis/risk"
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// crowd are accounts of one owner, a fifth of which somebody has judged; half of
// those have changed hands of late.
func (g *ground) crowd(n int) {
	all := make([]account.Account, n)
	for i := range all {
		all[i] = account.Account{Code: fmt.Sprintf("C%06d", i), Name: fmt.Sprintf("客户%06d", i)}
	}
	for part := range slices.Chunk(all, 5_000) {
		g.must(account.New(g.Kit).Open(g.As("rep"), part...))
	}
	var judged []Risk
	var handed []happening
	for i := 0; i < n; i += 5 {
		judged = append(judged, Risk{ID: kernel.NewID(), Account: all[i].ID, Cause: risk.Causes[i%len(risk.Causes)], Probability: 1 + i%5, Impact: 3,
			Evidence: "客户自己说的", By: "rep", On: g.today(), Version: 1})
		if i%2 == 0 {
			handed = append(handed, happening{kernel.NewID(), all[i].ID, risk.Handed, g.today()})
		}
	}
	g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		if err := db.Insert(tx, "risks", judged...); err != nil {
			return err
		}
		return addEvents(tx, handed...)
	}))
	g.must(g.DB.Analyze(g.Context()))
}

// TestSpeed has all signals look at 100,000 accounts, as they do every night.
func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = kernel.Today
		g.crowd(100_000)
		scan := func() Scanned {
			seen, err := g.Scan(s.Context())
			g.must(err)
			return seen
		}
		begin := time.Now()
		seen := scan()
		first, on := time.Since(begin), path.Base(s.Name())
		if seen.Accounts != 20_000 || seen.Raised == 0 {
			t.Errorf("%+v", seen)
		}
		again := apptest.Median(3, func() { scan() })
		apptest.Speed{Work: "signals of risk look at 20,000 of 100,000 accounts for the first time, " + on, Figure: first.Round(time.Millisecond).String(),
			Limit: "< 30 s", Met: first < 30*time.Second}.Report(t)
		apptest.Speed{Work: "signals of risk look again, nothing has changed, " + on, Figure: again.Round(time.Millisecond).String(),
			Limit: "< 5 s", Met: again < 5*time.Second}.Report(t)
	})
}
