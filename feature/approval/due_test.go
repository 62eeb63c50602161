package approval

import (
	"testing"
	"time"

	"erba/platform/identity"
)

func TestNobodyDecidesInTime(t *testing.T) {
	each(t, func(g *ground) {
		p := g.must("rep", g.draft(plainKind))
		g.clock = noon.AddDate(0, 0, 5).Add(time.Minute)
		if did := g.tend(); did != (Tended{Reminded: 2}) {
			g.Errorf("two days before the end: %+v", did)
		}
		if news := g.news("manager"); news != remind {
			g.Errorf("the manager is told %q", news)
		}
		g.clock = noon.AddDate(0, 0, 7)
		if got := g.in("manager", ToDecide); got != "" {
			g.Errorf("in the inbox after its end: %s", got)
		}
		if did := g.tend(); did != (Tended{Lapsed: 1}) {
			g.Errorf("at the end: %+v", did)
		}
		d, err := g.approvals.Find(g.as("rep"), p.ID)
		if err != nil || d.State != Lapsed || len(d.Decisions) != 1 || g.news("rep") != ended {
			g.Errorf("%+v, %v, %s", d, err, g.news("rep"))
		}
	})
}

// With fewer than two who could decide it takes effect by itself, unless somebody objects.
func TestWaitingRule(t *testing.T) {
	effect := func(g *ground, p Proposal) string {
		return key(g.approvals.TakeEffect(identity.With(g.Context(), identity.System()), p.ID))
	}
	tests := map[string]struct {
		change func(*ground, *Draft)
		during func(*ground, Proposal)
		after  time.Duration
		waits  bool
		fault  string
		want   int64
	}{
		"it waits a day and takes effect":      {nil, nil, 24 * time.Hour, true, "", 2},
		"not a minute earlier":                 {nil, nil, 24*time.Hour - time.Minute, true, "approval.not_yet", 1},
		"unless the only director refuses":     {nil, func(g *ground, p Proposal) { g.decide("director", p, "no") }, 24 * time.Hour, true, "", 1},
		"unless a second director came":        {nil, func(g *ground, _ Proposal) { g.promote("other") }, 24 * time.Hour, true, "", 1},
		"never for whoever proposes it":        {func(g *ground, d *Draft) { d.Benefits = g.User("rep").ID }, nil, 24 * time.Hour, false, "approval.not_yet", 1},
		"not where two directors could decide": {func(g *ground, _ *Draft) { g.promote("other") }, nil, 24 * time.Hour, false, "", 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			each(t, func(g *ground) {
				d := g.draft(waitKind)
				if tt.change != nil {
					tt.change(g, &d)
				}
				p := g.must("rep", d)
				if waits := p.Effect != 0; waits != tt.waits || waits != (g.news("director") == waiting) {
					g.Fatalf("waits: %t, the director is told %q", waits, g.news("director"))
				}
				if tt.during != nil {
					tt.during(g, p)
				}
				g.clock = noon.Add(tt.after)
				if got := effect(g, p); got != tt.fault || g.is() != tt.want {
					g.Errorf("%q, %d", got, g.is())
				}
			})
		})
	}
}

// promote makes somebody a director as well.
func (g *ground) promote(login string) {
	g.Exec(`UPDATE users SET roles = 'director' WHERE login = ?`, login)
}

func (g *ground) tend() Tended {
	did, err := g.approvals.Tend(identity.With(g.Context(), identity.System()))
	if err != nil {
		g.Fatal(err)
	}
	return did
}

// news is what a user is told.
func (g *ground) news(login string) string {
	w, err := g.approvals.Waiting(g.as(login))
	if err != nil {
		g.Fatal(err)
	}
	if len(w.News) == 0 {
		return ""
	}
	return w.News[0].What
}
