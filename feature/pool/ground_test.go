package pool

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/claim"
	"erba/feature/contact"
	"erba/feature/evaluation"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, interaction.Feature, product.Feature, ledger.Feature, method.Feature, portfolio.Feature,
	evaluation.Feature, claim.Feature, Feature}

// ground is a company of some customers of the rep's, all opened and handed out long ago.
type ground struct {
	*apptest.Stage
	*Service
	ids   []kernel.ID
	clock time.Time
	n     int
}

func each(t *testing.T, customers int, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), clock: time.Now()}
		g.Service.now = func() time.Time { return g.clock }
		s.Grant("rep", "account:read", "OTX")
		g.open("rep", customers)
		f(g)
	})
}

// open adds accounts of a role's user, opened a year ago.
func (g *ground) open(role string, n int) (ids []kernel.ID) {
	g.Helper()
	all := make([]account.Account, n)
	for i := range all {
		g.n++
		all[i] = account.Account{Code: fmt.Sprintf("C%04d", g.n), Name: fmt.Sprintf("客户%04d", g.n), Region: "华东", Industry: "机械", OpenedOn: g.today().Add(-365)}
	}
	g.ok(g.accounts.Open(g.As(role), all...))
	for _, a := range all {
		ids = append(ids, a.ID)
	}
	g.ids = append(g.ids, ids...)
	return ids
}

func (g *ground) ok(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) refuses(err error, key string) {
	g.Helper()
	if fault, is := errors.AsType[*kernel.Fault](err); !is || fault.Key != key {
		g.Errorf("%v, want %s", err, key)
	}
}

// sell books an order of some days ago.
func (g *ground) sell(i int, days int, yuan int64) {
	g.Helper()
	ctx, on := g.As("director"), g.today().Add(-days)
	lines := []ledger.Line{{Account: g.ids[i], Order: fmt.Sprint("O", i, "-", days), Product: "P1", On: on, Quantity: kernel.Whole(1),
		Price: kernel.Whole(yuan), Amount: yuan * 100}}
	b, err := g.ledger.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	g.ok(err)
	ledger.NewTally().Line(&lines[0])
	o, err := g.ledger.BookLines(ctx, b.ID, lines)
	g.ok(err)
	_, err = g.ledger.Publish(ctx, b.ID, o, nil)
	g.ok(err)
}

// call writes down that somebody visited a customer some days ago.
func (g *ground) call(i int, days int) {
	g.Helper()
	ctx := g.As("director")
	costs := []ledger.Cost{{Account: g.ids[i], Number: fmt.Sprint("V", i, days), On: g.today().Add(-days), Kind: ledger.Visit, Hours: kernel.Whole(2)}}
	b, err := g.ledger.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Costs, File: "costs.csv"})
	g.ok(err)
	o, err := g.ledger.BookCosts(ctx, b.ID, costs)
	g.ok(err)
	_, err = g.ledger.Publish(ctx, b.ID, o, nil)
	g.ok(err)
}

// rule puts rules in force by which who has never bought falls after a month.
func (g *ground) rule(change func(*Rules)) Rules {
	g.Helper()
	r := usual
	r.Lines, r.Reason = []Line{{None, 30}}, "试行"
	if change != nil {
		change(&r)
	}
	now, err := g.Rules(g.As("director"))
	g.ok(err)
	r.Version = now.Version
	r, err = g.Enforce(g.As("director"), r)
	g.ok(err)
	return r
}

func (g *ground) night() Run {
	g.Helper()
	run, err := g.Recycle(identity.With(g.Context(), identity.System()), func(int64, int64) {})
	g.ok(err)
	return run
}

func (g *ground) pool(role string) []Pooled {
	g.Helper()
	page, err := g.List(g.As(role), Filter{Limit: 100})
	g.ok(err)
	return page.Rows
}

func (g *ground) owner(i int) kernel.ID {
	g.Helper()
	row, err := g.accounts.Find(g.As("director"), g.ids[i])
	g.ok(err)
	return row.Owner
}
