package receivable

import (
	"testing"

	"erba/feature/account"
	"erba/kernel"
)

// Accounts are gathered by whatever tells them apart, and nobody is told what he does not see.
func TestGathering(t *testing.T) {
	each(t, func(g *ground) {
		g.book(Invoice, "I-1", kernel.On(2026, 1, 5), 1000)
		_, err := g.Add(g.As("director"), Document{Account: g.his, Kind: Invoice, On: kernel.On(2026, 5, 5), Amount: 500})
		g.must(err)
		for _, by := range []string{ByAccount, ByGroup, ByManager} {
			a, err := g.Ageing(g.As("director"), Ask{By: by, Limit: 1})
			g.must(err)
			if len(a.Rows) != 1 || a.Rows[0].Total != 1000 || a.Rest.Total != 500 || a.Rest.Accounts != 1 || !a.Whole || a.Owing != 2 || a.Behind != 1 {
				g.Errorf("by %s: %+v", by, a)
			}
		}
		for _, by := range []string{ByRegion, ByIndustry} {
			if a, err := g.Ageing(g.As("director"), Ask{By: by}); err != nil || len(a.Rows) != 1 || a.Rows[0].Total != 1500 || a.Rows[0].Accounts != 2 {
				g.Errorf("by %s: %+v %v", by, a.Rows, err)
			}
		}
		mine, err := g.Ageing(g.As("rep"), Ask{})
		g.must(err)
		if mine.Total != 1000 || mine.Whole || len(mine.Rows) != 1 || mine.Rows[0].Account != g.mine {
			g.Errorf("the rep is told %+v", mine)
		}
		g.must(account.New(g.Kit).Open(g.As("rep"), account.Account{Code: "new", Name: "新客户"}))
		if h, err := g.Head(g.As("rep"), At{}, 3); err != nil || h.Now.Total != 1000 || len(h.Trend) != 4 || h.Trend[0].Total != 1000 || h.Before != 1000 {
			g.Errorf("the head: %+v %v", h, err)
		}
	})
}
