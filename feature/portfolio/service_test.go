package portfolio

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, Feature}

// stage is TD-10 in a database: C01 to C05 are the rep's, the others those of
// another seller.
type stage struct {
	*apptest.Stage
	*Service
	ledger *ledger.Service
	ids    []kernel.ID
}

func set(s *apptest.Stage) *stage {
	st := &stage{s, New(s.Kit), ledger.New(s.Kit), nil}
	for i := range td10 {
		a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1), Region: []string{"华东", "华北"}[i%2]}}
		who := "rep"
		if i >= 5 {
			who = "other"
		}
		must(s, account.New(s.Kit).Open(s.As(who), a...))
		st.ids = append(st.ids, a[0].ID)
	}
	var lines []ledger.Line
	for i, c := range td10 {
		for order := range c.many { // the last order carries the rest, the others a fen each
			amount := int64(1)
			if order == 0 {
				amount = c.amount*wan - int64(c.many-1)
			}
			lines = append(lines, sale(st.ids[i], fmt.Sprint("O", i, "-", order), asOf.Add(-c.recency), amount))
		}
	}
	st.book(lines...)
	return st
}

func sale(account kernel.ID, order string, on kernel.Date, amount int64) ledger.Line {
	return ledger.Line{Account: account, Order: order, Product: "P1", On: on, Quantity: kernel.Whole(1), Price: kernel.Micro(amount * 10_000), Amount: amount}
}

// book imports lines as one file.
func (st *stage) book(lines ...ledger.Line) {
	st.Helper()
	ctx := st.As("director")
	b, err := st.ledger.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	must(st.Stage, err)
	tally := ledger.NewTally()
	for i := range lines {
		tally.Line(&lines[i])
	}
	o, err := st.ledger.BookLines(ctx, b.ID, lines)
	must(st.Stage, err)
	_, err = st.ledger.Publish(ctx, b.ID, o, nil)
	must(st.Stage, err)
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

var toJune = Ask{AsOf: asOf}

func TestTheLedgerIsRankedAndClassed(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		ctx := s.As("director")
		p, err := st.Pareto(ctx, toJune, Filter{})
		must(s, err)
		if p.Top20Share != 0.76875 || p.K80 != 3 || p.Orders != 63 || p.Scope != Whole || p.AsOf != asOf || p.From != kernel.On(2025, 7, 1) {
			s.Errorf("%+v", p)
		}
		r, err := st.Register(ctx, toJune, Filter{}, "", Page{Limit: 50})
		must(s, err)
		if r.Count != 4 || r.Rows[3].Code != "C04" || !slices.Equal(r.Rows[3].Rules, []string{"REV"}) {
			s.Errorf("%+v", r)
		}
		g, err := st.Grid(ctx, toJune, Filter{Region: "华东"})
		must(s, err)
		if g.Tray.Count != 5 || !g.Filtered {
			s.Errorf("%+v", g)
		}
	})
}

// Half a month at each end of the window comes from the lines.
func TestWindowsWithPartsOfMonths(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		tests := map[string]struct {
			ask  Ask
			want int64 // 万元
		}{
			"everything":             {Ask{AsOf: asOf, All: true}, 1600},
			"up to the day before":   {Ask{AsOf: asOf.Add(-4)}, 1600 - 90},
			"from the middle on":     {Ask{AsOf: asOf, From: asOf.Add(-12)}, 820 + 410 + 90},
			"one day later":          {Ask{AsOf: asOf, From: asOf.Add(-11)}, 820 + 90},
			"within one month":       {Ask{AsOf: asOf.Add(-5), From: asOf.Add(-12)}, 820 + 410},
			"parts at both ends":     {Ask{AsOf: asOf.Add(-4), From: asOf.Add(-75)}, 820 + 410 + 130 + 60 + 25},
			"a year that misses one": {Ask{AsOf: asOf.Add(3)}, 1600 - 4},
			"before everything":      {Ask{AsOf: asOf.Add(-900)}, 0},
		}
		for name, tt := range tests {
			p, err := st.Pareto(s.As("director"), tt.ask, Filter{})
			must(s, err)
			if p.Total != tt.want*wan {
				s.Errorf("%s: %d, want %d 万元", name, p.Total/wan, tt.want)
			}
		}
	})
}

func TestWhoSeesSomeGetsHisOwnSums(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		p, err := st.Pareto(s.As("rep"), toJune, Filter{})
		must(s, err)
		if p.Scope != Own || p.Total != (820+410+130+90+60)*wan || p.Customers != 5 {
			s.Errorf("%+v", p)
		}
		m, err := st.Members(s.As("other"), toJune, Filter{}, inABC, "C", Page{Limit: 50})
		must(s, err)
		if m.Count != 4 || m.Rows[0].Code != "C07" || m.Rows[0].Share != nil {
			s.Errorf("%+v", m)
		}
		for id, want := range map[kernel.ID]int{st.ids[0]: 404, st.ids[5]: 200, kernel.NewID(): 404} {
			if got := s.Do("other", "GET", "/api/accounts/"+id.String()+"/portfolio", "").Code; got != want {
				s.Errorf("the card of %s answers %d, want %d", id, got, want)
			}
		}
	})
}

// A colleague who joins an account sees it at the next request.
func TestAChangeOfTeamChangesTheSightAtOnce(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		count := func() int {
			sum, err := st.Summary(s.As("other"), toJune, Filter{})
			must(s, err)
			return sum.Accounts
		}
		before := count()
		accounts := account.New(s.Kit)
		a, err := accounts.Find(s.As("director"), st.ids[0])
		must(s, err)
		other, _ := author(s.As("other"))
		a.Account.Owner = other
		_, err = accounts.Assign(s.As("director"), a.Account)
		must(s, err)
		if after := count(); before != 5 || after != 6 {
			s.Errorf("sees %d accounts before, %d after", before, after)
		}
	})
}

func TestAnotherProcessSeesWhatThisOneBooks(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		product, err := s.App.Start(s.DB)
		must(s, err)
		elsewhere, ctx := New(product.Kit), s.As("director")
		total := func(ask Ask) int64 {
			elsewhere.mu.Lock()
			elsewhere.looked = time.Time{} // as if a second had passed
			elsewhere.mu.Unlock()
			p, err := elsewhere.Pareto(ctx, ask, Filter{})
			must(s, err)
			return p.Total
		}
		before := total(toJune)
		st.book(sale(st.ids[9], "late", asOf, 7*wan))
		if after := total(toJune); before != 1600*wan || after != 1607*wan {
			s.Errorf("%d before, %d after", before, after)
		}
		must(s, account.New(s.Kit).Open(s.As("rep"), account.Account{Code: "C11", Name: "新客户"}))
		total(toJune)
		sum, err := elsewhere.Summary(ctx, toJune, Filter{})
		must(s, err)
		if sum.Accounts != 11 || sum.Inactive != 1 {
			s.Errorf("%+v", sum)
		}
	})
}

func TestAnEvaluationKeepsWhatChanged(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		ctx := s.As("director")
		settle := func() Settled {
			found, err := st.Settle(ctx, func(int64, int64) {})
			must(s, err)
			return found
		}
		first, again := settle(), settle()
		if first.Keys != 4 || first.Changes != 0 || again.Changes != 0 || again.Keys != 0 {
			s.Errorf("first %+v, again %+v", first, again)
		}
		st.book(sale(st.ids[5], "big", asOf, 900*wan))
		if third := settle(); third.Keys != 1 {
			s.Errorf("after a large order: %+v", third)
		}
		c, err := st.Changes(ctx, st.ids[5], inABC, Page{Limit: 10})
		must(s, err)
		if len(c.Rows) != 1 || c.Rows[0].Was != "B" || c.Rows[0].Is != "A" {
			s.Errorf("%+v", c.Rows)
		}
		if c, err = st.Changes(s.As("rep"), kernel.ID{}, "", Page{Limit: 200}); err != nil || slices.ContainsFunc(c.Rows, func(c Change) bool { return c.Code > "C05" }) {
			s.Errorf("the rep sees changes of others: %v %+v", err, c.Rows)
		}
	})
}

func TestAKeyAccountStaysOneUntilReviewed(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		ctx := s.As("director")
		_, err := st.Settle(ctx, func(int64, int64) {})
		must(s, err)
		_, err = st.Since(ctx, st.ids[0], kernel.On(2024, 1, 2))
		must(s, err)
		r, err := st.Register(ctx, Ask{AsOf: asOf.Add(400)}, Filter{}, "", Page{Limit: 50})
		must(s, err)
		if r.Count != 4 || !r.Rows[0].Lapse || len(r.Rows[0].Rules) != 0 {
			s.Errorf("%+v", r)
		}
		card, err := st.Card(ctx, st.ids[0], toJune)
		must(s, err)
		if card.Since != kernel.On(2024, 1, 2) {
			s.Errorf("since %s", card.Since)
		}
	})
}

func TestAccountsInTheOrderOfAFigure(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		codes := func(role string, r account.Ranking) string {
			r.Limit = 3
			var all []string
			for {
				ids, _, err := st.Rank(s.As(role), r)
				must(s, err)
				for _, id := range ids {
					all = append(all, fmt.Sprint(slices.Index(st.ids, id)+1))
				}
				if len(ids) < r.Limit {
					return strings.Join(all, " ")
				}
				r.After = ids[len(ids)-1]
			}
		}
		tests := map[string]struct {
			role string
			r    account.Ranking
			want string
		}{
			"sales, falling":      {"director", account.Ranking{By: account.BySales, Desc: true}, "1 2 3 4 5 6 7 8 9 10"},
			"sales, rising":       {"director", account.Ranking{By: account.BySales}, "10 9 8 7 6 5 4 3 2 1"},
			"last order, falling": {"director", account.Ranking{By: account.ByLastOrder, Desc: true}, "4 1 2 7 3 5 8 6 9 10"},
			"who sees some":       {"other", account.Ranking{By: account.ByClass, Desc: true}, "6 7 8 9 10"},
			"a region":            {"director", account.Ranking{By: account.BySales, Desc: true, Region: "华北"}, "2 4 6 8 10"},
			"among some":          {"director", account.Ranking{By: account.BySales, Desc: true, Among: []kernel.ID{st.ids[7], st.ids[1], st.ids[4], st.ids[0]}}, "1 2 5 8"},
			"among none":          {"director", account.Ranking{By: account.BySales, Among: []kernel.ID{}}, ""},
		}
		for name, tt := range tests {
			if got := codes(tt.role, tt.r); got != tt.want {
				s.Errorf("%s: %s, want %s", name, got, tt.want)
			}
		}
		figures, err := st.Figures(s.As("rep"), st.ids[:5])
		must(s, err)
		if len(figures) != 5 || figures[0].Sales != 820*wan || figures[0].LastOrder != asOf.Add(-5) || figures[0].ABC != "A" || !figures[0].KeyAccount {
			s.Errorf("%+v", figures)
		}
	})
}

// The rep sees all ten accounts, but reads the revenue of the first five only,
// which are his; other owns the rest.
func TestWhatMayNotBeReadIsNeitherRankedNorClassed(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		s.Grant("rep", "account:read", "A")
		s.Grant("rep", "portfolio:read", "A")
		s.Grant("rep", "revenue:read", "OT")
		s.Grant("rep", "margin:read", "")
		tests := map[string]struct{ query, want string }{
			"sales, falling: his, then the others by name":   {"sort=sales&desc=true", "01 02 03 04 05 06 07 08 09 10"},
			"sales, rising: his, then the others by name":    {"sort=sales", "05 04 03 02 01 06 07 08 09 10"},
			"last order: his, then the others by name":       {"sort=last_order&desc=true", "04 01 02 03 05 06 07 08 09 10"},
			"a class has only his":                           {"class=B&sort=sales&desc=true", "04 05"},
			"no class has none of the others":                {"class=none", ""},
			"a stage has only his":                           {"stage=new&sort=name", "01 02 03 04 05"},
			"by name everything is where it belongs":         {"sort=name&desc=true", "10 09 08 07 06 05 04 03 02 01"},
			"among those of a search, his before the others": {"sort=sales&search=客户0", "05 04 03 02 01 06 07 08 09"},
		}
		for name, tt := range tests {
			if got := pages(s, tt.query); got != tt.want {
				s.Errorf("%s: %s, want %s", name, got, tt.want)
			}
		}
		for i, id := range st.ids {
			told := strings.Contains(s.Do("rep", "GET", "/api/accounts/"+id.String(), "").Body.String(), `"figures"`)
			if told != (i < 5) {
				s.Errorf("account %d: figures told: %t", i+1, told)
			}
		}
		if w := s.Do("rep", "GET", "/api/portfolio/abc?as_of=2026-06-30", ""); !strings.Contains(w.Body.String(), `"scope":"own"`) {
			s.Errorf("what he is told of the portfolio: %s", w.Body)
		}
		if w := s.Do("rep", "GET", "/api/portfolio/abc?measure=gross", ""); w.Code != 422 || strings.Contains(w.Body.String(), "margin") {
			s.Errorf("gross profit: %d %s", w.Code, w.Body)
		}
	})
}

// pages are the numbers of the accounts of a list, three a page.
func pages(s *apptest.Stage, query string) string {
	var all []string
	for after := ""; ; {
		w := s.Do("rep", "GET", "/api/accounts?limit=3&after="+after+"&"+query, "")
		var page struct {
			Rows []struct{ Code string }
			Next string
		}
		if err := json.Unmarshal(w.Body.Bytes(), &page); err != nil || w.Code != 200 {
			s.Fatalf("%s: %d %s", query, w.Code, w.Body)
		}
		for _, r := range page.Rows {
			all = append(all, strings.TrimPrefix(r.Code, "C"))
		}
		if after = page.Next; after == "" {
			return strings.Join(all, " ")
		}
	}
}

func TestTheAccountsBehindAMarkAreExported(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		set(s)
		w := s.Do("rep", "GET", "/api/portfolio/members/export?model=abc&mark=A&format=csv&as_of=2026-06-30", "")
		lines := strings.Split(strings.TrimSpace(w.Body.String()), "\n")
		if w.Code != 200 || len(lines) != 4 || !strings.HasPrefix(lines[1], "C01,客户01,华东,,1,8200000.00,24,2026-06-25,A,555,,,NONNAMED°,,REV CORE") {
			s.Errorf("%d %q", w.Code, lines)
		}
	})
}

// Every answer of the API has the shape its document says, for who sees some.
func TestEveryModelAnswers(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		set(s)
		for _, path := range []string{"summary", "pareto", "abc", "rfm", "grid", "quadrant", "pyramid", "register",
			"members?model=rfm&mark=55", "changes", "summary?all=true&measure=gross&returns=ignore"} {
			if w := s.Do("rep", "GET", "/api/portfolio/"+path, ""); w.Code != 200 || strings.Contains(w.Body.String(), ":null,\"rows\"") {
				s.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
		if w := s.Do("rep", "GET", "/api/portfolio/members?model=abc&mark=Z", ""); w.Code != 422 {
			s.Errorf("an unknown mark: %d", w.Code)
		}
	})
}

func key(err error) string {
	if f, ok := err.(*kernel.Fault); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}
