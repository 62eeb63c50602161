package fee

import (
	"slices"
	"testing"

	"erba/feature/approval"
	"erba/kernel"
)

// Whoever is both the customer's manager and a director does not write what he then
// answers for, be it that somebody else asked first.
func TestADirectorDoesNotAnswerForWhatHeWroteHimself(t *testing.T) {
	each(t, func(g *ground) {
		r := g.ask(g.wish(60_000))
		r.Amount = 90_000_00
		_, err := g.Again(g.As("director"), r)
		g.must(err)
		if err := g.Override(g.As("director"), r.ID, 0, "战略客户，先投入"); key(err) != "approval.own" {
			g.Errorf("%v", err)
		}
		if now := g.now(r.ID); now.State != Blocked || now.By != g.User("director").ID || now.Amount != 90_000_00 {
			g.Errorf("%+v", now.Request)
		}
	})
}

// Two requests of which each would fit into the budget alone: the second is for a director.
func TestWhatWaitsTakesRoomOfTheBudget(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.Plan(g.As("director"), Budget{From: kernel.On(2026, 1, 1), Until: kernel.On(2026, 12, 31), Amount: 30_000_00})
		g.must(err)
		for i, want := range [][]string{{"fee:approve"}, {"fee:above"}, {"fee:approve"}} {
			yuan := []int64{20_000, 20_000, 5_000}[i]
			if i == 2 { // the second was refused: what it waited for is free again
				g.must(g.decide("director", g.asked, false))
			}
			g.asked = g.ask(g.wish(yuan))
			p, err := approval.New(g.Kit).Find(g.As("director"), g.asked.Approval)
			g.must(err)
			if !slices.Equal(p.Steps, want) {
				g.Errorf("%d: %v", i, p.Steps)
			}
		}
	})
}
