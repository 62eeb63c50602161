package approval

import (
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
)

func TestSeveralAtOnce(t *testing.T) {
	each(t, func(g *ground) {
		plain := g.must("rep", g.draft(plainKind))
		own := g.must("manager", Draft{Kind: moneyKind, Object: "thing", Subject: g.thing, Payload: value{Is: 3}, Amount: kernel.Yuan(1)})
		done, err := g.approvals.DecideAll(g.as("manager"), []Verdict{
			{ID: own.ID, Version: 1, Approve: true},
			{ID: kernel.NewID(), Version: 1, Approve: true},
			{ID: plain.ID, Version: 7, Approve: true},
			{ID: plain.ID, Version: 1, Approve: true},
		})
		if err != nil || len(done) != 4 {
			g.Fatal(done, err)
		}
		for i, want := range []string{"approval.own", "db.missing", "db.stale", ""} {
			if got := done[i].Fault; got != nil && got.Key != want || got == nil && want != "" {
				g.Errorf("%d: %v, want %q", i, got, want)
			}
		}
		if done[3].State != Approved || g.is() != 2 {
			g.Errorf("%+v, %d", done[3], g.is())
		}
	})
}

func TestBoxes(t *testing.T) {
	each(t, func(g *ground) {
		d := g.draft(plainKind)
		d.Account = g.account
		p := g.must("rep", d)
		hidden := Draft{Kind: moneyKind, Object: "thing", Subject: g.thing, Payload: value{Is: 3}, Account: kernel.NewID(), Amount: kernel.Yuan(1)}
		g.Exec(`INSERT INTO row_members (row_id, user_id, owner) VALUES (?, ?, ?)`, hidden.Account, g.User("rep").ID, true)
		g.must("rep", hidden)
		g.Exec(`UPDATE row_members SET user_id = ? WHERE row_id = ?`, g.User("other").ID, hidden.Account)
		tests := []struct{ login, box, want string }{
			{"manager", ToDecide, "plain"}, {"director", ToDecide, "money plain"}, {"rep", ToDecide, ""}, {"other", ToDecide, ""},
			{"rep", Mine, "plain"}, {"manager", Mine, ""}, {"manager", Decided, ""},
		}
		for _, tt := range tests {
			if got := g.in(tt.login, tt.box); got != tt.want {
				g.Errorf("%s of %s: %q, want %q", tt.box, tt.login, got, tt.want)
			}
		}
		g.decide("manager", p, "no")
		if got := g.in("manager", Decided) + "|" + g.in("manager", ToDecide); got != "plain|" {
			g.Errorf("after the refusal: %s", got)
		}
	})
}

// A merge brings the proposals about an account to whoever sees the other one.
func TestMergedAccountsBringTheirProposals(t *testing.T) {
	each(t, func(g *ground) {
		merge, into := kernel.NewID(), kernel.NewID()
		g.Exec(`INSERT INTO row_members (row_id, user_id, owner) VALUES (?, ?, ?)`, into, g.User("rep").ID, true)
		d := g.draft(plainKind)
		d.Account = g.account
		g.must("rep", d)
		g.Exec(`UPDATE row_members SET user_id = ? WHERE row_id = ?`, g.User("other").ID, g.account)
		emit := func(f func(tx *db.Tx) error) string {
			if err := g.DB.Write(g.as("rep"), f); err != nil {
				g.Fatal(err)
			}
			return g.in("manager", ToDecide)
		}
		if got := emit(func(*db.Tx) error { return nil }); got != "" {
			g.Errorf("before: %s", got)
		}
		got := emit(func(tx *db.Tx) error {
			return event.Emit(g.Kit.Events, tx, account.Merged{Merge: merge, From: g.account, Into: into})
		})
		if got != "plain" {
			g.Errorf("after the merge: %s", got)
		}
		got = emit(func(tx *db.Tx) error {
			return event.Emit(g.Kit.Events, tx, account.Parted{Merge: merge, From: g.account, Into: into})
		})
		if got != "" {
			g.Errorf("after undoing it: %s", got)
		}
	})
}
