package pipeline

import (
	"testing"

	"erba/feature/account"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// ground is an account of the rep's and one of another's, on a Wednesday.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
}

var wednesday = kernel.On(2026, 6, 10)

func on(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) { f(stand(s)) })
}

func stand(s *apptest.Stage) *ground {
	g := &ground{Stage: s, Service: New(s.Kit)}
	g.today = func() kernel.Date { return wednesday }
	for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
		a := []account.Account{{Code: owner, Name: "客户" + owner}}
		g.must(account.New(s.Kit).Open(s.As(owner), a...))
		*id = a[0].ID
	}
	return g
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// book brings deals of the rep's as a file does, at the steps that they name.
func (g *ground) book(all ...opportunity.Deal) {
	g.Helper()
	for i := range all {
		d := &all[i]
		d.Name = d.Code
		if d.Process == "" {
			d.Process = "full"
		}
		if d.Account.IsZero() {
			d.Account = g.mine
		}
		if d.Owner.IsZero() {
			d.Owner = g.User("rep").ID
		}
		if d.Opened.IsZero() {
			d.Opened = kernel.On(2026, 6, 1)
		}
		if d.State == "" {
			d.State = open
		}
	}
	g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		_, _, _, err := g.Deals.Book(tx, all)
		return err
	}))
}

func worth(yuan int64) *int64 { return new(yuan * 100) }
