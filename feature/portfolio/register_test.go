package portfolio

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// registered is TD-10 after an evaluation: C01 to C04 are key accounts.
func registered(s *apptest.Stage) *stage {
	st := set(s)
	_, err := st.Settle(s.As("director"), func(int64, int64) {})
	must(s, err)
	return st
}

func (st *stage) upkeep(role string) string {
	st.Helper()
	u, err := st.Upkeep(st.As(role))
	must(st.Stage, err)
	return fmt.Sprint(u.Unmanaged, u.Overdue, u.Reviews, u.LateReviews)
}

func TestAKeyAccountNeedsAManagerWithinFiveWorkingDays(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := registered(s)
		if got := st.upkeep("director"); got != "4 0 0 0" {
			s.Errorf("just entered: %s", got)
		}
		s.Exec(`UPDATE portfolio_keys SET listed_on = ? WHERE account_id <> ?`, kernel.Today().Add(-8), st.ids[0])
		if got := st.upkeep("director"); got != "4 3 0 0" {
			s.Errorf("three of them more than five working days ago: %s", got)
		}
		other := s.User("rep").ID
		must(s, st.Entrust(s.As("director"), []kernel.ID{st.ids[0], st.ids[1]}, other))
		if got := st.upkeep("director"); got != "2 2 0 0" {
			s.Errorf("two have one: %s", got)
		}
		r, err := st.RegisterOf(s.As("director"), toJune, Filter{}, Narrow{}, Page{Limit: 50})
		must(s, err)
		if r.Rows[0].Manager != other || !r.Rows[0].ManagerDue.IsZero() || !r.Rows[2].Manager.IsZero() || r.Rows[2].ManagerDue != workdays(kernel.Today().Add(-8), 5) {
			s.Errorf("%+v\n%+v", r.Rows[0], r.Rows[2])
		}
		for lacks, want := range map[string]int{"manager": 2, "overdue": 2, "": 4} {
			if r, err := st.RegisterOf(s.As("director"), toJune, Filter{}, Narrow{Lacks: lacks}, Page{Limit: 50}); err != nil || len(r.Rows) != want || r.Count != 4 {
				s.Errorf("lacking %q: %d of %d, %v", lacks, len(r.Rows), r.Count, err)
			}
		}
		if got := st.upkeep("other"); got != "0 0 0 0" {
			s.Errorf("key accounts of others: %s", got)
		}
	})
}

func TestWhoCanManageAKeyAccount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := registered(s)
		leads := func(id kernel.ID) (who kernel.ID) {
			must(s, s.DB.Read(s.As("director"), func(tx *db.Tx) error {
				all, err := identity.Answering(tx, id)
				if len(all) == 1 {
					who = all[0].User
				}
				return err
			}))
			return who
		}
		tests := []struct {
			say, role string
			accounts  []kernel.ID
			manager   string
			want      string
		}{
			{"the owner", "director", st.ids[:1], "rep", "<nil>"},
			{"somebody else then", "manager", st.ids[:1], "director", "<nil>"},
			{"not who sees no account in a team", "director", st.ids[:1], "other", "portfolio.bad_manager"},
			{"not of what is no key account", "director", st.ids[4:6], "rep", "portfolio.no_key_account"},
			{"not of what one does not see", "other", st.ids[:1], "rep", "db.missing"},
			{"all or none", "director", []kernel.ID{st.ids[1], st.ids[9]}, "rep", "portfolio.no_key_account"},
		}
		for _, tt := range tests {
			if err := st.Entrust(s.As(tt.role), tt.accounts, s.User(tt.manager).ID); key(err) != tt.want {
				s.Errorf("%s: %v, want %q", tt.say, err, tt.want)
			}
		}
		if got := leads(st.ids[0]); got != s.User("director").ID {
			s.Errorf("C01 is %s's", got)
		}
		if got := leads(st.ids[1]); !got.IsZero() {
			s.Errorf("C02 is %s's", got)
		}
		must(s, s.DB.Read(s.As("director"), func(tx *db.Tx) error {
			all, err := identity.Members(tx, st.ids[0])
			if len(all) != 2 || !slices.ContainsFunc(all, func(m identity.Member) bool { return m.Owner && m.User == s.User("rep").ID && m.Role == "" }) {
				s.Errorf("the owner stays, without the role: %+v", all)
			}
			return err
		}))
		body := fmt.Sprintf(`{"accounts":["%s"],"manager":"%s"}`, st.ids[1], s.User("rep").ID)
		if w := s.Do("director", "PUT", "/api/portfolio/managers", body); w.Code != http.StatusOK {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		s.Exec(`UPDATE users SET active = ? WHERE login = 'rep'`, false)
		if got := leads(st.ids[1]); !got.IsZero() {
			s.Errorf("who has left manages C02")
		}
	})
}

// lapsed is TD-10 in which nothing makes C01 a key account any more.
func lapsed(s *apptest.Stage) (*stage, ReviewRow) {
	st := registered(s)
	st.book(sale(st.ids[0], "back", asOf, -819*wan))
	_, err := st.Settle(s.As("director"), func(int64, int64) {})
	must(s, err)
	page, err := st.Reviews(s.As("director"), reviewOpen, Page{Limit: 50})
	must(s, err)
	if len(page.Rows) != 1 || page.Rows[0].Code != "C01" || page.Rows[0].Account != st.ids[0] || page.Next != (kernel.ID{}) {
		s.Fatalf("%+v", page)
	}
	return st, page.Rows[0]
}

func TestAKeyAccountIsKeptUntilTheNextQuarter(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st, r := lapsed(s)
		ctx := s.As("manager")
		if got := st.upkeep("manager"); !strings.HasSuffix(got, " 1 0") {
			s.Errorf("waiting: %s", got)
		}
		tests := []struct {
			say, role, reason string
			version           int64
			want              string
		}{
			{"without a reason", "manager", "ok", 1, "portfolio.short_reason"},
			{"over another version", "manager", "they build a second plant", 7, "db.stale"},
			{"by who does not see it", "other", "they build a second plant", 1, "db.missing"},
			{"with a reason", "manager", "they build a second plant", 1, "<nil>"},
			{"twice", "manager", "they build a second plant", 2, "portfolio.review_closed"},
		}
		for _, tt := range tests {
			if _, err := st.Keep(s.As(tt.role), r.ID, tt.version, tt.reason); key(err) != tt.want {
				s.Errorf("%s: %v, want %q", tt.say, err, tt.want)
			}
		}
		must(s, st.Review(ctx, st.ids[:1]))
		if got := st.upkeep("manager"); !strings.HasSuffix(got, " 0 0") {
			s.Errorf("kept: %s", got)
		}
		s.Exec(`UPDATE portfolio_reviews SET quarter = '2026Q1'`)
		must(s, st.Review(ctx, st.ids[:1]))
		if got := st.upkeep("manager"); !strings.HasSuffix(got, " 1 0") {
			s.Errorf("in the next quarter: %s", got)
		}
		must(s, st.Review(ctx, nil))
		page, err := st.Reviews(ctx, reviewRegained, Page{Limit: 50})
		must(s, err)
		if len(page.Rows) != 1 || page.Rows[0].DecidedOn != kernel.Today() {
			s.Errorf("a rule fires again: %+v", page.Rows)
		}
	})
}

func TestAKeyAccountLeavesTheRegisterOnceADirectorAgrees(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st, r := lapsed(s)
		inbox := approval.New(s.Kit)
		p, err := st.Dismiss(s.As("manager"), r.ID, r.Version, "they buy elsewhere now")
		must(s, err)
		if _, err := st.Dismiss(s.As("director"), r.ID, r.Version, "they buy elsewhere now"); key(err) != "portfolio.proposed_already" {
			s.Errorf("proposed twice: %v", err)
		}
		page, err := st.Reviews(s.As("director"), reviewOpen, Page{Limit: 50})
		must(s, err)
		if page.Rows[0].Asked != p.ID || page.Rows[0].By != s.User("manager").ID {
			s.Errorf("it says that somebody asks: %+v", page.Rows)
		}
		isKey := func() bool {
			card, err := st.Card(s.As("director"), st.ids[0], Ask{})
			must(s, err)
			return card.KeyAccount
		}
		if _, err := inbox.Decide(s.As("manager"), approval.Verdict{ID: p.ID, Version: p.Version, Approve: true}); key(err) != "approval.own" || !isKey() {
			s.Errorf("alone: %v", err)
		}
		p, err = inbox.Decide(s.As("director"), approval.Verdict{ID: p.ID, Version: p.Version, Approve: true})
		must(s, err)
		if isKey() || st.upkeep("director")[4:] != "0 0" {
			s.Errorf("approved, and still one; %s", st.upkeep("director"))
		}
		c, err := st.Changes(s.As("director"), st.ids[0], inRegister, Page{Limit: 1})
		must(s, err)
		if len(c.Rows) != 1 || c.Rows[0].Was != listedMark || c.Rows[0].Is != "" {
			s.Errorf("the history says %+v", c.Rows)
		}
		_, err = st.Settle(s.As("director"), func(int64, int64) {})
		must(s, err)
		if isKey() {
			s.Error("the next evaluation enters it again")
		}
		must(s, inbox.Undo(s.As("director"), p.ID, p.Version, "it was another account"))
		if page, err := st.Reviews(s.As("director"), reviewOpen, Page{Limit: 50}); err != nil || !isKey() || len(page.Rows) != 1 {
			s.Errorf("taken back: %v, %+v", err, page.Rows)
		}
	})
}

// What was proposed must not be carried out when a rule fires again meanwhile.
func TestARemovalThatBecamePointless(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st, r := lapsed(s)
		p, err := st.Dismiss(s.As("manager"), r.ID, r.Version, "they buy elsewhere now")
		must(s, err)
		must(s, st.Review(s.As("director"), nil))
		_, err = approval.New(s.Kit).Decide(s.As("director"), approval.Verdict{ID: p.ID, Version: p.Version, Approve: true})
		if key(err) != "approval.subject_changed" {
			s.Errorf("approved: %v", err)
		}
	})
}

func TestOneNominationOfAKindIsProposedAtATime(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		ask := func(role, kind string, account int) string {
			w := s.Do(role, "POST", "/api/accounts/"+st.ids[account].String()+"/nominations",
				fmt.Sprintf(`{"kind":%q,"reason":"opens the rail market","evidence":"talk with the buyer","expires":""}`, kind))
			if w.Code == http.StatusOK {
				return ""
			}
			return w.Body.String()
		}
		for _, kind := range []string{Strategic, VIP} {
			if said := ask("rep", kind, 4); said != "" {
				s.Errorf("%s: %s", kind, said)
			}
			if said := ask("manager", kind, 4); !strings.Contains(said, "portfolio.proposed_already") {
				s.Errorf("a second %s: %s", kind, said)
			}
		}
		n, err := st.Nominations(s.As("rep"), st.ids[4])
		must(s, err)
		if len(n.Proposed) != 2 || !n.Proposed[0].May.Withdraw || len(n.Approved) != 0 {
			s.Fatalf("%+v", n)
		}
		inbox := approval.New(s.Kit)
		must(s, inbox.Withdraw(s.As("rep"), n.Proposed[0].ID, n.Proposed[0].Version))
		if said := ask("manager", VIP, 4); said != "" {
			s.Errorf("after it was withdrawn: %s", said)
		}
		_, err = inbox.Decide(s.As("director"), approval.Verdict{ID: n.Proposed[1].ID, Version: n.Proposed[1].Version, Approve: true})
		must(s, err)
		n, err = st.Nominations(s.As("director"), st.ids[4])
		must(s, err)
		if len(n.Approved) != 1 || n.Approved[0].Evidence != "talk with the buyer" || n.Approved[0].Expires != kernel.Today().Add(365) {
			s.Errorf("approved: %+v", n.Approved)
		}
		ended, err := st.EndNomination(s.As("director"), n.Approved[0].ID, n.Approved[0].Version)
		must(s, err)
		if card, err := st.Card(s.As("director"), st.ids[4], Ask{AsOf: kernel.Today()}); err != nil || slices.Contains(card.Rules, "STRAT") || ended.Holds(kernel.Today()) {
			s.Errorf("ended: %v %v", err, card.Rules)
		}
		if _, err := st.EndNomination(s.As("director"), ended.ID, ended.Version); key(err) != "portfolio.nomination_over" {
			s.Errorf("ended twice: %v", err)
		}
	})
}

// A manager, a place in the register, nominations approved and proposed: all go
// with an account that turns out to be another one, and come back with it.
func TestAMergeTakesTheKeyAccountAlong(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := registered(s)
		accounts, inbox := account.New(s.Kit), approval.New(s.Kit)
		from, into := st.ids[3], st.ids[4] // C04 is a key account, C05 is none
		must(s, st.Entrust(s.As("director"), []kernel.ID{from}, s.User("rep").ID))
		for _, kind := range []string{Strategic, VIP} {
			_, err := st.Nominate(s.As("rep"), Nomination{Account: from, Kind: kind, Reason: "opens the rail market", Evidence: "talk with the buyer"})
			must(s, err)
		}
		open, err := st.Nominations(s.As("director"), from)
		must(s, err)
		strategic, vip := open.Proposed[1], open.Proposed[0]
		_, err = inbox.Decide(s.As("director"), approval.Verdict{ID: strategic.ID, Version: strategic.Version, Approve: true})
		must(s, err)
		is := func(id kernel.ID) string {
			n, err := st.Nominations(s.As("director"), id)
			must(s, err)
			var said []string
			must(s, s.DB.Read(s.As("director"), func(tx *db.Tx) error {
				if status, listed, err := entry(tx, id); err != nil || listed {
					said = append(said, "since "+status.Since.String())
				}
				lead, err := identity.Answering(tx, id)
				for _, m := range lead {
					said = append(said, "led by "+map[kernel.ID]string{s.User("rep").ID: "rep"}[m.User])
				}
				return err
			}))
			return fmt.Sprint(said, len(n.Approved), len(n.Proposed))
		}
		before := is(from)
		m, err := accounts.Merge(s.As("director"), from, into, nil)
		must(s, err)
		if got := is(into); got != before {
			s.Errorf("merged: %s, want %s", got, before)
		}
		_, err = inbox.Decide(s.As("director"), approval.Verdict{ID: vip.ID, Version: vip.Version, Approve: true})
		must(s, err)
		must(s, accounts.Part(s.As("director"), m.ID))
		if got := is(into); got != "[] 1 0" { // what was approved for it after the merge is its own
			s.Errorf("parted, it has %s", got)
		}
		if got := is(from); got != before {
			s.Errorf("parted, the other one has %s, want %s", got, before)
		}
	})
}
