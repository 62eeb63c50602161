package fee

import (
	"fmt"
	"testing"

	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/identity"
)

// line is what was given beside the invoice in the year up to June 2026, and what of it
// was settled and left out, in yuan.
func (g *ground) line() string {
	g.Helper()
	b, err := portfolio.New(g.Kit).Balance(identity.Under(g.As("director"), "margin:read"), g.mine, portfolio.Ask{AsOf: kernel.On(2026, 6, 30)})
	g.must(err)
	said := ""
	for _, p := range b.Parts {
		if p.Amount != nil && (p.Name == "promotion" || p.Name == "rebate") {
			said += fmt.Sprintf("%s %d ", p.Name, *p.Amount/100)
		}
	}
	if b.Settled != nil {
		said += fmt.Sprintf("settled %d ", *b.Settled/100)
	}
	if b.Again != nil {
		said += fmt.Sprintf("again %d ", *b.Again/100)
	}
	return said
}

// filed books costs as a file of finance brings them.
func (g *ground) filed(all ...ledger.Cost) {
	g.Helper()
	ctx, l := g.As("director"), ledger.New(g.Kit)
	tally := ledger.NewTally()
	for i := range all {
		all[i].Account, all[i].Number = g.mine, fmt.Sprint("C", i)
		tally.Cost(&all[i])
	}
	b, err := l.Begin(ctx, ledger.Batch{Kind: ledger.Costs, Source: "finance", File: "costs.csv"})
	g.must(err)
	o, err := l.BookCosts(ctx, b.ID, all)
	g.must(err)
	_, err = l.Publish(ctx, b.ID, o, nil)
	g.must(err)
}

// What is settled counts as given in the month of its voucher; what a file brings of the
// same kind and month does not count again, and does once the payment is taken back.
func TestWhatIsSettledCountsOnce(t *testing.T) {
	each(t, func(g *ground) {
		if got := g.line(); got != "" {
			g.Errorf("before: %s", got)
		}
		r := g.executed(8_000)
		_, err := g.pay(r, 6_000, "F1", false)
		g.must(err)
		second, err := g.pay(r, 1_000, "F2", true)
		g.must(err)
		if got := g.line(); got != "promotion -7000 settled 7000 " {
			g.Errorf("settled: %s", got)
		}
		g.filed(ledger.Cost{On: june, Kind: ledger.Promotion, Amount: 5_000_00}, ledger.Cost{On: june, Kind: ledger.Rebate, Amount: 300_00},
			ledger.Cost{On: june.AddMonths(-1), Kind: ledger.Promotion, Amount: 40_00})
		if got := g.line(); got != "rebate -300 promotion -7040 settled 7000 again 5000 " {
			g.Errorf("a file says it again: %s", got)
		}
		_, err = g.Reverse(g.As("director"), g.mine, second.ID, "同一张凭证付了两次")
		g.must(err)
		if got := g.line(); got != "rebate -300 promotion -6040 settled 6000 again 5000 " {
			g.Errorf("a payment was taken back: %s", got)
		}
	})
}
