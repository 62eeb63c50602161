package today

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/importing"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, product.Feature, ledger.Feature, importing.Feature,
	method.Feature, portfolio.Feature, Feature}

// ground is a company of some customers of the rep's, with one more rule: what a
// test says is to be done.
type ground struct {
	*apptest.Stage
	*Service
	ids   []kernel.ID
	items []Item
	clock time.Time
}

// said is the rule of a test.
const said = "today.said"

func each(t *testing.T, customers int, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), clock: time.Now()}
		g.Service.now = func() time.Time { return g.clock }
		g.Offer(Rule{Name: said, Area: "today.today", Grant: "account:read", Usual: Setting{On: true, Amount: Own, Chance: 0.5, Now: 0, Lead: 3},
			Find: func(context.Context, Ask) ([]Item, error) { return g.items, nil }})
		g.open("rep", customers)
		f(g)
	})
}

// open adds accounts of a role's user.
func (g *ground) open(role string, n int) {
	g.Helper()
	all := make([]account.Account, n)
	for i := range all {
		all[i] = account.Account{Code: fmt.Sprintf("C%04d", len(g.ids)+i), Name: fmt.Sprintf("客户%04d", len(g.ids)+i), Region: "华东", OpenedOn: g.day(-365)}
	}
	g.ok(g.accounts.Open(g.As(role), all...))
	for _, a := range all {
		g.ids = append(g.ids, a.ID)
	}
}

func (g *ground) ok(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// day is so many days from today.
func (g *ground) day(n int) kernel.Date { return g.today().Add(n) }

// ask is the answer to a request of a role's user.
func ask[T any](g *ground, role, verb, path, body string) (out T) {
	g.Helper()
	w := g.Do(role, verb, "/api"+path, body)
	if w.Code != 200 {
		g.Fatalf("%s %s %s: %d %s", role, verb, path, w.Code, w.Body)
	}
	g.ok(json.Unmarshal(w.Body.Bytes(), &out))
	return out
}

// shown are the titles of a day, group by group.
func (g *ground) shown(role, sort string) (all [3][]string) {
	g.Helper()
	d := ask[Day](g, role, "GET", "/today?limit=200&sort="+sort, "")
	for i, group := range d.Groups {
		for _, t := range group.Tasks {
			if t.Rule == said {
				all[i] = append(all[i], t.Title.Key)
			}
		}
	}
	return all
}
