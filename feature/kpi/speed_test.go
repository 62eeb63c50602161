package kpi

import (
	"fmt"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// crowd are accounts with thirty-six months each, with cost, in eight regions.
func (g *ground) crowd(n int) {
	const months = 36
	ids := make([]kernel.ID, n)
	for i := range ids {
		ids[i] = kernel.NewID()
	}
	must(g.Stage, g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		err := tx.Bulk("accounts", []string{"id", "code", "name", "short_name", "name_key", "sort_key", "uscc", "phone", "region", "city", "industry",
			"ownership", "source", "source_detail", "status", "opened_on", "version", "changed_at"}, n, func(i int, args []any) {
			code := ids[i].String()
			copy(args, []any{ids[i], code, code, "", code, code, "", "", fmt.Sprint("region ", i%8), "", "", "", "", "", "active", kernel.On(2023, 7, 1), 1, 1})
		})
		if err != nil {
			return err
		}
		err = tx.Bulk("account_months", []string{"account_id", "month", "revision", "sales", "returns", "cost", "returns_cost", "uncosted",
			"lines", "orders", "first_day", "last_day", "carried"}, n*months, func(at int, args []any) {
			i, m := at/months, at%months
			sales := int64(1+(i*7+m*3)%4999) * 1000
			copy(args, []any{ids[i], 12*2023 + 6 + m, 1, sales, 0, sales / 2, 0, 0, 3, 1 + i%2, 3, 20, 0})
		})
		if err != nil {
			return err
		}
		_, err = tx.Exec(`UPDATE ledger_state SET revision = 1 WHERE ?`, tx.Shared())
		return err
	}))
	must(g.Stage, g.DB.Analyze(g.As("director")))
}

// All indicators of 100,000 accounts with thirteen points each, and one with its
// parts and the accounts behind, out of the columns in memory.
func TestSpeedOfIndicators(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		s.Grant("director", behaviour, "A")
		g.crowd(100_000)
		_, err := g.Dashboard(g.As("director"), Narrow{}) // the columns are loaded
		must(s, err)
		took := apptest.Median(5, func() { _, err = g.Dashboard(g.As("director"), Narrow{}) })
		must(s, err)
		apptest.Speed{Work: "all indicators of 100,000 accounts, 13 points each, 36 months, " + s.Name(), Figure: took.Round(time.Millisecond).String(),
			Limit: "< 500 ms", Met: took < 500*time.Millisecond}.Report(t)
		took = apptest.Median(5, func() { _, err = g.Detail(g.As("director"), Retention, ByRegion, Narrow{}) })
		must(s, err)
		apptest.Speed{Work: "one indicator of 100,000 accounts with its parts, " + s.Name(), Figure: took.Round(time.Millisecond).String(),
			Limit: "< 500 ms", Met: took < 500*time.Millisecond}.Report(t)
	})
}
