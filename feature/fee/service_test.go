package fee

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// 120,000 of planned sales at 40 % cover 48,000 of fees and not one cent more.
func TestTheRuleRefusesWhatTheMarginDoesNotCover(t *testing.T) {
	each(t, func(g *ground) {
		if r := g.ask(g.wish(48_000)); r.State != Waiting {
			g.Fatalf("%+v", r)
		}
		over := g.ask(g.wish(1))
		if over.State != Blocked || !over.Approval.IsZero() {
			g.Fatalf("the next yuan: %+v", over)
		}
		rule, err := g.Rule(g.As("manager"), over.ID)
		g.must(err)
		if rule.Sold != 100_000_00 || rule.Ahead != 20_000_00 || rule.Others != 48_000_00 || rule.Planned.Net != -1_00 || rule.Passes || *rule.Planned.Even != 120_002_50 {
			g.Errorf("%+v", rule)
		}
		if w := g.Do("rep", "GET", "/api/fees/"+over.ID.String()+"/rule", ""); w.Code != 403 {
			g.Errorf("a rep was told: %d %s", w.Code, w.Body)
		}
		if body := g.Do("rep", "GET", "/api/fees/"+over.ID.String(), "").Body.String(); !strings.Contains(body, `"blocked"`) || strings.Contains(body, "even") {
			g.Errorf("%s", body)
		}
	})
}

func TestAnActivityMustBringWhatItCosts(t *testing.T) {
	each(t, func(g *ground) {
		r := g.wish(9_000)
		r.Baseline, r.Expected = new(int64(50_000_00)), new(int64(70_000_00))
		short := g.ask(r)
		rule, err := g.Rule(g.As("director"), short.ID)
		g.must(err)
		if short.State != Blocked || rule.Activity.Net != -1_000_00 || rule.Planned.Net <= 0 {
			g.Fatalf("%+v, %+v", short, rule)
		}
		r.ID, r.Version, r.Expected = short.ID, short.Version, new(int64(80_000_00))
		better, err := g.Again(g.As("rep"), r)
		g.must(err)
		if now := g.now(short.ID); now.State != Waiting || now.Approval.IsZero() || better.State != now.State || better.Version != now.Version {
			g.Errorf("%+v, %+v", better, now)
		}
	})
}

func TestADirectorAnswersForWhatTheRuleRefuses(t *testing.T) {
	each(t, func(g *ground) {
		r := g.ask(g.wish(60_000))
		if w := g.Do("manager", "POST", "/api/fees/"+r.ID.String()+"/override", `{"reason":"战略客户，先投入"}`, "If-Match", `"1"`); w.Code != 403 {
			g.Errorf("a manager: %d", w.Code)
		}
		if err := g.Override(g.As("director"), r.ID, r.Version, " 是 "); key(err) != "fee.no_reason" {
			g.Errorf("without a reason: %v", err)
		}
		g.must(g.Override(g.As("director"), r.ID, r.Version, "战略客户，先投入"))
		if now := g.now(r.ID); now.State != Approved || now.Agreed != 60_000_00 || now.Override == "" || now.OverrideBy != g.User("director").ID {
			g.Errorf("%+v", now)
		}
		if err := g.Override(g.As("director"), r.ID, 0, "战略客户，先投入"); key(err) != "fee.other_state" {
			g.Errorf("twice: %v", err)
		}
	})
}

func TestARequestFromConsentToEvaluation(t *testing.T) {
	each(t, func(g *ground) {
		r := g.ask(g.wish(8_000))
		if err := g.Execute(g.As("rep"), r.ID, 0); key(err) != "fee.other_state" {
			g.Errorf("before consent: %v", err)
		}
		g.must(g.decide("manager", r, true))
		if err := g.Execute(g.As("rep"), r.ID, 0); key(err) != "fee.no_evidence" {
			g.Errorf("without evidence: %v", err)
		}
		if _, err := g.pay(g.now(r.ID).Request, 1, "F1", false); key(err) != "fee.not_executed" {
			g.Errorf("paid before: %v", err)
		}
		p, err := g.File(g.As("rep"), r.ID, "堆头.jpg", strings.NewReader("\xff\xd8\xff\xe0堆头"))
		g.must(err)
		g.must(g.Execute(g.As("rep"), r.ID, 0))
		if _, _, err := g.Paper(g.As("other"), r.ID, p.ID); key(err) != "db.missing" {
			g.Errorf("a stranger read it: %v", err)
		}
		if _, err := g.pay(r, 8_001, "F1", true); key(err) != "fee.above_agreed" {
			g.Errorf("too much: %v", err)
		}
		_, err = g.pay(r, 7_500, "F1", true)
		g.must(err)
		g.must(g.Evaluate(g.As("rep"), r.ID, 0, "两周销量翻倍，节后回落"))
		if now := g.now(r.ID); now.State != Evaluated || now.Paid != 7_500_00 || *now.Actual != 0 {
			g.Errorf("%+v", now)
		}
	})
}

func TestWhatWasRefusedCostsNothing(t *testing.T) {
	each(t, func(g *ground) {
		r := g.ask(g.wish(48_000))
		g.must(g.decide("manager", r, false))
		if now := g.now(r.ID); now.State != Refused {
			g.Fatalf("%+v", now)
		}
		if again := g.ask(g.wish(48_000)); again.State != Waiting {
			g.Errorf("%+v", again)
		}
	})
}

func TestMoreThanWasGrantedNeedsConsentAgain(t *testing.T) {
	each(t, func(g *ground) {
		r := g.executed(8_000)
		if err := g.Raise(g.As("rep"), r.ID, 8_000_00, "加做一周"); key(err) != "fee.not_more" {
			g.Errorf("%v", err)
		}
		if err := g.Raise(g.As("rep"), r.ID, 49_000_00, "加做一年"); key(err) != "fee.not_covered" {
			g.Errorf("%v", err)
		}
		g.must(g.Raise(g.As("rep"), r.ID, 9_000_00, "加做一周"))
		if _, err := g.pay(r, 9_000, "F1", false); key(err) != "fee.above_agreed" {
			g.Errorf("before consent: %v", err)
		}
		g.must(g.decide("manager", g.now(r.ID).Request, true))
		if _, err := g.pay(r, 9_000, "F1", true); err != nil {
			g.Error(err)
		}
	})
}

// Booked twice at once, or again, there is one booking; taken back, the state before
// is restored, and both rows stay.
func TestABookingIsBookedOnceAndTakenBackByAnother(t *testing.T) {
	each(t, func(g *ground) {
		r := g.executed(8_000)
		var wait sync.WaitGroup
		for range 4 {
			wait.Go(func() { _, _ = g.pay(r, 5_000, "F1", false) })
		}
		wait.Wait()
		one, err := g.pay(r, 5_000, "F1", false)
		g.must(err)
		if now := g.now(r.ID); now.Paid != 5_000_00 || len(now.Bookings) != 1 {
			g.Fatalf("%+v", now.Bookings)
		}
		if _, err := g.pay(r, 4_000, "F1", false); key(err) != "fee.number_taken" {
			g.Errorf("another under the same number: %v", err)
		}
		_, err = g.Reverse(g.As("director"), g.mine, one.ID, "金额录错了")
		g.must(err)
		if _, err := g.Reverse(g.As("director"), g.mine, one.ID, "金额录错了"); key(err) != "fee.reversed_already" {
			g.Errorf("twice: %v", err)
		}
		_, err = g.pay(r, 4_000, "F1", true)
		g.must(err)
		if now := g.now(r.ID); now.Paid != 4_000_00 || len(now.Bookings) != 3 || now.State != Settled {
			g.Errorf("%+v", now)
		}
	})
}

// What is paid at once by many never exceeds what was granted.
func TestParallelPaymentsStayWithinWhatWasGranted(t *testing.T) {
	each(t, func(g *ground) {
		r := g.executed(8_000)
		var wait sync.WaitGroup
		for i := range 12 {
			wait.Go(func() { _, _ = g.pay(r, 1_000, fmt.Sprint("F", i), false) })
		}
		wait.Wait()
		if now := g.now(r.ID); now.Paid != 8_000_00 {
			g.Errorf("%d were paid", now.Paid)
		}
	})
}

func TestWhatIsNoBooking(t *testing.T) {
	each(t, func(g *ground) {
		r := g.executed(8_000)
		usual := Booking{Fee: r.ID, On: june, Original: 100, Number: "F1"}
		for want, spoil := range map[string]func(*Booking){
			"fee.bad_number": func(b *Booking) { b.Number = " " },
			"fee.bad_day":    func(b *Booking) { b.On = june.Add(1) },
			"fee.bad_amount": func(b *Booking) { b.Original = 0 },
			"ledger.no_rate": func(b *Booking) { b.Currency = "USD" },
			"db.missing":     func(b *Booking) { b.Fee = kernel.NewID() },
		} {
			b := usual
			spoil(&b)
			if _, err := g.Settle(g.As("director"), b, false); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
	})
}

func TestWhatIsNoRequest(t *testing.T) {
	each(t, func(g *ground) {
		for want, spoil := range map[string]func(*Request){
			"fee.no_type":    func(r *Request) { r.Type = "bribe" },
			"fee.bad_name":   func(r *Request) { r.Name = "" },
			"fee.bad_amount": func(r *Request) { r.Amount = -1 },
			"fee.bad_days":   func(r *Request) { r.Until = r.From.Add(-1) },
			"fee.half_known": func(r *Request) { r.Expected = new(int64(5)) },
			"db.missing":     func(r *Request) { r.Account = g.his },
		} {
			r := g.wish(100)
			spoil(&r)
			if _, err := g.Ask(g.As("rep"), r); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
	})
}

func TestBudgetsSayWhatIsLeft(t *testing.T) {
	each(t, func(g *ground) {
		b, err := g.Plan(g.As("director"), Budget{From: kernel.On(2026, 1, 1), Until: kernel.On(2026, 12, 31), Type: "tp3", Amount: 10_000_00})
		g.must(err)
		r := g.executed(8_000)
		_, err = g.pay(r, 3_000, "F1", false)
		g.must(err)
		all, err := g.Budgets(g.As("director"))
		g.must(err)
		if p := all[0]; p.Used != 3_000_00 || p.Held != 5_000_00 || p.Left != 2_000_00 {
			g.Fatalf("%+v", p)
		}
		above := g.ask(g.wish(2_001))
		if err := g.decide("manager", above, true); err == nil {
			g.Error("a manager let pass what the budget has no room for")
		}
		g.must(g.decide("director", above, true))
		g.must(g.DropBudget(g.As("director"), b.ID, b.Version))
	})
}

func TestAFileOfPaymentsAddsNothingTheSecondTime(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		r := g.executed(8_000)
		head := "客户编号,客户,申请编号,类型,日期,原币金额,币种,凭证号,备注\n"
		file := head + fmt.Sprintf("rep,,%s,,2026-06-01,5000.00,CNY,F1,堆头\nrep,,,rebate,2026-06-02,\"1,200.50\",,F2,\n", r.ID)
		say := func(key string, _ map[string]any) string { return key }
		for i, want := range []Imported{{Taken: 2}, {Same: 2}} {
			got, err := g.Import(g.As("director"), strings.NewReader(file), false, say)
			g.must(err)
			if got.Taken != want.Taken || got.Same != want.Same || len(got.Wrong) > 0 {
				g.Fatalf("time %d: %+v", i+1, got)
			}
		}
		bad := head + "rep,,,rebate,2026-06-02,5,,F3,\nstranger,,,rebate,2026-06-02,5,,F4,\nrep,,,bribe,2026-06-02,5,,F5,\nrep,,,rebate,2026-06-02,1200.51,,F2,\n"
		got, err := g.Import(g.As("director"), strings.NewReader(bad), false, say)
		g.must(err)
		if len(got.Wrong) != 3 || got.Wrong[0].Says != "fee.no_account" || got.Wrong[1].Says != "fee.no_type" || got.Wrong[2].Says != "fee.number_taken" {
			g.Errorf("%+v", got)
		}
		g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
			spent, err := g.Spent(tx, []kernel.ID{g.mine}, kernel.On(2026, 6, 1), june)
			if spent[g.mine] != 6_200_50 {
				g.Errorf("%v", spent)
			}
			return err
		}))
		if file := g.Do("director", "GET", "/api/fees/bookings/export?format=csv", "").Body.String(); !strings.Contains(file, "rebate,2026-06-02,1200.50,CNY,F2,,1200.50,") {
			g.Errorf("%s", file)
		}
	})
}

func TestWhatACustomerEarnsAgainstHisFees(t *testing.T) {
	each(t, func(g *ground) {
		r := g.executed(40_000)
		_, err := g.pay(r, 40_000, "F1", true)
		g.must(err)
		year, end := kernel.On(2026, 1, 1), kernel.On(2026, 12, 31)
		res, err := g.Result(g.As("manager"), g.mine, year, end)
		g.must(err)
		if res.Light != "tight" || res.Judged.Net != 0 || *res.Judged.Even != 100_000_00 || !res.Own || res.Types[0] != (Spent{"pile", 40_000_00}) {
			g.Errorf("%+v", res)
		}
		all, err := g.Results(g.As("director"), year, end)
		g.must(err)
		if len(all) != 1 || all[0].Judged.Net != 0 {
			g.Errorf("%+v", all)
		}
		if w := g.Do("rep", "GET", "/api/accounts/"+g.mine.String()+"/fees/result?from=2026-01-01&until=2026-12-31", ""); w.Code != 403 {
			g.Errorf("a rep was told: %s", w.Body)
		}
	})
}

func TestFeesGoWithTheirAccount(t *testing.T) {
	each(t, func(g *ground) {
		r := g.executed(8_000)
		_, err := g.pay(r, 8_000, "F1", true)
		g.must(err)
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		at := func(account kernel.ID) (n int) {
			l, err := g.List(g.As("director"), Which{Account: account, Limit: 10})
			g.must(err)
			b, err := g.Bookings(g.As("director"), account, kernel.ID{}, 10)
			g.must(err)
			return l.Count + len(b.Rows)
		}
		if at(g.his) != 2 {
			g.Error("they stayed behind")
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if at(g.his) != 0 || at(g.mine) != 2 {
			g.Error("they did not come back")
		}
	})
}
