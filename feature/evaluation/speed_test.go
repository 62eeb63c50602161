package evaluation

import (
	"fmt"
	"path"
	"testing"
	"time"

	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// crowd are accounts with eighteen months each; three of five have an estimate.
func crowd(s *apptest.Stage, n int) []kernel.ID {
	ids := make([]kernel.ID, n)
	for i := range ids {
		ids[i] = kernel.NewID()
	}
	const months = 18
	first := int32(12*2025 + 0)
	ctx := s.As("director")
	must(s, s.DB.Write(ctx, func(tx *db.Tx) error {
		err := tx.Bulk("accounts", []string{"id", "code", "name", "short_name", "name_key", "sort_key", "uscc", "phone", "region", "city", "industry",
			"ownership", "source", "source_detail", "status", "opened_on", "version", "changed_at"}, n, func(i int, args []any) {
			code := ids[i].String()
			copy(args, []any{ids[i], code, code, "", code, code, "", "", "华东", "", "", "", "", "", "active", kernel.On(2025, 1, 1), 1, 1})
		})
		if err != nil {
			return err
		}
		err = tx.Bulk("account_months", []string{"account_id", "month", "revision", "sales", "returns", "cost", "returns_cost", "uncosted",
			"lines", "orders", "first_day", "last_day", "carried"}, n*months, func(at int, args []any) {
			i, m := at/months, int32(at%months)
			copy(args, []any{ids[i], first + m, 1, int64(i%4999)*100_000 + int64(m), 0, 0, 0, 0, 3, 2, 3, 20, 0})
		})
		if err != nil {
			return err
		}
		err = tx.Bulk("portfolio_estimates", []string{"id", "account_id", "kind", "version", "value", "evidence", "author", "estimated_on", "expires_on", "latest"},
			n*3/5, func(at int, args []any) {
				i := at/3*5 + at%3
				copy(args, []any{kernel.NewID(), ids[i], portfolio.Demand, 1, int64(i%977) * 10_000_000, "采购计划", "某人", kernel.On(2026, 6, 1), kernel.On(2027, 6, 1), true})
			})
		if err != nil {
			return err
		}
		if _, err = tx.Exec(`UPDATE ledger_state SET revision = 1 WHERE ?`, tx.Shared()); err != nil {
			return err
		}
		_, err = tx.Exec(`UPDATE portfolio_state SET revision = revision + 1 WHERE ?`, tx.Shared())
		return err
	}))
	must(s, s.DB.Analyze(ctx))
	return ids
}

// stirred is what an account of the crowd sells in the last month after all: up to
// a third more or less, and one in ten of them as much as in a year.
func stirred(i int) int64 {
	usual := int64(i%4999) * 100_000
	if i%200 == 0 {
		return usual * 12
	}
	return usual + usual*int64(i%7-3)/9
}

// stir changes the last month of one account in twenty.
func stir(s *apptest.Stage, ids []kernel.ID) {
	must(s, s.DB.Write(s.As("director"), func(tx *db.Tx) error {
		some := len(ids) / 20
		err := tx.Bulk("account_months", []string{"account_id", "month", "revision", "sales", "returns", "cost", "returns_cost", "uncosted",
			"lines", "orders", "first_day", "last_day", "carried"}, some, func(at int, args []any) {
			i := at * 20
			copy(args, []any{ids[i], int32(12*2026 + 5), 2, stirred(i), 0, 0, 0, 0, 3, 2, 3, 20, 0})
		})
		if err != nil {
			return err
		}
		err = tx.Bulk("batch_accounts", []string{"batch_id", "account_id"}, some, func(at int, args []any) { copy(args, []any{2, ids[at*20]}) })
		if err != nil {
			return err
		}
		if err = tx.Bulk("ledger_revisions", []string{"revision", "batch_id"}, 1, func(_ int, args []any) { copy(args, []any{2, 2}) }); err != nil {
			return err
		}
		_, err = tx.Exec(`UPDATE ledger_state SET revision = 2 WHERE ?`, tx.Shared())
		return err
	}))
}

// evaluated is how long an evaluation takes, what is kept of all models and the
// proposals included.
func evaluated(s *apptest.Stage, asOf kernel.Date) (time.Duration, Run, portfolio.Settled) {
	began := time.Now()
	settled, err := portfolio.New(s.Kit).Settle(s.As("director"), func(int64, int64) {})
	must(s, err)
	r, err := New(s.Kit).Evaluate(s.As("director"), asOf, func(int64, int64) {})
	must(s, err)
	return time.Since(began), r, settled
}

func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		small := speedOf(s, crowd(s, 100_000))
		apptest.Speed{Work: "first re-evaluation of all models with everything written, 100,000 accounts, " + s.Name(), Figure: small.first.Round(10 * time.Millisecond).String(),
			Limit: "< 30 s", Met: small.first < 30*time.Second}.Report(s.T)
		apptest.Speed{Work: "second re-evaluation, 5 % changed, with everything written, " + s.Name(),
			Figure: fmt.Sprintf("%v: %d results, %d proposals", small.second.Round(time.Millisecond), small.changes, small.proposed),
			Limit:  "< 1 s", Met: small.second < time.Second}.Report(s.T)
	})
}

// TestSpeedGrowth compares ten times as many accounts.
func TestSpeedGrowth(t *testing.T) {
	apptest.Benchmark(t)
	small := map[string]speeds{} // by engine
	t.Run("few", func(t *testing.T) {
		apptest.Each(t, features, func(s *apptest.Stage) { small[path.Base(s.Name())] = speedOf(s, crowd(s, 100_000)) })
	})
	t.Run("many", func(t *testing.T) {
		apptest.Each(t, features, func(s *apptest.Stage) {
			engine, large := path.Base(s.Name()), speedOf(s, crowd(s, 1_000_000))
			apptest.Speed{Work: "re-evaluation of 1,000,000 accounts, 5 % changed, with everything written, " + engine, Figure: large.second.Round(10 * time.Millisecond).String(),
				Reference: "100,000 accounts " + small[engine].second.Round(time.Millisecond).String(), Ratio: float64(large.second) / float64(small[engine].second), Most: 12}.Report(s.T)
		})
	})
}

type speeds struct {
	first, second     time.Duration
	changes, proposed int
}

func speedOf(s *apptest.Stage, ids []kernel.ID) (v speeds) {
	_, err := portfolio.New(s.Kit).Summary(s.As("director"), portfolio.Ask{}, portfolio.Filter{}) // the columns are loaded
	must(s, err)
	v.first, _, _ = evaluated(s, kernel.Date{})
	stir(s, ids)
	r, settled := Run{}, portfolio.Settled{}
	v.second, r, settled = evaluated(s, kernel.Date{})
	v.changes, v.proposed = settled.Changes, r.Proposed+r.Waiting
	return v
}
