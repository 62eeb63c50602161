package loyalty

import (
	"context"
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
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, relation.Feature, Feature}

var june = kernel.On(2026, 6, 30)

const wan = 10_000_00 // 10,000 yuan in fen

// ground are an account of the rep's that bought pumps for 75 × 10,000 and a valve
// for 5 × 10,000, and one of somebody else's.
type ground struct {
	*apptest.Stage
	*Service
	ids []kernel.ID
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june.Add(1) }
		for i, role := range []string{"rep", "other"} {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1)}}
			g.must(account.New(s.Kit).Open(s.As(role), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		for code, line := range map[string]string{"P1": "水泵", "P2": "阀门", "P3": "电机"} {
			g.must(second(product.New(s.Kit).Add(s.As("director"), product.Product{Code: code, Name: code, Line: line})))
		}
		g.sell("P1", 75*wan)
		g.sell("P2", 5*wan)
		s.Grant("rep", "loyalty:write", "O")
		s.Grant("rep", "loyalty:export", "O")
		s.Uncapped()
		f(g)
	})
}

func second[T any](_ T, err error) error { return err }

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) sell(code string, minor int64) {
	g.Helper()
	ctx, led := g.As("director"), ledger.New(g.Kit)
	lines := []ledger.Line{{Account: g.ids[0], Order: "O" + code, Product: code, On: june, Quantity: kernel.Whole(1), Price: kernel.Whole(minor / 100), Amount: minor}}
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: code + ".csv"})
	g.must(err)
	ledger.NewTally().Line(&lines[0])
	o, err := led.BookLines(ctx, b.ID, lines)
	g.must(err)
	g.must(second(led.Publish(ctx, b.ID, o, nil)))
}

func (g *ground) says(line string, demand, version int64) Position {
	g.Helper()
	p, err := g.Say(g.As("rep"), Position{Account: g.ids[0], Line: line, Demand: &demand, Evidence: "采购年度计划", Version: version})
	g.must(err)
	return p
}

func (g *ground) sheet(role string) Sheet {
	g.Helper()
	s, err := g.Sheet(g.As(role), g.ids[0])
	g.must(err)
	return s
}

func rungs(s Sheet) string {
	var all []string
	for _, l := range s.Lines {
		all = append(all, fmt.Sprintf("%s R%d %s", l.Line, l.Rung, l.Objective))
	}
	return strings.Join(all, ", ")
}

// The worked example of method M56 on an account: 75 of 100 is excellent, and 5 of
// 100 an occasional supplement. Nobody is an advocate whom nobody has asked.
func TestM56OnAnAccount(t *testing.T) {
	each(t, func(g *ground) {
		if got := rungs(g.sheet("rep")); got != "水泵 R0 , 阀门 R0 " {
			g.Errorf("while nobody knows what it buys: %s", got)
		}
		g.says("水泵", 100*wan, 0)
		g.says("阀门", 100*wan, 0)
		s := g.sheet("manager")
		if got := rungs(s); got != "水泵 R8 keep, 阀门 R4 expand" {
			g.Error(got)
		}
		if l := s.Lines[0]; *l.Share != 0.75 || l.Why.Rule != "loyalty.rule_nobody_asked" || l.Since != june.Add(1) || strings.Join(s.Others, "") != "电机" {
			g.Errorf("%+v", s)
		}
	})
}

func TestPositionsThatMakeNoSense(t *testing.T) {
	each(t, func(g *ground) {
		fine := Position{Account: g.ids[0], Line: "水泵", Demand: new(int64(100 * wan)), Evidence: "采购年度计划"}
		for name, tt := range map[string]struct {
			change func(*Position)
			key    string
		}{
			"of no line":                {func(p *Position) { p.Line = " " }, "loyalty.no_line"},
			"less than nothing":         {func(p *Position) { p.Demand = new(int64(0)) }, "loyalty.bad_demand"},
			"without evidence":          {func(p *Position) { p.Evidence = "听说" }, "loyalty.short_evidence"},
			"expired when it is said":   {func(p *Position) { p.Expires = june }, "loyalty.bad_expiry"},
			"somebody from elsewhere":   {func(p *Position) { p.People = []kernel.ID{kernel.NewID()} }, "loyalty.stranger"},
			"over what nobody has read": {func(p *Position) { p.Version = 4 }, "db.stale"},
			"of a stranger's account":   {func(p *Position) { p.Account = g.ids[1] }, "db.missing"},
		} {
			p := fine
			tt.change(&p)
			_, err := g.Say(g.As("rep"), p)
			if fault, is := errors.AsType[*kernel.Fault](err); !is || fault.Key != tt.key {
				g.Errorf("%s: %v, want %s", name, err, tt.key)
			}
		}
	})
}

// A quarter later it has moved up with one line; what has expired says nothing any
// more, and a demand below what it buys from us is wrong.
func TestAccountsMoveOnTheLadder(t *testing.T) {
	each(t, func(g *ground) {
		g.says("水泵", 200*wan, 0)
		g.must(second(g.Settle(context.Background())))
		start := g.today()
		g.today = func() kernel.Date { return start.AddMonths(3) }
		g.says("水泵", 100*wan, 1)
		b, err := g.Board(g.As("manager"), Which{Limit: 50})
		g.must(err)
		if m := b.Movement; m.Customers != 1 || m.Up != 1 || *m.Rate != 1 || m.From != start {
			g.Errorf("%+v", m)
		}
		if c := b.Rows[0].Cells[0]; c.Line != "水泵" || c.Rung != 8 || c.Was != 6 {
			g.Errorf("%+v", c)
		}
		for query, want := range map[Which]int{{Moved: "up"}: 1, {Moved: "down"}: 0, {Rung: 8}: 1, {Objective: "turn"}: 0, {Line: "电机"}: 0} {
			query.Limit = 50
			if got, err := g.Board(g.As("manager"), query); err != nil || len(got.Rows) != want {
				g.Errorf("%+v: %d rows, %v", query, len(got.Rows), err)
			}
		}
		if rate, err := g.Rising(g.As("manager")); err != nil || rate != 1 {
			g.Errorf("%v, %v", rate, err)
		}
		if other, err := g.Board(g.As("other"), Which{Limit: 50}); err != nil || len(other.Rows) != 0 || other.Movement.Customers != 0 {
			g.Errorf("a stranger sees %+v, %v", other, err)
		}
		g.says("水泵", 60*wan, 2)
		if got := rungs(g.sheet("rep")); !strings.Contains(got, "水泵 R0") {
			g.Errorf("less than it buys from us: %s", got)
		}
		g.must(g.Unsay(g.As("rep"), g.ids[0], "水泵", 3))
		g.today = func() kernel.Date { return start.AddMonths(40) }
		g.must(second(g.Settle(context.Background())))
		if s := g.sheet("rep"); !strings.Contains(rungs(s), "水泵 R0") || len(s.Past) < 2 {
			g.Errorf("%s, %d in the past", rungs(s), len(s.Past))
		}
	})
}

func TestTheLadderIsTakenAlong(t *testing.T) {
	each(t, func(g *ground) {
		g.says("水泵", 100*wan, 0)
		w := g.Do("manager", "GET", "/api/loyalty/export?format=csv", "", "Accept-Language", "en")
		if !strings.Contains(w.Body.String(), "C01,客户01,水泵,\"R8 Excellent, but split\",Keep,Widen the relationship,0.75,750000.00,") {
			g.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

// What was said goes with its account into another one, and back.
func TestPositionsFollowTheirAccount(t *testing.T) {
	each(t, func(g *ground) {
		g.says("水泵", 100*wan, 0)
		m, err := account.New(g.Kit).Merge(g.As("director"), g.ids[0], g.ids[1], nil)
		g.must(err)
		if s, err := g.Sheet(g.As("director"), g.ids[1]); err != nil || len(s.Lines) == 0 || s.Lines[0].Version != 2 {
			g.Errorf("%+v, %v", s, err)
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if got := rungs(g.sheet("director")); !strings.HasPrefix(got, "水泵 R8") {
			g.Error(got)
		}
	})
}
