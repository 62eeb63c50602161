package claim

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

func TestWhetherACompanyIsTaken(t *testing.T) {
	each(t, func(g *ground) {
		g.opens("other", "苏州恒远精密机械制造技术有限公司")
		mine := g.opens("rep", "无锡信捷")
		g.claims("other", "南通远航船用设备")
		g.claims("rep", "常州瑞华电气")
		nobody := g.opens("director", "泰州无主")
		g.Exec(`UPDATE accounts SET owner_id = NULL WHERE id = ?`, nobody)
		g.Exec(`DELETE FROM row_members WHERE row_id = ?`, nobody)
		for asked, want := range map[string]string{
			"苏州恒远精密机械制造技术股份公司": Taken, "苏州恒远精密机械制作技术公司": Similar, "南通远航船用设备有限公司": Taken,
			"无锡信捷有限公司": Mine, "常州瑞华电气": Claimed, "泰州无主": Unowned, "扬州大江": Free,
		} {
			a := must[Answer](g)(g.Check(g.As("rep"), Company{Name: asked}))
			if a.Answer != want || want == Mine && a.Account != mine || want != Mine && !a.Account.IsZero() {
				g.Errorf("%s: %+v, want %s", asked, a, want)
			}
		}
	})
}

// Two companies that differ in everything but that they are taken are answered with
// the same bytes, and none of them tells a name, a colleague or a spelling.
func TestAnAnswerTellsNothingOfWhoseItIs(t *testing.T) {
	each(t, func(g *ground) {
		g.opens("other", "苏州恒远精密机械")
		g.opens("director", "无锡信捷自动化")
		g.claims("other", "南通远航船用设备")
		ask := func(name string) string {
			raw, err := json.Marshal(must[Answer](g)(g.Check(g.As("rep"), Company{Name: name})))
			if err != nil {
				g.Fatal(err)
			}
			return strings.Split(string(raw), `"left"`)[0]
		}
		of := []string{ask("苏州恒远精密机械公司"), ask("无锡信捷自动化集团"), ask("南通远航船用设备公司")}
		if of[0] != of[1] || of[1] != of[2] || strings.ContainsAny(of[0], "苏州无锡南通") {
			g.Errorf("the answers tell themselves apart: %q", of)
		}
		one := g.claims("rep", "苏州恒远精密机械")
		raw, _ := json.Marshal(g.find("rep", one.ID))
		other := g.User("other")
		if strings.Contains(string(raw), other.ID.String()) || strings.Contains(string(raw), `"other"`) || !strings.Contains(string(raw), `"rivals":[]`) {
			g.Errorf("a claim tells whose the company is: %s", raw)
		}
	})
}

func TestNobodyAsksForAllOfThem(t *testing.T) {
	each(t, func(g *ground) {
		must[Rules](g)(g.Govern(g.As("director"), Rules{Days: 90, Most: 5, Renewals: 1, Warn: 14, Checks: 2, Reason: "有人批量查询"}))
		for range 2 {
			must[Answer](g)(g.Check(g.As("rep"), Company{Name: "扬州大江"}))
		}
		_, err := g.Check(g.As("rep"), Company{Name: "扬州大江"})
		g.refuses(err, "claim.too_many_checks")
		must[Answer](g)(g.Check(g.As("other"), Company{Name: "扬州大江"}))
		g.clock = g.clock.Add(61 * 60e9)
		must[Answer](g)(g.Check(g.As("rep"), Company{Name: "扬州大江"}))
	})
}

// A claim tells as much as a question, and can be given back at once.
func TestNobodyAsksByClaiming(t *testing.T) {
	each(t, func(g *ground) {
		must[Rules](g)(g.Govern(g.As("director"), Rules{Days: 90, Most: 5, Renewals: 1, Warn: 14, Checks: 2, Reason: "有人批量报备"}))
		for i := range 2 {
			one := g.claims("rep", fmt.Sprint("第", i, "家机械"))
			if err := g.GiveBack(g.As("rep"), one.ID, 1, "只是问问"); err != nil {
				g.Fatal(err)
			}
		}
		_, err := g.Claim(g.As("rep"), claimOf("扬州大江"))
		g.refuses(err, "claim.too_many_checks")
		_, err = g.Check(g.As("rep"), Company{Name: "扬州大江"})
		g.refuses(err, "claim.too_many_checks")
		g.clock = g.clock.Add(61 * 60e9)
		g.claims("rep", "扬州大江")
	})
}

// Who has asked too often costs nothing: nobody compares his company with all accounts.
func TestWhoAsksTooOftenIsNotComparedWithAll(t *testing.T) {
	each(t, func(g *ground) {
		must[Rules](g)(g.Govern(g.As("director"), Rules{Days: 90, Most: 5, Renewals: 1, Warn: 14, Checks: 1, Reason: "有人批量查询"}))
		must[Answer](g)(g.Check(g.As("rep"), Company{Name: "扬州大江"}))
		g.Exec(`ALTER TABLE accounts RENAME TO accounts_out_of_reach`)
		_, err := g.Check(g.As("rep"), Company{Name: "扬州大江"})
		g.refuses(err, "claim.too_many_checks")
		_, err = g.Claim(g.As("rep"), claimOf("扬州大江"))
		g.refuses(err, "claim.too_many_checks")
	})
}

// An account that is opened between the comparison and the registration clashes all
// the same: what counts is read while nobody else registers.
func TestAnAccountOpenedInThatMomentClashes(t *testing.T) {
	each(t, func(g *ground) {
		looks := 0
		g.Service.now = func() time.Time {
			if looks++; looks == 2 { // the day is asked for after the first comparison
				g.opens("other", "扬州大江")
			}
			return g.clock
		}
		if one := g.claims("rep", "扬州大江"); one.State != Clashing || one.Rival != g.User("other").ID {
			g.Errorf("%+v", one.Claim)
		}
	})
}

// Who stands in for a manager and may not decide himself learns neither of the claims
// that wait for that one, nor whose the companies are.
func TestStandingInOpensNoDecision(t *testing.T) {
	each(t, func(g *ground) {
		g.opens("director", "苏州恒远精密机械制造技术有限公司")
		one := g.claims("rep", "苏州恒远精密机械制作技术公司")
		if one.State != Asked || one.Decider != g.User("manager").ID {
			g.Fatalf("%+v", one)
		}
		delegate := func(tx *db.Tx) error {
			return identity.Delegate(tx, identity.Delegation{User: g.User("manager").ID, StandIn: g.User("other").ID, From: kernel.On(2000, 1, 1), Until: kernel.On(2100, 1, 1), By: g.User("manager").ID})
		}
		if err := g.DB.Write(g.As("director"), delegate); err != nil {
			g.Fatal(err)
		}
		_, err := g.Find(g.As("other"), one.ID)
		g.refuses(err, "db.missing")
		if all := must[Claims](g)(g.List(g.As("other"), Which{Decide: true, Limit: 50})); len(all.Rows) != 0 {
			g.Errorf("%+v", all)
		}
		g.Grant("other", "claim:decide", "S")
		if seen := g.find("other", one.ID); len(seen.Rivals) != 1 || !seen.May.Decide {
			g.Errorf("a manager who stands in sees %+v", seen)
		}
	})
}

func TestWhoClaimsFirstHasIt(t *testing.T) {
	each(t, func(g *ground) {
		first := g.claims("rep", "南通远航船用设备")
		if first.State != Granted || first.Until != kernel.On(2026, 9, 28) || !first.May.Open {
			g.Errorf("a free company: %+v", first)
		}
		_, err := g.Claim(g.As("rep"), claimOf("南通远航船用设备有限公司"))
		g.refuses(err, "claim.own_claim")
		second := g.claims("other", "南通远航船用设备公司")
		if second.State != Clashing || !second.Until.IsZero() || second.May.Open {
			g.Errorf("a claimed company: %+v", second)
		}
		if err := g.Decide(g.As("director"), second.ID, 1, Verdict{Grant: true, Reason: "由驻地同事跟进"}); err != nil {
			g.Fatal(err)
		}
		if was, is := g.find("rep", first.ID), g.find("other", second.ID); was.State != Refused || is.State != Granted {
			g.Errorf("%s and %s after the decision", was.State, is.State)
		}
		if all := g.told("rep"); !slices.Equal(all, []string{"lost 南通远航船用设备"}) {
			g.Errorf("who has lost is told %v", all)
		}
		if all := g.told("other"); !slices.Equal(all, []string{"won 南通远航船用设备公司"}) {
			g.Errorf("who has won is told %v", all)
		}
	})
}

// A pool may be larger than what a statement can name.
func TestWhoHasClaimedHowEverMany(t *testing.T) {
	each(t, func(g *ground) {
		g.claims("rep", "扬州大江")
		all := make([]Company, 40_000)
		for i := range all {
			all[i].Name = fmt.Sprint("第", i, "家机械")
		}
		all[39_999].Name = "扬州大江"
		err := g.DB.Read(g.As("director"), func(tx *db.Tx) error {
			found, err := g.Claimants(tx, all)
			if err == nil && (len(found) != len(all) || !found[0].IsZero() || found[39_999] != g.User("rep").ID) {
				g.Errorf("%d are known, the last is %v's", len(found), found[39_999])
			}
			return err
		})
		if err != nil {
			g.Fatal(err)
		}
	})
}

// Many claim one company at once: one has it, all others clash.
func TestOneOfManyHasIt(t *testing.T) {
	each(t, func(g *ground) {
		roles := []string{"rep", "other", "manager", "director"}
		states := make([]string, len(roles))
		var all sync.WaitGroup
		for i, role := range roles {
			ctx := g.As(role)
			all.Go(func() {
				one, err := g.Claim(ctx, claimOf("扬州大江"))
				if states[i] = one.State; err != nil {
					states[i] = err.Error()
				}
			})
		}
		all.Wait()
		slices.Sort(states)
		if !slices.Equal(states, []string{Clashing, Clashing, Clashing, Granted}) {
			g.Errorf("%v", states)
		}
	})
}

func TestWhoLeadsBothDecides(t *testing.T) {
	each(t, func(g *ground) {
		account := g.opens("rep", "苏州恒远精密机械")
		below := g.claims("manager", "苏州恒远精密机械")
		if below.Decider != g.User("director").ID {
			g.Errorf("nobody decides about his own: the manager's clash goes to %v", below.Decider)
		}
		apart := g.claims("other", "苏州恒远精密机械")
		if !apart.Decider.IsZero() {
			g.Errorf("nobody leads both, and yet %v decides", apart.Decider)
		}
		g.refuses(g.Decide(g.As("rep"), apart.ID, 1, Verdict{Grant: false, Reason: "是我的"}), "db.missing")
		g.refuses(g.Decide(g.As("other"), apart.ID, 1, Verdict{Grant: true, Reason: "是我的"}), "claim.not_yours")
		g.refuses(g.Decide(g.As("director"), apart.ID, 1, Verdict{Grant: true}), "claim.no_reason")
		rivals := g.find("director", apart.ID).Rivals
		if len(rivals) != 2 || rivals[0].Name != "苏州恒远精密机械" || rivals[0].User != g.User("rep").ID {
			g.Errorf("who decides sees %+v", rivals)
		}
		if err := g.Decide(g.As("director"), apart.ID, 1, Verdict{Grant: true, Reason: "项目由其主导"}); err != nil {
			g.Fatal(err)
		}
		row, err := g.accounts.Find(g.As("director"), account)
		if err != nil || row.Owner != g.User("other").ID {
			g.Errorf("the account belongs to %v: %v", row.Owner, err)
		}
		if all := g.told("rep"); !slices.Equal(all, []string{"handed 苏州恒远精密机械"}) {
			g.Errorf("who has lost an account is told %v", all)
		}
		g.refuses(g.Decide(g.As("director"), apart.ID, 2, Verdict{Grant: false, Reason: "改判"}), "claim.decided_already")
	})
}

func TestAClaimBecomesAnAccount(t *testing.T) {
	each(t, func(g *ground) {
		one := g.claims("rep", "扬州大江")
		_, err := g.Open(g.As("other"), one.ID, 1, "K1")
		g.refuses(err, "db.missing")
		g.opens("other", "K0")
		_, err = g.Open(g.As("rep"), one.ID, 1, "K0")
		g.refuses(err, "account.taken")
		a := must[account.Account](g)(g.Open(g.As("rep"), one.ID, 1, "K1"))
		if c := g.find("rep", one.ID); c.State != Opened || c.Account != a.ID || a.Owner != g.User("rep").ID {
			g.Errorf("%+v and %+v", c.Claim, a)
		}
		_, err = g.Open(g.As("rep"), one.ID, 2, "K2")
		g.refuses(err, "claim.not_granted")
	})
}

func TestTimeEndsAClaim(t *testing.T) {
	each(t, func(g *ground) {
		one := g.claims("rep", "扬州大江")
		night := func(days int) Tended {
			g.clock = june.AddDate(0, 0, days)
			return must[Tended](g)(g.Tend(context.WithoutCancel(g.As("director"))))
		}
		if done := night(75); done != (Tended{}) {
			g.Errorf("too early: %+v", done)
		}
		g.refuses(g.Renew(g.As("rep"), one.ID, 1), "claim.too_early")
		if done := night(76); done != (Tended{Warned: 1}) {
			g.Errorf("14 days before its end: %+v", done)
		}
		if done := night(77); done != (Tended{}) {
			g.Errorf("one is told once: %+v", done)
		}
		if err := g.Renew(g.As("rep"), one.ID, 2); err != nil {
			g.Fatal(err)
		}
		if c := g.find("rep", one.ID); c.Until != kernel.On(2026, 12, 27) {
			g.Errorf("renewed until %s", c.Until)
		}
		if done := night(180); done != (Tended{Warned: 1}) {
			g.Errorf("on its last day: %+v", done)
		}
		g.refuses(g.Renew(g.As("rep"), one.ID, 4), "claim.renewed_enough")
		if done := night(181); done != (Tended{Expired: 1}) {
			g.Errorf("after its last day: %+v", done)
		}
		if a := must[Answer](g)(g.Check(g.As("other"), Company{Name: "扬州大江"})); a.Answer != Free {
			g.Errorf("once it has expired it is %s", a.Answer)
		}
	})
}

// What nobody decides about keeps others away no longer than a claim that counts: who
// is to decide is told once more, and in the end who has asked.
func TestTimeEndsWhatNobodyDecidesAbout(t *testing.T) {
	each(t, func(g *ground) {
		g.opens("director", "苏州恒远精密机械制造技术有限公司")
		asked := g.claims("rep", "苏州恒远精密机械制作技术公司")
		if asked.State != Asked || asked.Decider != g.User("manager").ID {
			g.Fatalf("%+v", asked.Claim)
		}
		night := func(days int) Tended {
			g.clock = june.AddDate(0, 0, days)
			return must[Tended](g)(g.Tend(context.WithoutCancel(g.As("director"))))
		}
		for _, tt := range []struct {
			days int
			want Tended
		}{{75, Tended{}}, {76, Tended{Warned: 1}}, {77, Tended{}}, {90, Tended{}}, {91, Tended{Expired: 1}}, {92, Tended{}}} {
			if done := night(tt.days); done != tt.want {
				g.Errorf("after %d days: %+v, want %+v", tt.days, done, tt.want)
			}
		}
		if all := g.told("manager"); !slices.Equal(all, []string{"waiting " + asked.Name, "waiting " + asked.Name}) {
			g.Errorf("who was to decide is told %v", all)
		}
		if all := g.told("rep"); !slices.Equal(all, []string{"expired " + asked.Name}) {
			g.Errorf("who has asked is told %v", all)
		}
		if a := must[Answer](g)(g.Check(g.As("other"), Company{Name: asked.Name})); a.Answer != Similar {
			g.Errorf("nobody is kept away any more, and yet it is %s", a.Answer)
		}
	})
}

// Who was told late of a decision to take is not taken for warned of the end.
func TestWhatIsDecidedLateIsWarnedOfItsEnd(t *testing.T) {
	each(t, func(g *ground) {
		g.claims("rep", "南通远航船用设备")
		late := g.claims("other", "南通远航船用设备公司")
		g.clock = june.AddDate(0, 0, 80)
		must[Tended](g)(g.Tend(context.WithoutCancel(g.As("director"))))
		if err := g.Decide(g.As("director"), late.ID, 2, Verdict{Grant: true, Reason: "由驻地同事跟进"}); err != nil {
			g.Fatal(err)
		}
		g.clock = june.AddDate(0, 0, 80+76)
		if done := must[Tended](g)(g.Tend(context.WithoutCancel(g.As("director")))); done != (Tended{Warned: 1}) {
			g.Errorf("14 days before its end: %+v", done)
		}
	})
}

func TestClaimsHaveTheirLimits(t *testing.T) {
	each(t, func(g *ground) {
		must[Rules](g)(g.Govern(g.As("director"), Rules{Days: 30, Most: 2, Warn: 7, Checks: 9, Reason: "试行"}))
		for i := range 2 {
			g.claims("rep", fmt.Sprint("第", i, "家机械"))
		}
		_, err := g.Claim(g.As("rep"), claimOf("第三家机械"))
		g.refuses(err, "claim.too_many")
		all := must[Claims](g)(g.List(g.As("rep"), Which{Limit: 50}))
		g.refuses(g.GiveBack(g.As("rep"), all.Rows[0].ID, 1, " "), "claim.no_reason")
		if err := g.GiveBack(g.As("rep"), all.Rows[0].ID, 1, "对方已倒闭"); err != nil {
			g.Fatal(err)
		}
		g.claims("rep", "第三家机械")
		if seen := must[Claims](g)(g.List(g.As("other"), Which{Limit: 50})); len(seen.Rows) != 0 {
			g.Errorf("others' claims are listed: %+v", seen.Rows)
		}
		if seen := must[Claims](g)(g.List(g.As("manager"), Which{Limit: 50})); len(seen.Rows) != 3 {
			g.Errorf("the manager sees %d", len(seen.Rows))
		}
	})
}

func TestWhatAClaimLacks(t *testing.T) {
	whole := claimOf("扬州大江")
	for key, change := range map[string]func(*Claim){
		"claim.no_name":     func(c *Claim) { c.Name = "" },
		"claim.short_name":  func(c *Claim) { c.Name = "江" },
		"claim.bad_uscc":    func(c *Claim) { c.USCC = "91320594MA1WXYZ12A" },
		"claim.bad_domain":  func(c *Claim) { c.Domain = "hengyuan" },
		"claim.mailbox":     func(c *Claim) { c.Domain = "qq.com" },
		"claim.no_project":  func(c *Claim) { c.Project = " " },
		"claim.no_evidence": func(c *Claim) { c.Evidence = "" },
		"claim.no_reason":   func(c *Claim) { c.Reason = "x" },
	} {
		c := whole
		change(&c)
		if fault, is := c.Check().(*kernel.Fault); !is || fault.Key != key {
			t.Errorf("%v, want %s", c.Check(), key)
		}
	}
	for text, want := range map[string]string{"https://www.hengyuan.cn/about": "hengyuan.cn", "Wang@Hengyuan.CN": "hengyuan.cn", " hengyuan.cn ": "hengyuan.cn"} {
		if got := domain(text); got != want {
			t.Errorf("%s is %s", text, got)
		}
	}
	for key, r := range map[string]Rules{
		"claim.bad_rules": {Days: 0, Most: 1, Warn: 1, Checks: 1, Reason: "试行"}, "claim.bad_warning": {Days: 7, Most: 1, Warn: 7, Checks: 1, Reason: "试行"},
		"claim.no_reason": {Days: 90, Most: 1, Warn: 7, Checks: 1},
	} {
		if fault, is := r.Check().(*kernel.Fault); !is || fault.Key != key {
			t.Errorf("%v, want %s", r.Check(), key)
		}
	}
}
