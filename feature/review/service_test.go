package review

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/coverage"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/feature/today"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, relation.Feature, commitment.Feature,
	visit.Feature, Feature}

// ground is a Major account of the rep's and one of the other's.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
	now       kernel.Date
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), now: shanghai()}
		g.Service.today = func() kernel.Date { return g.now }
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		_, err := evaluation.New(s.Kit).Set(s.As("director"), evaluation.Set{Account: g.mine, Model: evaluation.Tier, Class: "MAJOR", Reason: "年度评审的结论"})
		g.must(err)
		f(g)
	})
}

// shanghai is the day where the company's clocks hang.
func shanghai() kernel.Date { return kernel.Today() }

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// promise writes down one of ours to the rep's account that is due today, and what
// becomes of it.
func (g *ground) promise(becomes string) {
	g.Helper()
	all := commitment.New(g.Kit)
	c, err := all.Promise(g.As("rep"), commitment.Commitment{Account: g.mine, By: commitment.Us, Text: "寄出样品", Due: shanghai()})
	g.must(err)
	if becomes != commitment.Pending {
		_, err = all.End(g.As("rep"), c.ID, 1, becomes, "产线停产")
		g.must(err)
	}
}

// call writes down that the rep called his account today.
func (g *ground) call() {
	g.Helper()
	g.must(g.DB.Write(g.As("rep"), func(tx *db.Tx) error {
		_, err := interaction.New(g.Kit).Log(tx, interaction.Interaction{Account: g.mine, On: shanghai(), Channel: interaction.Phone,
			Direction: interaction.Out, Subject: "月度回访"})
		return err
	}))
}

func (g *ground) sheet(role string) Sheet {
	g.Helper()
	s, err := g.Sheet(g.As(role), shanghai())
	g.must(err)
	return s
}

// line is a user's on the sheet of another.
func (g *ground) line(role, of string) (found Line) {
	g.Helper()
	for _, l := range g.sheet(role).Lines {
		if l.User == g.User(of).ID {
			return l
		}
	}
	g.Fatalf("%s has no line of %s", role, of)
	return found
}

// next is the day after the month that is today's.
func (g *ground) next() { g.now = shanghai().AddMonths(1).Month() }

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func TestAMonthSaysHowPromisesWereKept(t *testing.T) {
	each(t, func(g *ground) {
		g.call()
		for _, becomes := range []string{commitment.Kept, commitment.Kept, commitment.Kept, commitment.Broke} {
			g.promise(becomes)
		}
		f := g.line("manager", "rep").Figures
		if f.Promises != 4 || f.Kept != 3 || f.Broken != 1 || f.Held != 0.75 || f.Planned != 0 || f.Execution.Known() {
			g.Errorf("%+v", f)
		}
		if weeks := g.line("manager", "rep").Weeks; len(weeks) != quarter || weeks[quarter-1].Share != 1 || weeks[quarter-2].Share != 0 {
			g.Errorf("%+v", weeks)
		}
		if total := g.sheet("director").Total; total.Promises != 4 || total.Held != 0.75 {
			g.Errorf("%+v", total)
		}
	})
}

// Twenty visits are planned in the specification and seventeen executed; one of each
// is enough to see that they are counted where they belong.
func TestAMonthSaysWhichVisitsTookPlace(t *testing.T) {
	each(t, func(g *ground) {
		visits := visit.New(g.Kit)
		for i := range 2 {
			sheet, err := visits.Plan(g.As("rep"), visit.Visit{Account: g.mine, Owner: g.User("rep").ID, Day: shanghai(), Purpose: "季度例行拜访"})
			g.must(err)
			if i == 0 {
				_, err = visits.Execute(g.As("rep"), sheet.ID, sheet.Version, visit.Report{Result: "确认了试用计划,客户将提供场地"})
				g.must(err)
			}
		}
		if f := g.line("manager", "rep").Figures; f.Planned != 2 || f.Executed != 1 || f.Execution != 0.5 {
			g.Errorf("%+v", f)
		}
	})
}

func TestEverybodySeesHisLine(t *testing.T) {
	each(t, func(g *ground) {
		for role, want := range map[string]string{"rep": "rep", "other": "other", "manager": "manager rep", "director": "director manager other rep"} {
			var got []string
			g.Grant("rep", "review:sign", "")
			g.Grant("other", "review:sign", "")
			for _, l := range g.sheet(role).Lines {
				got = append(got, l.Name)
			}
			if strings.Join(got, " ") != want {
				g.Errorf("%s sees %v", role, got)
			}
		}
	})
}

func TestAMonthIsCommentedAndSigned(t *testing.T) {
	each(t, func(g *ground) {
		g.promise(commitment.Kept)
		rep, month := g.User("rep").ID, g.now
		r, err := g.Comment(g.As("rep"), month, 0, "两次拜访因客户停产取消")
		if err != nil || r.Version != 1 {
			g.Fatalf("%+v, %v", r, err)
		}
		if _, err := g.Sign(g.As("manager"), rep, month, 1, "同意"); key(err) != "review.not_over" {
			g.Errorf("within the month: %v", err)
		}
		g.next()
		if _, err := g.Sign(g.As("rep"), rep, month, 1, "我很好"); key(err) != "review.own_month" {
			g.Errorf("by himself: %v", err)
		}
		if _, err := g.Sign(g.As("other"), rep, month, 1, "外人"); key(err) != "db.missing" {
			g.Errorf("by a stranger: %v", err)
		}
		if _, err := g.Sign(g.As("manager"), rep, month, 0, "同意"); key(err) != "db.stale" {
			g.Errorf("unread: %v", err)
		}
		signed, err := g.Sign(g.As("manager"), rep, month, 1, "承诺按期履行,下月提高拜访完成率")
		g.must(err)
		g.promise(commitment.Broke)
		if l := g.line("manager", "rep"); l.Figures.Promises != 1 || l.Signed.IsZero() || l.Comment == "" {
			g.Errorf("what was signed stays: %+v", l)
		}
		if _, err := g.Comment(g.As("rep"), month, signed.Version, "再说一句"); key(err) != "review.closed" {
			g.Errorf("afterwards: %v", err)
		}
		_, err = g.Reopen(g.As("manager"), rep, month, signed.Version)
		g.must(err)
		if l := g.line("manager", "rep"); l.Figures.Promises != 2 || !l.Signed.IsZero() {
			g.Errorf("%+v", l)
		}
	})
}

func TestAMonthNobodyCanReview(t *testing.T) {
	each(t, func(g *ground) {
		for _, month := range []kernel.Date{g.now.AddMonths(1), g.now.AddMonths(-40)} {
			if _, err := g.Sheet(g.As("director"), month); key(err) != "review.bad_month" {
				g.Errorf("%s: %v", month, err)
			}
		}
		if _, err := g.Comment(g.As("rep"), g.now, 0, " "); key(err) != "review.no_words" {
			g.Errorf("%v", err)
		}
	})
}

func TestOnTheFirstOfAMonthEverybodyIsReminded(t *testing.T) {
	each(t, func(g *ground) {
		if n, err := g.Remind(g.As("director")); err != nil || n != 0 && g.now != g.now.Month() {
			g.Errorf("%d, %v", n, err)
		}
		g.next()
		if n, err := g.Remind(g.As("director")); err != nil || n != 4 {
			g.Errorf("%d, %v", n, err)
		}
		page, err := notice.New(g.Kit).List(g.As("rep"), kernel.ID{}, 10)
		if err != nil || len(page.Rows) == 0 || !strings.HasPrefix(page.Rows[0].Path, "/visits/review?month=") {
			g.Errorf("%+v, %v", page, err)
		}
	})
}

func TestAMonthLeavesAsAList(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		g.promise(commitment.Kept)
		file := g.Do("manager", "GET", "/api/reviews/export?format=csv", "").Body.String()
		if !strings.Contains(file, "rep,"+g.now.Month().String()+",0,0,,0,0,,1,1,0,1,") || strings.Count(file, "\r\n") != 3 {
			g.Errorf("%s", file)
		}
	})
}
