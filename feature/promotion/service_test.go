package promotion

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"erba/analysis/promotion"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/fee"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/store"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, store.Feature, opportunity.Feature, fee.Feature, Feature}

// ground is an account of the rep's that bought for 50,000 a week before the first of
// June, for 80,000 in the promotion's week and for 45,000 a week after it.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
}

var start = kernel.On(2026, 6, 1)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return kernel.On(2026, 7, 10) }
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		s.Grant("rep", "margin:read", "")
		var lines []ledger.Line
		for week := -6; week < 5; week++ {
			yuan := map[bool]int64{true: 50_000, false: 45_000}[week < 0]
			if week == 0 {
				yuan = 80_000
			}
			on := start.Add(7 * week)
			lines = append(lines, ledger.Line{Account: g.mine, Order: on.String(), Product: "P1", On: on, Quantity: kernel.Whole(1), Price: kernel.Whole(yuan), Amount: yuan * 100,
				Cost: yuan * 60, Costed: true})
		}
		g.book(lines)
		f(g)
	})
}

func (g *ground) book(lines []ledger.Line) {
	g.Helper()
	ctx, l, tally := g.As("director"), ledger.New(g.Kit), ledger.NewTally()
	for i := range lines {
		tally.Line(&lines[i])
	}
	b, err := l.Begin(ctx, ledger.Batch{Kind: ledger.Orders, Source: "erp", File: "orders.csv"})
	g.must(err)
	o, err := l.BookLines(ctx, b.ID, lines)
	g.must(err)
	_, err = l.Publish(ctx, b.ID, o, nil)
	g.must(err)
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

// june is a promotion of the first week of June.
func (g *ground) june() Promotion {
	return Promotion{Account: g.mine, Name: "六一堆头", Background: "儿童节前备货", From: start, Until: start.Add(6), Products: List{"P1"}, Place: "华东 12 家门店", Audience: "家庭",
		Budget: Means{promotion.Budget{Way: promotion.ByTask, Tasks: []promotion.Task{{Name: "堆头", Cost: 9_000_00}}}}, Ways: List{"price_off"},
		Baseline: 50_000_00, Expected: 80_000_00}
}

func (g *ground) plan(p Promotion) Promotion {
	g.Helper()
	made, err := g.Plan(g.As("rep"), p)
	g.must(err)
	return made
}

func TestWhatAPromotionBrought(t *testing.T) {
	each(t, func(g *ground) {
		p := g.plan(g.june())
		f, err := g.Find(g.As("director"), p.ID)
		g.must(err)
		o := f.Outcome
		if len(f.Before) != 4 || len(f.After) != 3 || math.Abs(float64(o.Uplift.Share)-0.6) > 1e-9 || math.Abs(float64(o.Dip.Share)+0.1) > 1e-9 {
			g.Errorf("%+v", f)
		}
		if f.Plan == nil || f.Plan.Net != 3_000_00 || f.Return.Net != 12_000_00 || f.Kept.Net != 6_000_00 {
			g.Errorf("plan %+v, return %+v, kept %+v", f.Plan, f.Return, f.Kept)
		}
		if body := g.Do("rep", "GET", "/api/promotions/"+p.ID.String(), "").Body.String(); !strings.Contains(body, `"uplift"`) || strings.Contains(body, `"net"`) {
			g.Errorf("a rep: %s", body)
		}
	})
}

// A week in which another promotion of the same product ran is no comparable week;
// one of another product is.
func TestOtherPromotionsSpoilTheirWeeks(t *testing.T) {
	each(t, func(g *ground) {
		other := g.june()
		other.From, other.Until = start.Add(-14), start.Add(-1)
		g.plan(other)
		p := g.plan(g.june())
		f, err := g.Find(g.As("rep"), p.ID)
		g.must(err)
		if len(f.Before) != 4 || f.Before[0].Until != start.Add(-15) || len(f.Others) != 0 {
			g.Errorf("%+v", f.Before)
		}
		all := g.june()
		all.From, all.Until = start.Add(-90), start.Add(2)
		all.Products = nil
		g.plan(all)
		f, err = g.Find(g.As("rep"), p.ID)
		g.must(err)
		if f.Outcome.Refused != "promotion.few_weeks" || len(f.Others) != 1 {
			g.Errorf("%+v, %+v", f.Outcome, f.Others)
		}
		c, err := g.Calendar(g.As("rep"), kernel.ID{}, start.Add(-30), start.Add(30))
		g.must(err)
		if len(c.Rows) != 3 || len(c.Rows[0].Collides) != 2 {
			g.Errorf("%+v", c.Rows)
		}
	})
}

func TestSixAnswersAreNeeded(t *testing.T) {
	each(t, func(g *ground) {
		for want, spoil := range map[string]func(*Promotion){
			"promotion.no_time":        func(p *Promotion) { p.Until = p.From.Add(-1) },
			"promotion.no_product":     func(p *Promotion) { p.Products = List{strings.Repeat("x", 61)} },
			"promotion.no_place":       func(p *Promotion) { p.Place = " " },
			"promotion.no_audience":    func(p *Promotion) { p.Audience = "" },
			"promotion.bad_budget":     func(p *Promotion) { p.Budget = Means{} },
			"promotion.no_way":         func(p *Promotion) { p.Ways = List{"magic"} },
			"promotion.no_background":  func(p *Promotion) { p.Background = "" },
			"promotion.no_expectation": func(p *Promotion) { p.Expected = 0 },
			"db.missing":               func(p *Promotion) { p.Account = g.his },
		} {
			p := g.june()
			spoil(&p)
			if _, err := g.Plan(g.As("rep"), p); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
	})
}

func TestAPlanIsForeseen(t *testing.T) {
	each(t, func(g *ground) {
		g.plan(g.june())
		p := g.june()
		p.From, p.Until = start.Add(6), start.Add(19)
		f, err := g.Foresee(g.As("rep"), p)
		g.must(err)
		if f.Amount != 9_000_00 || math.Abs(float64(f.Baseline)-100_000_00) > 1e-6 || len(f.Collides) != 1 {
			g.Errorf("%+v", f)
		}
	})
}

func TestAFeeIsForAPromotionOfItsCustomer(t *testing.T) {
	each(t, func(g *ground) {
		p := g.plan(g.june())
		fees := fee.New(g.Kit)
		r := fee.Request{Account: g.mine, Type: "pile", Name: "六一堆头", From: p.From, Until: p.Until, Amount: 9_000_00, Promotion: p.ID}
		if _, err := fees.Ask(g.As("rep"), r); err != nil {
			g.Error(err)
		}
		g.must(g.Turn(g.As("rep"), p.ID, p.Version, Cancelled, "客户改期了"))
		if _, err := fees.Ask(g.As("rep"), r); key(err) != "promotion.not_his" {
			g.Errorf("%v", err)
		}
		if err := g.Turn(g.As("rep"), p.ID, p.Version+1, Evaluated, "卖得不错"); key(err) != "promotion.other_state" {
			g.Errorf("%v", err)
		}
	})
}

func TestPromotionsGoWithTheirAccountAndLeaveInAFile(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		g.plan(g.june())
		if file := g.Do("director", "GET", "/api/promotions/export?format=csv", "", "Accept-Language", "en").Body.String(); !strings.Contains(file, "六一堆头,2026-06-01,2026-06-07,P1,") {
			g.Errorf("%s", file)
		}
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		at := func(id kernel.ID) int {
			c, err := g.Calendar(g.As("director"), id, start, start)
			g.must(err)
			return len(c.Rows)
		}
		if at(g.his) != 1 {
			g.Error("it stayed behind")
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if at(g.mine) != 1 {
			g.Error("it did not come back")
		}
	})
}
