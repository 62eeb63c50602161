package evaluation

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/grid"
	"erba/kernel"
)

// Whatever happens, in whatever order: no class that is governed changes but by
// an approved proposal or by hand, and no evaluation changes a tier or the
// register by itself.
func TestNoClassChangesWithoutADecision(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		seed := rand.Uint64()
		dice := rand.New(rand.NewPCG(seed, 1))
		before := g.all()
		for n := range 60 {
			did, allowed := g.happen(dice)
			after := g.all()
			for key, is := range after {
				if was := before[key]; was != is && !allowed(key, was, is) {
					g.Fatalf("seed %d, step %d, %s: %s went from %q to %q", seed, n, did, key, was, is)
				}
			}
			before = after
		}
	})
}

// all is every class in force, by account and model.
func (g *ground) all() map[string]string {
	g.Helper()
	found := map[string]string{}
	for i := range g.ids {
		for _, m := range Models {
			found[fmt.Sprint(i, " ", m.Model)] = g.of(i, m.Model)
		}
	}
	return found
}

// happen does something at random, and says which classes may change by it.
func (g *ground) happen(dice *rand.Rand) (string, func(key, was, is string) bool) {
	never := func(string, string, string) bool { return false }
	role := []string{"director", "manager", "rep", "other"}[dice.IntN(4)]
	i := dice.IntN(len(g.ids))
	switch what := dice.IntN(10); {
	case what < 3:
		g.expect(i, int64(1+dice.IntN(5000)))
		return "an estimate", never
	case what < 5:
		g.now = g.now.Add(dice.IntN(50))
		r := g.run(g.now)
		return "an evaluation", func(_, was, is string) bool {
			return was == "" && is == Models[0].Classes[0] && r.Entered > 0 || r.Expired > 0
		}
	case what < 6:
		_, err := g.Set(g.As(role), Set{Account: g.ids[i], Model: Tier, Class: Models[0].Classes[dice.IntN(4)], Reason: "管理层决定"})
		return "set by hand by the " + role, g.onlyIf(err == nil, i, Tier)
	case what < 7:
		err := g.Unset(g.As(role), g.ids[i], Tier)
		return "unset by the " + role, g.onlyIf(err == nil, i, Tier)
	}
	open := g.open("director")
	if len(open) == 0 {
		return "nothing", never
	}
	p, yes := open[dice.IntN(len(open))], dice.IntN(3) > 0
	err := g.decide(role, p, yes)
	if err == nil && p.Owner == g.User(role).ID {
		g.Fatalf("the %s decided about his own account", role)
	}
	if err == nil && p.Need == string(Director) && role != "director" && g.App.Matrix[role]["evaluation:approve"] == 0 {
		g.Fatalf("the %s decided what is the director's", role)
	}
	return fmt.Sprint("decided by the ", role, ": ", yes), func(key, was, is string) bool {
		return err == nil && yes && key == fmt.Sprint(g.place(p.Account), " ", p.Model) && was == p.Was && is == p.Becomes
	}
}

func (g *ground) onlyIf(done bool, i int, model string) func(key, was, is string) bool {
	return func(key, _, _ string) bool { return done && key == fmt.Sprint(i, " ", model) }
}

func (g *ground) place(account kernel.ID) int {
	for i, id := range g.ids {
		if id == account {
			return i
		}
	}
	return -1
}

// A fall is proposed only after enough evaluations that are far enough apart, in
// whatever rhythm they come; and an evaluation asked twice says the same.
func TestAFallHasToLast(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		rules := Default()
		rules.Tier.Down.Runs = rapid.IntRange(1, 4).Draw(r, "runs")
		rules.Tier.Down.Months = rapid.IntRange(0, 3).Draw(r, "months")
		is := Class{Account: someone, Model: Tier, Class: "MAJOR", Since: june.AddMonths(-24), Way: Approved, Current: 1, Expected: grid.Unknown}
		var s Streak
		var seen []kernel.Date // days of falls, without a break
		day := june
		for n := range rapid.IntRange(1, 12).Draw(r, "evaluations") {
			step := rapid.IntRange(0, 45).Draw(r, fmt.Sprint("days ", n))
			day = day.Add(step)
			class := rapid.SampledFrom([]string{"MAJOR", "NAMED", "MASS"}).Draw(r, fmt.Sprint("class ", n))
			var fate Fate
			fate, s = Models[0].judge(&rules.Tier, is, tierOf(class), s, day)
			switch {
			case class == "MAJOR":
				seen = nil
			case len(seen) == 0 || seen[len(seen)-1] != day:
				seen = append(seen, day)
			}
			due := len(seen) >= rules.Tier.Down.Runs && len(seen) > 0 && day.Compare(seen[0].AddMonths(rules.Tier.Down.Months)) >= 0
			if (fate == Due) != due {
				r.Fatalf("after %v on %s: %q", seen, day, fate)
			}
		}
	})
}
