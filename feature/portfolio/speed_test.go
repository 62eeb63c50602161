package portfolio

import (
	"testing"
	"time"

	"erba/analysis/ranking"
	"erba/platform/apptest"
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
	v := e.view(Filter{}, nil)
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

	c, j = crowded(1_000_000)
	tenfold := apptest.Median(3, func() { allModels(c, j) })
	apptest.Speed{Work: "re-evaluation of 1,000,000 accounts", Figure: tenfold.Round(time.Millisecond).String(),
		Reference: "100,000 accounts " + all.Round(100*time.Microsecond).String(), Ratio: float64(tenfold) / float64(all), Most: 12}.Report(t)
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
	b.Run("explain", func(b *testing.B) {
		v := evaluate(Ask{}.settled(c.Until), Setting{Version: initial, Config: Default()}, c, j, nil, nil).view(Filter{}, nil)
		for b.Loop() {
			measured += int64(len(v.Card(777).Why))
		}
	})
}
