package development

import (
	"fmt"
	"path"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// crowd are accounts of one owner with two people and an order each, a third of
// which somebody met of late; what their largest ones are worth is judged.
func (g *ground) crowd(n int) {
	const met = 3
	owner, ids, people := g.User("rep").ID, make([]kernel.ID, n), make([]kernel.ID, 2*n)
	for i := range ids {
		ids[i], people[2*i], people[2*i+1] = kernel.NewID(), kernel.NewID(), kernel.NewID()
	}
	visits := make([]kernel.ID, n/met)
	for i := range visits {
		visits[i] = kernel.NewID()
	}
	year, month, _ := g.day.Parts()
	g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		for _, bulk := range []struct {
			table   string
			columns []string
			n       int
			fill    func(i int, args []any)
		}{
			{"accounts", []string{"id", "code", "name", "short_name", "name_key", "sort_key", "uscc", "phone", "region", "city", "industry", "ownership", "source",
				"source_detail", "status", "opened_on", "owner_id", "version", "changed_at"}, n, func(i int, args []any) {
				code := ids[i].String()
				copy(args, []any{ids[i], code, code, "", code, code, "", "", "华东", "", "", "", "", "", "active", g.day, owner, 1, int64(i + 1)})
			}},
			{"account_months", []string{"account_id", "month", "revision", "sales", "returns", "cost", "returns_cost", "uncosted", "lines", "orders",
				"first_day", "last_day", "carried"}, n, func(i int, args []any) {
				copy(args, []any{ids[i], 12*year + month - 4, 1, int64(1+i%4999) * 1000, 0, 0, 0, 0, 3, 1, 3, 20, 0})
			}},
			{"contacts", []string{"id", "account_id", "name", "sort_key", "title", "department", "phone", "mail", "wechat", "duties", "goals", "manner", "results",
				"colleagues", "partners", "rank", "scope", "version"}, 2 * n, func(i int, args []any) {
				copy(args, []any{people[i], ids[i/2], fmt.Sprint("人", i), fmt.Sprint(i), "", []string{"采购部", "生产部"}[i%2], "", "", "", "", "", "", "", "", "", 1 + i%6, "", 1})
			}},
			{"interactions", []string{"id", "account_id", "held_on", "held_at", "channel", "direction", "subject", "waits", "answered_at", "version"}, len(visits), func(i int, args []any) {
				copy(args, []any{visits[i], ids[i*met], g.day.Add(-i % 80), 0, "visit", "out", "拜访", false, 0, 1})
			}},
			{"interaction_people", []string{"interaction_id", "contact_id"}, 2 * len(visits), func(i int, args []any) {
				copy(args, []any{visits[i/2], people[2*(i/2)*met+i%2]})
			}},
			{"interaction_users", []string{"interaction_id", "user_id"}, len(visits), func(i int, args []any) { copy(args, []any{visits[i], owner}) }},
		} {
			if err := tx.Bulk(bulk.table, bulk.columns, bulk.n, bulk.fill); err != nil {
				return fmt.Errorf("%s: %w", bulk.table, err)
			}
		}
		_, err := tx.Exec(`UPDATE ledger_state SET revision = 1 WHERE ?`, tx.Shared())
		return err
	}))
	g.must(g.DB.Analyze(g.As("director")))
	g.ids = ids
}

// TestSpeed looks where 100,000 accounts stand, and draws the heat map of them.
func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), day: kernel.Today()}
		g.today = func() kernel.Date { return g.day }
		g.crowd(100_000)
		on := path.Base(s.Name())
		begin := time.Now()
		r := g.settle()
		first := time.Since(begin)
		apptest.Speed{Work: "stages of 100,000 accounts, all written down, " + on, Figure: first.Round(time.Millisecond).String(), Limit: "< 10 s", Met: first < 10*time.Second}.Report(t)
		s.Logf("%+v", r)
		again := apptest.Median(3, func() { g.settle() })
		apptest.Speed{Work: "stages of 100,000 accounts, nothing has changed, " + on, Figure: again.Round(time.Millisecond).String(), Limit: "< 3 s", Met: again < 3*time.Second}.Report(t)
		ctx := s.As("director")
		heat := func() {
			_, err := g.Map(ctx)
			g.must(err)
		}
		heat()
		drawn := apptest.Median(9, heat)
		apptest.Speed{Work: "heat map of stages over tiers, 100,000 accounts, " + on, Figure: drawn.Round(100 * time.Microsecond).String(), Limit: "< 50 ms", Met: drawn < 50*time.Millisecond}.Report(t)
		version := int64(0)
		anew := apptest.Median(3, func() {
			_, err := g.Judge(s.As("director"), Judgement{Account: g.ids[0], Kind: Target, Scores: []int{3}, Evidence: "与客户面谈得知", Version: version})
			g.must(err)
			version++
			heat()
		})
		apptest.Speed{Work: "a judgement and the heat map drawn anew, 100,000 accounts, " + on, Figure: anew.Round(time.Millisecond).String(), Limit: "< 1.5 s", Met: anew < 1500*time.Millisecond}.Report(t)
		page := apptest.Median(5, func() {
			_, err := g.List(ctx, Which{Stage: 2, Limit: 50})
			g.must(err)
		})
		apptest.Speed{Work: "fifty of 100,000 accounts with what each lacks, " + on, Figure: page.Round(time.Millisecond).String(), Limit: "< 300 ms", Met: page < 300*time.Millisecond}.Report(t)
	})
}
