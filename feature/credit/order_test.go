package credit

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"erba/analysis/credit"
	"erba/feature/account"
	"erba/feature/collection"
	"erba/feature/ledger"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/db"
)

// M78 (e), from the documents themselves: what is owed decides, order by order.
func TestM78ChecksWhatIsOwed(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 45_000, kernel.Date{})
		for month, thousand := range []int64{20, 21, 22} {
			g.owes(g.mine, kernel.On(2026, month+1, 15), thousand*1000)
		}
		g.owes(g.mine, kernel.On(2026, 2, 28), -20_000)
		g.owes(g.mine, kernel.On(2026, 3, 31), -21_000)
		a, err := g.sends("other", g.mine, "SO-4", 26_000)
		g.must(err)
		v := a.Check
		if a.Pass || v.Excess != 3_000_00 || v.Exposure != 48_000_00 || v.Whole != 45_000_00 || !slices.Equal(v.Reasons, Reasons{credit.OverLimit, credit.Late}) {
			t.Errorf("%+v %+v", a, v)
		}
	})
}

func TestAnOrderIsCheckedOnce(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		first, err := g.sends("rep", g.mine, "SO-1", 80)
		g.must(err)
		again, err := g.sends("rep", g.mine, " SO-1", 80)
		g.must(err)
		if !first.Pass || first.Again || !again.Pass || !again.Again || again.ID != first.ID {
			t.Errorf("%+v, then %+v", first, again)
		}
		if g.passes(g.mine, "SO-2", 21) || !g.passes(g.mine, "SO-3", 20) {
			t.Error("80 of 100 are taken")
		}
		for name, one := range map[string]struct {
			role    string
			account kernel.ID
			yuan    int64
			want    string
		}{
			"another amount":                 {"rep", g.mine, 81, "credit.other_order"},
			"another customer":               {"other", g.his, 80, "credit.other_order"},
			"nothing":                        {"rep", g.mine, 0, "credit.bad_order"},
			"less than nothing":              {"rep", g.mine, -5, "credit.bad_order"},
			"a customer who is not in sight": {"rep", g.his, 5, "db.missing"},
		} {
			if _, err := g.sends(one.role, one.account, "SO-1", one.yuan); key(err) != one.want {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := g.Check(g.As("rep"), Order{Account: g.mine, Number: "SO-9", Original: 1, Currency: "THB"}); key(err) != "credit.no_rate" {
			t.Errorf("a currency without rate: %v", err)
		}
		g.must(ledger.New(g.Kit).SetRates(g.As("director"), ledger.Rate{Currency: "USD", Since: kernel.On(2026, 1, 1), Rate: kernel.Whole(7)}))
		if a, err := g.Check(g.As("other"), Order{Account: g.mine, Number: "SO-10", Original: 100, Currency: "usd"}); err != nil || a.Pass || a.Check.Excess != 7_00 {
			t.Errorf("%+v, %v", a, err)
		}
	})
}

// 50 orders at once against room for 20 of them: 20 pass, whoever comes first.
func TestParallelOrdersNeverGoBeyondTheLimit(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 1_000, kernel.Date{})
		child := account.Account{Code: "C1", Name: "子公司", Parent: g.mine, Owner: g.User("rep").ID}
		g.must(account.New(g.Kit).Open(g.As("rep"), child))
		found, err := g.Coded(g.As("rep"), "C1")
		g.must(err)
		g.limits(found, Own, 100_000, kernel.Date{})
		g.limits(g.mine, Group, 1_000, kernel.Date{})
		var passed atomic.Int64
		var all sync.WaitGroup
		for i := range 50 {
			all.Go(func() {
				to := []kernel.ID{g.mine, found}[i%2]
				a, err := g.sends("other", to, fmt.Sprint("P", i), 50)
				if err != nil {
					t.Error(err)
				}
				if a.Pass {
					passed.Add(1)
				}
			})
		}
		all.Wait()
		if n := passed.Load(); n != 20 {
			t.Errorf("%d passed", n)
		}
	})
}

func TestGroups(t *testing.T) {
	each(t, func(g *ground) {
		ids := map[string]kernel.ID{"top": g.mine}
		for _, one := range []struct{ code, parent string }{{"east", "top"}, {"west", "top"}, {"shop", "east"}} {
			a := []account.Account{{Code: one.code, Name: one.code, Parent: ids[one.parent], Owner: g.User("rep").ID}}
			g.must(account.New(g.Kit).Open(g.As("rep"), a...))
			ids[one.code] = a[0].ID
		}
		g.limits(ids["top"], Group, 1_000, kernel.Date{})
		g.limits(ids["shop"], Own, 500, kernel.Date{})
		g.owes(ids["west"], summer.Add(-1), 700)
		a, err := g.sends("other", ids["shop"], "G1", 400)
		g.must(err)
		if a.Pass || a.Check.Excess != 100_00 || !slices.Equal(a.Check.Reasons, Reasons{credit.OverGroup}) {
			t.Errorf("within its own limit, beyond the group's: %+v %+v", a, a.Check)
		}
		if !g.passes(ids["east"], "G2", 200) {
			t.Error("who has no limit of his own stands on the group's")
		}
		if g.passes(ids["shop"], "G3", 200) {
			t.Error("200 of 300 are taken")
		}
		if s := g.sheet(ids["shop"]); len(s.Groups) != 1 || s.Groups[0].Room.Left() != 100_00 || s.Own.Left() != 500_00 {
			t.Errorf("%+v", s.Groups)
		}
		g.Exec(`UPDATE accounts SET parent_id = ? WHERE id = ?`, ids["shop"], ids["top"])
		if g.passes(ids["shop"], "G4", 200) || !g.passes(ids["shop"], "G5", 100) {
			t.Error("a circle of companies changes nothing")
		}
	})
}

func TestTwoPeopleRelease(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		blocked, err := g.sends("rep", g.mine, "R1", 150)
		g.must(err)
		if _, err := g.Release(g.As("rep"), blocked.ID, 1, "急"); key(err) != "credit.bad_reason" {
			t.Errorf("without a reason: %v", err)
		}
		asked, err := g.Release(g.As("rep"), blocked.ID, 1, "客户承诺本周付款")
		g.must(err)
		if _, err := g.Release(g.As("rep"), blocked.ID, 2, "客户承诺本周付款"); key(err) != "credit.not_now" {
			t.Errorf("asked twice: %v", err)
		}
		for _, role := range []string{"rep", "manager"} {
			if g.decides(role, asked.Approval, true) == nil {
				t.Errorf("%s is the first of the two", role)
			}
		}
		g.agrees("other", asked.Approval)
		if g.decides("other", asked.Approval, true) == nil {
			t.Error("one person was both")
		}
		if s := g.sheet(g.mine); s.Own.Exposure.Orders != 0 || s.Orders[0].State != Asked || s.Orders[0].Step != 1 || s.Orders[0].Steps != 2 {
			t.Errorf("%+v", s.Orders)
		}
		g.agrees("manager", asked.Approval)
		s := g.sheet(g.mine)
		if s.Own.Exposure.Orders != 150_00 || s.Orders[0].State != Released || s.Light != credit.Red {
			t.Errorf("%+v", s)
		}
		if n := g.noted("credit.released"); n != 1 {
			t.Errorf("%d releases are in the log", n)
		}
		own, err := g.sends("other", g.mine, "R2", 10)
		g.must(err)
		mine, err := g.Release(g.As("other"), own.ID, 1, "样机，金额很小")
		g.must(err)
		if g.decides("other", mine.Approval, true) == nil {
			t.Error("he released his own")
		}
		g.must(g.decides("manager", mine.Approval, false))
		if again := g.sheet(g.mine).Orders[0]; again.State != Blocked {
			t.Errorf("refused: %+v", again)
		}
	})
}

// noted counts what the log says of a verb.
func (g *ground) noted(verb string) (n int) {
	g.Helper()
	g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) (err error) {
		n, err = db.Find[int](tx, `SELECT count(*) FROM audit WHERE verb = ?`, verb)
		return err
	}))
	return n
}

func TestWhatBecomesOfAnOrder(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		g.owes(g.mine, summer.Add(-5), 60)
		blocked, err := g.sends("rep", g.mine, "W1", 60)
		g.must(err)
		g.owes(g.mine, summer.Add(-1), -30)
		if o, err := g.Recheck(g.As("rep"), blocked.ID, 1); err != nil || o.State != Passed || o.Version != 2 {
			t.Fatalf("%+v, %v", o, err)
		}
		if _, err := g.Recheck(g.As("rep"), blocked.ID, 2); key(err) != "credit.not_now" {
			t.Errorf("%v", err)
		}
		book := receivable.New(g.Kit)
		shipment, err := book.Add(g.As("director"), receivable.Document{Account: g.mine, Kind: receivable.Shipment, Number: "D1", Reference: "W1", On: summer, Amount: 40_00})
		g.must(err)
		if e := g.sheet(g.mine).Own.Exposure; e.Orders != 20_00 || e.Shipped != 40_00 || e.Total() != 90_00 {
			t.Errorf("delivered in part: %+v", e)
		}
		_, err = book.Add(g.As("director"), receivable.Document{Account: g.mine, Kind: receivable.Invoice, Number: "F9", Reference: "W1", On: summer, Amount: 60_00})
		g.must(err)
		if e := g.sheet(g.mine).Own.Exposure; e.Orders != 0 {
			t.Errorf("invoiced: %+v", e)
		}
		g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error { return book.Reverse(tx, g.mine, shipment.ID, "送错地方") }))
		late, err := g.sends("rep", g.mine, "W3", 500)
		g.must(err)
		_, err = book.Add(g.As("director"), receivable.Document{Account: g.mine, Kind: receivable.Shipment, Number: "D3", Reference: "W3", On: summer, Amount: 500_00})
		g.must(err)
		asked, err := g.Release(g.As("rep"), late.ID, 1, "已先行发货，补办手续")
		g.must(err)
		g.agrees("other", asked.Approval)
		g.agrees("manager", asked.Approval)
		if e := g.sheet(g.mine).Own.Exposure; e.Orders != 0 || e.Shipped != 500_00 {
			t.Errorf("what was delivered before the release counts once: %+v", e)
		}
		g.must(g.Sound(g.As("director")))
		g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
			a, err := book.Of(tx, g.mine, receivable.At{})
			for _, d := range a.Documents {
				if err == nil && d.Number == "D3" {
					err = book.Reverse(tx, g.mine, d.ID, "演示完毕，退回")
				}
			}
			return err
		}))
		_, err = g.Close(g.As("other"), late.ID, 3, "客户退货，订单取消")
		g.must(err)
		cash, err := g.sends("rep", g.mine, "W2", 60)
		g.must(err)
		if o, err := g.PayFirst(g.As("other"), cash.ID, 1, "改为款到发货"); err != nil || !o.Pass() {
			t.Errorf("%+v, %v", o, err)
		}
		if e := g.sheet(g.mine).Own.Exposure; e.Orders != 0 {
			t.Errorf("paid first: %+v", e)
		}
		if o, err := g.Close(g.As("other"), cash.ID, 2, "客户取消订单"); err != nil || o.State != Closed {
			t.Errorf("%+v, %v", o, err)
		}
	})
}

// Whoever stops delivery stops every order, however much room is left, until it is
// lifted.
func TestStoppedDeliveryBlocksOrders(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		stops := collection.New(g.Kit)
		stop, err := stops.Stop(g.As("director"), g.mine, "三次催款没有回音")
		g.must(err)
		a, err := g.sends("other", g.mine, "P1", 10)
		g.must(err)
		if a.Pass || !slices.Equal(a.Check.Reasons, Reasons{credit.Stopped}) || a.Check.Excess != 0 {
			t.Errorf("%+v %+v", a, a.Check)
		}
		if s := g.sheet(g.mine); !s.Stopped || s.Light != credit.Red {
			t.Errorf("%v, %s", s.Stopped, s.Light)
		}
		if g.sheet(g.his).Stopped {
			t.Error("another customer is not stopped")
		}
		_, err = stops.Lift(g.As("director"), g.mine, stop.ID, 1, "客户已回函，同意付款")
		g.must(err)
		if o, err := g.Recheck(g.As("other"), a.ID, 1); err != nil || o.State != Passed {
			t.Errorf("lifted: %+v, %v", o, err)
		}
	})
}

func TestAFileOfOrdersIsAnswered(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		file := "客户编号,订单号,金额,币种,日期\nrep,F1,60,,2026-06-01\nrep,F2,60,CNY,\nnobody,F3,1,,\nrep,F4,many,,\nrep,F1,60,,2026-06-01\n"
		for range 2 {
			c, err := g.CheckFile(g.As("rep"), strings.NewReader(file), func(key string, _ map[string]any) string { return key })
			g.must(err)
			var says []string
			for _, row := range c.Rows {
				says = append(says, row.Says+row.Why)
			}
			if c.Passed != 2 || c.Blocked != 1 || !slices.Equal(says, []string{"pass", "blocked", "wrongcredit.no_account", "wrongcredit.bad_amount_cell", "pass"}) {
				t.Errorf("%+v, %v", c, says)
			}
		}
	})
}

// A spreadsheet of orders has its columns as somebody liked, and others besides.
func TestColumnsAreFoundByTheirTitles(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		for _, file := range []string{"Order No,备注,Amount,Account code\nT1,急,60,rep\n", "下单日期,客户,金额,订单编号\n2026-06-01,rep,60,T1\n", "a,b,c\nrep,T1,60\n"} {
			c, err := g.CheckFile(g.As("rep"), strings.NewReader(file), func(key string, _ map[string]any) string { return key })
			g.must(err)
			if c.Passed != 1 || c.Rows[0].Number != "T1" || c.Rows[0].Code != "rep" {
				t.Errorf("%q: %+v", file, c)
			}
		}
		c, err := g.CheckFile(g.As("rep"), strings.NewReader("客户编号,订单号,金额,日期\n,T2,1,\nrep,T3,1,2026-02-30\n"), func(key string, _ map[string]any) string { return key })
		g.must(err)
		if c.Wrong != 2 || c.Rows[0].Why != "credit.no_code" || c.Rows[1].Why != "credit.bad_day_cell" {
			t.Errorf("%+v", c)
		}
	})
}

func TestARepSeesTheLightOnly(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		g.limits(g.mine, Own, 100, kernel.Date{})
		path := "/api/accounts/" + g.mine.String() + "/credit"
		said := g.Do("rep", "POST", "/api/credit/orders", fmt.Sprintf(`{"account":%q,"number":"S1","amount":15000}`, g.mine)).Body.String()
		if strings.Contains(said, "excess") || strings.Contains(said, "5000") || !strings.Contains(said, `"pass":false`) {
			t.Errorf("the rep is told %s", said)
		}
		if said := g.Do("rep", "GET", path+"/light", "").Body.String(); !strings.Contains(said, `"light":"ok"`) {
			t.Errorf("%s", said)
		}
		for _, closed := range []string{path, path + "/proposal", "/api/credit/orders", "/api/credit/reviews", "/api/credit/orders/export"} {
			if code := g.Do("rep", "GET", closed, "").Code; code != 403 {
				t.Errorf("%s: %d", closed, code)
			}
		}
		said = g.Do("other", "GET", "/api/credit/orders?state=held", "").Body.String()
		if !strings.Contains(said, `"excess":5000`) || !strings.Contains(said, `"reasons":["limit"]`) {
			t.Errorf("finance is told %s", said)
		}
		file := g.Do("director", "GET", "/api/credit/orders/export?format=csv", "", "Accept-Language", "en").Body.String()
		if !strings.Contains(file, "S1,rep,客户rep,150.00,150.00,CNY,") || !strings.Contains(file, "Beyond the limit,50.00,150.00,100.00") {
			t.Errorf("%s", file)
		}
	})
}
