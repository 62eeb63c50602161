package opportunity

import (
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/importing"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
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
	importing.Feature, method.Feature, portfolio.Feature, today.Feature, Feature}

// ground is an account of the rep's and one of the other's, on a Wednesday.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
}

var wednesday = kernel.On(2026, 6, 10)

func on(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.day(wednesday)
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		f(g)
	})
}

func (g *ground) day(day kernel.Date) { g.today = func() kernel.Date { return day } }

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// opened is a deal of the rep's account of 840,000 by 20 August unless it says otherwise.
func (g *ground) opened(role string, d Deal) Deal {
	g.Helper()
	if d.Account.IsZero() {
		d.Account = g.mine
	}
	if d.Name == "" {
		d.Name = "齿轮箱总成 120 台"
	}
	if d.Amount == nil {
		d.Amount = new(int64(84_000_000))
	}
	if d.Expected.IsZero() {
		d.Expected = kernel.On(2026, 8, 20)
	}
	d, err := g.Open(g.As(role), d)
	g.must(err)
	return d
}

func (g *ground) deal(role string, id kernel.ID) (d Deal) {
	g.Helper()
	g.must(g.DB.Read(g.As(role), func(tx *db.Tx) (err error) {
		d, err = g.Deal(tx, id)
		return err
	}))
	return d
}
