package receivable

import (
	"context"
	"reflect"
	"testing"

	"erba/analysis/receivable"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// lent is what the rep's account owed on average in the year up to May 2026.
func (g *ground) lent() portfolio.Lent {
	g.Helper()
	b, err := portfolio.New(g.Kit).Balance(identity.Under(g.As("director"), "margin:read"), g.mine, portfolio.Ask{AsOf: kernel.On(2026, 5, 31)})
	g.must(err)
	if b.Lent == nil {
		return portfolio.Lent{}
	}
	return *b.Lent
}

// daily is the same by looking at every single day.
func (g *ground) daily() (l portfolio.Lent) {
	g.Helper()
	first, last := kernel.On(2025, 6, 1), kernel.On(2026, 5, 31)
	a := g.of(At{On: last})
	var papers []receivable.Document
	g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) (err error) {
		papers, err = g.entries(tx, g.mine, a.Documents)
		return err
	}))
	for on := first; on.Compare(last) <= 0; on = on.Add(1) {
		s := receivable.AsOf(on, papers, allocations(a.Parts))
		l.Within, l.Overdue = l.Within+s.Receivable-s.Overdue, l.Overdue+s.Overdue
	}
	days := int64(last.Days(first) + 1)
	return portfolio.Lent{Within: l.Within / days, Overdue: l.Overdue / days, Rate: 0.06}
}

// The worked example of method M26: of 200,000 that were out through the year, 150,000
// within terms, credit costs 12,000. What is booked by hand later, put to another
// invoice or taken back is in it at once, as a look at every day says.
func TestCreditCostFollowsWhatIsBooked(t *testing.T) {
	each(t, func(g *ground) {
		if got := g.lent(); got != (portfolio.Lent{}) {
			g.Errorf("of nothing: %+v", got)
		}
		book := func(kind, number string, on, due kernel.Date, amount int64) Document {
			d, err := g.Add(g.As("director"), Document{Account: g.mine, Kind: kind, Number: number, On: on, Due: due, Amount: amount})
			g.must(err)
			return d
		}
		late := book(Invoice, "I1", kernel.On(2025, 4, 1), kernel.On(2025, 5, 31), 50_000_00)
		coming := book(Invoice, "I2", kernel.On(2025, 5, 1), kernel.On(2026, 12, 31), 150_000_00)
		_, err := g.Add(g.As("director"), Document{Account: g.his, Kind: Invoice, Number: "I3", On: kernel.On(2025, 5, 1), Amount: 1})
		g.must(err)
		_, err = g.Add(g.As("director"), Document{Account: g.his, Kind: Receipt, Number: "R3", On: kernel.On(2025, 5, 1), Amount: 1})
		g.must(err)
		if got := g.lent(); got != (portfolio.Lent{Within: 150_000_00, Overdue: 50_000_00, Rate: 0.06}) {
			g.Errorf("%+v", got)
		}
		money := book(Receipt, "R1", kernel.On(2025, 12, 1), kernel.Date{}, 60_000_00)
		steps := []struct {
			what string
			do   func() error
		}{
			{"money came", func() error { return nil }},
			{"it was for the other one", func() error {
				return g.Correct(g.As("director"), g.mine, money.ID, []Part{{To: coming.ID, Amount: 40_000_00}, {To: late.ID, Amount: 20_000_00}})
			}},
			{"it never came", func() error { return g.TakeBack(g.As("director"), g.mine, money.ID, "退票") }},
		}
		seen := map[portfolio.Lent]bool{}
		for _, step := range steps {
			g.must(step.do())
			got := g.lent()
			if want := g.daily(); got != want || seen[got] {
				g.Errorf("%s: %+v, day by day %+v", step.what, got, want)
			}
			seen[got] = true
		}
		g.anew()
	})
}

// anew wants what was kept and what is worked out from the start to be the same.
func (g *ground) anew() {
	g.Helper()
	kept, err := g.Lent(context.Background())
	g.must(err)
	st, err := g.current(context.Background())
	g.must(err)
	if fresh := claimed(st.columns.lent(g.today(), nil)); !reflect.DeepEqual(kept, fresh) {
		g.Errorf("kept %+v, worked out anew %+v", kept, fresh)
	}
}
