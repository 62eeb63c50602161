package handover

import (
	"errors"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/coverage"
	"erba/feature/development"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/loyalty"
	"erba/feature/maintenance"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/feature/risk"
	"erba/feature/today"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, relation.Feature, commitment.Feature,
	visit.Feature, development.Feature, loyalty.Feature, risk.Feature, maintenance.Feature, Feature}

// ground is an account of the rep's with a promise that is under way; the other one
// will take it over, and the director leads both.
type ground struct {
	*apptest.Stage
	*Service
	account kernel.ID
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		for _, grant := range []string{"account:read", "handover:read", "handover:write", "commitment:read", "relation:read", "visit:read", "action:read", "interaction:read", "risk:read", "development:read"} {
			s.Grant("rep", grant, "OT")
			s.Grant("other", grant, "OT")
		}
		a := []account.Account{{Code: "C01", Name: "锦溪纸业"}}
		g.ok(g.Accounts.Open(s.As("rep"), a...))
		g.account = a[0].ID
		_, err := g.Commitments.Promise(s.As("rep"), commitment.Commitment{Account: g.account, User: s.User("rep").ID, By: commitment.Us, Text: "送全寿命成本对比", Due: g.today().Add(5)})
		g.ok(err)
		f(g)
	})
}

func (g *ground) ok(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func key(err error) string {
	f, _ := errors.AsType[*kernel.Fault](err)
	if f == nil {
		return ""
	}
	return f.Key
}

// hand gives the account to somebody, as the director decides.
func (g *ground) hand(to string) {
	g.Helper()
	g.ok(g.DB.Write(g.As("director"), func(tx *db.Tx) error { return g.Accounts.Hand(tx, g.User(to).ID, g.account) }))
}

func (g *ground) latest(role string) Listed {
	g.Helper()
	page, err := g.List(g.As(role), Which{Limit: 10})
	g.ok(err)
	if len(page.Rows) == 0 {
		g.Fatalf("%s sees no hand-over", role)
	}
	return page.Rows[0]
}

func (g *ground) sees(role string) bool {
	return g.may(g.As(role), "account:read", g.account)
}

func TestAnAccountChangesHands(t *testing.T) {
	each(t, func(g *ground) {
		g.hand("other")
		h := g.latest("other")
		if h.State != Waiting || h.FromName == "" || h.To != g.User("other").ID || h.Until != g.today().Add(transition) {
			t.Fatalf("it waits for the successor: %+v", h)
		}
		if !g.sees("rep") || !g.sees("other") {
			t.Error("for a while both work on it")
		}
		sheet, err := g.Find(g.As("other"), h.ID)
		g.ok(err)
		if !sheet.Takes || sheet.Notes || !tells(sheet.Pack, "promises", "送全寿命成本对比") {
			t.Errorf("the pack: %+v", sheet.Pack)
		}
		told, err := g.Notices.List(g.As("other"), kernel.ID{}, 10)
		g.ok(err)
		if len(told.Rows) != 1 || !strings.Contains(told.Rows[0].Says, "锦溪纸业") {
			t.Errorf("the successor is told: %+v", told.Rows)
		}
	})
}

func tells(p Pack, kind, title string) bool {
	for _, s := range p.Sections {
		for _, l := range s.Lines {
			if s.Kind == kind && l.Title == title {
				return true
			}
		}
	}
	return false
}

func TestTheSuccessorAccepts(t *testing.T) {
	each(t, func(g *ground) {
		g.hand("other")
		h := g.latest("rep")
		sheet, err := g.Tell(g.As("rep"), h.ID, h.Version, "周总只在周四见人")
		g.ok(err)
		if _, err := g.Accept(g.As("rep"), h.ID, sheet.Version, ""); key(err) != "handover.not_to_you" {
			t.Errorf("nobody accepts for him: %v", err)
		}
		if _, err := g.Accept(g.As("other"), h.ID, h.Version, ""); key(err) != "db.stale" {
			t.Errorf("he has not read the note: %v", err)
		}
		sheet, err = g.Accept(g.As("other"), h.ID, sheet.Version, "价格谈到哪里了？")
		g.ok(err)
		if sheet.State != Accepted || sheet.Note == "" || sheet.Questions == "" || sheet.Accepted != g.today() {
			t.Errorf("accepted: %+v", sheet.Listed)
		}
		pending, err := commitments(g)
		g.ok(err)
		_, err = g.Commitments.End(g.As("other"), pending.ID, pending.Version, "kept", "")
		g.ok(err)
		if sheet, err = g.Find(g.As("other"), h.ID); err != nil || !tells(sheet.Pack, "promises", "送全寿命成本对比") {
			t.Errorf("what was handed over stays as it stood: %+v %v", sheet.Pack, err)
		}
		if _, err := g.Accept(g.As("other"), h.ID, sheet.Version, ""); key(err) != "handover.not_to_you" {
			t.Errorf("once is enough: %v", err)
		}
		told, err := g.Notices.List(g.As("rep"), kernel.ID{}, 10)
		g.ok(err)
		if len(told.Rows) != 1 {
			t.Errorf("who led it is told: %+v", told.Rows)
		}
	})
}

func commitments(g *ground) (c commitment.Commitment, err error) {
	err = g.DB.Read(g.As("other"), func(tx *db.Tx) error {
		all, err := g.Commitments.Pending(tx, g.account)
		if len(all) > 0 {
			c = all[0]
		}
		return err
	})
	return c, err
}

func TestAfterTheTransitionHeIsGone(t *testing.T) {
	each(t, func(g *ground) {
		g.hand("other")
		h := g.latest("director")
		if _, err := g.Stay(g.As("director"), h.ID, h.Version, h.Made.Add(longest+1)); key(err) != "handover.bad_until" {
			t.Errorf("a transition ends: %v", err)
		}
		_, err := g.Stay(g.As("director"), h.ID, h.Version, g.today().Add(-1))
		g.ok(err)
		if g.sees("rep") {
			t.Error("who led it sees it no more")
		}
		if _, err := g.Find(g.As("rep"), h.ID); key(err) != "db.missing" {
			t.Errorf("nor what was handed over: %v", err)
		}
	})
}

// An account that goes back before anybody has accepted it leaves nothing to accept,
// and its owner has no last day.
func TestItGoesBack(t *testing.T) {
	each(t, func(g *ground) {
		g.hand("other")
		first := g.latest("director")
		g.hand("rep")
		again, err := g.Find(g.As("director"), first.ID)
		g.ok(err)
		if again.State != Recalled {
			t.Errorf("the first is recalled: %+v", again.Listed)
		}
		g.ok(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
			members, err := identity.Memberships(tx, g.account)
			for _, m := range members {
				if m.User == g.User("rep").ID && (!m.Owner || !m.Until.IsZero()) {
					t.Errorf("the owner works on it without end: %+v", m)
				}
			}
			return err
		}))
	})
}

func TestItGoesToNobody(t *testing.T) {
	each(t, func(g *ground) {
		g.ok(g.DB.Write(g.As("director"), func(tx *db.Tx) error { return g.Accounts.Hand(tx, kernel.ID{}, g.account) }))
		page, err := g.List(g.As("director"), Which{Limit: 10})
		g.ok(err)
		if len(page.Rows) != 0 || g.sees("rep") {
			t.Errorf("there is nobody to tell: %+v", page.Rows)
		}
	})
}
