package plan

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"erba/analysis/routine"
	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// ground is a company of three customers of the rep's: the first is Major, the
// second Named, of the third nobody has said anything; all have bought. One more
// belongs to somebody else.
type ground struct {
	*apptest.Stage
	*Service
	account *account.Service
	ids     []kernel.ID
	now     kernel.Date
}

var july = kernel.On(2026, 7, 1)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), account: account.New(s.Kit), now: july}
		g.Service.today = func() kernel.Date { return g.now }
		for i, role := range []string{"rep", "rep", "rep", "other"} {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1)}}
			must(s, g.account.Open(s.As(role), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		g.sell()
		g.tier(0, "MAJOR")
		g.tier(1, "NAMED")
		f(g)
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// sell books an order of the first three.
func (g *ground) sell() {
	g.Helper()
	var lines []ledger.Line
	for i, id := range g.ids[:3] {
		lines = append(lines, ledger.Line{Account: id, Order: fmt.Sprint("O", i), Product: "P1", On: kernel.On(2026, 6, 30), Quantity: kernel.Whole(1),
			Price: kernel.Whole(1000), Amount: 100_000})
	}
	led, ctx := ledger.New(g.Kit), g.As("director")
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	must(g.Stage, err)
	tally := ledger.NewTally()
	for i := range lines {
		tally.Line(&lines[i])
	}
	o, err := led.BookLines(ctx, b.ID, lines)
	must(g.Stage, err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	must(g.Stage, err)
}

// tier puts a tier into force by hand.
func (g *ground) tier(i int, class string) {
	g.Helper()
	_, err := g.evaluations.Set(g.As("director"), evaluation.Set{Account: g.ids[i], Model: evaluation.Tier, Class: class, Reason: "年度评审的结论"})
	must(g.Stage, err)
}

// act adds an action for an account, due so many days from now.
func (g *ground) act(role string, i int, title string, days int) (Action, error) {
	return g.Act(g.As(role), Action{Account: g.ids[i], Title: title, Owner: g.User("rep").ID, Due: g.now.Add(days)})
}

func (g *ground) begin() Plan {
	g.Helper()
	p, err := g.Begin(g.As("director"), Plan{Name: "2027 年度规划", From: kernel.On(2027, 1, 1), Until: kernel.On(2027, 12, 31)})
	must(g.Stage, err)
	return p
}

func (g *ground) progress(p Plan) Progress {
	g.Helper()
	all, err := g.Progress(g.As("director"), p.ID)
	must(g.Stage, err)
	return all
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := err.(*kernel.Fault); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func TestOnePlanIsOpenAtATime(t *testing.T) {
	each(t, func(g *ground) {
		p := g.begin()
		director := g.As("director")
		if _, err := g.Begin(director, Plan{Name: "又一份", From: kernel.On(2027, 1, 1), Until: kernel.On(2027, 12, 31)}); key(err) != "plan.one_open" {
			g.Errorf("a second one: %v", err)
		}
		for sentence, bad := range map[string]Plan{
			"plan.no_name":     {ID: p.ID, Version: 1, Name: " ", From: p.From, Until: p.Until},
			"plan.bad_period":  {ID: p.ID, Version: 1, Name: "规划", From: p.Until, Until: p.From},
			"plan.long_period": {ID: p.ID, Version: 1, Name: "规划", From: p.From, Until: p.From.AddMonths(40)},
		} {
			if _, err := g.Change(director, bad); key(err) != sentence {
				g.Errorf("%s: %v", sentence, err)
			}
		}
		p, err := g.End(director, p.ID, p.Version)
		must(g.Stage, err)
		if _, err := g.Change(director, p); key(err) != "plan.has_ended" {
			g.Errorf("changed after its end: %v", err)
		}
		g.begin()
	})
}

// M94 (e): when an account's tier changes, its goal, coverage and resources have
// to be looked at again; who has done so lets the steps be complete again.
func TestM94WhatRestsOnATierGoesStaleWithIt(t *testing.T) {
	each(t, func(g *ground) {
		p := g.begin()
		before := g.progress(p)
		if n := before.Steps[stepClasses-1]; n.State != "open" || n.Blocking != 1 {
			g.Errorf("the third customer has no tier: %+v", n)
		}
		if n := before.Steps[stepActions-1]; n.State != "open" || n.Blocking != 2 {
			g.Errorf("nobody has anything to do: %+v", n)
		}
		for _, number := range []int{4, 5, 6} {
			if before.Steps[number-1].State != "later" {
				g.Errorf("step %d: %+v", number, before.Steps[number-1])
			}
		}
		g.tier(1, "MAJOR")
		after := g.progress(p)
		for _, number := range []int{stepGoals, stepCoverage, stepResources} {
			if after.Steps[number-1].Stale != 1 || after.Steps[number-1].State == "complete" {
				g.Errorf("step %d: %+v", number, after.Steps[number-1])
			}
		}
		if after.Complete > before.Complete || after.Marks != 1 {
			g.Errorf("%d complete, %d before; %d marks", after.Complete, before.Complete, after.Marks)
		}
		b, err := g.Blockers(g.As("director"), p.ID, stepResources, 10)
		must(g.Stage, err)
		if len(b.Rows) != 1 || b.Rows[0].Account != g.ids[1] || b.Rows[0].Was != "NAMED" || b.Rows[0].Tier != "MAJOR" || b.Rows[0].Missing {
			g.Errorf("%+v", b)
		}
		must(g.Stage, g.Confirm(g.As("director"), p.ID, stepGoals, g.ids[1:2]))
		if now := g.progress(p); now.Steps[stepGoals-1].Stale != 0 || now.Steps[stepCoverage-1].Stale != 1 {
			g.Errorf("%+v", now.Steps)
		}
		must(g.Stage, g.Confirm(g.As("director"), p.ID, 0, g.ids[1:2]))
		if now := g.progress(p); now.Marks != 0 || now.Complete != before.Complete {
			g.Errorf("%+v", now)
		}
		g.tier(1, "NAMED")
		g.tier(1, "MAJOR") // as it was confirmed
		if now := g.progress(p); now.Marks != 0 {
			g.Errorf("what has its tier again: %+v", now)
		}
	})
}

func TestAStepIsCompleteOnceNobodyStandsAgainstIt(t *testing.T) {
	each(t, func(g *ground) {
		p := g.begin()
		g.tier(2, "MASS")
		for i := range 2 {
			_, err := g.act("rep", i, "拜访采购总监", 30)
			must(g.Stage, err)
		}
		now := g.progress(p)
		if now.Steps[stepClasses-1].State != "complete" || now.Steps[stepActions-1].State != "complete" {
			g.Errorf("%+v", now.Steps)
		}
		page, err := g.Page(g.As("director"), p.ID)
		must(g.Stage, err)
		if page.Count != 2 || page.Rows[0].Tier != "MAJOR" || len(page.Rows[0].Actions) != 1 {
			g.Errorf("%+v", page.Rows)
		}
		own, err := g.Progress(g.As("rep"), p.ID)
		must(g.Stage, err)
		if !own.Own || now.Own {
			g.Errorf("own %v, of the director %v", own.Own, now.Own)
		}
	})
}

func TestAnActionIsDoneByWhoIsThereAndSeesTheAccount(t *testing.T) {
	each(t, func(g *ground) {
		director := g.As("director")
		users := g.Kit.Users
		left := g.User("other")
		for sentence, tt := range map[string]struct {
			action Action
			want   string
		}{
			"no title":                     {Action{Account: g.ids[0], Title: " ", Owner: g.User("rep").ID, Due: july}, "plan.no_title"},
			"nobody does it":               {Action{Account: g.ids[0], Title: "拜访", Due: july}, "plan.no_owner"},
			"a day that has passed":        {Action{Account: g.ids[0], Title: "拜访", Owner: g.User("rep").ID, Due: july.Add(-1)}, "plan.bad_due"},
			"who does not see the account": {Action{Account: g.ids[3], Title: "拜访", Owner: g.User("rep").ID, Due: july}, "plan.blind"},
		} {
			if _, err := g.Act(director, tt.action); key(err) != tt.want {
				g.Errorf("%s: %v", sentence, err)
			}
		}
		left.Active = false
		_, err := users.Change(g.As("director"), left)
		must(g.Stage, err)
		if _, err := g.Act(director, Action{Account: g.ids[0], Title: "拜访", Owner: left.ID, Due: july}); key(err) != "plan.left" {
			g.Errorf("who has left: %v", err)
		}
		if _, err := g.act("rep", 3, "拜访", 3); err == nil {
			g.Error("the rep planned for an account of somebody else")
		}
	})
}

func TestAnActionEndsWithWhatCameOfIt(t *testing.T) {
	each(t, func(g *ground) {
		a, err := g.act("rep", 0, "拜访采购总监", 3)
		must(g.Stage, err)
		rep := g.As("rep")
		if _, err := g.Finish(rep, a.ID, a.Version, Done, " "); key(err) != "plan.no_result_done" {
			g.Errorf("without a word: %v", err)
		}
		g.now = g.now.Add(4)
		late, err := g.List(rep, Which{Late: true, Limit: 10})
		must(g.Stage, err)
		if len(late.Rows) != 1 || !late.Rows[0].Late || late.Late != 1 || late.Open != 1 {
			g.Errorf("%+v", late)
		}
		done, err := g.Finish(rep, a.ID, a.Version, Done, "已约定下季度供货")
		must(g.Stage, err)
		if done.State != Done || done.Ended != g.now {
			g.Errorf("%+v", done)
		}
		if _, err := g.Amend(rep, done); key(err) != "plan.action_ended" {
			g.Errorf("changed after its end: %v", err)
		}
		if _, err := g.Finish(rep, a.ID, a.Version, Dropped, "不再需要"); key(err) != "plan.action_ended" {
			g.Errorf("ended twice: %v", err)
		}
		back, err := g.Reopen(rep, a.ID, done.Version)
		must(g.Stage, err)
		if back.State != Open || back.Result != "" || !back.Ended.IsZero() {
			g.Errorf("%+v", back)
		}
	})
}

func TestActionsAreMineOrOfMyLine(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.act("rep", 0, "拜访采购总监", 9)
		must(g.Stage, err)
		_, err = g.Act(g.As("director"), Action{Account: g.ids[1], Title: "高层互访", Owner: g.User("director").ID, Due: july.Add(5)})
		must(g.Stage, err)
		for _, tt := range []struct {
			role, whose string
			want        []string
		}{
			{"director", "", []string{"高层互访", "拜访采购总监"}},
			{"director", Mine, []string{"高层互访"}},
			{"director", Line, []string{"高层互访", "拜访采购总监"}},
			{"manager", Line, []string{"拜访采购总监"}},
			{"manager", Mine, nil},
			{"rep", Mine, []string{"拜访采购总监"}},
			{"other", "", nil},
		} {
			page, err := g.List(g.As(tt.role), Which{Whose: tt.whose, Limit: 10})
			must(g.Stage, err)
			var titles []string
			for _, r := range page.Rows {
				titles = append(titles, r.Title)
			}
			if !slices.Equal(titles, tt.want) {
				g.Errorf("%s %q: %v", tt.role, tt.whose, titles)
			}
		}
		first, err := g.List(g.As("director"), Which{Limit: 1})
		must(g.Stage, err)
		second, err := g.List(g.As("director"), Which{Limit: 1, After: first.Next})
		must(g.Stage, err)
		if len(second.Rows) != 1 || second.Rows[0].Title != "拜访采购总监" {
			g.Errorf("%+v", second.Rows)
		}
	})
}

func say(key string) string { return key }

func TestM91ATemplateIsMadeOnceAndTakenBack(t *testing.T) {
	each(t, func(g *ground) {
		asked := Asked{Template: routine.Quarter, From: july}
		rep := g.As("rep")
		f, err := g.Foresee(rep, asked)
		must(g.Stage, err)
		if f.Accounts != 2 || f.Actions != 6 || f.There != 0 || len(f.Tasks) != 3 {
			g.Fatalf("%+v", f)
		}
		if page, _ := g.List(rep, Which{Limit: 10}); len(page.Rows) != 0 {
			g.Error("a look made something")
		}
		r, err := g.Generate(rep, asked, say)
		must(g.Stage, err)
		if _, err := g.Generate(rep, asked, say); key(err) != "plan.nothing_to_make" || r.Made != 6 {
			g.Errorf("again: %v, %+v", err, r)
		}
		page, err := g.List(rep, Which{Account: g.ids[0], Limit: 10})
		must(g.Stage, err)
		if a := page.Rows[0].Action; len(page.Rows) != 3 || a.Title != "routine.task_m1" || a.From != july || a.Due != kernel.On(2026, 7, 31) {
			g.Errorf("%+v", page.Rows)
		}
		worked := page.Rows[0]
		_, err = g.Finish(rep, worked.ID, worked.Version, Done, "资料已补全")
		must(g.Stage, err)
		if _, err := g.Undo(g.As("other"), r.ID); err == nil {
			g.Error("somebody else took it back")
		}
		_, err = g.Undo(rep, r.ID)
		must(g.Stage, err)
		page, err = g.List(rep, Which{Limit: 10})
		must(g.Stage, err)
		if len(page.Rows) != 1 || page.Rows[0].ID != worked.ID {
			g.Errorf("what was worked on stays: %+v", page.Rows)
		}
		if _, err := g.Undo(rep, r.ID); key(err) != "plan.run_undone" {
			g.Errorf("twice: %v", err)
		}
		again, err := g.Foresee(rep, asked)
		must(g.Stage, err)
		if again.Actions != 5 || again.There != 1 {
			g.Errorf("%+v", again)
		}
	})
}

// touch writes down a call of the rep's.
func (g *ground) touch(i int, on kernel.Date) {
	g.Helper()
	must(g.Stage, g.DB.Write(g.As("rep"), func(tx *db.Tx) error {
		_, err := g.interactions.Log(tx, interaction.Interaction{Account: g.ids[i], On: on, Channel: interaction.Phone, Direction: interaction.Out, Subject: "例行回访"})
		return err
	}))
}

// The week of the first of July begins on the 29th of June.
func TestM91ImportantCustomersAreContactedEveryWeek(t *testing.T) {
	each(t, func(g *ground) {
		g.touch(0, kernel.On(2026, 6, 29))
		g.touch(0, kernel.On(2026, 6, 30))
		g.touch(1, kernel.On(2026, 6, 28))
		g.touch(2, kernel.On(2026, 6, 30))
		c, err := g.Contacts(g.As("director"))
		must(g.Stage, err)
		if c.Important != 2 || c.Contacted != 1 || c.Share != 0.5 || c.From != kernel.On(2026, 6, 29) || c.Until != kernel.On(2026, 7, 5) {
			g.Errorf("%+v", c)
		}
		if len(c.Weeks) != quarter || c.Weeks[quarter-2].Contacted != 1 || c.Weeks[0].Contacted != 0 {
			g.Errorf("%+v", c.Weeks)
		}
		if len(c.Missing) != 1 || c.Missing[0].ID != g.ids[1] || c.Missing[0].Last != kernel.On(2026, 6, 28) {
			g.Errorf("%+v", c.Missing)
		}
		must(g.Stage, g.DB.Read(g.As("manager"), func(tx *db.Tx) error {
			of, err := g.ContactWeeks(tx, kernel.On(2026, 6, 22), 2)
			if weeks := of[g.User("rep").ID]; len(of) != 1 || len(weeks) != 2 || weeks[0].Contacted != 1 || weeks[1].Share != 0.5 {
				g.Errorf("%+v", of)
			}
			return err
		}))
		if c, _ := g.Contacts(g.As("other")); c.Important != 0 || c.Share.Known() {
			g.Errorf("a stranger: %+v", c)
		}
	})
}

// ask is a call of the API on behalf of a role.
func (g *ground) ask(role, path string) string { return g.Do(role, "GET", path, "").Body.String() }

func TestWhatStandsAgainstAStepCanBeTakenAlong(t *testing.T) {
	each(t, func(g *ground) {
		p := g.begin()
		sheet := g.ask("director", "/api/plans/"+p.ID.String()+"/blockers/export?step=8&format=csv")
		if !strings.Contains(sheet, "C01") || !strings.Contains(sheet, "No open action") {
			g.Errorf("%s", sheet)
		}
		_, err := g.act("rep", 0, "=HYPERLINK(1)", 3)
		must(g.Stage, err)
		if sheet := g.ask("director", "/api/actions/export?format=csv"); strings.Contains(sheet, ",=HYPER") || !strings.Contains(sheet, "HYPERLINK") {
			g.Errorf("a cell is a formula: %s", sheet)
		}
	})
}

// What has to be done for an account goes with it into another one, and back.
func TestActionsGoWithTheirAccount(t *testing.T) {
	each(t, func(g *ground) {
		asked := Asked{Template: routine.Quarter, From: july}
		_, err := g.Generate(g.As("rep"), asked, say)
		must(g.Stage, err)
		before := g.count(g.As("rep"), 0)
		m, err := g.account.Merge(g.As("director"), g.ids[1], g.ids[0], nil)
		must(g.Stage, err)
		if n := g.count(g.As("rep"), 0); n != 2*before {
			g.Errorf("%d actions after the merge", n)
		}
		must(g.Stage, g.account.Part(g.As("director"), m.ID))
		if n := g.count(g.As("rep"), 0); n != before {
			g.Errorf("%d actions after it was undone", n)
		}
		f, err := g.Foresee(g.As("rep"), asked)
		must(g.Stage, err)
		if f.Actions != 0 || f.There != 6 {
			g.Errorf("they are of their template again: %+v", f)
		}
	})
}

func (g *ground) count(ctx context.Context, i int) int {
	g.Helper()
	page, err := g.List(ctx, Which{Account: g.ids[i], Limit: 100})
	must(g.Stage, err)
	return len(page.Rows)
}
