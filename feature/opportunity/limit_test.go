package opportunity

import (
	"fmt"
	"testing"

	"erba/feature/importing"
	"erba/kernel"
	"erba/platform/db"
)

func TestDaysAndAmountsBeyondReason(t *testing.T) {
	far, day := kernel.On(9999, 12, 31), kernel.On(2026, 6, 1)
	tests := map[string]struct {
		deal Deal
		want string
	}{
		"begins tomorrow":               {Deal{Opened: wednesday.Add(1)}, "opportunity.bad_opened"},
		"begins in another age":         {Deal{Opened: kernel.On(1900, 1, 1)}, "opportunity.bad_opened"},
		"is expected in another age":    {Deal{Opened: day, Expected: far}, "opportunity.bad_expected"},
		"goes on in another age":        {Deal{Opened: day, NextOn: far}, "opportunity.bad_next"},
		"is below nothing":              {Deal{Amount: new(int64(-1))}, "opportunity.bad_amount"},
		"is more than there is":         {Deal{Amount: new(int64(mostMinor + 1))}, "opportunity.bad_amount"},
		"is below nothing in dollars":   {Deal{Original: new(int64(-1)), Currency: "USD"}, "opportunity.bad_amount"},
		"is as much as one may imagine": {Deal{Amount: new(int64(mostMinor))}, ""},
	}
	on(t, func(g *ground) {
		for name, tt := range tests {
			tt.deal.Account, tt.deal.Name = g.mine, name
			if _, err := g.Open(g.As("rep"), tt.deal); key(err) != tt.want {
				g.Errorf("%s: %v", name, err)
			}
		}
		for name, one := range map[string]importing.Deal{
			"won tomorrow":         {Stage: "Won", Closed: kernel.Today().Add(1)},
			"won in another age":   {Stage: "Won", Closed: far},
			"begun in another age": {Stage: "new", Opened: far}} {
			one.Code, one.Account = name, g.mine
			if out, line := g.dealt("rep", one); out.Inserted != 0 {
				g.Errorf("%s: %s", name, line)
			}
		}
	})
}

// Whoever brings two files of the largest deals there may be does not keep others
// from their sums.
func TestTheLargestDealsHaveASum(t *testing.T) {
	on(t, func(g *ground) {
		const many = 10_000
		all := make([]Deal, many)
		for i := range all {
			all[i] = Deal{Code: fmt.Sprint("X", i), Name: "大单", Account: g.mine, Process: "full", Stage: "plan", State: Going, Amount: new(int64(mostMinor))}
		}
		g.must(g.DB.Write(g.As("rep"), func(tx *db.Tx) error {
			_, _, _, err := g.Service.Book(tx, all)
			return err
		}))
		p, err := g.Service.List(g.As("director"), Which{Limit: 1})
		g.must(err)
		if p.Totals.Amount != many*mostMinor || p.Totals.Weighted != kernel.Percent(many*mostMinor, p.Rows[0].Percent) {
			g.Errorf("%+v", p.Totals)
		}
	})
}

// What is told of deals that have ended does not change behind their ending.
func TestWhatADealBroughtStandsOnceItHasEnded(t *testing.T) {
	on(t, func(g *ground) {
		rep := g.As("rep")
		d := g.opened("rep", Deal{Process: "short"})
		d, err := g.Close(rep, d.ID, d.Version, Outcome{State: Won, Reason: "fit", Lesson: "早立项", Evidence: "合同 2026-118"})
		g.must(err)
		for name, change := range map[string]func(*Deal){
			"another amount":   func(d *Deal) { d.Amount = new(int64(1)) },
			"no amount":        func(d *Deal) { d.Amount = nil },
			"another owner":    func(d *Deal) { d.Owner = g.User("manager").ID },
			"another category": func(d *Deal) { d.Category = Commit },
		} {
			next := d
			change(&next)
			if _, err := g.Amend(rep, next); key(err) != "opportunity.ended" {
				g.Errorf("%s: %v", name, err)
			}
		}
		if _, err := g.Share(rep, d.ID, d.Version, []Split{{User: g.User("manager").ID, Percent: 100}}); key(err) != "opportunity.ended" {
			g.Errorf("other parts: %v", err)
		}
		d.Name = "齿轮箱总成 120 台（一期）"
		d, err = g.Amend(rep, d)
		g.must(err)
		d, err = g.Reopen(rep, d.ID, d.Version, "合同金额录错")
		g.must(err)
		d.Amount = new(int64(83_000_000))
		_, err = g.Amend(rep, d)
		g.must(err)
	})
}

func TestADealIsLostToSomebodyWhoIsThere(t *testing.T) {
	on(t, func(g *ground) {
		known := kernel.NewID()
		g.NamedBy(func(*db.Tx, ...kernel.ID) (map[kernel.ID]string, error) {
			return map[kernel.ID]string{known: "东海重工"}, nil
		})
		d := g.opened("rep", Deal{})
		lost := Outcome{State: Lost, Reason: "price", Winner: kernel.NewID()}
		if _, err := g.Close(g.As("rep"), d.ID, d.Version, lost); key(err) != "opportunity.no_winner" {
			g.Error(err)
		}
		lost.Winner = known
		_, err := g.Close(g.As("rep"), d.ID, d.Version, lost)
		g.must(err)
	})
}

// A deal that begins further on has not left out what it would have had to show.
func TestADealBeginsBeforeItsFirstGate(t *testing.T) {
	on(t, func(g *ground) {
		for stage, want := range map[string]string{"": "", "plan": "", "research": "", "proposal": "opportunity.milestone_missing", "negotiation": "opportunity.milestone_missing",
			"signing": "opportunity.milestone_missing", "nowhere": "opportunity.bad_stage"} {
			if _, err := g.Open(g.As("rep"), Deal{Name: "从中间开始 " + stage, Account: g.mine, Process: "full", Stage: stage}); key(err) != want {
				g.Errorf("at %q: %v", stage, err)
			}
		}
	})
}

// Nobody makes a deal vanish by leaving out whose it is.
func TestADealWithoutAnAccountIsSomebodys(t *testing.T) {
	on(t, func(g *ground) {
		d, err := g.Open(g.As("rep"), Deal{Name: "无客户的单子"})
		g.must(err)
		d, err = g.Amend(g.As("rep"), Deal{ID: d.ID, Version: d.Version, Name: "改了名的单子"})
		g.must(err)
		if now := g.deal("rep", d.ID); now.Owner != g.User("rep").ID || now.OwnerName == "" {
			g.Errorf("it is %v's, %q", now.Owner, now.OwnerName)
		}
	})
}
