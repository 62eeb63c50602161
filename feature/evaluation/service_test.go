package evaluation

import (
	"slices"
	"strconv"
	"testing"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

func TestTheFirstEvaluationEntersClassesAndProposesNothing(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		r := g.run(june)
		if !r.Initial || r.Proposed != 0 || r.Accounts != 10 || r.Entered < 10 {
			g.Fatalf("%+v", r)
		}
		if p := g.open("director"); len(p) != 0 {
			g.Errorf("proposals: %+v", p)
		}
		card, err := g.Card(g.As("rep"), g.ids[0])
		must(g.Stage, err)
		if tier := card.Classes[0]; tier.Class == "" || tier.Class != tier.Computed || tier.Way != Initial || tier.Since != june {
			g.Errorf("%+v", tier)
		}
		again := g.run(june.Add(1))
		if again.Initial || again.Entered+again.Proposed+again.Changed+again.Waiting != 0 {
			g.Errorf("nothing has changed, and yet %+v", again)
		}
	})
}

func TestAnAccountWithoutAnEstimateHasNoTierInForce(t *testing.T) {
	each(t, func(g *ground) {
		g.run(june)
		if got := g.of(0, Tier); got != "" {
			g.Errorf("a provisional tier %s is in force", got)
		}
		if got := g.of(0, Key); got != "KEY" {
			g.Errorf("CORE makes the largest a key account, but %q", got)
		}
		g.expect(0, 900)
		if r := g.run(june.Add(1)); r.Proposed == 0 {
			g.Errorf("the first tier of an account, a high one, has to be decided: %+v", r)
		}
	})
}

func TestAChangeTakesEffectOnceSomebodyEntitledApproves(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		was := g.of(8, Tier)
		g.expect(8, 5000) // a small one: much to win
		july := june.AddMonths(1)
		r := g.run(july)
		if r.Proposed == 0 || g.of(8, Tier) != was {
			g.Fatalf("%+v, %s", r, g.of(8, Tier))
		}
		p := g.only(8, Tier, "manager")
		if p.Was != was || p.Becomes != "NAMED" || !p.Up || p.Why.Result != "pyramid.named" || len(p.Effects) == 0 || !p.Decide {
			g.Fatalf("%+v", p)
		}
		if again := g.run(july); again.Proposed != 0 || again.Standing == 0 {
			g.Errorf("the same evaluation again: %+v", again)
		}
		if mine := g.only(8, Tier, "rep"); mine.Decide {
			g.Error("the owner may decide about his own account")
		}
		if err := g.decide("rep", p, true); err == nil {
			g.Error("the owner decided about his own account")
		}
		must(g.Stage, g.decide("manager", p, true))
		if g.of(8, Tier) != "NAMED" {
			g.Errorf("%s is in force", g.of(8, Tier))
		}
		card, err := g.Card(g.As("director"), g.ids[8])
		must(g.Stage, err)
		if m := card.Moves[0]; m.Was != was || m.Class != "NAMED" || m.Way != Approved || m.By != g.User("manager").ID || m.Approval != p.ID {
			g.Errorf("%+v", m)
		}
	})
}

// waits reports whether a proposal about a class of an account is open.
func (g *ground) waits(i int, model string) bool {
	g.Helper()
	return slices.ContainsFunc(g.open("director"), func(p Listed) bool { return p.Account == g.ids[i] && p.Model == model })
}

// only is the open proposal about a class of an account.
func (g *ground) only(i int, model, role string) Listed {
	g.Helper()
	for _, p := range g.open(role) {
		if p.Account == g.ids[i] && p.Model == model {
			return p
		}
	}
	g.Fatalf("no open proposal about the %s of C%02d", model, i+1)
	return Listed{}
}

func TestAProposalThatDoesNotHoldAnyMoreIsTakenBack(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		g.expect(9, 5000)
		g.run(june.Add(1))
		p := g.only(9, Tier, "director")
		g.expect(9, 15)
		if r := g.run(june.Add(2)); r.Retracted == 0 {
			g.Errorf("%+v", r)
		}
		found, err := g.Find(g.As("director"), p.ID)
		must(g.Stage, err)
		if found.State != Withdrawn {
			g.Errorf("%+v", found)
		}
		if err := g.decide("director", p, true); err == nil {
			g.Error("what was taken back was approved")
		}
	})
}

func TestARefusedChangeRests(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		g.expect(9, 5000)
		g.run(june.Add(1))
		must(g.Stage, g.decide("director", g.only(9, Tier, "director"), false))
		if r := g.run(june.AddMonths(2)); g.waits(9, Tier) || r.Held == 0 {
			g.Errorf("proposed again: %+v", r)
		}
		if r := g.run(june.Add(1).AddMonths(3)); !g.waits(9, Tier) {
			g.Errorf("after three months: %+v", r)
		}
	})
}

func TestWhoOwnsAnAccountContestsAndTheDeciderLooksAgain(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		g.expect(4, 10)
		g.run(june.Add(1))
		g.run(june.Add(1).AddMonths(1))
		p := g.only(4, Tier, "director")
		if _, err := g.Contest(g.As("rep"), p.ID, "短"); err == nil {
			g.Error("an objection without evidence is accepted")
		}
		seen, err := g.Contest(g.As("rep"), p.ID, "框架协议 9 月签，见邮件")
		must(g.Stage, err)
		if seen.Objector != g.User("rep").ID || seen.State != Open {
			g.Errorf("%+v", seen)
		}
		if err := g.decide("director", p, true); err == nil {
			g.Error("decided by who has not seen the objection")
		}
		again := g.only(4, Tier, "director")
		if again.Objection == "" || !again.Decide {
			g.Fatalf("%+v", again)
		}
		must(g.Stage, g.decide("director", again, false))
	})
}

func TestWhatIsSetByHandHoldsForAWhile(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		decided := g.of(9, Tier)
		g.expect(9, 5000)
		g.run(june.Add(1))
		ctx := g.As("director")
		if _, err := g.Set(ctx, Set{Account: g.ids[9], Model: Tier, Class: "MAJOR", Reason: "短"}); err == nil {
			g.Error("set without a reason")
		}
		if _, err := g.Set(ctx, Set{Account: g.ids[9], Model: Tier, Class: "GRID.A", Reason: "战略合作伙伴"}); err == nil {
			g.Error("set to a class there is not")
		}
		set, err := g.Set(ctx, Set{Account: g.ids[9], Model: Tier, Class: "MAJOR", Reason: "战略合作伙伴"})
		must(g.Stage, err)
		if set.Expires != g.now.Add(90) || g.of(9, Tier) != "MAJOR" {
			g.Errorf("%+v, %s", set, g.of(9, Tier))
		}
		card, err := g.Card(ctx, g.ids[9])
		must(g.Stage, err)
		if tier := card.Classes[0]; tier.Class != "MAJOR" || tier.Decided != decided || tier.Computed != "NAMED" || tier.Set == nil {
			g.Errorf("%+v", tier)
		}
		if g.waits(9, Tier) {
			g.Error("what is set by hand is still proposed")
		}
		g.now = set.Expires
		if g.of(9, Tier) != decided {
			g.Errorf("on the day it expires %s counts", g.of(9, Tier))
		}
		if r := g.run(set.Expires); r.Expired != 1 {
			g.Errorf("%+v", r)
		}
	})
}

func TestTheRegisterFollowsTheDecision(t *testing.T) {
	each(t, func(g *ground) {
		g.run(june)
		if g.of(9, Key) != "" {
			g.Fatal("the last of ten brings less than a twentieth")
		}
		g.sell(9, june, 500)
		july := june.AddMonths(1)
		g.run(july)
		if r := g.registered(9); !r.IsZero() {
			g.Errorf("in the register since %s without a decision", r)
		}
		p := g.only(9, Key, "director")
		must(g.Stage, g.decide("director", p, true))
		if g.registered(9) != july || g.of(9, Key) != "KEY" {
			g.Errorf("approved, and yet since %s, %q", g.registered(9), g.of(9, Key))
		}
		again, err := g.approvals.Find(g.As("director"), p.ID)
		must(g.Stage, err)
		must(g.Stage, g.approvals.Undo(g.As("director"), p.ID, again.Version, "看错了"))
		if !g.registered(9).IsZero() || g.of(9, Key) != "" {
			g.Errorf("taken back, and yet since %s, %q", g.registered(9), g.of(9, Key))
		}
	})
}

// registered is since when an account stands in the register; zero: it does not.
func (g *ground) registered(i int) kernel.Date {
	g.Helper()
	rows, err := g.Bare(`SELECT count(*), MAX(since_on) FROM portfolio_keys WHERE account_id = ` + strconv.FormatInt(g.ids[i].Int(), 10))
	must(g.Stage, err)
	defer rows.Close()
	var n int
	var since kernel.Date
	for rows.Next() {
		must(g.Stage, rows.Scan(&n, &since))
	}
	return since
}

func TestAnEarlierDayIsRefused(t *testing.T) {
	each(t, func(g *ground) {
		g.run(june)
		if _, err := g.Order(g.As("director"), june.Add(-1)); err == nil {
			g.Error("evaluated backwards")
		}
	})
}

// A list is decided about part by part, as it was seen: what came later is not in
// it, what is another's stays his, and over an objection nobody decides unread.
func TestAWholeListIsDecidedAboutAtOnce(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		g.expect(8, 5000)
		g.expect(9, 5000)
		g.run(june.AddMonths(1))
		seen := g.open("director")
		if len(seen) != 4 {
			g.Fatalf("two tiers, and two for the register: %+v", seen)
		}
		contested := g.only(8, Tier, "director")
		_, err := g.Contest(g.As("rep"), contested.ID, "框架协议 9 月签，见邮件")
		must(g.Stage, err)
		whole := Whole{Which: Which{Upto: seen[1].ID, Limit: 1}, Approve: true, Reason: "看过"} // as if the newest came later
		if none, err := g.DecideAll(g.As("rep"), whole); err != nil || none.Done != 0 || none.Others != 1 {
			g.Errorf("whoever owns an account decides about it: %+v, %v", none, err)
		}
		all := Decided{}
		for range seen {
			part, err := g.DecideAll(g.As("director"), whole)
			must(g.Stage, err)
			all.Done, all.Others, all.Left = all.Done+part.Done, all.Others+part.Others, append(all.Left, part.Left...)
			if whole.After = part.Next; part.Next.IsZero() {
				break
			}
		}
		if all.Done != 2 || all.Others != 0 || len(all.Left) != 1 || all.Left[0].ID != contested.ID || all.Left[0].Key != "evaluation.look_alone" {
			g.Errorf("%+v", all)
		}
		if left := g.open("director"); len(left) != 2 || left[0].ID != seen[0].ID || left[1].ID != contested.ID {
			g.Errorf("%+v", left)
		}
	})
}

// Whoever approved a change stands in the audit for it, not the program.
func TestTheAuditNamesWhoChangedAClass(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		g.expect(9, 5000)
		g.run(june.AddMonths(1))
		must(g.Stage, g.decide("director", g.only(9, Tier, "director"), true))
		must(g.Stage, g.DB.Read(g.As("director"), func(tx *db.Tx) error {
			found, err := audit.List(tx, audit.Ask{Logs: audit.Logs, Verb: "evaluation.moved", Everywhere: true, Limit: 1})
			if err == nil && (len(found) != 1 || found[0].Actor != "director") {
				g.Errorf("%+v", found)
			}
			return err
		}))
	})
}
