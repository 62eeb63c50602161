package credit

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"erba/analysis/credit"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/db"
)

// An order that is paid first passes: whoever sells may not say so himself.
func TestOnlyFinanceSaysThatAnOrderIsPaidFirst(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		a, err := g.sends("rep", g.mine, "C1", 150)
		g.must(err)
		path, body := "/api/credit/orders/"+a.ID.String()+"/cash", `{"reason":"客户说款到发货"}`
		if said := g.Do("rep", "POST", path, body, "If-Match", `"1"`); said.Code != 403 {
			t.Errorf("the rep lets it pass: %d %s", said.Code, said.Body)
		}
		if said := g.Do("other", "POST", path, body, "If-Match", `"1"`); said.Code != 200 || !strings.Contains(said.Body.String(), `"pass":true`) {
			t.Errorf("finance: %d %s", said.Code, said.Body)
		}
	})
}

// What an order is worth today is owed, whatever day somebody writes on it.
func TestTheDayOfAnOrderDoesNotChooseItsRate(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 500, kernel.Date{})
		g.must(ledger.New(g.Kit).SetRates(g.As("director"), ledger.Rate{Currency: "USD", Since: kernel.On(1990, 1, 1), Rate: kernel.Whole(1)},
			ledger.Rate{Currency: "USD", Since: kernel.On(2026, 1, 1), Rate: kernel.Whole(7)}))
		for i, on := range []kernel.Date{kernel.On(1990, 2, 1), kernel.On(2025, 12, 31), {}, kernel.On(2190, 1, 1)} {
			a, err := g.Check(g.As("other"), Order{Account: g.mine, Number: fmt.Sprint("U", i), Original: 100_00, Currency: "USD", On: on})
			g.must(err)
			if a.Pass || a.Check.Exposure != 700_00 {
				t.Errorf("of %v: %+v %+v", on, a, a.Check)
			}
		}
	})
}

func TestAnOrderIsNeverWorthNothingNorTooMuch(t *testing.T) {
	each(t, func(g *ground) {
		g.must(ledger.New(g.Kit).SetRates(g.As("director"), ledger.Rate{Currency: "IDR", Since: kernel.On(2026, 1, 1), Rate: kernel.Micro(450)},
			ledger.Rate{Currency: "KWD", Since: kernel.On(2026, 1, 1), Rate: kernel.Whole(23)}))
		for currency, amount := range map[string]int64{"IDR": 1, "KWD": credit.Most} {
			if _, err := g.Check(g.As("rep"), Order{Account: g.mine, Number: currency, Original: amount, Currency: currency}); key(err) != "credit.bad_order" {
				t.Errorf("%d %s: %v", amount, currency, err)
			}
		}
	})
}

// Temporary limits add up: many small ones are as much as a large one.
func TestManySmallTemporaryLimitsTakeADirectorAsOneLargeOneDoes(t *testing.T) {
	each(t, func(g *ground) {
		band := g.band()
		ask := func(part int64) []string {
			l, err := g.Propose(g.As("other"), Wanted{Limit: Limit{Account: g.mine, Kind: Temporary, Amount: band / part, Until: summer.Add(30), Reason: "旺季临时增加"}})
			g.must(err)
			steps := g.steps(l.Approval)
			g.agrees("manager", l.Approval)
			return steps
		}
		if first := ask(2); len(first) != 1 {
			t.Errorf("half of what one may agree to: %v", first)
		}
		if second := ask(3); len(second) != 1 {
			t.Errorf("five sixths of it: %v", second)
		}
		if third := ask(4); !slices.Equal(third, []string{second, high}) {
			t.Errorf("more than it altogether: %v", third)
		}
	})
}

func (g *ground) band() (band int64) {
	g.Helper()
	g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
		cfg, err := g.config(tx)
		band = cfg.Band
		return err
	}))
	return band
}

// steps are the grants of those who have to agree.
func (g *ground) steps(id kernel.ID) []string {
	g.Helper()
	p, err := approval.New(g.Kit).Find(g.As("manager"), id)
	g.must(err)
	return p.Steps
}

// Whoever sees a light only cannot feel his way to the limit.
func TestOrdersDoNotTellTheLimit(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 777, kernel.Date{})
		low, high, asked := int64(0), int64(100_000), 0
		for ; high-low > 1; asked++ {
			middle := (low + high) / 2
			a, err := g.sends("rep", g.mine, fmt.Sprint("O", asked), middle)
			if key(err) == "credit.too_many_blocked" {
				break
			}
			g.must(err)
			if a.Pass {
				t.Fatalf("%d passes after %d", middle, asked)
			}
			high = middle
		}
		if asked != mostBlocked || high < 2*777 {
			t.Errorf("%d orders were answered: it is between %d and %d", asked, low, high)
		}
		if _, err := g.sends("rep", g.mine, "O0", 50_000); err != nil {
			t.Errorf("what was answered is answered again: %v", err)
		}
		if a, err := g.sends("other", g.mine, "F1", 100); err != nil || !a.Pass {
			t.Errorf("who reads credit anyway goes on: %+v, %v", a, err)
		}
	})
}

// A new order that bears the number of one that was delivered and paid long ago is owed for.
func TestAnOldNumberDoesNotMakeAnOrderFree(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		book := receivable.New(g.Kit)
		_, err := book.Add(g.As("director"), receivable.Document{Account: g.mine, Kind: receivable.Invoice, Number: "F1", Reference: "OLD-1", On: summer.Add(-90), Amount: 90_00})
		g.must(err)
		g.owes(g.mine, summer.Add(-60), -90)
		if a, err := g.sends("rep", g.mine, "OLD-1", 90); err != nil || !a.Pass {
			t.Fatalf("%+v, %v", a, err)
		}
		g.owes(g.mine, summer, -1) // any paper has the orders looked at
		if e := g.sheet(g.mine).Own.Exposure; e.Orders != 90_00 {
			t.Errorf("%+v", e)
		}
		if g.passes(g.mine, "NEW", 50) {
			t.Error("90 of 100 are taken")
		}
		_, err = book.Add(g.As("director"), receivable.Document{Account: g.mine, Kind: receivable.Invoice, Number: "F2", Reference: "OLD-1", On: summer, Amount: 40_00})
		g.must(err)
		if e := g.sheet(g.mine).Own.Exposure; e.Orders != 50_00 {
			t.Errorf("invoiced in part: %+v", e)
		}
	})
}
