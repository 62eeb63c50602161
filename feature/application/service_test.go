package application

import (
	"errors"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/competitor"
	"erba/feature/contact"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature,
	ledger.Feature, method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, plan.Feature, relation.Feature,
	opportunity.Feature, competitor.Feature, Feature}

// ground is a customer of the rep's with a deal, and one of somebody else's.
type ground struct {
	*apptest.Stage
	*Service
	mine, deal, other kernel.ID
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		for _, grant := range []string{"application:write", "application:export", "opportunity:write", "competitor:write", "action:write"} {
			s.Grant("rep", grant, "O")
			s.Grant("other", grant, "O")
		}
		s.Uncapped()
		g.mine, g.deal = g.customer("rep")
		g.other, _ = g.customer("other")
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// refuses wants the fault with a key.
func (g *ground) refuses(what string, err error, key string) {
	g.Helper()
	if fault, is := errors.AsType[*kernel.Fault](err); !is || fault.Key != key {
		g.Errorf("%s: %v, want %s", what, err, key)
	}
}

func (g *ground) customer(owner string) (customer, deal kernel.ID) {
	g.Helper()
	a := []account.Account{{Code: owner, Name: "客户" + owner}}
	g.must(account.New(g.Kit).Open(g.As(owner), a...))
	d, err := g.Deals.Open(g.As(owner), opportunity.Deal{Account: a[0].ID, Code: "O-" + owner, Name: "齿轮箱总成 120 台"})
	g.must(err)
	return a[0].ID, d.ID
}

func (g *ground) analysis() Analysis {
	g.Helper()
	a, err := g.Analysis(g.As("rep"), g.mine)
	g.must(err)
	return a
}

// full is a sheet with all that can be said of a customer.
func (g *ground) full() Sheet {
	return Sheet{Account: g.mine, Industry: "风电整机价格三年降三成", Level: "齿轮箱故障停机多", Uses: "变桨与主齿轮箱，年度框架招标", Strengths: "现供", Weakness: "交期",
		Chances: "技改", Threats: "砺衡低价", Expected: new(int64(1331000)), Reason: "技改已立项"}
}

// What is known of a customer is counted part by part: two of three are still 0.
func TestEveryPartIsCounted(t *testing.T) {
	each(t, func(g *ground) {
		if a := g.analysis(); a.Complete != 0 || a.Enough || a.Sheet.Version != 0 || !a.Write {
			g.Errorf("while nobody has said anything: %+v", a)
		}
		rep := g.As("rep")
		_, err := g.Know(rep, g.full())
		g.must(err)
		_, err = g.Plan(rep, Project{Account: g.mine, Name: "三期技改", Funding: "own", Purchase: "tender", Budget: new(int64(500000000)), Chance: new(int64(60))})
		g.must(err)
		a := g.analysis()
		if a.Known.Application != 100 || a.Known.Plan != 50 || a.Known.Competitors.Known() || a.Complete != 30 {
			g.Errorf("a sheet with a project: %+v, %v", a.Known, a.Complete)
		}
		g.must(g.act())
		c, err := g.Competitors.Name(rep, competitor.Competitor{Name: "砺衡传动"})
		g.must(err)
		r := competitor.Rival{Deal: g.deal, Kind: competitor.Direct, Competitor: c.ID, Active: true, Evidence: "铭牌上看到的", Ratings: []int{4, 4, 3, 4, 3, 4, 4, 0}}
		r, err = g.Competitors.Judge(rep, r)
		g.must(err)
		if a := g.analysis(); a.Known.Plan != 100 || a.Known.Competitors != 0 || a.Rivals[0].Rated != 7 || a.Rivals[0].Of != 8 || a.Complete != 40 {
			g.Errorf("one rating is missing: %+v", a)
		}
		r.Ratings[7] = 3
		_, err = g.Competitors.Rejudge(rep, r)
		g.must(err)
		if a := g.analysis(); a.Known.Competitors != 100 || a.Complete != 60 || a.Pending != 1 {
			g.Errorf("all are rated: %+v", a)
		}
	})
}

// act plans an action for the rep's customer.
func (g *ground) act() error {
	rep := g.As("rep")
	viewer, _ := identity.From(rep)
	_, err := g.Plans.Act(rep, plan.Action{Account: g.mine, Title: "拜访运维总监", Owner: viewer.ID, From: kernel.Today(), Due: kernel.Today().Add(20)})
	return err
}

func TestWhatIsWrittenOverWasRead(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		first, err := g.Know(rep, g.full())
		g.must(err)
		_, err = g.Know(rep, g.full())
		g.refuses("over what nobody has read", err, "db.stale")
		first.Level = "新换总工"
		if next, err := g.Know(rep, first); err != nil || next.Version != 2 || g.analysis().Sheet.Level != "新换总工" {
			g.Errorf("%+v, %v", next, err)
		}
		_, err = g.Analysis(g.As("other"), g.mine)
		g.refuses("a stranger", err, "db.missing")
		_, err = g.Know(g.As("rep"), Sheet{Account: g.other})
		g.refuses("of a customer of somebody else's", err, "db.missing")
		p, err := g.Plan(rep, Project{Account: g.mine, Name: "三期技改", Funding: "own", Purchase: "tender"})
		g.must(err)
		_, err = g.Plan(g.As("other"), p)
		g.refuses("somebody else's project", err, "db.missing")
		w := g.Do("manager", "GET", "/api/projects/export?format=csv", "", "Accept-Language", "en")
		if !strings.Contains(w.Body.String(), "rep,客户rep,三期技改,,Own money,Tender,") {
			g.Errorf("%d %s", w.Code, w.Body)
		}
		g.must(g.Drop(rep, p.ID, p.Version))
		g.refuses("what is gone", g.Drop(rep, p.ID, p.Version), "db.missing")
	})
}

func TestWhatMakesNoSense(t *testing.T) {
	each(t, func(g *ground) {
		for name, tt := range map[string]struct {
			change func(*Sheet)
			key    string
		}{
			"a text without an end":          {func(s *Sheet) { s.Uses = strings.Repeat("长", 1001) }, "application.too_long"},
			"less than nothing":              {func(s *Sheet) { s.Expected = new(int64(-1)) }, "application.bad_amount"},
			"expected, nobody knows for why": {func(s *Sheet) { s.Reason = " " }, "application.no_reason"},
		} {
			s := g.full()
			tt.change(&s)
			_, err := g.Know(g.As("rep"), s)
			g.refuses(name, err, tt.key)
		}
		for name, tt := range map[string]struct {
			change func(*Project)
			key    string
		}{
			"no name":             {func(p *Project) { p.Name = " " }, "application.bad_name"},
			"money from nowhere":  {func(p *Project) { p.Funding = "gift" }, "application.bad_funding"},
			"bought by magic":     {func(p *Project) { p.Purchase = "magic" }, "application.bad_purchase"},
			"more than certainty": {func(p *Project) { p.Chance = new(int64(101)) }, "application.bad_chance"},
			"a debt":              {func(p *Project) { p.Budget = new(int64(-1)) }, "application.bad_amount"},
		} {
			p := Project{Account: g.mine, Name: "三期技改", Funding: "own", Purchase: "tender"}
			tt.change(&p)
			_, err := g.Plan(g.As("rep"), p)
			g.refuses(name, err, tt.key)
		}
	})
}
