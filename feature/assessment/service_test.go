package assessment

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"erba/analysis/qualification"
	"erba/feature/account"
	"erba/feature/approval"
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
	method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, opportunity.Feature, competitor.Feature, Feature}

var june = kernel.On(2026, 6, 24)

// ground is a deal of the rep's with a rival and a person, and one of the other's.
type ground struct {
	*apptest.Stage
	*Service
	mine        kernel.ID // account
	deal, other kernel.ID
	rival       kernel.ID
	boss        kernel.ID
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for _, grant := range []string{"assessment:write", "assessment:override", "opportunity:write", "competitor:write", "competitor:keep"} {
			s.Grant("rep", grant, "O")
			s.Grant("other", grant, "O")
		}
		s.Grant("rep", "assessment:export", "O")
		s.Uncapped()
		g.mine, g.deal = g.customer("rep")
		_, g.other = g.customer("other")
		card, err := contact.New(s.Kit).Meet(s.As("rep"), contact.Contact{Account: g.mine, Name: "严叙"})
		g.must(err)
		g.boss = card.ID
		g.fought()
		f(g)
	})
}

func (g *ground) customer(owner string) (customer, deal kernel.ID) {
	g.Helper()
	a := []account.Account{{Code: owner, Name: "客户" + owner, Region: "华东", Industry: "rail"}}
	g.must(account.New(g.Kit).Open(g.As(owner), a...))
	amount := int64(84_000_000)
	d, err := opportunity.New(g.Kit).Open(g.As(owner), opportunity.Deal{Account: a[0].ID, Code: "O-" + owner, Name: "齿轮箱总成 120 台", Amount: &amount,
		Product: "齿轮箱", Expected: june.Add(73)})
	g.must(err)
	return a[0].ID, d.ID
}

// fought has a competitor stand against the rep's deal.
func (g *ground) fought() {
	g.Helper()
	rivals := competitor.New(g.Kit)
	c, err := rivals.Name(g.As("rep"), competitor.Competitor{Name: "砺衡传动"})
	g.must(err)
	g.rival = c.ID
	_, err = rivals.Judge(g.As("rep"), competitor.Rival{Deal: g.deal, Kind: competitor.Direct, Competitor: c.ID, Ratings: []int{4, 3, 3, 5, 4, 4, 3, 3},
		Active: true, Evidence: "现供应商，招标会上见过", Expires: kernel.Today().Add(90)})
	g.must(err)
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

const (
	open    = -1
	unknown = -2
)

var (
	real    = [5]int{4, 4, 3, 5, 4}
	compete = [5]int{4, 4, 3, 2, 4}
	win     = [5]int{3, 2, 3, 3, 2}
	worth   = [5]int{4, 3, 3, 2, 4}
)

// sheet are answers, five for each step.
func sheet(steps ...[5]int) (all []Answered) {
	for i, step := range steps {
		for n, key := range qualification.Criteria(qualification.Steps[i]) {
			switch rating := step[n]; rating {
			case open:
			case unknown:
				all = append(all, Answered{Question: key, Unknown: true})
			default:
				all = append(all, Answered{Question: key, Rating: &rating, Words: "见过文件"})
			}
		}
	}
	return all
}

// judge writes our next sheet of the rep's deal over the last one.
func (g *ground) judge(rival kernel.ID, fresh bool, all []Answered) Sheet {
	g.Helper()
	s, err := g.Judge(g.As("rep"), Judging{Deal: g.deal, Rival: rival, Card: qualification.Four, Fresh: fresh, Version: g.last(rival).Version, Answers: all})
	g.must(err)
	return s
}

func (g *ground) last(rival kernel.ID) (last Sheet) {
	g.Helper()
	g.must(g.DB.Read(g.As("rep"), func(tx *db.Tx) (err error) {
		last, err = g.Rival(tx, g.deal, rival)
		return err
	}))
	return last
}

func (g *ground) page(role string) Page {
	g.Helper()
	p, err := g.Page(g.As(role), g.deal, "")
	g.must(err)
	return p
}

// advance has the deal take the next step.
func (g *ground) advance() {
	g.Helper()
	deals := opportunity.New(g.Kit)
	g.must(g.DB.Write(g.As("rep"), func(tx *db.Tx) error {
		d, err := deals.Deal(tx, g.deal)
		if err != nil {
			return err
		}
		p, err := deals.Config(tx)
		if err != nil {
			return err
		}
		process, _ := p.Process(d.Process)
		d.Stage = process.Stages[process.Index(d.Stage)+1].Key
		_, err = tx.Exec(`UPDATE opportunities SET stage = ? WHERE id = ? AND ?`, d.Stage, d.ID, tx.Shared())
		return err
	}))
}

func TestADealIsJudgedAgainAtEveryStep(t *testing.T) {
	each(t, func(g *ground) {
		if p := g.page("rep"); !p.Due || p.Sides[0].Version != 0 || len(p.Rounds) != 0 || len(p.Card.Areas) != 4 || !p.May {
			g.Errorf("before: %+v", p)
		}
		first := g.judge(kernel.ID{}, false, sheet(real, compete, win, worth))
		if first.Verdict != qualification.Follow || first.Outcome.Overall != 66 || first.Round != 1 {
			g.Errorf("the first: %+v", first)
		}
		same := g.judge(kernel.ID{}, false, sheet(real, compete, [5]int{4, unknown, 4, 4, unknown}, worth))
		if same.ID != first.ID || same.Verdict != qualification.Rethink {
			g.Errorf("changed: %+v", same)
		}
		g.advance()
		if p := g.page("rep"); !p.Due {
			g.Errorf("at the next step it is not due: %+v", p)
		}
		next := g.judge(kernel.ID{}, false, sheet(real, compete, win, worth))
		again := g.judge(kernel.ID{}, true, sheet(real, compete, [5]int{1, 1, 2, 1, 1}, worth))
		p := g.page("rep")
		if next.Round != 2 || again.Round != 3 || len(p.Rounds) != 3 || p.Rounds[0].Steps[2].Score != 48 || p.Rounds[2].Steps[2].Score != 24 || p.Due {
			g.Errorf("after: %d %d %+v", next.Round, again.Round, p.Rounds)
		}
		if p.Why == nil || p.Why.Result != "assessment.verdict_abandon" || p.Follows {
			g.Errorf("why: %+v", p.Why)
		}
	})
}

func TestTheSameSheetForARival(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(kernel.ID{}, false, sheet(real, compete, [5]int{4, unknown, 4, 4, unknown}, worth))
		g.judge(g.rival, false, sheet(real, compete, [5]int{3, 3, 3, 3, 3}, worth))
		p := g.page("rep")
		if len(p.Sides) != 2 || p.Sides[1].Name != "砺衡传动" || p.Sides[1].Outcome.Steps[2].Score != 60 || len(p.Sides[1].Answers) != 20 || len(p.Rounds) != 1 {
			g.Errorf("%+v", p.Sides)
		}
		g.must(g.DB.Read(g.As("rep"), func(tx *db.Tx) error {
			found, err := competitor.New(g.Kit).Of(tx, g.deal)
			if i := slices.IndexFunc(found, func(r competitor.Rival) bool { return r.Competitor == g.rival }); i < 0 || found[i].Gate != 60 {
				g.Errorf("who keeps rivals knows %+v", found)
			}
			return err
		}))
		_, err := g.Judge(g.As("rep"), Judging{Deal: g.deal, Rival: g.mine, Card: qualification.Four})
		g.refuses("somebody who does not fight", err, "assessment.no_rival")
	})
}

func TestWhatNoSheetHolds(t *testing.T) {
	each(t, func(g *ground) {
		six, four := 6, 4
		tests := map[string]struct {
			j   Judging
			key string
		}{
			"six points":             {Judging{Card: qualification.Four, Answers: []Answered{{Question: "need", Rating: &six}}}, "assessment.bad_rating"},
			"known and unknown":      {Judging{Card: qualification.Four, Answers: []Answered{{Question: "need", Rating: &four, Unknown: true}}}, "assessment.bad_rating"},
			"a question of nobody's": {Judging{Card: qualification.Four, Answers: []Answered{{Question: "luck", Rating: &four}}}, "assessment.no_question"},
			"the same twice":         {Judging{Card: qualification.Four, Answers: []Answered{{Question: "need", Rating: &four}, {Question: "need", Rating: &four}}}, "assessment.no_question"},
			"a card that is none":    {Judging{Card: "tarot"}, "assessment.no_card"},
			"over a later version":   {Judging{Card: qualification.Four, Version: 3}, "db.stale"},
		}
		for name, tt := range tests {
			tt.j.Deal = g.deal
			_, err := g.Judge(g.As("rep"), tt.j)
			g.refuses(name, err, tt.key)
		}
		_, err := g.Judge(g.As("other"), Judging{Deal: g.deal, Card: qualification.Four})
		g.refuses("somebody else's deal", err, "db.missing")
		_, err = g.Page(g.As("other"), g.deal, "")
		g.refuses("looking at it", err, "db.missing")
	})
}

func TestOtherCardsRunInTheSameEngine(t *testing.T) {
	each(t, func(g *ground) {
		four := 4
		var all []Answered
		cfg := qualification.Default()
		card, _ := cfg.Card("complex")
		for _, q := range card.Questions() {
			all = append(all, Answered{Question: q.Key, Rating: &four})
		}
		s, err := g.Judge(g.As("rep"), Judging{Deal: g.deal, Card: "complex", Answers: all})
		g.must(err)
		quick, err := g.Judge(g.As("rep"), Judging{Deal: g.deal, Card: qualification.Quick, Answers: []Answered{
			{Question: "funds", Rating: &four}, {Question: "fit", Rating: &four}, {Question: "near", Rating: &four}, {Question: "earning", Unknown: true}}})
		g.must(err)
		if s.Outcome.Overall != 80 || s.Verdict != qualification.Follow || quick.Verdict != qualification.Worthless {
			g.Errorf("%+v, quick %+v", s, quick)
		}
		if p := g.page("rep"); p.Card.Key != qualification.Quick || len(p.Cards) != 3 {
			g.Errorf("the page shows %s of %+v", p.Card.Key, p.Cards)
		}
	})
}

// Somebody asks why a gate should not hold, a director agrees, and it ends by itself.
func TestAnExceptionTakesAReasonAndADirector(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(kernel.ID{}, false, sheet(real, compete, win, worth))
		_, err := g.Except(g.As("rep"), g.deal, "轨交第一单，值得")
		g.refuses("where all gates are open", err, "assessment.nothing_to_overrule")
		g.judge(kernel.ID{}, false, sheet(real, compete, win, [5]int{1, 1, 1, 1, 1}))
		_, err = g.Except(g.As("rep"), g.deal, "想要")
		g.refuses("too short", err, "assessment.bad_reason")
		e, err := g.Except(g.As("rep"), g.deal, "轨交第一单，做成样板")
		g.must(err)
		_, err = g.Except(g.As("rep"), g.deal, "再申请一次看看")
		g.refuses("twice", err, "approval.open_already")
		if p := g.page("rep"); p.Follows || p.Exception == nil || p.Exception.State != Waiting {
			g.Errorf("while it waits: %+v", p.Exception)
		}
		_, err = approval.New(g.Kit).Decide(g.As("rep"), approval.Verdict{ID: e.Approval, Version: 1, Approve: true})
		if err == nil {
			g.Error("he agreed to his own")
		}
		_, err = approval.New(g.Kit).Decide(g.As("director"), approval.Verdict{ID: e.Approval, Version: 1, Approve: true})
		g.must(err)
		p := g.page("rep")
		if !p.Follows || p.Exception.State != Granted || p.Sides[0].Verdict != qualification.Worthless || p.Exception.Until != june.Add(90) {
			g.Errorf("granted: %+v %+v", p.Exception, p.Sides[0].Sheet)
		}
		if items, err := g.stopping(g.As("rep"), today.Ask{User: g.User("rep").ID, On: june}); err != nil || len(items) > 0 {
			g.Errorf("granted, and still a task: %+v %v", items, err)
		}
		g.today = func() kernel.Date { return june.Add(91) }
		if p := g.page("rep"); p.Follows {
			g.Error("it holds for ever")
		}
		g.today = func() kernel.Date { return june }
		g.judge(kernel.ID{}, true, sheet(real, compete, [5]int{1, 1, 1, 1, 1}, worth))
		if p := g.page("rep"); p.Follows || p.Exception != nil {
			g.Errorf("it holds for another gate: %+v", p.Exception)
		}
	})
}

func TestOpenDealsThatNobodyHasJudged(t *testing.T) {
	each(t, func(g *ground) {
		count := func() (n int) {
			g.must(g.DB.Read(g.As("rep"), func(tx *db.Tx) error {
				all, open, err := g.Unjudged(tx)
				if n = len(all); open != 1 {
					g.Errorf("%d are open in sight", open)
				}
				return err
			}))
			return n
		}
		if n := count(); n != 1 {
			g.Errorf("%d are not judged, want the rep's one", n)
		}
		g.judge(kernel.ID{}, false, sheet(real, compete, win, worth))
		if n := count(); n != 0 {
			g.Errorf("%d are not judged", n)
		}
		g.advance()
		if n := count(); n != 1 {
			g.Errorf("%d are not judged at the next step", n)
		}
	})
}

func TestCriteria(t *testing.T) {
	each(t, func(g *ground) {
		weigh := func(c Criterion) (Criterion, error) { c.Deal = g.deal; return g.Weigh(g.As("rep"), c) }
		_, err := weigh(Criterion{Name: "单价", Formal: true, Fits: []Fit{{Fit: "same"}, {Rival: g.rival, Fit: "better"}}})
		g.must(err)
		_, err = weigh(Criterion{Name: "全寿命成本", Caring: []Caring{{Contact: g.boss}}, Fits: []Fit{{Fit: "better"}}})
		g.must(err)
		c, err := weigh(Criterion{Name: "国产化证书", Formal: true, Mandatory: true, Fits: []Fit{{Fit: "unmet"}}})
		g.must(err)
		all, err := g.Criteria(g.As("rep"), g.deal)
		g.must(err)
		if got := fmt.Sprint(all.Rows[0].Name, all.Rows[1].Name, all.Rows[2].Name); got != "国产化证书全寿命成本单价" || all.Unmet != 1 || all.Rows[1].Caring[0].Name != "严叙" {
			g.Errorf("%s, %+v", got, all)
		}
		c.Fits = []Fit{{Fit: "same"}}
		changed, err := g.Weigh(g.As("rep"), c)
		g.must(err)
		_, err = g.Weigh(g.As("rep"), c)
		g.refuses("over an older version", err, "db.stale")
		_, err = weigh(Criterion{Name: "单价", Fits: []Fit{{Fit: "unmet"}}})
		g.refuses("not met though not mandatory", err, "assessment.not_mandatory")
		_, err = weigh(Criterion{Name: "单价", Caring: []Caring{{Contact: g.deal}}})
		g.refuses("somebody who is not there", err, "assessment.stranger")
		g.must(g.Forget(g.As("rep"), g.deal, c.ID, changed.Version))
		if all, err = g.Criteria(g.As("rep"), g.deal); err != nil || len(all.Rows) != 2 {
			g.Errorf("%d are left, %v", len(all.Rows), err)
		}
		_, err = g.Criteria(g.As("other"), g.deal)
		g.refuses("somebody else's", err, "db.missing")
	})
}

func TestTwoJudgeTheSameSheet(t *testing.T) {
	each(t, func(g *ground) {
		first := g.judge(kernel.ID{}, false, sheet(real, compete, win, worth))
		g.judge(kernel.ID{}, false, sheet(real, compete, win, real))
		_, err := g.Judge(g.As("rep"), Judging{Deal: g.deal, Card: qualification.Four, Version: first.Version, Answers: sheet(worth)})
		g.refuses("over what somebody has changed", err, "db.stale")
	})
}

// A deal that stops at a gate, or was judged at an earlier step, is a task of the day.
func TestWhatIsToBeJudgedAgain(t *testing.T) {
	each(t, func(g *ground) {
		tasks := func() (keys []string) {
			items, err := g.stopping(g.As("rep"), today.Ask{User: g.User("rep").ID, On: june})
			g.must(err)
			for _, one := range items {
				keys = append(keys, one.Reason.Key)
			}
			return keys
		}
		g.judge(kernel.ID{}, false, sheet(real, compete, win, worth))
		if all := tasks(); len(all) != 0 {
			g.Errorf("one that is gone after: %v", all)
		}
		g.advance()
		if all := tasks(); !slices.Equal(all, []string{"assessment.today_gate_due"}) {
			g.Errorf("at the next step: %v", all)
		}
		g.judge(kernel.ID{}, false, sheet([5]int{4, 4, 3, 0, 4}))
		if all := tasks(); !slices.Equal(all, []string{"assessment.today_gate_fails"}) {
			g.Errorf("without money: %v", all)
		}
	})
}
