package gift

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, Feature}

// ground is an account of the rep's with one person, and one of the other's.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
	wang      kernel.ID
}

var june = kernel.On(2026, 6, 10)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		g.must(s.DB.Write(s.As("director"), func(tx *db.Tx) error {
			_, err := contact.New(s.Kit).Book(tx, []contact.Contact{{Account: g.mine, Name: "王工"}})
			return err
		}))
		g.wang = g.list("rep", Which{Account: g.mine}).People[0].ID
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) list(role string, w Which) Register {
	g.Helper()
	w.Limit = 50
	r, err := g.List(g.As(role), w)
	g.must(err)
	return r
}

// give writes down something of so many yuan.
func (g *ground) give(role string, yuan int64, reason string) (Gift, error) {
	return g.Give(g.As(role), Gift{Account: g.mine, Contact: g.wang, Item: "定制茶具", Value: yuan * 100, On: june, Occasion: "festival", Reason: reason})
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func TestWhatIsNoGift(t *testing.T) {
	each(t, func(g *ground) {
		usual := Gift{Account: g.mine, Contact: g.wang, Item: "台历", Value: 50_00, On: june, Occasion: "festival"}
		for want, spoil := range map[string]func(*Gift){
			"gift.bad_item":     func(o *Gift) { o.Item = " " },
			"gift.bad_value":    func(o *Gift) { o.Value = -1 },
			"gift.bad_day":      func(o *Gift) { o.On = june.AddMonths(12) },
			"gift.bad_occasion": func(o *Gift) { o.Occasion = "bribe" },
			"gift.stranger":     func(o *Gift) { o.Contact = kernel.ID{} },
			"db.missing":        func(o *Gift) { o.Account = g.his },
		} {
			one := usual
			spoil(&one)
			if _, err := g.Give(g.As("rep"), one); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
		if r := g.list("rep", Which{}); r.Count != 0 {
			g.Errorf("%+v", r)
		}
	})
}

func TestAGiftAboveTheLimitWaitsForConsent(t *testing.T) {
	each(t, func(g *ground) {
		if small, err := g.give("rep", 200, ""); err != nil || small.State != Given {
			g.Fatalf("%+v, %v", small, err)
		}
		if _, err := g.give("rep", 300, ""); key(err) != "gift.needs_reason" {
			g.Fatalf("without a reason: %v", err)
		}
		dear, err := g.give("rep", 300, "签署三年框架协议")
		if err != nil || dear.State != Waiting {
			g.Fatalf("%+v, %v", dear, err)
		}
		if err := g.Drop(g.As("rep"), dear.ID, 1); key(err) != "gift.decided" {
			g.Errorf("%v", err)
		}
		approvals := approval.New(g.Kit)
		if _, err := approvals.Decide(g.As("rep"), approval.Verdict{ID: dear.Approval, Version: 1, Approve: true}); err == nil {
			g.Error("he agreed with himself")
		}
		_, err = approvals.Decide(g.As("manager"), approval.Verdict{ID: dear.Approval, Version: 1, Approve: true})
		g.must(err)
		r := g.list("rep", Which{Account: g.mine})
		if r.Sum != 500_00 || r.Waiting != 0 || r.Rows[0].State != Given || r.People[0].Got != 500_00 {
			g.Errorf("%+v", r)
		}
		refused, err := g.give("rep", 400, "客户总经理生日")
		g.must(err)
		_, err = approvals.Decide(g.As("manager"), approval.Verdict{ID: refused.Approval, Version: 1, Reason: "超出合规要求"})
		g.must(err)
		if r := g.list("rep", Which{State: Refused}); r.Count != 1 || r.Sum != 0 {
			g.Errorf("%+v", r)
		}
	})
}

func TestOnePersonGetsOnlySoMuchInAYear(t *testing.T) {
	each(t, func(g *ground) {
		for range 5 {
			if one, err := g.give("rep", 200, ""); err != nil || one.State != Given {
				g.Fatalf("%+v, %v", one, err)
			}
		}
		if _, err := g.give("rep", 1, ""); key(err) != "gift.needs_reason" {
			g.Errorf("the sixth: %v", err)
		}
		one := Gift{Account: g.mine, Contact: g.wang, Item: "元旦台历", Value: 50_00, On: kernel.On(2026, 12, 1), Occasion: "festival", Reason: "客户答谢会"}
		g.today = func() kernel.Date { return kernel.On(2026, 12, 1) }
		if dec, err := g.Give(g.As("rep"), one); err != nil || dec.State != Waiting {
			g.Errorf("%+v, %v", dec, err)
		}
		one.On = kernel.On(2027, 1, 1)
		if next, err := g.Give(g.As("rep"), one); err != nil || next.State != Given || next.Reason != "" {
			g.Errorf("the next year: %+v, %v", next, err)
		}
	})
}

func TestTheRegisterOfGifts(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		one, err := g.give("rep", 100, "")
		g.must(err)
		if n := g.list("other", Which{}).Count; n != 0 {
			g.Errorf("a stranger sees %d", n)
		}
		file := g.Do("director", "GET", "/api/gifts/export?format=csv", "", "Accept-Language", "en").Body.String()
		if !strings.Contains(file, "rep,客户rep,王工,定制茶具,100.00,2026-06-10,Festival,No,Given,,rep") {
			g.Errorf("%s", file)
		}
		if err := g.Drop(g.As("manager"), one.ID, 1); key(err) != "gift.not_yours" {
			g.Errorf("%v", err)
		}
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		if g.list("director", Which{Account: g.his}).Count != 1 {
			g.Error("it stayed behind")
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if g.list("director", Which{Account: g.his}).Count != 0 {
			g.Error("it did not come back")
		}
	})
}
