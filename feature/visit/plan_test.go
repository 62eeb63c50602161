package visit

import (
	"testing"

	"erba/feature/plan"
	"erba/feature/relation"
	"erba/kernel"
)

// M94, step 4: at every Major and Named customer we are close to at least 60 % of the
// influence; where nobody has judged any, to none.
func TestM94OrganisationIsReadFromTheMaps(t *testing.T) {
	each(t, func(g *ground) {
		p, err := g.Plans.Begin(g.As("director"), plan.Plan{Name: "年度规划", From: kernel.On(2026, 1, 1), Until: kernel.On(2026, 12, 31)})
		g.ok(err)
		judged := func(i int, power, closeness string) {
			g.Helper()
			m, err := g.Relations.Map(g.As("rep"), g.ids[i])
			g.ok(err)
			_, err = g.Relations.Save(g.As("rep"), g.ids[i], m.Version, relation.Draft{Judgements: []relation.Saying{
				{Contact: g.people[i], Field: relation.Power, Value: power}, {Contact: g.people[i], Field: relation.Closeness, Value: closeness}}})
			g.ok(err)
		}
		step := func(role, state string, blocking int) {
			g.Helper()
			now, err := g.Plans.Progress(g.As(role), p.ID)
			g.ok(err)
			if four := now.Steps[3]; four.State != state || four.Blocking != blocking {
				g.Errorf("%s: %+v", role, four)
			}
		}
		step("director", "open", 2) // the third has no tier
		judged(0, "4", "5")
		judged(1, "4", "1")
		step("director", "open", 1)
		b, err := g.Plans.Blockers(g.As("director"), p.ID, 4, 10)
		g.ok(err)
		if len(b.Rows) != 1 || b.Rows[0].Account != g.ids[1] || !b.Rows[0].Missing {
			g.Errorf("%+v", b.Rows)
		}
		step("other", "open", 0) // has no important account to look at
		judged(1, "4", "4")
		step("director", "complete", 0)
	})
}
