package opportunity

import (
	"slices"
	"strings"
	"testing"

	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
)

func TestOnlyALaterDayIsASlip(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{Expected: kernel.On(2026, 5, 30), Opened: kernel.On(2026, 3, 12)})
		rep := g.As("rep")
		if _, err := g.Expect(rep, d.ID, d.Version, kernel.On(2026, 7, 15), ""); key(err) != "opportunity.no_reason" {
			t.Error(err)
		}
		for _, one := range []struct {
			on     kernel.Date
			reason string
			slips  int
		}{{kernel.On(2026, 7, 15), "立项推迟", 1}, {kernel.On(2026, 8, 30), "标书改版", 2}, {kernel.On(2026, 8, 20), "", 2}, {kernel.Date{}, "客户说不准", 3}, {kernel.On(2026, 9, 1), "", 3}} {
			var err error
			d, err = g.Expect(rep, d.ID, d.Version, one.on, one.reason)
			g.must(err)
			if d.Slips != one.slips || d.Expected != one.on || d.FirstExpected != kernel.On(2026, 5, 30) {
				t.Errorf("%s: %d slips, first %s", one.on, d.Slips, d.FirstExpected)
			}
		}
		p, err := g.Sheet(rep, d.ID)
		g.must(err)
		if len(p.Slips) != 5 || p.Slips[0].Was != kernel.On(2026, 5, 30) || p.Slips[0].Reason != "立项推迟" {
			t.Errorf("%+v", p.Slips)
		}
	})
}

func TestPartsMakeAWhole(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{Amount: new(int64(100))})
		one, two, three := g.User("rep").ID, g.User("other").ID, g.User("director").ID
		tests := map[string]struct {
			parts []Split
			want  string
		}{
			"parts of 99":      {[]Split{{User: one, Percent: 33}, {User: two, Percent: 66}}, "opportunity.split_sum"},
			"somebody twice":   {[]Split{{User: one, Percent: 50}, {User: one, Percent: 50}}, "opportunity.bad_split"},
			"a part of none":   {[]Split{{User: one, Percent: 100}, {User: two, Percent: 0}}, "opportunity.bad_split"},
			"somebody unknown": {[]Split{{User: kernel.NewID(), Percent: 100}}, "opportunity.nobody"},
		}
		for name, tt := range tests {
			if _, err := g.Share(g.As("rep"), d.ID, d.Version, tt.parts); key(err) != tt.want {
				t.Errorf("%s: %v", name, err)
			}
		}
		_, err := g.Share(g.As("rep"), d.ID, d.Version, []Split{{User: one, Percent: 33}, {User: two, Percent: 33}, {User: three, Percent: 34}})
		g.must(err)
		p, err := g.Sheet(g.As("rep"), d.ID)
		g.must(err)
		sum := int64(0)
		for _, part := range p.Splits {
			sum += *part.Amount
		}
		if len(p.Splits) != 3 || sum != 100 || p.Splits[0].Percent != 34 || p.Splits[0].Name == "" {
			t.Errorf("%+v", p.Splits)
		}
	})
}

// priced has a product cost 100 by the list, 80 at least and 60 to us.
func (g *ground) priced() kernel.ID {
	g.Helper()
	p, err := product.New(g.Kit).Add(g.As("director"), product.Product{Code: "P1", Name: "齿轮箱", Unit: "台"})
	g.must(err)
	g.PricedBy(func(_ *db.Tx, _, _ kernel.ID, _ kernel.Date) (Price, error) {
		return Price{List: new(kernel.Whole(100)), Floor: new(kernel.Whole(80)), Cost: new(kernel.Whole(60)), From: "opportunity.from_products"}, nil
	})
	return p.ID
}

func TestLinesSayTheAmount(t *testing.T) {
	on(t, func(g *ground) {
		g.Grant("director", "product:write", "A")
		id := g.priced()
		d := g.opened("rep", Deal{})
		d, err := g.Offer(g.As("rep"), d.ID, d.Version, []Line{
			{Product: id, Text: "齿轮箱", Quantity: kernel.Whole(3), Asked: kernel.Whole(75)}, {Text: "安装", Quantity: kernel.Whole(1), Asked: kernel.Micro(10_500_000)}})
		g.must(err)
		if *d.Amount != 3*75_00+10_50 || d.Product != "齿轮箱" {
			t.Errorf("%d %s", *d.Amount, d.Product)
		}
		d, err = g.Amend(g.As("rep"), Deal{ID: d.ID, Version: d.Version, Name: d.Name, Owner: d.Owner, Amount: new(int64(1))})
		g.must(err)
		if *d.Amount != 3*75_00+10_50 {
			t.Errorf("what lines say goes before: %d", *d.Amount)
		}
		p, err := g.Sheet(g.As("director"), d.ID)
		g.must(err)
		l := p.Lines[0]
		if *l.Discount != 0.25 || !*l.Below || *l.Margin < 0.1999 || *l.Margin > 0.2001 || p.Lines[1].Discount != nil {
			t.Errorf("%+v", p.Lines)
		}
		for name, line := range map[string]Line{"no words": {Quantity: kernel.Whole(1)}, "no quantity": {Text: "x"}, "a price below nothing": {Text: "x", Quantity: kernel.Whole(1), Asked: kernel.Whole(-1)}} {
			if _, err := g.Offer(g.As("rep"), d.ID, d.Version, []Line{line}); err == nil {
				t.Error(name)
			}
		}
	})
}

// Floor, cost and what follows from them reach nobody who may not see margins.
func TestTheFloorStaysWithWhoMaySeeIt(t *testing.T) {
	on(t, func(g *ground) {
		g.Grant("director", "product:write", "A")
		g.Grant("director", "margin:read", "A")
		g.Grant("manager", "margin:read", "S")
		g.Grant("rep", "margin:read", "")
		id := g.priced()
		d := g.opened("rep", Deal{})
		_, err := g.Offer(g.As("rep"), d.ID, d.Version, []Line{{Product: id, Text: "齿轮箱", Quantity: kernel.Whole(3), Asked: kernel.Whole(75)}})
		g.must(err)
		path := "/api/opportunities/" + d.ID.String()
		for role, shown := range map[string]bool{"rep": false, "manager": true, "director": true} {
			body := g.Do(role, "GET", path, "").Body.String()
			for _, word := range []string{`"floor"`, `"unit_cost"`, `"below"`, `"margin"`} {
				if strings.Contains(body, word) != shown {
					t.Errorf("%s and %s: %s", role, word, body)
				}
			}
		}
		for _, way := range []string{"?sort=floor", "?sort=margin"} {
			if code := g.Do("rep", "GET", "/api/opportunities"+way, "").Code; code != 422 {
				t.Errorf("%s: %d", way, code)
			}
		}
	})
}

func TestAListIsReadPageByPageInEveryOrder(t *testing.T) {
	on(t, func(g *ground) {
		amounts := []int64{300, 100, 200, 100, 500}
		for i, a := range amounts {
			d := Deal{Account: g.mine, Name: string(rune('a' + i)), Amount: new(a), Expected: kernel.On(2026, 8, 1).Add(i % 3), Opened: wednesday.Add(-i)}
			if i == 4 {
				d.Expected, d.Amount = kernel.Date{}, nil
			}
			_, err := g.Open(g.As("rep"), d)
			g.must(err)
		}
		tests := map[string]struct {
			w    Which
			want string
		}{
			"by the expected day, what has none last": {Which{Sort: ByExpected}, "adbce"},
			"by the amount, the largest first":        {Which{Sort: ByAmount, Desc: true}, "acdbe"},
			"by name":                                 {Which{Sort: ByName}, "abcde"},
			"by the day they began":                   {Which{Sort: ByOpened}, "edcba"},
			"those of a word":                         {Which{Sort: ByName, Search: "客户REP"}, "abcde"},
			"a word that is a pattern":                {Which{Sort: ByName, Search: "%"}, ""},
			"those expected by a day":                 {Which{Sort: ByName, Until: kernel.On(2026, 8, 1)}, "ad"},
		}
		for name, tt := range tests {
			got := ""
			for tt.w.Limit = 2; ; {
				p, err := g.Service.List(g.As("rep"), tt.w)
				g.must(err)
				for _, r := range p.Rows {
					got += r.Name
				}
				if p.Totals.Count != len(tt.want) {
					t.Errorf("%s: %d in all", name, p.Totals.Count)
				}
				if tt.w.After = p.Next; p.Next.IsZero() {
					break
				}
			}
			if got != tt.want {
				t.Errorf("%s: %q, not %q", name, got, tt.want)
			}
		}
		p, err := g.Service.List(g.As("rep"), Which{Limit: 50})
		g.must(err)
		if p.Totals.Amount != 700 || p.Totals.Weighted != 70 || p.Totals.Unknown != 1 {
			t.Errorf("%+v", p.Totals)
		}
	})
}

func TestWhatIsLateIsFound(t *testing.T) {
	on(t, func(g *ground) {
		names := func() (all []string) {
			p, err := g.Service.List(g.As("rep"), Which{Late: true, Sort: ByName, Limit: 50})
			g.must(err)
			for _, r := range p.Rows {
				all = append(all, r.Name)
			}
			return all
		}
		g.opened("rep", Deal{Name: "一"})
		g.opened("rep", Deal{Name: "二", NextStep: "约总工", NextOn: wednesday.Add(5)})
		g.opened("rep", Deal{Name: "三", Expected: wednesday.Add(20)})
		if all := names(); len(all) != 0 {
			t.Error(all)
		}
		g.day(wednesday.Add(6))
		if all := names(); !slices.Equal(all, []string{"二"}) {
			t.Error(all)
		}
		g.day(wednesday.Add(21))
		if all := names(); len(all) != 2 {
			t.Error(all)
		}
		g.day(wednesday.Add(31))
		if all := names(); len(all) != 3 {
			t.Errorf("a step is left within 30 days: %v", all)
		}
	})
}

// A level slides by itself (M29): C, B, A, H as the day comes nearer.
func TestLevelsSlideWithTheCalendar(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{Process: "car", Expected: wednesday.Add(31)})
		for _, one := range []struct {
			after int
			want  string
		}{{0, "C"}, {1, "B"}, {15, "B"}, {16, "A"}, {24, "H"}, {31, "H"}, {32, "C"}} {
			g.day(wednesday.Add(one.after))
			_, err := g.Slide(g.As("rep"))
			g.must(err)
			if now := g.deal("rep", d.ID); now.Stage != one.want {
				t.Errorf("after %d days %s, not %s", one.after, now.Stage, one.want)
			}
		}
		now := g.deal("rep", d.ID)
		now, err := g.Expect(g.As("rep"), d.ID, now.Version, wednesday.Add(34), "换车型")
		g.must(err)
		if now.Stage != "H" {
			t.Errorf("a day that is moved moves the level: %s", now.Stage)
		}
	})
}

func TestAStepThatIsNoneAnyMoreIsNoObstacle(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{Process: "short"})
		g.Exec(`UPDATE opportunities SET stage = 'gone' WHERE id = ?`, d.ID)
		if now := g.deal("rep", d.ID); now.Percent != 0 {
			t.Errorf("%+v", now)
		}
		_, err := g.Advance(g.As("rep"), d.ID, d.Version, "offer", "流程换了")
		g.must(err)
	})
}

func TestAListLeaves(t *testing.T) {
	on(t, func(g *ground) {
		g.Grant("director", "opportunity:export", "A")
		g.opened("rep", Deal{Code: "O26-0418"})
		rows, err := g.Export(g.As("director"), Which{}, "en", func(key string) string { return key })
		g.must(err)
		all := slices.Collect(rows)
		if len(all) != 1 || len(all[0]) != len(Exported) || all[0][0] != "O26-0418" || all[0][4] != "Eight steps" || all[0][5] != "Plan and invite" {
			t.Errorf("%v", all)
		}
	})
}

// A deal that a gate keeps at its level does not keep all others at theirs.
func TestOneDealThatIsKeptDoesNotStopTheCalendar(t *testing.T) {
	on(t, func(g *ground) {
		kept := g.opened("rep", Deal{Process: "car", Expected: wednesday.Add(31)})
		free := g.opened("rep", Deal{Process: "car", Expected: wednesday.Add(31)})
		g.Before(func(_ *db.Tx, d Deal, _ Move) error {
			if d.ID == kept.ID {
				return kernel.Refused("opportunity.ended")
			}
			return nil
		})
		g.day(wednesday.Add(16))
		n, err := g.Slide(g.As("rep"))
		if err != nil || n != 1 || g.deal("rep", free.ID).Stage != "A" || g.deal("rep", kept.ID).Stage != "C" {
			t.Errorf("%d moved, %v", n, err)
		}
	})
}
