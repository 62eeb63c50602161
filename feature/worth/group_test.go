package worth

import (
	"fmt"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/apptest"
)

// traded is a stage on which C1 bought of two products in two years, C2 began and
// C3 stopped; C4, of another owner, bought what has no cost. C2 belongs to C1.
//
//	C1  100 × 10 and 100 × 20 yuan at a cost of 6 and 15 → 150 × 11 and 100 × 20 at 6 and 16
func traded(s *apptest.Stage) *stage {
	st := &stage{s, New(s.Kit), nil}
	for i := range 4 {
		a := []account.Account{{Code: fmt.Sprint("C", i+1), Name: fmt.Sprint("客户", i+1), Region: []string{"华东", "华南"}[i/2]}}
		if i == 1 {
			a[0].Parent = st.ids[0]
		}
		must(s, account.New(s.Kit).Open(s.As([]string{"rep", "other"}[i/3]), a...))
		st.ids = append(st.ids, a[0].ID)
	}
	for _, p := range []product.Product{{Code: "P1", Name: "轴承", Line: "传动", Unit: "件"}, {Code: "P2", Name: "减速机", Line: "传动", Unit: "件"}, {Code: "P3", Name: "密封", Line: "密封", Unit: "千克"}} {
		_, err := product.New(s.Kit).Add(s.As("director"), p)
		must(s, err)
	}
	before, now := kernel.On(2025, 5, 1), kernel.On(2026, 5, 1)
	var lines []ledger.Line
	sell := func(who int, product string, on kernel.Date, pieces, price, cost int64) {
		lines = append(lines, ledger.Line{Account: st.ids[who], Order: fmt.Sprint("O", len(lines)), Product: product, On: on, Quantity: kernel.Whole(pieces), Price: kernel.Whole(price),
			Amount: pieces * price * yuan, Cost: pieces * cost * yuan, Costed: cost > 0})
	}
	sell(0, "P1", before, 100, 10, 6)
	sell(0, "P2", before, 100, 20, 15)
	sell(0, "P1", now, 150, 11, 6)
	sell(0, "P2", now, 100, 20, 16)
	sell(1, "P3", now, 10, 50, 30)
	sell(2, "P3", before, 10, 50, 30)
	sell(3, "P3", now, 10, 50, 0)
	publish(st, ledger.Orders, lines, st.ledger.BookLines, (*ledger.Tally).Line)
	st.spend("crm", spent(st.ids[0], "1", ledger.Freight, 40), ledger.Cost{Account: st.ids[0], Number: "2", On: before, Kind: ledger.Freight, Amount: 10 * yuan},
		ledger.Cost{Account: st.ids[2], Number: "3", On: before, Kind: ledger.Rebate, Amount: 7 * yuan})
	return st
}

const june = "as_of=2026-06-30"

// told are the steps of a movement that are not nought, in yuan.
func told(all []Step) string {
	var words []string
	for _, s := range all {
		if s.Amount != 0 {
			words = append(words, fmt.Sprintf("%s %d", s.Name, s.Amount/yuan))
		}
	}
	return strings.Join(words, ", ")
}

// Why accounts moved, one by one and together: volume a quarter of 900, at old
// margins 1,100 instead of 1,125, 150 at a yuan more, 100 that cost a yuan more.
func TestWhyAccountsMoved(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := traded(s)
		const first = "before 890, volume 225, mix -25, price 150, cost -100, service -30, now 1110"
		for i, want := range []struct{ left, sales string }{
			{first, "before 3000, volume 750, mix -250, price 150, now 3650"},
			{"won 200, now 200", "won 500, now 500"},
			{"before 193, lost -200, given 7", "before 500, lost -500"},
			{"", "won 500, now 500"},
		} {
			var m Movement
			read(s, s.Do("director", "GET", "/api/accounts/"+st.ids[i].String()+"/movement?"+june, ""), &m)
			if told(m.Contribution) != want.left || told(m.Sales) != want.sales {
				s.Errorf("C%d: %s; %s", i+1, told(m.Contribution), told(m.Sales))
			}
		}
		var by Movements
		read(s, s.Do("director", "GET", "/api/worth/movements?by=family&"+june, ""), &by)
		if got := told(by.Contribution); got != "before 1083, volume 225, mix -25, price 150, cost -100, won 200, lost -200, service -30, given 7, now 1310" || by.Count != 3 || by.Unknown != 1 {
			s.Errorf("all: %s, %d, %d", got, by.Count, by.Unknown)
		}
		if len(by.Rows) != 3 || by.Rows[0].Name != "客户4" || told(by.Rows[1].Contribution) != "before 890, volume 225, mix -25, price 150, cost -100, won 200, service -30, now 1310" || by.Rows[2].Name != "客户3" {
			s.Errorf("by company %+v", by.Rows)
		}
	})
}

// Groups lead to their accounts; who has no cost of goods is named, and is in no sum.
func TestGroupsLeadToTheirAccounts(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := traded(s)
		var g portfolio.Grouped
		read(s, s.Do("director", "GET", "/api/worth/groups?by=region&sort=sales&"+june, ""), &g)
		if len(g.Rows) != 2 || g.Rows[0].Name != "华东" || *g.Rows[0].Amount != 1310*yuan || g.Rows[1].Amount != nil || g.Rows[1].Unknown != 1 || g.Rows[1].Open != 500*yuan || *g.Whole.Parts[len(g.Whole.Parts)-1].Amount != 1310*yuan {
			s.Errorf("by region %+v", g)
		}
		read(s, s.Do("director", "GET", "/api/worth/groups?by=owner&sort=name&up=true&"+june, ""), &g)
		if len(g.Rows) != 2 || g.Rows[0].Name == "" || g.Rows[0].ID.IsZero() {
			s.Errorf("by owner %+v", g.Rows)
		}
		var in portfolio.Inside
		read(s, s.Do("director", "GET", "/api/worth/groups/inside?by=family&key="+st.ids[0].String()+"&sort=sales&up=true&limit=1&"+june, ""), &in)
		if len(in.Rows) != 1 || in.Rows[0].Code != "C2" || in.Next != 1 || in.Whole.Count != 2 || in.Name != "客户1" {
			s.Errorf("inside %+v", in)
		}
		if w := s.Do("director", "GET", "/api/worth/groups/inside?by=region&key=华中", ""); w.Code != 404 {
			s.Errorf("a region that is not there: %d", w.Code)
		}
	})
}

// Product lines end at the gross profit; what has no cost is apart, and never 100 %.
func TestProductLinesEndAtTheGrossProfit(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := traded(s)
		lines := func() string {
			var l Lines
			read(s, s.Do("director", "GET", "/api/worth/lines?"+june, ""), &l)
			var words []string
			for _, one := range append([]Line{l.Whole}, l.Rows...) {
				gross := "no data"
				if one.Gross != nil {
					gross = fmt.Sprint(*one.Gross / yuan)
				}
				words = append(words, fmt.Sprintf("%s %d: %d → %s, open %d, before %d", one.Name, one.Accounts, one.Sales/yuan, gross, one.Open/yuan, one.Before/yuan))
			}
			return strings.Join(words, "; ")
		}
		const want = " 3: 4150 → 1350, open 500, before 3500; 传动 1: 3650 → 1150, open 0, before 3000; 密封 2: 500 → 200, open 500, before 500"
		if got := lines(); got != want {
			s.Errorf("%s\nwant %s", got, want)
		}
		b := publishFrom(st, "more", ledger.Orders, []ledger.Line{{Account: st.ids[2], Order: "N", Product: "X", On: kernel.On(2026, 6, 1), Quantity: kernel.Whole(1), Price: kernel.Whole(9), Amount: 9 * yuan}}, st.ledger.BookLines, (*ledger.Tally).Line)
		if got := lines(); !strings.HasSuffix(got, ";  1: 0 → no data, open 9, before 0") || !strings.HasPrefix(got, " 4:") {
			s.Errorf("one more: %s", got)
		}
		_, err := st.ledger.Undo(s.As("director"), b.ID)
		must(s, err)
		found, err := product.New(s.Kit).List(s.As("director"), product.Filter{Codes: []string{"P3"}, Limit: 1})
		must(s, err)
		found.Rows[0].Line = "传动"
		_, err = product.New(s.Kit).Save(s.As("director"), found.Rows[0])
		must(s, err)
		if got := lines(); got != " 3: 4150 → 1350, open 500, before 3500; 传动 3: 4150 → 1350, open 500, before 3500" {
			s.Errorf("a product of another line: %s", got)
		}
	})
}

// The lists leave as they are shown.
func TestGroupsLeave(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		traded(s)
		s.Uncapped()
		for path, want := range map[string]string{
			"groups/export?format=csv&by=region&":    "华南,0,1,500.00,0,,,,,,",
			"groups/export?format=csv&by=industry&":  "Not filled in,2,1,500.00,0,4150.00,1350.00,40.00,,,1310.00",
			"lines/export?format=csv&":               "密封,2,500.00,-300.00,200.00,500.00,500.00,200.00",
			"movements/export?format=csv&by=region&": "华东,2,0,Contribution,890.00,225.00,-25.00,150.00,-100.00,0.00,0.00,200.00,0.00,0.00,-30.00,0.00,0.00,1310.00",
			"movements/export?format=csv&by=family&": "客户4,0,1,Sales,0.00,0.00,0.00,0.00,,0.00,0.00,500.00,0.00,0.00,,,,500.00",
		} {
			w := s.Do("director", "GET", "/api/worth/"+path+june, "", "Accept-Language", "en")
			if w.Code != 200 || !strings.Contains(w.Body.String(), want) {
				s.Errorf("%s: %d, lacks %s in\n%s", path, w.Code, want, w.Body)
			}
		}
	})
}

// Who answers for a subsidiary alone learns neither the name of the company above
// it nor what that brings, in no list and no export.
func TestWhoHasASubsidiaryIsNotToldItsParent(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := traded(s)
		s.Uncapped()
		for _, grant := range []string{"margin:read", "worth:read", "worth:export"} {
			s.Grant("rep", grant, "O")
		}
		below := []account.Account{{Code: "C5", Name: "子公司"}}
		must(s, st.accounts.Open(s.As("rep"), below...))
		above := []account.Account{{Code: "C6", Name: "集团"}}
		must(s, st.accounts.Open(s.As("other"), above...))
		s.Exec(`UPDATE accounts SET parent_id = ? WHERE id = ?`, above[0].ID, below[0].ID)
		publishFrom(st, "more", ledger.Orders, []ledger.Line{
			{Account: below[0].ID, Order: "N1", Product: "P1", On: kernel.On(2026, 6, 1), Quantity: kernel.Whole(1), Price: kernel.Whole(9), Amount: 9 * yuan, Cost: 5 * yuan, Costed: true},
			{Account: above[0].ID, Order: "N2", Product: "P1", On: kernel.On(2026, 6, 1), Quantity: kernel.Whole(1), Price: kernel.Whole(9), Amount: 9 * yuan, Cost: 5 * yuan, Costed: true},
		}, st.ledger.BookLines, (*ledger.Tally).Line)
		for path, want := range map[string]string{"groups?": "子公司", "movements?": "子公司", "groups/export?format=csv&": "子公司", "groups/inside?key=" + below[0].ID.String() + "&": `"scope":"own"`} {
			w := s.Do("rep", "GET", "/api/worth/"+path+"by=family&"+june, "")
			if body := w.Body.String(); w.Code != 200 || !strings.Contains(body, want) || strings.Contains(body, "集团") || strings.Contains(body, above[0].ID.String()) {
				s.Errorf("%s: %d %s", path, w.Code, body)
			}
		}
		if w := s.Do("rep", "GET", "/api/worth/groups/inside?by=family&key="+above[0].ID.String(), ""); w.Code != 404 {
			s.Errorf("the company above answers with %d %s", w.Code, w.Body)
		}
		if w := s.Do("rep", "GET", "/api/accounts/"+above[0].ID.String()+"/movement", ""); w.Code != 404 {
			s.Errorf("its movement answers with %d", w.Code)
		}
	})
}

// A product line that is called like a formula leaves as text.
func TestAProductLineIsNoFormula(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := traded(s)
		s.Uncapped()
		_, err := product.New(s.Kit).Add(s.As("director"), product.Product{Code: "P9", Name: "P9", Line: "=1+1"})
		must(s, err)
		publishFrom(st, "more", ledger.Orders, []ledger.Line{{Account: st.ids[0], Order: "N", Product: "P9", On: kernel.On(2026, 6, 1), Quantity: kernel.Whole(1), Price: kernel.Whole(9), Amount: 9 * yuan}}, st.ledger.BookLines, (*ledger.Tally).Line)
		if w := s.Do("director", "GET", "/api/worth/lines/export?format=csv&"+june, ""); !strings.Contains(w.Body.String(), "\n'=1+1,1,") {
			s.Errorf("%d %s", w.Code, w.Body)
		}
	})
}
