package strategy

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/analysis/qualification"
	"erba/analysis/strategy"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/assessment"
	"erba/feature/competitor"
	"erba/feature/contact"
	"erba/feature/coverage"
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
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, opportunity.Feature, competitor.Feature, assessment.Feature, Feature}

var june = kernel.On(2026, 6, 24)

// ground is a deal of the rep's in which a competitor stands against us, and one of
// somebody else's.
type ground struct {
	*apptest.Stage
	*Service
	mine, deal, other, li kernel.ID
	rival                 competitor.Rival
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for _, grant := range []string{"strategy:write", "strategy:export", "opportunity:write", "competitor:write", "assessment:write"} {
			s.Grant("rep", grant, "O")
			s.Grant("other", grant, "O")
		}
		s.Uncapped()
		g.mine, g.deal = g.customer("rep")
		_, g.other = g.customer("other")
		c, err := g.Competitors.Name(s.As("rep"), competitor.Competitor{Name: "砺衡传动"})
		g.must(err)
		g.li = c.ID
		g.rival, err = g.Competitors.Judge(s.As("rep"), competitor.Rival{Deal: g.deal, Kind: competitor.Direct, Competitor: g.li, Active: true, Incumbent: true, Evidence: "铭牌上看到的",
			Expires: kernel.Today().Add(90)})
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

// scores answers the third question of ours and of the rival's with five ratings: of
// 25 points each is four of a hundred.
func (g *ground) scores(ours, theirs [5]int) {
	g.Helper()
	for who, ratings := range map[kernel.ID][5]int{{}: ours, g.li: theirs} {
		var all []assessment.Answered
		for i, key := range qualification.Criteria(qualification.Win) {
			all = append(all, assessment.Answered{Question: key, Rating: &ratings[i], Words: "见过文件"})
		}
		_, err := g.Assessments.Judge(g.As("rep"), assessment.Judging{Deal: g.deal, Rival: who, Card: qualification.Four, Answers: all})
		g.must(err)
	}
}

func (g *ground) card(role string) Card {
	g.Helper()
	c, err := g.Card(g.As(role), g.deal)
	g.must(err)
	return c
}

func (g *ground) knows(f Facts) Facts {
	g.Helper()
	f.Deal, f.Evidence = g.deal, "规范答疑会纪要"
	f, err := g.Know(g.As("rep"), f)
	g.must(err)
	return f
}

func trail(a strategy.Advice) string {
	var all []string
	for _, s := range a.Trail {
		all = append(all, fmt.Sprintf("%s %s", s.Strategy, s.Met))
	}
	return strings.Join(all, ", ")
}

const (
	yes = strategy.Yes
	no  = strategy.No
)

// The deal of the design: ours 48, the competitor's 60 and he supplies the customer:
// 0.80 is too little for frontal, the criteria can be changed until 3 July.
func TestM64InADeal(t *testing.T) {
	each(t, func(g *ground) {
		g.scores([5]int{3, 2, 3, 2, 2}, [5]int{3, 3, 3, 3, 3})
		if got := trail(g.card("rep").Advice); got != "defend no, frontal no, flank unknown, fragment unknown, develop yes" {
			g.Errorf("while nobody has said more: %s", got)
		}
		g.knows(Facts{Incumbent: strategy.Unknown, Changeable: yes, Until: kernel.On(2026, 7, 3), Divisible: no})
		c := g.card("manager")
		if c.Case.Ratio != 0.8 || c.Case.Gate != 48 || c.Source != "gate" || c.Best != "砺衡传动" || c.Supplier != "砺衡传动" {
			g.Errorf("%+v", c.Case)
		}
		if got := trail(c.Advice); got != "defend no, frontal no, flank yes, fragment untested, develop untested" || c.Why.Result != "strategy.way_flank" {
			g.Error(got)
		}
		g.today = func() kernel.Date { return kernel.On(2026, 7, 4) }
		if c := g.card("rep"); c.Advice.Strategy != strategy.Develop {
			g.Errorf("when the criteria are settled: %+v", c.Advice)
		}
		_, err := g.Card(g.As("other"), g.deal)
		g.refuses("a stranger", err, "db.missing")
	})
}

// Without scores at gate 3 it is who is strong with which product.
func TestTheStrengthMayComeFromTheGrid(t *testing.T) {
	each(t, func(g *ground) {
		for who, n := range map[kernel.ID]int{{}: 5, g.li: 1} {
			scores := map[string]int{}
			for _, key := range []string{"coverage", "stability", "price", "brand", "service", "operation"} {
				scores[key] = n
			}
			_, err := g.Competitors.Rate(g.As("rep"), competitor.Cell{Account: g.mine, Scope: competitor.OfAccount, Product: "齿轮箱", Competitor: who, Scores: scores,
				Evidence: "运维总监的评价", Expires: kernel.Today().Add(90)})
			g.must(err)
		}
		if c := g.card("rep"); c.Case.Ratio != 5 || c.Source != "grid" || c.Advice.Strategy != strategy.Frontal {
			g.Errorf("%+v", c)
		}
	})
}

// Who supplies the customer is taken from the rivals unless somebody says otherwise.
func TestWhoSuppliesDefends(t *testing.T) {
	each(t, func(g *ground) {
		g.must(g.Competitors.Drop(g.As("rep"), g.deal, g.rival.ID, 1))
		_, err := g.Competitors.Judge(g.As("rep"), competitor.Rival{Deal: g.deal, Kind: competitor.Own, Incumbent: true, Evidence: "现在就用我们的", Expires: kernel.Today().Add(90)})
		g.must(err)
		if c := g.card("rep"); c.Advice.Strategy != strategy.Defend {
			g.Errorf("%+v", c.Advice)
		}
		g.knows(Facts{Incumbent: no, Changeable: no, Divisible: yes, Part: "备件", Ratio: new(int64(140))})
		if c := g.card("rep"); c.Advice.Strategy != strategy.Fragment || c.Case.Part != 1.4 {
			g.Errorf("%+v", c)
		}
	})
}

// A strategy is accepted, or another one chosen with a reason; what was chosen stays
// with what was advised then.
func TestAStrategyIsChosen(t *testing.T) {
	each(t, func(g *ground) {
		g.knows(Facts{Incumbent: no, Changeable: yes, Divisible: no})
		rep := g.As("rep")
		first, err := g.Choose(rep, Chosen{Deal: g.deal, Strategy: strategy.Flank})
		if g.must(err); first.Number != 1 || first.Advised != strategy.Flank || first.On != june {
			g.Errorf("%+v", first)
		}
		_, err = g.Choose(rep, Chosen{Deal: g.deal, Strategy: strategy.Frontal, Reason: "客户只看总价"})
		g.refuses("over what nobody has read", err, "db.stale")
		_, err = g.Choose(rep, Chosen{Deal: g.deal, Number: 1, Strategy: strategy.Frontal})
		g.refuses("another one without a reason", err, "strategy.no_reason")
		_, err = g.Choose(rep, Chosen{Deal: g.deal, Number: 1, Strategy: "surrender", Reason: "客户只看总价"})
		g.refuses("one that there is not", err, "strategy.bad_strategy")
		_, err = g.Choose(rep, Chosen{Deal: g.other, Strategy: strategy.Flank})
		g.refuses("for somebody else's deal", err, "db.missing")
		second, err := g.Choose(rep, Chosen{Deal: g.deal, Number: 1, Strategy: strategy.Frontal, Reason: "客户只看总价"})
		if g.must(err); second.Number != 2 || second.Advised != strategy.Flank {
			g.Errorf("%+v", second)
		}
		if c := g.card("manager"); c.Chosen.Strategy != strategy.Frontal || len(c.Past) != 1 || c.Past[0].Strategy != strategy.Flank || c.Records[1].Live != 1 || c.Records[1].Other != 1 {
			g.Errorf("%+v", c)
		}
		w := g.Do("manager", "GET", "/api/strategies/export?format=csv", "", "Accept-Language", "en")
		if !strings.Contains(w.Body.String(), "O-rep,齿轮箱总成 120 台,Open,Frontal,Flank,客户只看总价,") {
			g.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

// Small numbers are counts: of one deal there is no percentage; what ended stays.
func TestStrategiesAreJudgedByTheirOutcomes(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.Choose(g.As("rep"), Chosen{Deal: g.deal, Strategy: strategy.Develop})
		g.must(err)
		g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
			_, err := tx.Exec(`UPDATE opportunities SET state = 'won', closed_on = ? WHERE id = ? AND ?`, june, g.deal, tx.Visible("opportunities.row_id"))
			return err
		}))
		st, err := g.Statistics(g.As("director"))
		if r := st.Records[4]; err != nil || r.Strategy != strategy.Develop || r.Share.Won != 1 || r.Share.Of != 1 || r.Share.Mean.Known() || st.Scope != "all" {
			g.Errorf("%+v, %v", st, err)
		}
		if st, err := g.Statistics(g.As("other")); err != nil || st.Records[4].Share.Of != 0 || st.Scope != "own" {
			g.Errorf("a stranger reads %+v, %v", st, err)
		}
		_, err = g.Choose(g.As("rep"), Chosen{Deal: g.deal, Number: 1, Strategy: strategy.Develop})
		g.refuses("when it has ended", err, "strategy.ended")
	})
}

func TestFactsThatMakeNoSense(t *testing.T) {
	each(t, func(g *ground) {
		fine := Facts{Deal: g.deal, Incumbent: no, Changeable: yes, Divisible: yes, Part: "备件", Ratio: new(int64(140)), Evidence: "规范答疑会纪要"}
		for name, tt := range map[string]struct {
			change func(*Facts)
			key    string
		}{
			"neither yes nor no":           {func(f *Facts) { f.Incumbent = "perhaps" }, "strategy.bad_answer"},
			"a part without a name":        {func(f *Facts) { f.Part = " " }, "strategy.no_part"},
			"a ratio of nothing":           {func(f *Facts) { f.Ratio = new(int64(0)) }, "strategy.bad_part_ratio"},
			"without evidence":             {func(f *Facts) { f.Evidence = "听说" }, "strategy.short_evidence"},
			"over what nobody has read":    {func(f *Facts) { f.Version = 3 }, "db.stale"},
			"of a deal of somebody else's": {func(f *Facts) { f.Deal = g.other }, "db.missing"},
		} {
			f := fine
			tt.change(&f)
			_, err := g.Know(g.As("rep"), f)
			g.refuses(name, err, tt.key)
		}
		first, err := g.Know(g.As("rep"), fine)
		g.must(err)
		first.Divisible = no
		if next, err := g.Know(g.As("rep"), first); err != nil || next.Version != 2 || next.Ratio != nil || next.Part != "" {
			g.Errorf("%+v, %v", next, err)
		}
	})
}
