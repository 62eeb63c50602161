package campaign

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"erba/analysis/campaign"
	rel "erba/analysis/relation"
	"erba/feature/account"
	"erba/feature/application"
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
	opportunity.Feature, competitor.Feature, application.Feature, Feature}

// ground is a customer of the rep's with a deal in which a competitor stands against
// us, and a deal of somebody else's.
type ground struct {
	*apptest.Stage
	*Service
	mine, deal, other, li kernel.ID
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		for _, grant := range []string{"campaign:write", "campaign:export", "opportunity:write", "competitor:write", "application:write", "action:write"} {
			s.Grant("rep", grant, "O")
			s.Grant("other", grant, "O")
		}
		s.Uncapped()
		g.mine, g.deal = g.customer("rep")
		_, g.other = g.customer("other")
		c, err := g.Competitors.Name(s.As("rep"), competitor.Competitor{Name: "砺衡传动"})
		g.must(err)
		g.li = c.ID
		_, err = g.Competitors.Judge(s.As("rep"), competitor.Rival{Deal: g.deal, Kind: competitor.Direct, Competitor: g.li, Active: true, Evidence: "铭牌上看到的"})
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

func (g *ground) board() Board {
	g.Helper()
	b, err := g.Board(g.As("rep"), g.deal)
	g.must(err)
	return b
}

// The people whom the map of an account has are tested: roles, whether we are in
// touch with who decides, and whether somebody is for us.
func TestM71FromAMap(t *testing.T) {
	cfg := rel.Config{Strong: 4, Roles: []rel.Role{{Key: "user", Needed: true}, {Key: "designer"}, {Key: rel.Decider, Needed: true}, {Key: rel.Coach, Needed: true}}}
	chen := relation.Stand{Contact: kernel.NewID(), Name: "陈工", Power: 2, Roles: []string{"user"}, Closeness: 4}
	boss := relation.Stand{Contact: kernel.NewID(), Name: "周总", Power: 5, Roles: []string{rel.Decider}, Closeness: 2}
	friend := boss
	friend.Level, friend.Attitude = "brief", new(2)
	for name, tt := range map[string]struct {
		all  []relation.Stand
		want []bool // user, decider, in touch, for us
	}{
		"nobody is known":                          {nil, []bool{false, false, false, false}},
		"only who uses it":                         {[]relation.Stand{chen}, []bool{true, false, false, false}},
		"who decides is known, but nobody met him": {[]relation.Stand{chen, boss}, []bool{true, true, false, false}},
		"who decides is met, and works for us":     {[]relation.Stand{chen, friend}, []bool{true, true, true, true}},
	} {
		var got []bool
		for _, item := range met(&cfg, tt.all) {
			got = append(got, item.Done)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
	day := kernel.On(2026, 6, 24)
	people := counts(&cfg, []relation.Stand{chen, boss}, []Step{{Contact: boss.Contact, Topic: "停机损失", Step: "请到工厂", On: day}})
	if len(people) != 1 || people[0].Name != "周总" || people[0].Topic != "停机损失" {
		t.Errorf("who counts: %+v", people)
	}
	if got := marked(append(spoken(people, day), spoken(people, day.Add(1))...)); got.Words < 83 || got.Words > 84 {
		t.Errorf("a step of yesterday is none: %v", got.Words)
	}
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	each(t, func(g *ground) {
		if b := g.board(); b.Marks.People != 0 || b.Marks.Words != 0 || b.Marks.Deeds != 0 || b.Marks.Overall != 0 || b.Marks.Weakest != campaign.People || !b.Write {
			g.Errorf("at the beginning: %+v", b.Marks)
		}
		b, err := g.Ask(g.As("rep"), g.deal, 0, Asked{Situation: "一年停机 9 次", Problem: " 备件要等 6 周 ", Implication: "每次损失 12 万"})
		if g.must(err); b.Marks.Deeds != 50 || b.Sheet.Problem != "备件要等 6 周" || b.Sheet.Version != 1 {
			g.Errorf("%+v", b)
		}
		_, err = g.Ask(g.As("rep"), g.deal, 0, Asked{})
		g.refuses("over what nobody has read", err, "db.stale")
		_, err = g.Ask(g.As("rep"), g.deal, 1, Asked{Steps: []Step{{Contact: kernel.NewID(), Topic: "停机"}}})
		g.refuses("somebody who does not count", err, "campaign.stranger")
		_, err = g.Board(g.As("other"), g.deal)
		g.refuses("a stranger", err, "db.missing")
		_, err = g.Ask(g.As("rep"), g.other, 0, Asked{})
		g.refuses("somebody else's deal", err, "db.missing")
	})
}

// The example of the specification, group by group, as a deal has it.
func TestM73InADeal(t *testing.T) {
	each(t, func(g *ground) {
		var factors []Factor
		for i, key := range []string{"product.fit", "service.support", "promotion.advert", "price.policy", "company.image"} {
			weight, ours, theirs := []int{5, 4, 2, 5, 3}[i], []int{4, 3, 3, 3, 5}[i], []int{4, 4, 3, 4, 3}[i]
			factors = append(factors, Factor{Key: key, Decider: weight, Ours: ours, Theirs: []int{theirs}})
		}
		w := Weighed{Factors: factors, Competitors: []kernel.ID{g.li}, Benefit: new(int64(3000)), Running: new(int64(1000)), Invested: new(int64(10000)), Attitudes: "450321"}
		b, err := g.Weigh(g.As("rep"), g.deal, 0, w)
		g.must(err)
		c := b.Compared[0]
		if c.Role != "decider" || hundredth(c.Ours) != 3.58 || hundredth(c.Theirs[0]) != 3.74 || !slices.Equal(c.Gaps, []string{"service.support", "price.policy"}) {
			g.Errorf("%+v", c)
		}
		if b.Compared[1].Ours.Known() || b.Return != 0.2 || b.Sheet.Attitudes != "450321" || len(b.Factors) != len(keys) {
			g.Errorf("%+v", b)
		}
		for name, tt := range map[string]struct {
			change func(*Weighed)
			key    string
		}{
			"a factor that there is not": {func(w *Weighed) { w.Factors = []Factor{{Key: "luck", Ours: 3, Theirs: []int{0}}} }, "campaign.bad_factor"},
			"more than the best":         {func(w *Weighed) { w.Factors = []Factor{{Key: "product.fit", Ours: 6, Theirs: []int{0}}} }, "campaign.bad_mark"},
			"nobody's marks":             {func(w *Weighed) { w.Competitors = nil }, "campaign.bad_factor"},
			"a competitor who is gone":   {func(w *Weighed) { w.Competitors = []kernel.ID{kernel.NewID()} }, "campaign.bad_competitor"},
			"an attitude too few":        {func(w *Weighed) { w.Attitudes = "45032" }, "campaign.bad_attitudes"},
			"less than nothing":          {func(w *Weighed) { w.Benefit = new(int64(-1)) }, "campaign.bad_amount"},
		} {
			w := w
			tt.change(&w)
			_, err := g.Weigh(g.As("rep"), g.deal, 1, w)
			g.refuses(name, err, tt.key)
		}
	})
}

// A deal goes from thinking to acting once the customer is known, from there to the
// review once everything is done, and ends once something was learned.
func TestM70InADeal(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		if b := g.board(); b.Sheet.Phase != campaign.Thinking || b.Next != campaign.Acting || b.Missing != "campaign.missing_analysis" {
			g.Errorf("at the beginning: %+v", b)
		}
		_, err := g.Enter(rep, g.deal, 0, campaign.Acting)
		g.refuses("acting on nothing", err, "campaign.missing_analysis")
		_, err = g.Enter(rep, g.deal, 0, campaign.Reviewing)
		g.refuses("past a phase", err, "campaign.skips")
		g.gate()
		viewer, _ := identity.From(rep)
		a, err := g.Plans.Act(rep, plan.Action{Account: g.mine, Subject: g.deal, Title: "拜访运维总监", Owner: viewer.ID, From: kernel.Today(), Due: kernel.Today().Add(9)})
		g.must(err)
		_, err = g.Plans.Act(rep, plan.Action{Account: g.mine, Title: "核对年度往来", Owner: viewer.ID, From: kernel.Today(), Due: kernel.Today().Add(9)})
		g.must(err) // it is none of the deal's
		_, err = g.Plans.Act(rep, plan.Action{Account: g.mine, Subject: g.other, Title: "拜访运维总监", Owner: viewer.ID, From: kernel.Today(), Due: kernel.Today().Add(9)})
		g.refuses("for somebody else's deal", err, "db.missing")
		b, err := g.Enter(rep, g.deal, 0, campaign.Acting)
		if g.must(err); b.Sheet.Phase != campaign.Acting || b.Missing != "campaign.missing_actions" || b.Pending != 1 {
			g.Errorf("%+v", b)
		}
		_, err = g.Enter(rep, g.deal, b.Sheet.Version, campaign.Reviewing)
		g.refuses("while something is to be done", err, "campaign.missing_actions")
		_, err = g.Plans.Finish(rep, a.ID, a.Version, plan.Done, "见了")
		g.must(err)
		b, err = g.Enter(rep, g.deal, b.Sheet.Version, campaign.Reviewing)
		if g.must(err); b.Next != campaign.Closed || b.Missing != "campaign.missing_lessons" {
			g.Errorf("%+v", b)
		}
		if b, err = g.Enter(rep, g.deal, b.Sheet.Version, campaign.Thinking); err != nil || b.Sheet.Phase != campaign.Thinking {
			g.Errorf("back again: %+v, %v", b, err)
		}
	})
}

// gate has the company act on less.
func (g *ground) gate() {
	g.Exec(`INSERT INTO method_settings (id, model, version, config, reason, author, approver, decided_on, effective_on)
		VALUES (?, ?, 2, '{"gate":0,"lessons":1}', 'x', '', '', ?, ?)`, kernel.NewID(), Phases, kernel.Today(), kernel.Today())
}

func TestADealEndsWithALesson(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		lost := opportunity.Outcome{State: opportunity.Lost, Reason: "price"}
		_, err := g.Deals.Close(rep, g.deal, 1, lost)
		g.refuses("without a lesson", err, "campaign.missing_lessons")
		_, err = g.Learn(rep, g.deal, "嗯")
		g.refuses("a lesson that says nothing", err, "campaign.bad_lesson")
		_, err = g.Learn(rep, g.deal, "早一点见评标人")
		g.must(err)
		d, err := g.Deals.Close(rep, g.deal, 1, lost)
		if g.must(err); d.State != opportunity.Lost || g.board().Sheet.Phase != campaign.Closed {
			g.Errorf("%+v", d)
		}
		_, err = g.Ask(rep, g.deal, 0, Asked{})
		g.refuses("when it has ended", err, "campaign.ended")
		w := g.Do("manager", "GET", "/api/campaigns/export?format=csv", "", "Accept-Language", "en")
		if !strings.Contains(w.Body.String(), "O-rep,齿轮箱总成 120 台,早一点见评标人,") {
			g.Errorf("%d %s", w.Code, w.Body)
		}
		lost.Lesson = "先问预算"
		if _, err := g.Deals.Close(g.As("other"), g.other, 1, lost); err != nil {
			g.Errorf("said where it ends: %v", err)
		}
	})
}
