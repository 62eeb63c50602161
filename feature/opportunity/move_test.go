package opportunity

import (
	"context"
	"errors"
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// key is the text key of a fault; "": none.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func TestWhatADealNeedsToGoOn(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{})
		rep := g.As("rep")
		step := func(says, to, reason, want string) {
			t.Helper()
			after, err := g.Advance(rep, d.ID, d.Version, to, reason)
			if key(err) != want {
				t.Errorf("%s: %q, not %q", says, key(err), want)
			}
			if err == nil {
				d = after
			}
		}
		step("over a step without a reason", "outline", "", "opportunity.skips")
		step("over a step with one", "outline", "客户已经立项调研", "")
		step("beyond a mandatory milestone", "technical", "", "opportunity.milestone_missing")
		step("to a step that is none", "nowhere", "为什么", "opportunity.bad_stage")
		step("to where it is", "outline", "", "opportunity.there_already")
		step("back without a reason", "plan", "", "opportunity.back")

		_, err := g.Reach(rep, d.ID, d.Version, Reached{Milestone: "approved"})
		if key(err) != "opportunity.no_evidence" {
			t.Errorf("a milestone without evidence: %v", err)
		}
		d, err = g.Reach(rep, d.ID, d.Version, Reached{Milestone: "approved", Evidence: "立项批文 05-06"})
		g.must(err)
		step("with the milestone", "technical", "", "")
		step("back with a reason", "research", "决策人换了", "")
		if d.Entered != wednesday || d.Percent != 20 {
			t.Errorf("%+v", d)
		}
		if _, err := g.Advance(rep, d.ID, d.Version-1, "plan", "旧版本"); key(err) != "db.stale" {
			t.Errorf("of two who move it one is told: %v", err)
		}
	})
}

func TestADealIsPutAsideAndTakenUpAgain(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{})
		rep := g.As("rep")
		if _, err := g.Nurture(rep, d.ID, d.Version, wednesday, "没有预算"); key(err) != "opportunity.bad_wake" {
			t.Error(err)
		}
		d, err := g.Nurture(rep, d.ID, d.Version, wednesday.Add(90), "没有预算")
		g.must(err)
		if d.State != Nurture || d.Wake != wednesday.Add(90) || d.Stage != "plan" {
			t.Errorf("%+v", d)
		}
		d, err = g.Reopen(rep, d.ID, d.Version, "预算批了")
		g.must(err)
		if d.State != Going || !d.Wake.IsZero() {
			t.Errorf("%+v", d)
		}
		d, err = g.Close(rep, d.ID, d.Version, Outcome{State: Lost, Reason: "price", Words: "低 12%"})
		g.must(err)
		if _, err := g.Advance(rep, d.ID, d.Version, "research", ""); key(err) != "opportunity.ended" {
			t.Error(err)
		}
		if d.Percent != 0 || d.Closed != wednesday {
			t.Errorf("%+v", d)
		}
	})
}

func TestWhatAnEndingNeeds(t *testing.T) {
	tests := map[string]struct {
		o    Outcome
		want string
	}{
		"no reason":                        {Outcome{State: Lost}, "opportunity.no_reason"},
		"a reason of the other state":      {Outcome{State: Won, Reason: "no_money", Evidence: "合同"}, "opportunity.no_reason"},
		"other without words":              {Outcome{State: Lost, Reason: "other"}, "opportunity.no_words"},
		"a contract that nothing shows":    {Outcome{State: Won, Reason: "fit"}, "opportunity.no_evidence"},
		"an end before its beginning":      {Outcome{State: Lost, Reason: "price", On: wednesday.Add(-1)}, "opportunity.bad_closed"},
		"an end tomorrow":                  {Outcome{State: Lost, Reason: "price", On: wednesday.Add(1)}, "opportunity.bad_closed"},
		"a state that is no end":           {Outcome{State: Nurture, Reason: "price"}, "opportunity.bad_state"},
		"a winner of what we won":          {Outcome{State: Won, Reason: "fit", Evidence: "合同", Winner: kernel.NewID()}, "opportunity.bad_winner"},
		"a loss to a competitor for price": {Outcome{State: Lost, Reason: "price", Winner: kernel.NewID()}, ""},
	}
	on(t, func(g *ground) {
		for name, tt := range tests {
			d := g.opened("rep", Deal{})
			if _, err := g.Close(g.As("rep"), d.ID, d.Version, tt.o); key(err) != tt.want {
				t.Errorf("%s: %q, not %q", name, key(err), tt.want)
			}
		}
	})
}

// Who asks to be asked keeps a deal where it is, and who listens is told in the
// same transaction.
func TestGatesAndEvents(t *testing.T) {
	on(t, func(g *ground) {
		var told []string
		event.On(g.Kit.Events, func(_ *db.Tx, e Opened) error { told = append(told, "opened"); return nil })
		event.On(g.Kit.Events, func(_ *db.Tx, e Moved) error { told = append(told, e.From+">"+e.Deal.Stage); return nil })
		event.On(g.Kit.Events, func(_ *db.Tx, e Closed) error { told = append(told, e.Deal.State); return nil })
		g.Before(func(_ *db.Tx, d Deal, m Move) error {
			if m.State == Lost && d.Lesson == "" {
				return kernel.Refused("opportunity.no_words")
			}
			return nil
		})
		d := g.opened("rep", Deal{})
		d, err := g.Advance(g.As("rep"), d.ID, d.Version, "research", "")
		g.must(err)
		if _, err = g.Close(g.As("rep"), d.ID, d.Version, Outcome{State: Lost, Reason: "price"}); key(err) != "opportunity.no_words" {
			t.Error(err)
		}
		if now := g.deal("rep", d.ID); now.State != Going {
			t.Errorf("%+v", now)
		}
		_, err = g.Close(g.As("rep"), d.ID, d.Version, Outcome{State: Lost, Reason: "price", Lesson: "早一点见评标人"})
		g.must(err)
		if got := len(told); got != 3 || told[0] != "opened" || told[1] != "plan>research" || told[2] != Lost {
			t.Error(told)
		}
	})
}

func TestWhoSeesADeal(t *testing.T) {
	on(t, func(g *ground) {
		theirs := g.opened("rep", Deal{})
		alone, err := g.Open(g.As("rep"), Deal{Name: "没有客户的单"})
		g.must(err)
		foreign := Deal{Code: "X1", Name: "外部的单", OwnerName: "外部", Process: "short", Stage: "contact", State: Going, Opened: wednesday}
		g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
			_, _, _, err := g.Service.Book(tx, []Deal{foreign})
			return err
		}))
		count := func(role string) int {
			t.Helper()
			p, err := g.Service.List(g.As(role), Which{Limit: 50})
			g.must(err)
			return p.Totals.Count
		}
		for role, want := range map[string]int{"rep": 2, "other": 0, "director": 3} {
			if n := count(role); n != want {
				t.Errorf("%s sees %d deals, not %d", role, n, want)
			}
		}
		see := func(role string, id kernel.ID) string {
			_, err := g.Sheet(g.As(role), id)
			return key(err)
		}
		if see("other", theirs.ID) != "db.missing" || see("other", alone.ID) != "db.missing" || see("rep", alone.ID) != "" {
			t.Error(see("other", theirs.ID), see("other", alone.ID), see("rep", alone.ID))
		}
		if _, err := g.Advance(g.As("other"), theirs.ID, theirs.Version, "research", ""); key(err) != "db.missing" {
			t.Errorf("a stranger moves it: %v", err)
		}

		other := g.User("other").ID
		handed, err := g.Amend(g.As("rep"), Deal{ID: alone.ID, Version: alone.Version, Name: alone.Name, Owner: other})
		g.must(err)
		if see("rep", alone.ID) != "db.missing" || see("other", alone.ID) != "" {
			t.Error("a deal without an account goes to its new owner")
		}
		_, err = g.Amend(g.As("other"), Deal{ID: alone.ID, Version: handed.Version, Name: alone.Name, Owner: other, Account: g.his})
		g.must(err)
		if n := count("other"); n != 1 {
			t.Errorf("%d", n)
		}
	})
}

func TestDealsFollowTheirAccounts(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{})
		accounts := account.New(g.Kit)
		whole := identity.With(context.Background(), identity.System())
		m, err := accounts.Merge(whole, g.mine, g.his, nil)
		g.must(err)
		if now := g.deal("other", d.ID); now.Account != g.his || now.Row != g.his {
			t.Errorf("%+v", now)
		}
		g.must(accounts.Part(whole, m.ID))
		if now := g.deal("rep", d.ID); now.Account != g.mine || now.Row != g.mine {
			t.Errorf("%+v", now)
		}
	})
}
