package maintenance

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/analysis/maintenance"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/coverage"
	"erba/feature/development"
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
	"erba/feature/risk"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, relation.Feature, commitment.Feature, visit.Feature,
	development.Feature, risk.Feature, Feature}

var june = kernel.On(2026, 6, 30)

type ground struct {
	*apptest.Stage
	*Service
	ids []kernel.ID
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for i, role := range []string{"rep", "other"} {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1)}}
			g.must(account.New(s.Kit).Open(s.As(role), a...))
			g.ids = append(g.ids, a[0].ID)
		}
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

func (g *ground) does(form string, n int) {
	g.Helper()
	for i := range n {
		g.must(second(g.Record(g.As("rep"), Activity{Account: g.ids[0], Form: form, On: june.AddMonths(-i), Title: "季度走访", Spend: 1_000_00, Reached: 3})))
	}
}

// The worked example of method M87 on an account: 6, 4 and 2 of twelve.
func TestM87OnAnAccount(t *testing.T) {
	each(t, func(g *ground) {
		g.does(maintenance.Hardware, 6)
		g.does(maintenance.Software, 4)
		g.does(maintenance.Function, 2)
		g.must(second(g.Record(g.As("rep"), Activity{Account: g.ids[0], Form: maintenance.Spirit, On: june.AddMonths(-12), Title: "一年以前的事"})))
		g.must(second(g.Record(g.As("rep"), Activity{Account: g.ids[0], Form: maintenance.Special, On: june.Add(1), Title: "明天的答谢会"})))
		s, err := g.Sheet(g.As("manager"), g.ids[0])
		g.must(err)
		if j := s.Judged; j.Coverage != 0.6 || *j.Largest != 0.5 || j.Single || strings.Join(j.Missing, " ") != "spirit special" || s.Spend != 12_000_00 {
			g.Errorf("%+v", s)
		}
		if len(s.Activities) != 14 || !s.Activities[0].Coming || !s.Activities[1].Early {
			g.Errorf("%+v", s.Activities[:2])
		}
		b, err := g.Board(g.As("manager"), Which{Limit: 50})
		if err != nil || len(b.Rows) != 1 || b.Rows[0].Used != 3 || len(b.Days) != 3 || b.Spend != 12_000_00 {
			g.Errorf("%+v, %v", b, err)
		}
		if other, err := g.Board(g.As("other"), Which{Limit: 50}); err != nil || len(other.Rows) != 0 || len(other.Days) != 0 || other.Spend != 0 {
			g.Errorf("a stranger sees %+v, %v", other, err)
		}
		w := g.Do("manager", "GET", "/api/maintenance/export?format=csv", "", "Accept-Language", "en")
		if !strings.Contains(w.Body.String(), "C01,客户01,2026-06-30,Things,季度走访,1000.00,3,,rep") {
			g.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

func TestActivitiesThatMakeNoSense(t *testing.T) {
	each(t, func(g *ground) {
		for name, tt := range map[string]struct {
			change func(*Activity)
			key    string
		}{
			"of a sixth form":         {func(a *Activity) { a.Form = "gift" }, "maintenance.bad_form"},
			"in two years":            {func(a *Activity) { a.On = june.AddMonths(24) }, "maintenance.bad_day"},
			"without a title":         {func(a *Activity) { a.Title = " 访 " }, "maintenance.no_title"},
			"that brings in money":    {func(a *Activity) { a.Spend = -1 }, "maintenance.bad_spend"},
			"with a stranger":         {func(a *Activity) { a.People = []kernel.ID{kernel.NewID()} }, "maintenance.stranger"},
			"of a stranger's account": {func(a *Activity) { a.Account = g.ids[1] }, "db.missing"},
		} {
			a := Activity{Account: g.ids[0], Form: maintenance.Software, On: june, Title: "季度走访"}
			tt.change(&a)
			_, err := g.Record(g.As("rep"), a)
			if fault, is := errors.AsType[*kernel.Fault](err); !is || fault.Key != tt.key {
				g.Errorf("%s: %v, want %s", name, err, tt.key)
			}
		}
	})
}

func TestActivitiesAreChangedAndTakenBack(t *testing.T) {
	each(t, func(g *ground) {
		a, err := g.Record(g.As("rep"), Activity{Account: g.ids[0], Form: maintenance.Software, On: june, Title: "季度走访"})
		g.must(err)
		a.Title = "半年走访"
		changed, err := g.Amend(g.As("rep"), a)
		if err != nil || changed.Version != 2 || changed.Title != "半年走访" {
			g.Errorf("%+v, %v", changed, err)
		}
		if _, err := g.Amend(g.As("rep"), a); err == nil {
			g.Error("a version that is gone was written over")
		}
		g.must(g.Undo(g.As("rep"), a.ID, 2))
		if s, err := g.Sheet(g.As("rep"), g.ids[0]); err != nil || len(s.Activities) != 0 {
			g.Errorf("%+v, %v", s, err)
		}
	})
}

// The worked example of method M52: 4, 4, 3, 3, 2 → 3.2. A poor relationship is a
// signal of risk, and one that is not rated wholly is none.
func TestM52OnAnAccount(t *testing.T) {
	each(t, func(g *ground) {
		q := Quality{Account: g.ids[0], Stakeholder: "distributor", Communication: 4, Cooperation: 4, WinWin: 3, Closeness: 3, Control: 2, Evidence: "半年回访记录"}
		rated, err := g.Rate(g.As("rep"), q)
		g.must(err)
		s, err := g.Sheet(g.As("rep"), g.ids[0])
		if err != nil || *s.Score != 3.2 || s.Quality.Stakeholder != "distributor" {
			g.Errorf("%+v, %v", s, err)
		}
		_, err = g.Rate(g.As("rep"), q)
		if fault, is := errors.AsType[*kernel.Fault](err); !is || fault.Key != "db.stale" {
			g.Errorf("%v", err)
		}
		rated.Communication, rated.Cooperation, rated.WinWin = 2, 2, 2
		g.must(second(g.Rate(g.As("rep"), rated)))
		g.must(second(risk.New(g.Kit).Judge(g.As("rep"), risk.Risk{Account: g.ids[0], Cause: "I4", Probability: 1, Impact: 1, Evidence: "双方合作多年"})))
		g.must(second(risk.New(g.Kit).Scan(g.As("director"))))
		sheet, err := risk.New(g.Kit).Sheet(g.As("rep"), g.ids[0])
		if err != nil || len(sheet.Signals) != 1 || sheet.Signals[0].Kind != "poor" || sheet.Signals[0].Value != 2200 {
			g.Errorf("%+v, %v", sheet.Signals, err)
		}
		rated.Version, rated.Control = 2, 0
		g.must(second(g.Rate(g.As("rep"), rated)))
		g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
			all, err := g.Qualities(tx)
			if len(all) != 0 {
				g.Errorf("four items make %v", all)
			}
			return err
		}))
	})
}

// What was done for an account goes with it into another one, and back.
func TestActivitiesFollowTheirAccount(t *testing.T) {
	each(t, func(g *ground) {
		g.does(maintenance.Software, 2)
		m, err := account.New(g.Kit).Merge(g.As("director"), g.ids[0], g.ids[1], nil)
		g.must(err)
		count := func(i int) int {
			s, err := g.Sheet(g.As("director"), g.ids[i])
			g.must(err)
			return len(s.Activities)
		}
		if count(1) != 2 {
			g.Errorf("merged: %d", count(1))
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if count(0) != 2 || count(1) != 0 {
			g.Errorf("parted: %d and %d", count(0), count(1))
		}
	})
}
