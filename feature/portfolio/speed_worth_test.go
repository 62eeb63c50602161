package portfolio

import (
	"fmt"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
)

// spentBy is what is put into every account in each of twelve months, four
// entries a month, and an invoice for each.
func spentBy(c *Columns) (all []Spent, claims *Claims) {
	ids, owed := make([]kernel.ID, len(c.accounts)), make([][]Claim, len(c.accounts))
	visits, _ := inHours("visit", "sales")
	service, _ := inHours("service", "technical")
	freight, _ := inMoney("freight")
	rebate, _ := inMoney("rebate")
	first := kernel.On(2025, 7, 10).Ordinal()
	for row := range c.accounts {
		id := c.accounts[row].ID
		for m := range int16(12) {
			month := int16(numberOf(kernel.On(2025, 7, 1))) + m
			all = append(all, Spent{id, month, visits, 1_500_000 + int64(row%7)*250_000}, Spent{id, month, service, 750_000},
				Spent{id, month, freight, int64(row%977) * 100}, Spent{id, month, rebate, int64(row % 31)})
			issued := first + 30*int32(m)
			owed[row] = append(owed[row], Claim{Issued: issued, Due: issued + 30, Settled: issued + 20 + int32(row%40), Amount: int64(1+row%911) * 100})
		}
		ids[row] = id
	}
	return all, NewClaims(ids, owed, 0)
}

// Twelve months of 100,000 accounts contribute within 300 ms, from entries and
// invoices to the steps of all together.
func TestSpeedOfContributions(t *testing.T) {
	apptest.Benchmark(t)
	c, j := crowded(100_000)
	spent, claims := spentBy(c)
	spendings := (&Spendings{}).With(spent)
	reference := apptest.Median(9, func() { scanAndSort(c) })
	var e *Evaluated
	took := apptest.Median(9, func() {
		c.money = (&money{spent: spendings, claims: claims}).beside()
		e = evaluate(Ask{}.settled(c.Until), Setting{Version: initial, Config: Default()}, c, j, nil, nil)
		measured += int64(len(e.view(Filter{}, nil, nil).Contribution().Rows))
	})
	apptest.Speed{Work: "contribution of 100,000 accounts over 12 months with its steps, evaluation included", Figure: took.Round(100 * time.Microsecond).String(),
		Reference: "one scan + one sort " + reference.Round(100*time.Microsecond).String(), Ratio: float64(took) / float64(reference), Most: 20,
		Limit: "< 300 ms", Met: took < 300*time.Millisecond}.Report(t)
	fields := apptest.Median(9, func() { measured += int64(len(e.view(Filter{}, nil, nil).Efforts().Points)) })
	apptest.Speed{Work: "input and output of the same accounts as fields and ranking", Figure: fields.Round(100 * time.Microsecond).String(),
		Reference: "one scan + one sort " + reference.Round(100*time.Microsecond).String(), Ratio: float64(fields) / float64(reference), Most: 20,
		Limit: "< 100 ms", Met: fields < 100*time.Millisecond}.Report(t)
}

// All groups by each of the four ways, with their waterfalls, within the same time,
// evaluation included.
func TestSpeedOfGroups(t *testing.T) {
	apptest.Benchmark(t)
	c, j := crowded(100_000)
	for row := range c.accounts {
		a := &c.accounts[row]
		a.Region, a.Industry, a.Owner = fmt.Sprint("region ", row%8), fmt.Sprint("industry ", row%40), c.accounts[row%80].ID
		if row%6 == 5 {
			a.Parent = c.accounts[row-5].ID
		}
	}
	spent, claims := spentBy(c)
	spendings := (&Spendings{}).With(spent)
	reference := apptest.Median(9, func() { scanAndSort(c) })
	for _, by := range []string{ByRegion, ByIndustry, ByOwner, ByFamily} {
		took := apptest.Median(9, func() {
			c.money = (&money{spent: spendings, claims: claims}).beside()
			v := evaluate(Ask{}.settled(c.Until), Setting{Version: initial, Config: Default()}, c, j, nil, nil).view(Filter{}, nil, nil)
			g := groupedBy(v, by, v.mask)
			all, _ := g.Grouped(by, g.partition, Order{})
			measured += int64(len(all.Rows))
		})
		apptest.Speed{Work: "contribution of 100,000 accounts over 12 months by " + by + " with the waterfall of all, evaluation included", Figure: took.Round(100 * time.Microsecond).String(),
			Reference: "one scan + one sort " + reference.Round(100*time.Microsecond).String(), Ratio: float64(took) / float64(reference), Most: 30,
			Limit: "< 300 ms", Met: took < 300*time.Millisecond}.Report(t)
	}
}
