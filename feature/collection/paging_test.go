package collection

import (
	"fmt"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/receivable"
	"erba/kernel"
)

// crowd opens some more accounts of the rep's, the n-th of which owes n yuan since n days.
func (g *ground) crowd(n int) (ids []kernel.ID) {
	g.Helper()
	for i := range n {
		a := []account.Account{{Code: fmt.Sprint("C", i), Name: fmt.Sprint("客户", i)}}
		g.must(account.New(g.Kit).Open(g.As("rep"), a...))
		_, err := g.Receivables.Add(g.As("director"), receivable.Document{Account: a[0].ID, Kind: receivable.Invoice, Number: "X1", On: june.Add(-40), Due: june.Add(-i - 1), Amount: int64(i+1) * 100})
		g.must(err)
		ids = append(ids, a[0].ID)
	}
	return ids
}

func TestPagesOfTheListAreTheList(t *testing.T) {
	each(t, func(g *ground) {
		g.crowd(7)
		whole, err := g.List(g.As("rep"), Page{})
		g.must(err)
		if len(whole.Rows) != 8 || whole.Rows[0].Course.Days != 10 || whole.Next != 0 { // R1 is late for ten days, C6 for seven
			g.Fatalf("%+v", whole)
		}
		var paged []string
		for page := (Page{0, 3}); ; {
			l, err := g.List(g.As("rep"), page)
			g.must(err)
			for _, r := range l.Rows {
				paged = append(paged, r.Code)
			}
			if page.From = l.Next; l.Next == 0 {
				break
			}
		}
		if fmt.Sprint(paged) != "[rep C6 C5 C4 C3 C2 C1 C0]" {
			g.Error(paged)
		}
		g.Uncapped()
		g.must(g.Kit.Users.Speak(g.As("director"), "zh-CN"))
		file := g.Do("director", "GET", "/api/money/collection/export?format=csv&list=steps", "").Body.String()
		if !strings.Contains(file, "rep,客户rep,R1,10,1000.00,0.00,电话,2026-06-15,") || strings.Count(file, "\n") != 9 {
			g.Error(file)
		}
	})
}

func TestTheCalendarIsOfEverybody(t *testing.T) {
	each(t, func(g *ground) {
		for i, id := range g.crowd(named + 5) {
			_, err := g.Promise(g.As("rep"), Promise{Account: id, Amount: int64(i+1) * 100, Due: june.Add(5), Who: "白若谷"})
			g.must(err)
		}
		c, err := g.Calendar(g.As("rep"), kernel.Date{}, june.Add(60))
		g.must(err)
		owing, err := g.Receivables.Ageing(g.As("rep"), receivable.Ask{At: receivable.At{On: june}})
		g.must(err)
		if c.Total+c.Unsaid+c.Later != owing.Total || c.Promised != 25*26/2*100 { // 1 + 2 + … + 25
			g.Errorf("%d of %d foreseen, %d promised", c.Total+c.Unsaid+c.Later, owing.Total, c.Promised)
		}
		for _, d := range c.Days {
			if d.On == june.Add(5) && (len(d.Rows) != named || d.More != 5 || d.Rows[0].Name != "客户24" || d.Rows[0].Why != "promise") {
				g.Errorf("%+v", d)
			}
		}
		g.Uncapped()
		g.must(g.Kit.Users.Speak(g.As("director"), "zh-CN"))
		file := g.Do("director", "GET", "/api/money/collection/export?format=csv&list=expected", "").Body.String()
		if strings.Count(file, "\n") != 1+named+5+2 || !strings.Contains(file, "C24,客户24,X1,25.00,2026-06-15,承诺") { // and R1 and R2
			g.Error(file)
		}
	})
}

// Whoever may write for two accounts names the one and a row of the other's.
func TestARowIsOfItsAccount(t *testing.T) {
	each(t, func(g *ground) {
		d, err := g.Dispute(g.As("rep"), Dispute{Account: g.mine, Number: "R1", Reason: "quality", Amount: 400_00, Says: "主轴承异响"})
		g.must(err)
		p, err := g.Promise(g.As("rep"), Promise{Account: g.mine, Amount: 100, Due: june.Add(5), Who: "白若谷"})
		g.must(err)
		held, err := g.Stop(g.As("director"), g.mine, "客户重组")
		g.must(err)
		_, settled := g.Settle(g.As("director"), g.his, d.ID, 1, Rejected, "检测合格")
		_, lifted := g.Lift(g.As("director"), g.his, held.ID, 1, "总经理担保")
		for what, err := range map[string]error{"settled": settled, "withdrawn": g.Withdraw(g.As("director"), g.his, p.ID, 1), "lifted": lifted} {
			if key(err) != "db.missing" {
				g.Errorf("%s by way of another account: %v", what, err)
			}
		}
	})
}
