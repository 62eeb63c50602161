package credit

import (
	"fmt"
	"testing"

	"erba/analysis/credit"
	"erba/analysis/solvency"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/kernel"
)

// known is a file that gives 82.0 with a payment record of 90, and 79.33 without one.
var known = []Judgement{
	{Part: Finance, Value: 80, Source: "2025 年审计报告", Document: "审计-2025.pdf", Evidence: "资产负债率 42%"},
	{Part: Reputation, Value: 75, Source: "企业信用公示系统", Evidence: "无行政处罚"},
	{Part: Other, Value: 70, Source: "客户档案", Evidence: "成立 12 年，民营制造"},
}

// rates gives an account a grade.
func (g *ground) rates(account kernel.ID, learned ...Judgement) Grade {
	g.Helper()
	grade, err := g.Rate(g.As("other"), account, learned)
	g.must(err)
	return grade
}

// M78 (e), from documents, terms, grade and limit as they are kept.
func TestM78CanItBeAdjustedInJune(t *testing.T) {
	each(t, func(g *ground) {
		g.at(kernel.On(2026, 1, 1))
		for _, id := range []kernel.ID{g.mine, g.his} {
			g.limits(id, Own, 45_000, kernel.Date{})
			g.rates(id, Judgement{Part: Finance, Value: 75, Source: "报表", Evidence: "稳健"}, Judgement{Part: Reputation, Value: 75, Source: "走访", Evidence: "良好"}, Judgement{Part: Other, Value: 75, Source: "档案", Evidence: "十年"})
		}
		for _, s := range []struct {
			on     kernel.Date
			amount int64
		}{{kernel.On(2026, 1, 20), 12000}, {kernel.On(2026, 2, 18), 15000}, {kernel.On(2026, 3, 18), 16000}, {kernel.On(2026, 4, 16), 18000}, {kernel.On(2026, 5, 20), 20000},
			{kernel.On(2026, 3, 10), -12000}, {kernel.On(2026, 4, 15), -9000}, {kernel.On(2026, 5, 20), -18000}} {
			g.owes(g.mine, s.on, s.amount)
		}
		for month, thousand := range []int64{20, 21, 22, 26, 28} {
			on := kernel.On(2026, month+1, 15)
			g.owes(g.his, on, thousand*1000)
			g.owes(g.his, on.Month().AddMonths(2).Add(-1), -thousand*1000)
		}
		g.at(summer)
		for name, test := range map[string]struct {
			account       kernel.ID
			late, formula int64
			worst         int
			decision      credit.Decision
		}{
			"A is lowered": {g.mine, 22_000, 36_000, 32, credit.Lower},
			"B is raised":  {g.his, 0, 51_000, 0, credit.Raise},
		} {
			p, err := g.Proposal(g.As("other"), Asking{Account: test.account})
			g.must(err)
			o := p.Outcome
			if p.Late != test.late*100 || p.Worst != test.worst || o.Formula != test.formula*100 || o.To != test.formula*100 || o.Decision != test.decision || p.History != 5 || p.Basis.Days != 30 || p.Basis.Grade != solvency.A {
				t.Errorf("%s: %+v", name, p)
			}
		}
		p, err := g.Proposal(g.As("other"), Asking{Account: g.his, On: kernel.On(2026, 3, 1)})
		if err != nil || p.Outcome.Decision != credit.Keep || p.History != 2 {
			t.Errorf("asked of March: %+v, %v", p, err)
		}
		if _, err := g.Proposal(g.As("other"), Asking{Account: g.his, Season: 2}); key(err) != "credit.bad_season" {
			t.Errorf("twice the season: %v", err)
		}
	})
}

// Missing is not zero: whom nobody has rated, or of whom nobody knows sales, keeps his
// limit.
func TestWithoutGradeOrSalesNothingIsProposed(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 45_000, kernel.Date{})
		for range 2 {
			p, err := g.Proposal(g.As("other"), Asking{Account: g.mine})
			if err != nil || p.Outcome.Decision != credit.Unknown || p.Outcome.To != 45_000_00 || len(p.Why.Changes) != 0 {
				t.Errorf("%+v, %v", p.Outcome, err)
			}
			g.rates(g.mine, known...)
		}
		p, err := g.Proposal(g.As("other"), Asking{Account: g.mine, Forecast: 10_000_00})
		if err != nil || p.Outcome.Decision != credit.Lower || p.Outcome.Formula != 20_000_00 {
			t.Errorf("with a forecast: %+v, %v", p.Outcome, err)
		}
	})
}

// What is still open is as late as it is today, whichever month it was due in.
func TestHowLateHePaidByMonth(t *testing.T) {
	each(t, func(g *ground) {
		g.owes(g.mine, kernel.On(2026, 2, 10), 100) // due 31 March, open
		g.owes(g.mine, kernel.On(2026, 3, 10), 100) // due 30 April
		paid := g.sheet(g.mine).Paid
		if len(paid) != 12 || paid[8].Days != 62 || paid[8].Claims != 1 || paid[9].Days != 32 || paid[10].Days.Known() || paid[10].Claims != 0 {
			t.Errorf("%+v", paid[8:])
		}
	})
}

// The doctor finds limits and releases to which nobody but who asked has agreed, and
// deliveries that no paper shows.
func TestTheDoctorDerivesLimitsReleasesAndDeliveries(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		limit := g.sheet(g.mine).Limits[0]
		blocked, err := g.sends("rep", g.mine, "D1", 150)
		g.must(err)
		asked, err := g.Release(g.As("rep"), blocked.ID, 1, "客户承诺本周付款")
		g.must(err)
		g.passes(g.mine, "D2", 40)
		g.must(g.Sound(g.As("director")))
		g.agrees("other", asked.Approval)
		g.agrees("manager", asked.Approval)
		g.must(g.Sound(g.As("director")))
		for _, wrong := range []struct{ change, back, key string }{
			{`UPDATE credit_limits SET amount = amount + 1`, `UPDATE credit_limits SET amount = amount - 1`, "credit.unsound"},
			{`UPDATE credit_limits SET state = 'refused'`, `UPDATE credit_limits SET state = 'granted'`, "credit.unsound"},
			{`UPDATE credit_limits SET approval_id = NULL`, fmt.Sprintf(`UPDATE credit_limits SET approval_id = %d`, limit.Approval.Int()), "credit.unsound"},
			{`UPDATE credit_orders SET state = 'passed' WHERE number = 'D1'`, `UPDATE credit_orders SET state = 'released' WHERE number = 'D1'`, "credit.unsound"},
			{`UPDATE credit_orders SET state = 'released' WHERE number = 'D2'`, `UPDATE credit_orders SET state = 'passed' WHERE number = 'D2'`, "credit.unsound"},
			{`UPDATE credit_orders SET delivered = 1 WHERE number = 'D2'`, `UPDATE credit_orders SET delivered = 0 WHERE number = 'D2'`, "credit.undelivered"},
			{`UPDATE approval_decisions SET by_id = (SELECT p.by_id FROM approvals p WHERE p.id = approval_decisions.approval_id)`, "", "credit.unsound"},
		} {
			g.Exec(wrong.change)
			if err := g.Sound(g.As("director")); key(err) != wrong.key {
				t.Errorf("%s: %v", wrong.change, err)
			}
			if wrong.back != "" {
				g.Exec(wrong.back)
				g.must(g.Sound(g.As("director")))
			}
		}
	})
}

func TestALimitTakesTwo(t *testing.T) {
	each(t, func(g *ground) {
		want := func(change func(*Limit)) Wanted {
			l := Limit{Account: g.mine, Kind: Own, Amount: 45_000_00, Reason: "年度合同约定"}
			change(&l)
			return Wanted{Limit: l}
		}
		for name, test := range map[string]struct {
			role   string
			change func(*Limit)
			key    string
		}{
			"without a reason":            {"other", func(l *Limit) { l.Reason = " " }, "credit.bad_reason"},
			"less than nothing":           {"other", func(l *Limit) { l.Amount = -1 }, "credit.bad_amount"},
			"for days before":             {"other", func(l *Limit) { l.From = summer.Add(-1) }, "credit.bad_from"},
			"a temporary one without end": {"other", func(l *Limit) { l.Kind = Temporary }, "credit.bad_until"},
			"a temporary one for ever":    {"other", func(l *Limit) { l.Kind, l.Until = Temporary, summer.Add(400) }, "credit.bad_until"},
			"one of its own with an end":  {"other", func(l *Limit) { l.Until = summer.Add(4) }, "credit.no_until"},
			"by who may not propose":      {"rep", func(*Limit) {}, "web.denied"},
			"of a customer out of sight":  {"rep", func(l *Limit) { l.Account = g.his }, "db.missing"},
		} {
			if _, err := g.Propose(g.As(test.role), want(test.change)); key(err) != test.key {
				t.Errorf("%s: %v", name, err)
			}
		}
		l, err := g.Propose(g.As("other"), want(func(*Limit) {}))
		g.must(err)
		if _, err := g.Propose(g.As("other"), want(func(*Limit) {})); key(err) != "credit.waits_already" {
			t.Errorf("twice: %v", err)
		}
		if g.decides("other", l.Approval, true) == nil {
			t.Error("he agreed with himself")
		}
		if s := g.sheet(g.mine); s.Own.Limited || s.Limits[0].State != Waiting {
			t.Errorf("%+v", s.Limits)
		}
		g.agrees("manager", l.Approval)
		if s := g.sheet(g.mine); s.Own.Limited || g.proposal(l.Approval).State != approval.Proposed {
			t.Error("the method gives nothing: a director has to agree as well")
		}
		g.agrees("director", l.Approval)
		if s := g.sheet(g.mine); s.Own.Limit != 45_000_00 || s.Limits[0].State != Granted || s.Limits[0].Proposal == nil {
			t.Errorf("%+v", s)
		}
		less, err := g.Propose(g.As("other"), want(func(l *Limit) { l.Amount = 30_000_00 }))
		g.must(err)
		g.agrees("manager", less.Approval)
		if s := g.sheet(g.mine); s.Own.Limit != 30_000_00 || len(s.Limits) != 2 || *s.Limits[0].Before != 45_000_00 {
			t.Errorf("lowered by two: %+v", s.Limits)
		}
		no, err := g.Propose(g.As("other"), want(func(l *Limit) { l.Amount = 20_000_00 }))
		g.must(err)
		g.must(g.decides("manager", no.Approval, false))
		if s := g.sheet(g.mine); s.Own.Limit != 30_000_00 || s.Limits[0].State != Refused {
			t.Errorf("refused: %+v", s.Limits)
		}
	})
}

func TestWhatIsOnTopForAWhile(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		g.limits(g.mine, Temporary, 50, summer.Add(30))
		if s := g.sheet(g.mine); s.Own.Whole() != 150_00 || s.Until != summer.Add(30) {
			t.Errorf("%+v", s.Own)
		}
		if !g.passes(g.mine, "T1", 150) {
			t.Error("150 of 150")
		}
		g.at(summer.Add(31))
		if s := g.sheet(g.mine); s.Own.Left() != -50_00 || s.Light != credit.Red {
			t.Errorf("the day after: %+v, %s", s.Own, s.Light)
		}
	})
}

func TestARatingKeepsWhoSaidWhatAndWhy(t *testing.T) {
	each(t, func(g *ground) {
		if one := g.rates(g.mine); one.Grade != "" || one.Rule != "solvency.rule_none" {
			t.Errorf("of nothing: %+v", one)
		}
		if _, err := g.Rate(g.As("other"), g.mine, []Judgement{{Part: Finance, Value: 101, Source: "x", Evidence: "yy"}}); key(err) != "credit.bad_value" {
			t.Errorf("%v", err)
		}
		if _, err := g.Rate(g.As("other"), g.mine, []Judgement{{Part: Finance, Value: 50, Evidence: "yy"}}); key(err) != "credit.bad_source" {
			t.Errorf("%v", err)
		}
		if one := g.rates(g.mine, known...); one.Grade != solvency.A || one.Score.String() != "76.666667" || one.Review != kernel.On(2027, 6, 1) {
			t.Errorf("without payments: %+v %s", one, one.Score)
		}
		g.owes(g.mine, kernel.On(2026, 3, 20), 100) // due 30 April
		g.owes(g.mine, kernel.On(2026, 5, 5), -100) // 5 days late: 90
		if one := g.rates(g.mine); one.Grade != solvency.AA || one.Score.String() != "82" || one.Claims != 1 || one.DaysLate.String() != "5" {
			t.Errorf("paid 5 days late: %+v %s", one, one.Score)
		}
		s := g.sheet(g.mine)
		if s.High || len(s.Grades) != 3 || s.File[0].Part != Finance || s.File[0].Words[0].By != g.User("other").ID || s.File[0].Stale {
			t.Errorf("%+v", s.File)
		}
		bad := g.rates(g.mine, Judgement{Part: Dishonest, Value: 1, Source: "中国执行信息公开网", Evidence: "（2026）沪执 118 号"})
		if bad.Grade != solvency.C || bad.Rule != "solvency.rule_dishonest" || bad.Review != kernel.On(2026, 9, 1) {
			t.Errorf("%+v", bad)
		}
		g.rates(g.his, known...)
		g.at(kernel.On(2026, 9, 2))
		all, err := g.Reviews(g.As("other"), false)
		if g.must(err); all.Due != 1 || all.High != 1 || len(all.Rows) != 2 || all.Rows[0].Account != g.mine || all.Rows[0].Before != solvency.AA || all.Rows[0].Days != -1 {
			t.Errorf("%+v", all)
		}
		if few, err := g.Reviews(g.As("rep"), true); err != nil || len(few.Rows) != 1 {
			t.Errorf("%+v, %v", few, err)
		}
		g.at(kernel.On(2027, 6, 1))
		if s := g.sheet(g.mine); !s.File[0].Stale || !s.High {
			t.Error("after a year it is stale")
		}
	})
}

func TestCreditGoesWithTheAccount(t *testing.T) {
	each(t, func(g *ground) {
		g.limits(g.mine, Own, 100, kernel.Date{})
		g.rates(g.mine, known...)
		g.passes(g.mine, "M1", 40)
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		if s := g.sheet(g.his); s.Own.Limit != 100_00 || s.Own.Exposure.Orders != 40_00 || s.Grade == nil || len(s.File[0].Words) != 1 {
			t.Errorf("%+v", s)
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if s := g.sheet(g.his); s.Own.Limited || len(s.Orders) != 0 || s.Grade != nil {
			t.Errorf("it did not go back: %+v", s)
		}
	})
}
