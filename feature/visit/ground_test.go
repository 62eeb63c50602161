package visit

import (
	"fmt"
	"testing"
	"time"

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
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, relation.Feature, commitment.Feature, Feature}

// ground is a company of three customers of the rep's: the first is Major, the
// second Named, of the third nobody has said anything. One more belongs to somebody
// else. It is Wednesday, the first of July, ten o'clock in Shanghai.
type ground struct {
	*apptest.Stage
	*Service
	ids    []kernel.ID
	people []kernel.ID // one contact of each
	clock  time.Time
}

var july = kernel.On(2026, 7, 1)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), clock: time.Date(2026, 7, 1, 2, 0, 0, 0, time.UTC)}
		g.Service.now = func() time.Time { return g.clock }
		for i, role := range []string{"rep", "rep", "rep", "other"} {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1), City: "苏州"}}
			g.ok(g.Accounts.Open(s.As(role), a...))
			c, err := g.Contacts.Meet(s.As(role), contact.Contact{Account: a[0].ID, Name: "严叙", Title: "设备处长"})
			g.ok(err)
			g.ids, g.people = append(g.ids, a[0].ID), append(g.people, c.ID)
		}
		g.tier(0, "MAJOR")
		g.tier(1, "NAMED")
		f(g)
	})
}

func (g *ground) ok(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// tier puts a tier into force by hand.
func (g *ground) tier(i int, class string) {
	g.Helper()
	_, err := g.Evaluations.Set(g.As("director"), evaluation.Set{Account: g.ids[i], Model: evaluation.Tier, Class: class, Reason: "年度评审的结论"})
	g.ok(err)
}

// plan plans a visit of an hour as the rep.
func (g *ground) planned(i int, day kernel.Date, start int64) (Sheet, error) {
	return g.Plan(g.As("rep"), Visit{Account: g.ids[i], Day: day, Start: &start, Purpose: "谈年度框架", People: []kernel.ID{g.people[i]}})
}

// held lets a visit have taken place.
func (g *ground) held(i int, day kernel.Date, start int64) Sheet {
	g.Helper()
	v, err := g.planned(i, day, start)
	g.ok(err)
	was := g.clock
	y, m, d := day.Parts()
	g.clock = time.Date(y, time.Month(m), d, 10, 0, 0, 0, time.UTC)
	v, err = g.Execute(g.As("rep"), v.ID, v.Version, Report{Result: "谈妥了框架"})
	g.ok(err)
	g.clock = was
	return v
}
