package pricing

import (
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/opportunity"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

func TestTheClosestListCounts(t *testing.T) {
	each(t, func(g *ground) {
		says := func(of kernel.ID, want, wantFrom string) {
			g.Helper()
			if list, from := g.costs(of, june); list != want || from != "pricing.from_"+wantFrom {
				g.Errorf("%s %s, want %s %s", list, from, want, wantFrom)
			}
		}
		says(g.mine, "100", "products")
		g.listed(Everybody, "", 98)
		says(g.mine, "98", "all")
		g.listed(Region, "华东", 96)
		says(g.mine, "96", "region")
		says(g.his, "98", "all")
		g.listed(Industry, "机械", 95)
		says(g.mine, "95", "industry")
		says(g.his, "95", "industry")
		says(kernel.ID{}, "98", "all")
		if list, _ := g.costs(g.mine, kernel.On(2026, 5, 31)); list != "100" {
			g.Errorf("before they hold: %s", list)
		}
		if list, _ := g.costs(g.mine, kernel.On(2027, 1, 1)); list != "100" {
			g.Errorf("after they have ended: %s", list)
		}
		_, err := g.Agree(g.As("manager"), agreed(g, g.mine, 90))
		g.must(err)
		says(g.mine, "90", "framework")
		says(g.his, "95", "industry")
	})
}

func agreed(g *ground, of kernel.ID, price int64) Framework {
	return Framework{Account: of, Product: g.gear, Agreed: kernel.Whole(price), From: kernel.On(2026, 1, 1), Until: kernel.On(2026, 7, 1), Basis: "框架协议 2026-01"}
}

func TestWhatIsNoPrice(t *testing.T) {
	each(t, func(g *ground) {
		l := g.listed(Everybody, "", 98)
		for want, spoil := range map[string]func(*List){
			"pricing.bad_name":  func(l *List) { l.Name = " " },
			"pricing.bad_scope": func(l *List) { l.Scope = "friends" },
			"pricing.bad_place": func(l *List) { l.Scope = Region },
			"pricing.bad_days":  func(l *List) { l.Until = kernel.On(2026, 5, 1) },
			"pricing.too_long":  func(l *List) { l.Note = strings.Repeat("长", 501) },
		} {
			one := opened(Everybody, "")
			if spoil(&one); one.Name != "" {
				if _, err := g.AddList(g.As("director"), one); key(err) != want {
					g.Errorf("%s: %v", want, err)
				}
			}
		}
		if _, err := g.SetPrice(g.As("director"), l.ID, l.Version, g.gear, yuan(0)); key(err) != "pricing.bad_price" {
			g.Errorf("for nothing: %v", err)
		}
		if _, err := g.SetPrice(g.As("director"), l.ID, 1, g.gear, yuan(97)); key(err) != "db.stale" {
			g.Errorf("over another version: %v", err)
		}
		l, err := g.SetPrice(g.As("director"), l.ID, l.Version, g.gear, nil)
		g.must(err)
		if list, _ := g.costs(g.mine, june); list != "100" {
			g.Errorf("taken off the list: %s", list)
		}
		l.Name = "别名"
		_, err = g.SaveList(g.As("director"), l)
		g.must(err)
		g.must(g.DropList(g.As("director"), l.ID, l.Version+1))
	})
}

func TestAgreedPrices(t *testing.T) {
	each(t, func(g *ground) {
		f, err := g.Agree(g.As("manager"), agreed(g, g.mine, 90))
		g.must(err)
		if _, err := g.Agree(g.As("manager"), agreed(g, g.mine, 85)); key(err) != "pricing.overlaps" {
			g.Errorf("twice on one day: %v", err)
		}
		low := agreed(g, g.his, 79)
		if _, err := g.Agree(g.As("manager"), low); err == nil {
			g.Error("below the floor takes a director")
		}
		_, err = g.Agree(g.As("director"), low)
		g.must(err)
		f.Agreed, f.Until = kernel.Whole(88), kernel.On(2026, 12, 31)
		f, err = g.Renew(g.As("manager"), f)
		g.must(err)
		a, err := g.Agreements(g.As("rep"), Agreed{})
		g.must(err)
		if len(a.Rows) != 1 || a.Rows[0].Agreed != kernel.Whole(88) || a.Rows[0].State != Running || a.May {
			g.Errorf("the rep sees %+v", a)
		}
		if _, err := g.Renew(identity.Under(g.As("rep"), "framework:write"), f); key(err) != "db.missing" {
			g.Errorf("a rep agrees to nothing: %v", err)
		}
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		if a, err := g.Agreements(g.As("director"), Agreed{Account: g.his}); err != nil || len(a.Rows) != 2 {
			g.Errorf("it stayed behind: %+v, %v", a.Rows, err)
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if a, err := g.Agreements(g.As("director"), Agreed{Account: g.his}); err != nil || len(a.Rows) != 1 {
			g.Errorf("it did not come back: %+v, %v", a.Rows, err)
		}
	})
}

func TestTheEndOfAnAgreedPriceIsAnnouncedOnce(t *testing.T) {
	each(t, func(g *ground) {
		f, err := g.Agree(g.As("manager"), agreed(g, g.mine, 90)) // until 1 July, in 21 days
		g.must(err)
		system := db.WithViewer(g.As("director"), identity.System())
		for range 2 {
			g.must(g.Remind(system))
		}
		notices := func() int {
			g.Helper()
			page, err := g.Notices.List(g.As("rep"), kernel.ID{}, 50)
			g.must(err)
			return len(page.Rows)
		}
		if n := notices(); n != 1 {
			g.Errorf("told %d times", n)
		}
		items, err := g.ending().Find(g.As("rep"), today.Ask{User: g.User("rep").ID, On: june, Limit: 10})
		if err != nil || len(items) != 1 || items[0].Due != f.Until || items[0].Account != g.mine {
			g.Errorf("%+v, %v", items, err)
		}
		if items, err = g.ending().Find(g.As("other"), today.Ask{User: g.User("other").ID, On: june, Limit: 10}); err != nil || len(items) != 0 {
			g.Errorf("a stranger is told %+v, %v", items, err)
		}
	})
}

func TestASpecialPriceLetsADealGoOn(t *testing.T) {
	each(t, func(g *ground) {
		d := g.deal(10, 85)
		if _, err := g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", ""); key(err) != "pricing.needs_consent" {
			g.Fatalf("nobody has agreed: %v", err)
		}
		p, err := g.ask(d, 10, 85)
		g.must(err)
		if _, err := g.ask(d, 10, 84); key(err) != "pricing.asked_already" {
			g.Errorf("twice: %v", err)
		}
		if g.decide("rep", p, true) == nil {
			g.Error("he agreed with himself")
		}
		if _, err := g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", ""); key(err) != "pricing.needs_consent" {
			g.Errorf("nobody has answered: %v", err)
		}
		g.must(g.decide("manager", p, true))
		o, err := g.OfDeal(g.As("rep"), d.ID)
		if err != nil || o.Lines[0].State != Granted || o.Requests[0].State != Granted || o.Requests[0].Answer != "看过客户用量" || !o.May {
			g.Errorf("%+v, %v", o, err)
		}
		more := g.offers(d, 11, 85)
		if _, err := g.Deals.Advance(g.As("rep"), d.ID, more.Version, "offer", ""); key(err) != "pricing.needs_consent" {
			g.Errorf("more than was granted: %v", err)
		}
		less := g.offers(more, 10, 84)
		if _, err := g.Deals.Advance(g.As("rep"), d.ID, less.Version, "offer", ""); key(err) != "pricing.needs_consent" {
			g.Errorf("cheaper than was granted: %v", err)
		}
		d = g.offers(less, 10, 85)
		d, err = g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", "")
		g.must(err)
		g.today = func() kernel.Date { return kernel.On(2026, 10, 1) }
		won := opportunity.Outcome{State: opportunity.Won, Reason: "fit", Evidence: "合同已签"}
		if _, err := g.Deals.Close(g.As("rep"), d.ID, d.Version, won); key(err) != "pricing.needs_consent" {
			g.Errorf("it has lapsed: %v", err)
		}
		g.today = func() kernel.Date { return june }
		_, err = g.Deals.Close(g.As("rep"), d.ID, d.Version, won)
		g.must(err)
	})
}

func TestBelowTheFloorADirectorDecides(t *testing.T) {
	each(t, func(g *ground) {
		d := g.deal(10, 79)
		p, err := g.ask(d, 10, 79)
		g.must(err)
		if g.decide("manager", p, true) == nil {
			g.Error("a manager sold below the floor")
		}
		g.must(g.decide("director", p, true))
		_, err = g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", "")
		g.must(err)
	})
}

func TestARefusedRequestKeepsTheDeal(t *testing.T) {
	each(t, func(g *ground) {
		d := g.deal(10, 85)
		p, err := g.ask(d, 10, 85)
		g.must(err)
		g.must(g.decide("manager", p, false))
		r, err := g.Requests(g.As("rep"), Asked{State: Refused})
		if err != nil || len(r.Rows) != 1 || r.Rows[0].Answer == "" {
			g.Errorf("%+v, %v", r, err)
		}
		if _, err := g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", ""); key(err) != "pricing.needs_consent" {
			g.Error(err)
		}
		if _, err := g.Deals.Close(g.As("rep"), d.ID, d.Version, opportunity.Outcome{State: opportunity.Lost, Reason: "price"}); err != nil {
			g.Errorf("a deal may be lost at any price: %v", err)
		}
	})
}

func TestWhatIsNoRequest(t *testing.T) {
	each(t, func(g *ground) {
		d := g.deal(10, 85)
		usual := Special{Deal: d.ID, Product: g.gear, Quantity: kernel.Whole(10), Wanted: kernel.Whole(85), Until: kernel.On(2026, 9, 30), Reason: "客户年用量大"}
		for want, spoil := range map[string]func(*Special){
			"pricing.bad_quantity": func(p *Special) { p.Quantity = kernel.Decimal{} },
			"pricing.bad_reason":   func(p *Special) { p.Reason = "急" },
			"pricing.bad_days":     func(p *Special) { p.Until = june.Add(-1) },
			"pricing.bad_price":    func(p *Special) { p.Wanted = kernel.Decimal{} },
			"pricing.not_special":  func(p *Special) { p.Wanted = kernel.Whole(100) },
		} {
			one := usual
			spoil(&one)
			if _, err := g.Ask(g.As("rep"), one); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
		if _, err := g.Ask(g.As("other"), usual); key(err) != "db.missing" {
			g.Errorf("of another's deal: %v", err)
		}
	})
}

func TestAListLeavesAndComesBack(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		l := g.listed(Everybody, "", 98)
		file := g.Do("director", "GET", "/api/prices/lists/"+l.ID.String()+"/export?format=csv", "", "Accept-Language", "en").Body.String()
		if !strings.Contains(file, "P1,齿轮箱,台,98\r\n") {
			g.Fatalf("%s", file)
		}
		bring := func(file string, try bool) Imported {
			g.Helper()
			done, err := g.ImportList(g.As("director"), l.ID, strings.NewReader(file), try, func(key string, _ map[string]any) string { return key })
			g.must(err)
			return done
		}
		if done := bring(file, false); done.Same != 1 || done.Taken+done.Updated+len(done.Wrong) != 0 {
			g.Errorf("the same: %+v", done)
		}
		news := strings.Replace(file, ",98", ",97.5", 1) + "P2,螺栓,台,3.2\r\n"
		if done := bring(news, true); done.Updated != 1 || done.Taken != 1 {
			g.Errorf("tried: %+v", done)
		}
		if list, _ := g.costs(g.mine, june); list != "98" {
			g.Errorf("trying changed it: %s", list)
		}
		if done := bring(news+"P9,x,,1\r\n", false); len(done.Wrong) != 1 || done.Wrong[0].Says != "pricing.no_product" {
			g.Errorf("wrong: %+v", done)
		}
		if list, _ := g.costs(g.mine, june); list != "98" {
			g.Errorf("half of it was taken: %s", list)
		}
		bring(news, false)
		if list, _ := g.costs(g.mine, june); list != "97.5" {
			g.Errorf("not taken: %s", list)
		}
	})
}

func TestAgreedPricesLeaveAndComeBack(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		f, err := g.Agree(g.As("director"), agreed(g, g.mine, 90))
		g.must(err)
		file := g.Do("director", "GET", "/api/prices/frameworks/export?format=csv", "", "Accept-Language", "en").Body.String()
		if !strings.Contains(file, "rep,客户rep,P1,齿轮箱,90,2026-01-01,2026-07-01,框架协议 2026-01,Ends soon") {
			g.Fatalf("%s", file)
		}
		g.must(g.Cancel(g.As("director"), f.ID, f.Version))
		for _, want := range []Imported{{Taken: 1}, {Same: 1}} {
			done, err := g.ImportFrameworks(g.As("director"), strings.NewReader(file), false, func(key string, _ map[string]any) string { return key })
			if err != nil || done.Taken != want.Taken || done.Same != want.Same || len(done.Wrong) != 0 {
				g.Errorf("%+v, %v", done, err)
			}
		}
		if list, from := g.costs(g.mine, june); list != "90" || from != fromFramework {
			g.Errorf("%s %s", list, from)
		}
	})
}
