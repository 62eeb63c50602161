package portfolio

import (
	"slices"
	"testing"
	"time"

	"erba/analysis/ranking"
	"erba/feature/account"
	"erba/platform/apptest"
	"erba/platform/db"
)

// crowded are 100,000 accounts with 1.8 million account-months, 60 % of them estimated.
func crowded(accounts int) (*Columns, *Judged) {
	all, months := crowdOf(accounts, 18, 6)
	var estimates []Estimate
	for i, a := range all {
		if i%5 < 3 {
			estimates = append(estimates, Estimate{Account: a.ID, Kind: Demand, Value: int64(i%977) * 1_000_000})
		}
	}
	c := columnsOf(all, months)
	return c, (&Judgements{estimates: estimates}).beside(c)
}

// outspoken are the judgements of the same accounts, of whom somebody has rated
// each by all sixteen kinds: as much as scorecards can ask for.
func outspoken(c *Columns, j *Judged) *Judged {
	all := slices.Clone(j.estimates)
	for row := range c.accounts {
		for i, kind := range kinds[2:] {
			all = append(all, Estimate{Account: c.accounts[row].ID, Kind: kind, Value: int64(1 + (row+i)%5)})
		}
	}
	slices.SortStableFunc(all, func(a, b Estimate) int { return a.Account.Compare(b.Account) })
	return (&Judgements{estimates: all}).beside(c)
}

var measured int64

// scanAndSort is the least that ranking accounts can cost: every cell of the
// columns is read once, and the accounts are sorted once.
func scanAndSort(c *Columns) {
	totals := make([]int64, c.Len())
	for b, block := range c.blocks {
		for i := range len(block.sales.start) - 1 {
			row := b*span + i
			for at := block.sales.start[i]; at < block.sales.start[i+1]; at++ {
				totals[row] += block.sales.amount[at] - block.sales.cost[at]
				measured += int64(block.sales.month[at]) + int64(block.orders[at]) + int64(block.lines[at]) + int64(block.first[at]) + int64(block.final[at])
			}
			for at := block.returns.start[i]; at < block.returns.start[i+1]; at++ {
				totals[row] += block.returns.amount[at]
			}
		}
	}
	rows, _ := new(ranking.Sorter).Positive(totals)
	measured += int64(len(rows))
}

// allModels evaluates everything the screen of the portfolio shows.
func allModels(c *Columns, j *Judged) {
	e := evaluate(Ask{}.settled(c.Until), Setting{Version: initial, Config: Default()}, c, j, nil, nil)
	v := e.view(Filter{}, nil, nil)
	measured += int64(len(v.Pareto().Curve) + len(v.ABC().Classes) + len(v.RFM().Cells) + len(v.Grid().Cells) +
		len(v.Quadrant().Points) + len(v.Pyramid().Tiers))
}

func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	c, j := crowded(100_000)
	reference := apptest.Median(9, func() { scanAndSort(c) })
	all := apptest.Median(9, func() { allModels(c, j) })
	apptest.Speed{Work: "re-evaluation of 100,000 accounts, 1.8 M account-months", Figure: all.Round(100 * time.Microsecond).String(),
		Reference: "one scan + one sort " + reference.Round(100*time.Microsecond).String(), Ratio: float64(all) / float64(reference), Most: 4,
		Limit: "< 100 ms", Met: all < 100*time.Millisecond}.Report(t)

	said := outspoken(c, j)
	scored := apptest.Median(9, func() { allModels(c, said) })
	apptest.Speed{Work: "the same with scorecards of all 100,000 accounts, fully rated", Figure: scored.Round(100 * time.Microsecond).String(),
		Reference: "one scan + one sort " + reference.Round(100*time.Microsecond).String(), Ratio: float64(scored) / float64(reference), Most: 6,
		Limit: "< 100 ms", Met: scored < 100*time.Millisecond}.Report(t)

	c, j = crowded(1_000_000)
	tenfold := apptest.Median(7, func() { allModels(c, j) })
	apptest.Speed{Work: "re-evaluation of 1,000,000 accounts", Figure: tenfold.Round(time.Millisecond).String(),
		Reference: "100,000 accounts " + all.Round(100*time.Microsecond).String(), Ratio: float64(tenfold) / float64(all), Most: 12}.Report(t)
}

// The columns are there three seconds after the start, and answers soon after.
func TestLoadingSpeed(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		accounts, months := crowdOf(100_000, 18, 7)
		ctx := s.As("director")
		must(s, s.DB.Write(ctx, func(tx *db.Tx) error { return put(tx, accounts, months) }))
		must(s, s.DB.Analyze(ctx))
		loading := apptest.Median(3, func() {
			product, err := s.App.Start(s.DB)
			must(s, err)
			must(s, New(product.Kit).Load(ctx))
		})
		apptest.Speed{Work: "columns of 100,000 accounts loaded, " + s.Name(), Figure: loading.Round(10 * time.Millisecond).String(),
			Limit: "< 3 s", Met: loading < 3*time.Second}.Report(s.T)
	})
}

// put writes accounts and a roll-up behind the ledger's back.
func put(tx *db.Tx, accounts []Account, months []Month) error {
	rows := make([]account.Account, len(accounts))
	for i, a := range accounts {
		rows[i] = account.Account{ID: a.ID, Code: a.ID.String(), Name: a.ID.String(), Region: a.Region, Status: account.Active,
			OpenedOn: asOf, Version: 1, ChangedAt: 1}
	}
	if err := db.Insert(tx, "accounts", rows...); err != nil {
		return err
	}
	err := tx.Bulk("account_months", []string{"account_id", "month", "revision", "sales", "returns", "cost", "returns_cost", "uncosted",
		"lines", "orders", "first_day", "last_day", "carried"}, len(months), func(i int, args []any) {
		m := &months[i]
		copy(args, []any{m.Account, m.Number, 1, m.Sales, m.Returns, m.Cost, m.Returned, 0, m.Lines, m.Orders, m.First, m.Last, 0})
	})
	if err == nil {
		_, err = tx.Exec(`UPDATE ledger_state SET revision = 1 WHERE ?`, tx.Shared())
	}
	return err
}

func BenchmarkEvaluate(b *testing.B) {
	c, j := crowded(100_000)
	b.Run("reference", func(b *testing.B) {
		for b.Loop() {
			scanAndSort(c)
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			allModels(c, j)
		}
	})
	b.Run("scorecards", func(b *testing.B) {
		said := outspoken(c, j)
		for b.Loop() {
			allModels(c, said)
		}
	})
	b.Run("explain", func(b *testing.B) {
		v := evaluate(Ask{}.settled(c.Until), Setting{Version: initial, Config: Default()}, c, j, nil, nil).view(Filter{}, nil, nil)
		for b.Loop() {
			measured += int64(len(v.Card(777).Why))
		}
	})
}
