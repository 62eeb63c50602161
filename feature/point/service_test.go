package point

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/evaluation"
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
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, Feature}

// ground is an account of the rep's that earns points, on the last of May.
type ground struct {
	*apptest.Stage
	*Service
	mine kernel.ID
}

var may = kernel.On(2026, 5, 31)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return may }
		a := []account.Account{{Code: "A", Name: "客户甲"}}
		g.must(account.New(s.Kit).Open(s.As("rep"), a...))
		g.mine = a[0].ID
		_, err := g.Service.Enrol(g.As("manager"), g.mine)
		g.must(err)
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// buys books an order of a day, in yuan, and then what it earned by June.
func (g *ground) buys(number string, on kernel.Date, yuan int64) (booked int) {
	g.Helper()
	l := ledger.New(g.Kit)
	ctx := g.As("director")
	b, err := l.Begin(ctx, ledger.Batch{Source: number, Kind: ledger.Orders, File: number})
	g.must(err)
	one := kernel.Whole(1)
	if yuan < 0 {
		one = kernel.Whole(-1)
	}
	out, err := l.BookLines(ctx, b.ID, []ledger.Line{{Account: g.mine, Order: number, Product: "P", On: on, Quantity: one, Price: kernel.Whole(max(yuan, -yuan)), Amount: yuan * 100}})
	g.must(err)
	_, err = l.Publish(ctx, b.ID, out, nil)
	g.must(err)
	g.today = func() kernel.Date { return kernel.On(2026, 6, 1) }
	booked, err = g.Earn(db.WithViewer(g.Context(), identity.System()))
	g.must(err)
	return booked
}

func (g *ground) balance(want int64) {
	g.Helper()
	sheet, err := g.Sheet(g.As("rep"), g.mine)
	g.must(err)
	if sheet.Standing.Balance != want {
		g.Errorf("%+v, want %d left", sheet.Standing, want)
	}
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func TestAMonthEarnsOnceAndReturnsTakeBack(t *testing.T) {
	each(t, func(g *ground) {
		if n := g.buys("O-1", may, 12_345); n != 1 {
			g.Errorf("%d bookings", n)
		}
		g.balance(123)
		n, err := g.Earn(db.WithViewer(g.Context(), identity.System()))
		g.must(err)
		if n != 0 {
			g.Errorf("a second run booked %d", n)
		}
		g.buys("R-1", may, -2_345)
		g.balance(100)
		g.buys("O-2", kernel.On(2026, 4, 30), 50_000) // before it joined
		g.balance(100)
	})
}

func TestNobodyUsesMoreThanThereIs(t *testing.T) {
	each(t, func(g *ground) {
		g.buys("O-1", may, 10_000)
		used, err := g.Redeem(g.As("manager"), Use{g.mine, 60, "培训名额"})
		g.must(err)
		if _, err := g.Redeem(g.As("manager"), Use{g.mine, 41, "培训名额"}); key(err) != "point.too_few" {
			g.Errorf("%v", err)
		}
		g.balance(40)
		back, err := g.Reverse(g.As("manager"), g.mine, used.ID, "培训取消")
		g.must(err)
		g.balance(100)
		for id, want := range map[kernel.ID]string{used.ID: "point.reversed_already", back.ID: "point.not_used", kernel.NewID(): "db.missing"} {
			if _, err := g.Reverse(g.As("manager"), g.mine, id, "再次取消"); key(err) != want {
				g.Errorf("%v, want %s", err, want)
			}
		}
	})
}

func TestTwentyAtOnceUseWhatThereIsAndNoMore(t *testing.T) {
	each(t, func(g *ground) {
		g.buys("O-1", may, 10_000)
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() { _, _ = g.Redeem(g.As("manager"), Use{g.mine, 30, "兑换礼品"}) })
		}
		all.Wait()
		sheet, err := g.Sheet(g.As("rep"), g.mine)
		g.must(err)
		if s := sheet.Standing; s.Used%30 != 0 || s.Used > 90 || s.Used == 0 || s.Balance != 100-s.Used {
			g.Errorf("%+v", s)
		}
	})
}

func TestWhoLeavesEarnsNothingMore(t *testing.T) {
	each(t, func(g *ground) {
		sheet, err := g.Sheet(g.As("manager"), g.mine)
		g.must(err)
		_, err = g.Leave(g.As("manager"), g.mine, sheet.Member.Version)
		g.must(err)
		g.buys("O-1", kernel.On(2026, 6, 1), 10_000)
		g.today = func() kernel.Date { return kernel.On(2026, 7, 1) }
		n, err := g.Earn(db.WithViewer(g.Context(), identity.System()))
		g.must(err)
		if n != 0 {
			g.Errorf("%d bookings", n)
		}
		_, err = g.Service.Enrol(g.As("manager"), g.mine)
		g.must(err)
		if _, err := g.Service.Enrol(g.As("manager"), g.mine); key(err) != "point.member_already" {
			g.Errorf("%v", err)
		}
	})
}

func TestStrangersSeeNoPoints(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		g.buys("O-1", may, 10_000)
		path := "/api/accounts/" + g.mine.String() + "/points"
		if w := g.Do("other", "GET", path, ""); w.Code != 404 {
			g.Errorf("a stranger: %d", w.Code)
		}
		file := g.Do("director", "GET", "/api/points/export?format=csv", "", "Accept-Language", "en").Body.String()
		if !strings.Contains(file, "A,客户甲,2026-05-31,,100,0,0,100,100,2028-05-30") {
			g.Errorf("%s", file)
		}
	})
}
