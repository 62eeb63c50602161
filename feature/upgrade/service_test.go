package upgrade

import (
	"fmt"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/evaluation"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, evaluation.Feature, Feature}

// ground is a company of two customers of the rep's: one of class C, and one that
// has never bought.
type ground struct {
	*apptest.Stage
	*Service
	portfolio *portfolio.Service
	ids       []kernel.ID
	now       kernel.Date
}

var june = kernel.On(2026, 6, 30)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), portfolio: portfolio.New(s.Kit), now: june}
		g.Service.today = func() kernel.Date { return g.now }
		for i := range 2 {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1)}}
			must(s, account.New(s.Kit).Open(s.As("rep"), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		g.sell(kernel.On(2025, 3, 1), 1_000_000)
		g.sell(june, 2_500_000)
		g.judge()
		_, err := g.evaluations.Evaluate(s.As("director"), june, func(int64, int64) {})
		must(s, err)
		f(g)
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// sell books an order of so many yuan of which 30 % are left.
func (g *ground) sell(on kernel.Date, yuan int64) {
	g.Helper()
	ctx, led := g.As("director"), ledger.New(g.Kit)
	lines := []ledger.Line{{Account: g.ids[0], Order: on.String(), Product: "P1", On: on, Quantity: kernel.Whole(1),
		Price: kernel.Whole(yuan), Amount: yuan * 100, Cost: yuan * 70, Costed: true}}
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	must(g.Stage, err)
	ledger.NewTally().Line(&lines[0])
	o, err := led.BookLines(ctx, b.ID, lines)
	must(g.Stage, err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	must(g.Stage, err)
}

// judge makes the first customer a C: finance 100, sales (50·50 + 100·25)/75 = 66.7,
// customer 25 (standing 2, room 0, influence 3), service 27 (70 of 60 to 95, loyalty 2).
func (g *ground) judge() {
	g.Helper()
	ctx := g.As("director")
	for kind, v := range map[string]int64{portfolio.Demand: 2_500_000_00, portfolio.Influence: 3, portfolio.Standing: 2, portfolio.Satisfaction: 70, portfolio.Loyalty: 2} {
		_, err := g.portfolio.Judge(ctx, portfolio.Estimate{Account: g.ids[0], Kind: kind, Value: v, Evidence: "年度客户评审", Expires: kernel.Today().Add(999)})
		must(g.Stage, err)
	}
}

func (g *ground) sheet(role string, i int) Sheet {
	g.Helper()
	sheet, err := g.Sheet(g.As(role), g.ids[i])
	must(g.Stage, err)
	return sheet
}

func (g *ground) plan() Plan {
	return Plan{Account: g.ids[0], Owner: g.User("rep").ID, Due: june.AddMonths(6), Steps: []Step{
		{Said: "补齐评分", Due: june.AddMonths(1)}, {Said: "签订框架协议", Due: june.AddMonths(6)}}}
}

func TestWhatIsMissingForTheNextClass(t *testing.T) {
	each(t, func(g *ground) {
		sheet := g.sheet("director", 0)
		c := sheet.Climb
		if sheet.Class != "C" || sheet.Next != "B" || c.Class != "C" || c.Next != "B" || *c.Cut != 70 || *c.Missing <= 0 {
			g.Fatalf("%+v, %+v", sheet, c)
		}
		var best *portfolio.Shortfall
		for i := range c.Gaps {
			gap := &c.Gaps[i]
			if gap.Name == "margin" || gap.Name == "growth" {
				g.Errorf("%s is on the level already", gap.Name)
			}
			if gap.Name == "room" {
				best = gap
			}
			if i > 0 && gap.Gain != nil && c.Gaps[i-1].Gain != nil && *gap.Gain > *c.Gaps[i-1].Gain {
				g.Errorf("%s brings more than %s before it", gap.Name, c.Gaps[i-1].Name)
			}
		}
		// 70 of 100 points of room are 56 % (0 → 80); it weighs 30 of 100 in an aspect of 20
		if best == nil || *best.Value != 0 || best.Target < 0.5599 || best.Target > 0.5601 || *best.Gain < 4.199 || *best.Gain > 4.201 {
			g.Errorf("%+v", best)
		}
		if other := g.sheet("rep", 1); other.Class != "P" || other.Next != "D" || len(other.Climb.Gaps) != 0 {
			g.Errorf("who has never bought: %+v", other)
		}
	})
}

func TestAPlanIsReachedWhenTheClassIsInForce(t *testing.T) {
	each(t, func(g *ground) {
		p, err := g.Plan(g.As("rep"), g.plan())
		must(g.Stage, err)
		if p.Was != "C" || p.Becomes != "B" || p.State != Open || p.By != g.User("rep").ID {
			g.Fatalf("%+v", p)
		}
		if _, err := g.Plan(g.As("rep"), g.plan()); err == nil {
			g.Error("a second one was begun")
		}
		p.Steps[0].Done = june
		next, err := g.Change(g.As("rep"), p)
		if err != nil || next.Version != 2 || next.Steps[0].Done != june {
			g.Fatalf("%+v, %v", next, err)
		}
		if _, err := g.Change(g.As("rep"), p); err == nil {
			g.Error("an old version was written over a newer one")
		}
		if sheet := g.sheet("rep", 0); sheet.Class != "C" || sheet.Plan == nil || sheet.Plan.Steps[1].Said != "签订框架协议" {
			g.Errorf("a plan raises no class: %+v", sheet)
		}
		_, err = g.evaluations.Set(g.As("director"), evaluation.Set{Account: g.ids[0], Model: evaluation.Grade, Class: "B", Reason: "管理层决定"})
		must(g.Stage, err)
		sheet := g.sheet("rep", 0)
		if sheet.Plan != nil || len(sheet.Past) != 1 || sheet.Past[0].State != Reached || sheet.Past[0].Ended != june || sheet.Class != "B" {
			g.Errorf("%+v", sheet)
		}
	})
}

func TestPlansThatMakeNoSenseAreRefused(t *testing.T) {
	each(t, func(g *ground) {
		tests := map[string]func(*Plan){
			"nobody sees to it":        func(p *Plan) { p.Owner = kernel.ID{} },
			"somebody who is not here": func(p *Plan) { p.Owner = kernel.NewID() },
			"due today":                func(p *Plan) { p.Due = june },
			"without a step":           func(p *Plan) { p.Steps = nil },
			"a step that says nothing": func(p *Plan) { p.Steps[0].Said = " " },
			"a step after the plan":    func(p *Plan) { p.Steps[1].Due = p.Due.Add(1) },
			"an account out of sight":  func(p *Plan) { p.Account = kernel.NewID() },
		}
		for name, spoil := range tests {
			p := g.plan()
			if spoil(&p); true {
				if _, err := g.Plan(g.As("rep"), p); err == nil {
					g.Errorf("accepted: %s", name)
				}
			}
		}
		if _, err := g.Plan(g.As("other"), g.plan()); err == nil {
			g.Error("another rep plans")
		}
	})
}

func TestPlansAreListedAndGivenUpWithAReason(t *testing.T) {
	each(t, func(g *ground) {
		p, err := g.Plan(g.As("rep"), g.plan())
		must(g.Stage, err)
		g.now = june.AddMonths(2)
		list, err := g.List(g.As("manager"), Which{State: Open, Limit: 50})
		must(g.Stage, err)
		if len(list.Rows) != 1 || list.Open != 1 || list.Late != 1 || !list.Rows[0].Late || list.Rows[0].Of != 2 || list.Rows[0].Done != 0 {
			g.Errorf("%+v", list)
		}
		if other, err := g.List(g.As("other"), Which{Limit: 50}); err != nil || len(other.Rows) != 0 || other.Open != 0 {
			g.Errorf("another rep sees %+v, %v", other, err)
		}
		if g.Drop(g.As("rep"), p.ID, p.Version, " ") == nil {
			g.Error("given up without a reason")
		}
		must(g.Stage, g.Drop(g.As("rep"), p.ID, p.Version, "客户停产"))
		if sheet := g.sheet("rep", 0); sheet.Plan != nil || sheet.Past[0].State != Dropped || sheet.Past[0].Note != "客户停产" {
			g.Errorf("%+v", sheet)
		}
		if _, err := g.Change(g.As("rep"), Plan{ID: p.ID, Owner: p.Owner, Due: p.Due, Steps: p.Steps, Version: 2}); err == nil {
			g.Error("what has ended was changed")
		}
	})
}

func TestAPlanGoesWithAMergeAndComesBack(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.Plan(g.As("rep"), g.plan())
		must(g.Stage, err)
		accounts := account.New(g.Kit)
		m, err := accounts.Merge(g.As("director"), g.ids[0], g.ids[1], nil)
		must(g.Stage, err)
		if sheet := g.sheet("director", 1); sheet.Plan == nil {
			g.Fatalf("%+v", sheet)
		}
		must(g.Stage, accounts.Part(g.As("director"), m.ID))
		if one, other := g.sheet("director", 0), g.sheet("director", 1); one.Plan == nil || other.Plan != nil {
			g.Errorf("%+v, %+v", one, other)
		}
	})
}
