package lead

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/analysis/prospect"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/importing"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	importing.Feature, method.Feature, portfolio.Feature, today.Feature, opportunity.Feature, Feature}

var june = kernel.On(2026, 6, 10)

// ground is a good lead of the rep's.
type ground struct {
	*apptest.Stage
	*Service
	lead Row
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		g.lead = g.found(Lead{Name: "华东电气", Source: "fair", Signs: Signs{"need", "budget", "time"}})
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) found(l Lead) Row {
	g.Helper()
	r, err := g.Service.Find(g.As("rep"), l)
	g.must(err)
	return r
}

// goes takes the lead on.
func (g *ground) goes(t Turn) error {
	t.Lead, t.Version = g.lead.ID, g.lead.Version
	r, err := g.Turn(g.As("rep"), t)
	if err == nil {
		g.lead = r
	}
	return err
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func TestALeadBecomesADealOfANewAccount(t *testing.T) {
	each(t, func(g *ground) {
		if g.lead.Score != 60 || !g.lead.Good || len(g.lead.Parts) != len(prospect.Signs) {
			g.Errorf("%+v", g.lead)
		}
		if err := g.goes(Turn{To: prospect.Deal}); key(err) != "lead.no_way" {
			g.Errorf("a new one becomes a deal: %v", err)
		}
		g.must(g.goes(Turn{To: prospect.Contacted, Next: june.Add(7)}))
		g.must(g.goes(Turn{To: prospect.Qualified}))
		g.must(g.goes(Turn{To: prospect.Deal}))
		if g.lead.Deal.IsZero() || g.lead.Account.IsZero() || g.lead.DealState != "open" {
			g.Errorf("%+v", g.lead)
		}
		p, err := g.Page(g.As("rep"), g.lead.ID)
		g.must(err)
		if len(p.Moves) != 3 || p.Moves[0].Is != prospect.Deal || len(p.Ways) != 0 || !p.May {
			g.Errorf("%+v", p)
		}
		if _, err := g.Page(g.As("other"), g.lead.ID); key(err) != "db.missing" {
			g.Errorf("a stranger: %v", err)
		}
		accounts := account.New(g.Kit)
		if _, err := accounts.Find(g.As("rep"), g.lead.Account); err != nil {
			g.Errorf("its account: %v", err)
		}
		other := []account.Account{{Code: "O", Name: "同一家公司"}}
		g.must(accounts.Open(g.As("rep"), other...))
		m, err := accounts.Merge(g.As("director"), g.lead.Account, other[0].ID, nil)
		g.must(err)
		g.belongs(other[0].ID)
		g.must(accounts.Part(g.As("director"), m.ID))
		g.belongs(g.lead.Account)
	})
}

// belongs looks which account the lead has become.
func (g *ground) belongs(want kernel.ID) {
	g.Helper()
	p, err := g.Page(g.As("rep"), g.lead.ID)
	g.must(err)
	if p.Account != want {
		g.Errorf("it is %s, want %s", p.Account, want)
	}
}

func TestWhatIsNotKnownKeepsALeadFromBecomingADeal(t *testing.T) {
	each(t, func(g *ground) {
		g.lead = g.found(Lead{Name: "无预算公司", Source: "website", Signs: Signs{"need"}})
		g.must(g.goes(Turn{To: prospect.Contacted}))
		g.must(g.goes(Turn{To: prospect.Qualified}))
		if err := g.goes(Turn{To: prospect.Deal}); key(err) != "lead.not_good" {
			g.Errorf("%v", err)
		}
		for want, turn := range map[string]Turn{
			"lead.bad_wake":  {To: prospect.Nurture, Reason: "没有预算", Wake: june},
			"lead.no_reason": {To: prospect.Nurture, Wake: june.Add(90)},
			"db.stale":       {To: prospect.Nurture, Reason: "没有预算", Wake: june.Add(90), Version: -1},
		} {
			turn.Lead = g.lead.ID
			if turn.Version == 0 {
				turn.Version = g.lead.Version
			}
			if _, err := g.Turn(g.As("rep"), turn); key(err) != want {
				g.Errorf("%v, want %s", err, want)
			}
		}
		g.must(g.goes(Turn{To: prospect.Nurture, Reason: "没有预算", Wake: june.Add(90)}))
		if items := g.due(); len(items) != 0 {
			g.Errorf("before its day: %v", items)
		}
		g.today = func() kernel.Date { return june.Add(90) }
		if items := g.due(); fmt.Sprint(items) != "[lead.today_wake lead.today_nobody]" && fmt.Sprint(items) != "[lead.today_nobody lead.today_wake]" {
			g.Errorf("on its day: %v", items)
		}
	})
}

// due are the reasons for which somebody is to get in touch.
func (g *ground) due() (reasons []string) {
	g.Helper()
	items, err := g.waiting(g.As("rep"), today.Ask{})
	g.must(err)
	for _, item := range items {
		reasons = append(reasons, item.Reason.Key)
	}
	return reasons
}

func TestAWishBecomesAnAccountWithTheFirstContact(t *testing.T) {
	each(t, func(g *ground) {
		w, err := g.Want(g.As("rep"), Wish{Name: "理想客户", Why: "行业标杆", Idea: "从设计院切入", Review: june.Add(30)})
		g.must(err)
		touch := Contact{june, "phone", "首次电话"}
		if _, err := g.Touch(g.As("other"), touch, w.ID, w.Version); key(err) != "db.missing" {
			g.Errorf("a stranger: %v", err)
		}
		w, err = g.Touch(g.As("rep"), touch, w.ID, w.Version)
		g.must(err)
		if w.Account.IsZero() || w.Contacted != june {
			g.Errorf("%+v", w)
		}
		if _, err := g.Touch(g.As("rep"), touch, w.ID, w.Version); key(err) != "lead.there_already" {
			g.Errorf("%v", err)
		}
		for want, spoil := range map[string]func(*Wish){
			"lead.bad_name":   func(w *Wish) { w.Name = "" },
			"lead.no_why":     func(w *Wish) { w.Why = "" },
			"lead.bad_review": func(w *Wish) { w.Review = june.Add(-1) },
		} {
			one := Wish{Name: "另一家", Why: "行业标杆", Review: june}
			spoil(&one)
			if _, err := g.Want(g.As("rep"), one); key(err) != want {
				g.Errorf("%v, want %s", err, want)
			}
		}
	})
}

// M53 (e): P before Q, and what both will bring.
func TestM53RanksLeadsAndAddsUpWhatTheyBring(t *testing.T) {
	each(t, func(g *ground) {
		n := func(v int64) *int64 { return &v }
		g.found(Lead{Name: "Q", Source: "fair", Potential: n(60), Strength: n(90), Effort: n(20), Amount: n(500_000), Percent: n(70)})
		g.found(Lead{Name: "P", Source: "fair", Potential: n(90), Strength: n(60), Effort: n(30), Amount: n(1_000_000), Percent: n(40)})
		r, err := g.Round(g.As("rep"), 0)
		g.must(err)
		if r.Ranked[0].Name != "P" || r.Ranked[0].Priority != 77 || r.Ranked[1].Priority != 73 || r.Ranked[2].Priority.Known() {
			g.Errorf("%+v", r.Ranked)
		}
		if r.Expected != 750_000 || r.Unknown != 1 || len(r.Steps) != 7 {
			g.Errorf("%+v", r)
		}
		step, err := g.Walk(g.As("manager"), Step{Quarter: r.Quarter, Step: "targets", Note: "电气行业前十"}, true)
		g.must(err)
		if _, err := g.Walk(g.As("manager"), Step{Quarter: r.Quarter, Step: "targets", Version: step.Version + 1}, false); key(err) != "db.stale" {
			g.Errorf("%v", err)
		}
		if r, _ = g.Round(g.As("rep"), r.Quarter); r.Steps[1].Done != june || r.Steps[1].Note != "电气行业前十" {
			g.Errorf("%+v", r.Steps)
		}
	})
}

// M54 (e): 40 leads, 6 won, cost 12,000: 15.0 %, 300 per lead, 2,000 per customer.
func TestM54OfLeads(t *testing.T) {
	each(t, func(g *ground) {
		_, err := account.New(g.Kit).Spend(g.As("director"), account.Spending{Source: "fair", On: june, Amount: 12_000_00})
		g.must(err)
		for i := range 39 {
			g.lead = g.found(Lead{Name: fmt.Sprintf("展会客户%02d", i), Source: "fair", Signs: Signs{"need", "budget", "time"}})
			if i >= 6 {
				g.must(g.goes(Turn{To: prospect.Dropped, Reason: "不合适"}))
				continue
			}
			g.must(g.goes(Turn{To: prospect.Contacted}))
			g.must(g.goes(Turn{To: prospect.Qualified}))
			g.must(g.goes(Turn{To: prospect.Deal}))
			g.Exec(`UPDATE opportunities SET state = 'won' WHERE id = ?`, g.lead.Deal)
		}
		all, err := g.Report(identity.Under(g.As("director"), reading))
		g.must(err)
		if e := all[0]; len(all) != 1 || e.Leads != 40 || e.Won != 6 || e.Decided != 39 || *e.PerLead != 300_00 || *e.PerWon != 2_000_00 || e.Rate.Of != 39 {
			g.Errorf("%+v", all)
		}
		if all, err = g.Report(identity.Under(g.As("rep"), reading)); err != nil || all[0].PerLead != nil {
			g.Errorf("a rep is told what all leads cost: %+v, %v", all, err)
		}
	})
}

func TestLeadsLeaveAsAList(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		file := g.Do("director", "GET", "/api/leads/export?format=csv", "", "Accept-Language", "en").Body.String()
		if !strings.Contains(file, "华东电气,,") {
			g.Errorf("%s", file)
		}
		err := g.DB.Read(g.As("director"), func(tx *db.Tx) error {
			cfg, err := g.Config(tx)
			if cfg != Usual() {
				g.Errorf("%+v", cfg)
			}
			return err
		})
		g.must(err)
	})
}
