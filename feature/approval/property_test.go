package approval

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"erba/kernel"
)

var logins = []string{"rep", "manager", "director", "other"}

// able says by hand who may take the steps of each kind.
var able = map[string][]string{
	plainKind: {"manager director"},
	moneyKind: {"manager director", "director"},
	waitKind:  {"director"},
}

// Whatever users try, in whatever order: nothing is approved by who wants it,
// gains by it or has approved it before, nor by somebody who is not entitled.
func TestNoWayAroundTheSecondPerson(t *testing.T) {
	each(t, func(g *ground) {
		rapid.Check(g.T, func(r *rapid.T) {
			g.Exec(`DELETE FROM delegations`)
			g.thing, g.clock = kernel.NewID(), noon
			g.Exec(`INSERT INTO things VALUES (?, 1, 1)`, g.thing)
			var made []kernel.ID
			away := map[string]string{}
			for i := range rapid.IntRange(2, 9).Draw(r, "moves") {
				made = g.move(r, fmt.Sprint(i), made, away)
			}
			for _, id := range made {
				if wrong := g.fraud(id, away); wrong != "" {
					r.Fatal(wrong)
				}
			}
		})
	})
}

// move lets somebody do something; what is refused is none of its business.
func (g *ground) move(r *rapid.T, n string, made []kernel.ID, away map[string]string) []kernel.ID {
	who := rapid.SampledFrom(logins).Draw(r, "who "+n)
	other := rapid.SampledFrom(append([]string{""}, logins...)).Draw(r, "other "+n)
	switch verb := rapid.SampledFrom([]string{"propose", "decide", "decide", "decide", "refuse", "undo", "withdraw", "away", "wait"}).Draw(r, "verb "+n); verb {
	case "propose":
		d := g.draft(rapid.SampledFrom([]string{plainKind, moneyKind, waitKind}).Draw(r, "kind "+n))
		d.Amount = kernel.Yuan(5000)
		if rapid.Bool().Draw(r, "in place "+n) {
			d.For = g.User(other).ID
		} else {
			d.Benefits = g.User(other).ID
		}
		if p, err := g.propose(who, d); err == nil {
			made = append(made, p.ID)
		}
	case "away":
		if _, twice := away[who]; !twice && other != "" && other != who {
			g.away(who, other)
			away[who] = other
		}
	case "wait":
		g.clock = g.clock.Add(13 * time.Hour)
		for _, id := range made {
			_ = g.approvals.TakeEffect(g.as("director"), id)
		}
	default:
		for _, id := range made {
			version := g.proposal(id).Version
			switch verb {
			case "undo":
				_ = g.approvals.Undo(g.as(who), id, version, "why")
			case "withdraw":
				_ = g.approvals.Withdraw(g.as(who), id, version)
			default:
				_, _ = g.approvals.Decide(g.as(who), Verdict{id, version, verb == "decide", "why"})
			}
		}
	}
	return made
}

// fraud names what should not have happened to a proposal. It judges by the
// rows alone, with loops.
func (g *ground) fraud(id kernel.ID, away map[string]string) string {
	p, seen := g.proposal(id), []kernel.ID{}
	step := 0
	for _, d := range g.decisions(id) {
		if d.Verdict == Withdrawn || d.Verdict == Lapsed || d.By.IsZero() && p.Kind == waitKind {
			continue
		}
		for _, user := range []kernel.ID{d.By, d.For} {
			if user.IsZero() {
				continue
			}
			if user == p.By || user == p.For || user == p.Benefits {
				return d.Verdict + " by somebody who wants it or gains by it"
			}
			if d.Verdict == Approved && slices.Contains(seen, user) {
				return "one person took two steps"
			}
			seen = append(seen, user)
		}
		as := g.login(d.By)
		if !d.For.IsZero() {
			if as = g.login(d.For); away[as] != g.login(d.By) {
				return "in the place of somebody who is not away"
			}
		}
		if d.Verdict == Approved {
			if !contains(able[p.Kind][step], as) {
				return as + " is not entitled to step " + fmt.Sprint(step) + " of " + p.Kind
			}
			step++
		}
	}
	if (p.State == Approved || p.State == Undone) && step < len(able[p.Kind]) && p.Kind != waitKind {
		return p.Kind + " is approved without all its steps"
	}
	return ""
}
