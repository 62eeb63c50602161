package claim

import (
	"errors"
	"testing"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, Feature}

// ground is a company whose rep and key account manager work under one manager; other
// reports to nobody.
type ground struct {
	*apptest.Stage
	*Service
	clock time.Time
}

var june = time.Date(2026, 6, 30, 9, 0, 0, 0, time.UTC)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), clock: june}
		g.Service.now = func() time.Time { return g.clock }
		s.Grant("rep", "claim:decide", "")
		s.Grant("other", "claim:decide", "")
		f(g)
	})
}

func must[T any](g *ground) func(T, error) T {
	return func(value T, err error) T {
		g.Helper()
		if err != nil {
			g.Fatal(err)
		}
		return value
	}
}

// refuses wants the fault with a key.
func (g *ground) refuses(err error, key string) {
	g.Helper()
	if fault, is := errors.AsType[*kernel.Fault](err); !is || fault.Key != key {
		g.Errorf("%v, want %s", err, key)
	}
}

// opens makes an account of a role's user.
func (g *ground) opens(role, name string) kernel.ID {
	g.Helper()
	all := []account.Account{{Code: name, Name: name}}
	if err := g.accounts.Open(g.As(role), all...); err != nil {
		g.Fatal(err)
	}
	return all[0].ID
}

func claimOf(name string) Claim {
	return Claim{Company: Company{Name: name}, Project: "年度框架", Evidence: "六月十日拜访采购部", Reason: "有新产线"}
}

func (g *ground) claims(role, name string) Listed {
	g.Helper()
	return must[Listed](g)(g.Claim(g.As(role), claimOf(name)))
}

func (g *ground) find(role string, id kernel.ID) Case {
	g.Helper()
	return must[Case](g)(g.Find(g.As(role), id))
}

func (g *ground) told(role string) (all []string) {
	g.Helper()
	st := must[Standing](g)(g.Standing(g.As(role)))
	for _, n := range st.News {
		all = append(all, n.What+" "+n.Company)
	}
	return all
}
