package approval

import (
	"context"
	"sync"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

func TestWhoDecides(t *testing.T) {
	tests := map[string]struct {
		by     string
		change func(*ground, *Draft)
		away   [2]string // who is away, and who does his work
		who    string
		want   string
	}{
		"the manager approves what his rep proposes":              {"rep", nil, [2]string{}, "manager", Approved},
		"the director approves it as well":                        {"rep", nil, [2]string{}, "director", Approved},
		"the rep does not approve his own":                        {"rep", nil, [2]string{}, "rep", "approval.not_entitled"},
		"the manager does not approve his own, though he could":   {"manager", nil, [2]string{}, "manager", "approval.own"},
		"nobody approves what he gains by":                        {"rep", func(g *ground, d *Draft) { d.Benefits = g.User("manager").ID }, [2]string{}, "manager", "approval.own"},
		"who sees nothing of it is told that there is nothing":    {"rep", nil, [2]string{}, "other", "db.missing"},
		"the director's stand-in decides for him":                 {"rep", nil, [2]string{"director", "other"}, "other", Approved},
		"who stands in for the proposer does not decide for him":  {"manager", nil, [2]string{"manager", "other"}, "other", "approval.own"},
		"a stand-in does not approve what he proposed himself":    {"rep", nil, [2]string{"director", "rep"}, "rep", "approval.own"},
		"nor what he proposed in the place of another":            {"other", func(g *ground, d *Draft) { d.For = g.User("manager").ID }, [2]string{"manager", "other"}, "other", "approval.own"},
		"who is away does not approve what his stand-in proposed": {"other", func(g *ground, d *Draft) { d.For = g.User("manager").ID }, [2]string{"manager", "other"}, "manager", "approval.own"},
		"the manager approves for an account of his line":         {"rep", func(g *ground, d *Draft) { d.Account = g.account }, [2]string{}, "manager", Approved},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			each(t, func(g *ground) {
				if tt.away[0] != "" {
					g.away(tt.away[0], tt.away[1])
				}
				d := g.draft(plainKind)
				if tt.change != nil {
					tt.change(g, &d)
				}
				p := g.must(tt.by, d)
				if got := g.decide(tt.who, p, ""); got != tt.want {
					g.Errorf("%s, want %s", got, tt.want)
				}
				if carried := g.is() == 2; carried != (tt.want == Approved) {
					g.Errorf("carried out: %t", carried)
				}
			})
		})
	}
}

func TestWhoProposes(t *testing.T) {
	tests := map[string]struct {
		by     string
		change func(*ground, *Draft)
		want   string
	}{
		"a rep for his own account":                 {"rep", func(g *ground, d *Draft) { d.Account = g.account }, ""},
		"a rep for an account that he does not see": {"rep", func(g *ground, d *Draft) { d.Account = kernel.NewID() }, "web.denied"},
		"somebody without the grant":                {"director", nil, "web.denied"},
		"in the place of somebody who is not away":  {"rep", func(g *ground, d *Draft) { d.For = g.User("manager").ID }, "web.denied"},
		"without a reason":                          {"rep", func(g *ground, d *Draft) { d.Reason = " " }, "approval.no_reason"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			each(t, func(g *ground) {
				d := g.draft(plainKind)
				if tt.change != nil {
					tt.change(g, &d)
				}
				if _, err := g.propose(tt.by, d); key(err) != tt.want {
					g.Errorf("%v, want %q", err, tt.want)
				}
			})
		})
	}
}

func TestOneProposalAtATime(t *testing.T) {
	each(t, func(g *ground) {
		p := g.must("rep", g.draft(plainKind))
		if _, err := g.propose("manager", g.draft(plainKind)); key(err) != "approval.open_already" {
			g.Errorf("a second one: %v", err)
		}
		if err := g.approvals.Withdraw(g.as("rep"), p.ID, p.Version); err != nil {
			g.Fatal(err)
		}
		g.must("manager", g.draft(plainKind))
	})
}

func TestLargeAmountsTakeTwoPeople(t *testing.T) {
	each(t, func(g *ground) {
		d := g.draft(moneyKind)
		d.Amount = kernel.Yuan(1001)
		p := g.must("rep", d)
		if got := g.decide("director", p, ""); got != Proposed || g.is() != 1 {
			g.Fatalf("the first of two: %s, %d", got, g.is())
		}
		p.Version++
		if got := g.decide("director", p, ""); got != "approval.second_person" {
			g.Errorf("the same one again: %s", got)
		}
		if got := g.decide("manager", p, ""); got != "approval.not_entitled" {
			g.Errorf("somebody who may only take the first step: %s", got)
		}
		g.away("director", "other")
		if got := g.decide("other", p, ""); got != "approval.second_person" {
			g.Errorf("the stand-in of who took the first step: %s", got)
		}
	})
}

func TestTheManagerThenTheDirector(t *testing.T) {
	each(t, func(g *ground) {
		d := g.draft(moneyKind)
		d.Amount = kernel.Yuan(5000)
		p := g.must("rep", d)
		if first := g.decide("manager", p, ""); first != Proposed {
			g.Fatal(first)
		}
		p.Version++
		if got := g.in("director", ToDecide); got != "money" {
			g.Errorf("the director's inbox: %q", got)
		}
		if last := g.decide("director", p, ""); last != Approved || g.is() != 2 {
			g.Errorf("%s, %d", last, g.is())
		}
	})
}

func TestSubjectThatChangedMeanwhile(t *testing.T) {
	each(t, func(g *ground) {
		p := g.must("rep", g.draft(plainKind))
		g.Exec(`UPDATE things SET value = 5, version = 2 WHERE id = ?`, g.thing)
		if got := g.decide("manager", p, ""); got != "approval.subject_changed" || g.is() != 5 {
			g.Errorf("%s, %d", got, g.is())
		}
		if got := g.decide("manager", p, "it is 5 already"); got != Refused {
			g.Errorf("refusing it all the same: %s", got)
		}
		g.Exec(`UPDATE things SET version = 1 WHERE id = ?`, g.thing)
		p = g.must("rep", g.draft(plainKind))
		g.Exec(`DELETE FROM things WHERE id = ?`, g.thing)
		if got := g.decide("manager", p, ""); got != "approval.subject_gone" {
			g.Errorf("a subject that is gone: %s", got)
		}
	})
}

func TestUndo(t *testing.T) {
	undo := func(g *ground, login string, p Proposal) string {
		return key(g.approvals.Undo(g.as(login), p.ID, p.Version+1, "a mistake"))
	}
	tests := map[string]struct {
		after time.Duration
		who   string
		spoil string
		want  string
	}{
		"whoever approved takes it back":              {time.Hour, "manager", "", ""},
		"somebody else who may approve":               {time.Hour, "director", "", ""},
		"the proposer does not":                       {time.Hour, "rep", "", "approval.not_entitled"},
		"nobody does it too late":                     {25 * time.Hour, "manager", "", "approval.too_late"},
		"nobody does it when something rests upon it": {time.Hour, "manager", `UPDATE things SET version = 9`, "approval.subject_changed"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			each(t, func(g *ground) {
				p := g.must("rep", g.draft(plainKind))
				if got := g.decide("manager", p, ""); got != Approved {
					g.Fatal(got)
				}
				g.clock = g.clock.Add(tt.after)
				if tt.spoil != "" {
					g.Exec(tt.spoil)
				}
				if got := undo(g, tt.who, p); got != tt.want {
					g.Errorf("%q, want %q", got, tt.want)
				}
				if back := g.is() == 1; back != (tt.want == "") {
					g.Errorf("reverted: %t", back)
				}
			})
		})
	}
}

// Both approve what they have seen; it is carried out once.
func TestTwoApproversAtOnce(t *testing.T) {
	each(t, func(g *ground) {
		p := g.must("rep", g.draft(plainKind))
		var both sync.WaitGroup
		got := make([]string, 2)
		for i, login := range []string{"manager", "director"} {
			both.Go(func() { got[i] = g.decide(login, p, "") })
		}
		both.Wait()
		lost := map[string]bool{"approval.not_open": true, "db.stale": true, "approval.subject_changed": true}
		if !(got[0] == Approved && lost[got[1]] || got[1] == Approved && lost[got[0]]) {
			g.Errorf("%v", got)
		}
		d, err := g.approvals.Find(g.as("director"), p.ID)
		if err != nil || len(d.Decisions) != 1 || d.State != Approved {
			g.Errorf("%+v, %v", d, err)
		}
	})
}

// What cannot be carried out is not approved.
func TestCarriedOutOrNotApproved(t *testing.T) {
	each(t, func(g *ground) {
		Declare(g.approvals, Kind{Name: "test.broken", Propose: "test:ask", Bands: By("test:approve"), Days: 1}, Course[value]{
			Apply: func(tx *db.Tx, p Proposal, v value) error {
				if err := g.set(tx, p, v); err != nil {
					return err
				}
				return kernel.Refused("test.broken")
			}})
		p := g.must("rep", g.draft("test.broken"))
		if got := g.decide("manager", p, ""); got != "test.broken" || g.is() != 1 {
			g.Errorf("%s, %d", got, g.is())
		}
		d, err := g.approvals.Find(context.WithoutCancel(g.as("manager")), p.ID)
		if err != nil || d.State != Proposed || len(d.Decisions) != 0 {
			g.Errorf("%+v, %v", d, err)
		}
	})
}

// What opens much is approved by whoever has just shown who he is.
func TestFreshProof(t *testing.T) {
	each(t, func(g *ground) {
		Declare(g.approvals, Kind{Name: "test.grave", Propose: "test:ask", Bands: By("test:approve"), Days: 1, Fresh: true}, Course[value]{Apply: g.set})
		p := g.must("rep", g.draft("test.grave"))
		if got := g.decide("manager", p, ""); got != "web.step_up" {
			g.Errorf("without a proof: %s", got)
		}
		if _, err := g.approvals.DecideAll(g.as("manager"), []Verdict{{ID: p.ID, Version: 1, Approve: true}}); key(err) != "web.step_up" {
			g.Errorf("among several: %v", err)
		}
		if got := g.decide("manager", p, "no"); got != Refused {
			g.Errorf("a refusal takes none: %s", got)
		}
	})
}
