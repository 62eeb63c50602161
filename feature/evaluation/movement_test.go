package evaluation

import (
	"encoding/json"
	"testing"

	"erba/feature/approval"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
)

func TestMovementsAreTheClassesOfTwoDays(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		later := june.Add(10)
		g.sell(9, june.Add(5), 700) // from the last to the first
		for _, role := range []string{"director", "rep"} {
			for _, name := range portfolio.Marks {
				g.compare(role, Between{name, june, later})
			}
		}
		f, err := g.Movements(g.As("director"), Between{"abc", june, later})
		must(g.Stage, err)
		if f.Accounts != 10 || f.Up != 1 || f.Down == 0 || f.InForce {
			g.Errorf("%+v", f)
		}
		if _, err := g.Movements(g.As("director"), Between{"abc", later, june}); err == nil {
			g.Error("backwards")
		}
	})
}

// compare counts the cells of a flow another way: account by account.
func (g *ground) compare(role string, b Between) {
	g.Helper()
	f, err := g.Movements(g.As(role), b)
	must(g.Stage, err)
	one, err := g.portfolio.Classed(g.Context(), portfolio.Ask{AsOf: b.From})
	must(g.Stage, err)
	other, err := g.portfolio.Classed(g.Context(), portfolio.Ask{AsOf: b.To})
	must(g.Stage, err)
	// the estimates were given today, after both days: on them nobody knew any
	if b.Model != "abc" && b.Model != "rfm" {
		for _, c := range f.Cells {
			if c.Was != f.Classes[len(f.Classes)-1] && c.Was != "register.key_account" {
				g.Errorf("%s of %s: who knew then that somebody was %s?", b.Model, role, c.Was)
			}
		}
		return
	}
	want, all := map[[2]string]int{}, 0
	for i, id := range g.ids {
		if role == "rep" && i%2 == 1 {
			continue
		}
		all++
		want[[2]string{one.Mark(b.Model, one.Row(id)), other.Mark(b.Model, other.Row(id))}]++
	}
	for _, c := range f.Cells {
		if want[[2]string{c.Was, c.Is}] != c.Count {
			g.Errorf("%s of %s: %+v, want %d", b.Model, role, c, want[[2]string{c.Was, c.Is}])
		}
		page, err := g.Movers(g.As(role), b, c.Was, c.Is, kernel.ID{}, 200)
		must(g.Stage, err)
		if len(page.Rows) != c.Count {
			g.Errorf("%s of %s: %d behind %+v", b.Model, role, len(page.Rows), c)
		}
	}
	if f.Accounts != all {
		g.Errorf("%s: %s sees %d accounts, want %d", b.Model, role, f.Accounts, all)
	}
}

func TestMovementsOfWhatIsInForceComeFromDecisions(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		was := Text(Tier, g.of(8, Tier))
		g.expect(8, 5000)
		july := june.AddMonths(1)
		g.run(july)
		must(g.Stage, g.decide("manager", g.only(8, Tier, "manager"), true))
		tests := map[string]struct {
			days Between
			want map[string]string // of C09
		}{
			"before the decision":  {Between{Tier, june, july.Add(-1)}, map[string]string{was: was}},
			"over the decision":    {Between{Tier, june, july}, map[string]string{was: "evaluation.tier_NAMED"}},
			"after the decision":   {Between{Tier, july, july.Add(9)}, map[string]string{"evaluation.tier_NAMED": "evaluation.tier_NAMED"}},
			"before the first one": {Between{Tier, june.Add(-9), june.Add(-1)}, map[string]string{"evaluation.none": "evaluation.none"}},
		}
		for name, tt := range tests {
			for was, is := range tt.want {
				page, err := g.Movers(g.As("director"), tt.days, was, is, kernel.ID{}, 200)
				must(g.Stage, err)
				found := false
				for _, m := range page.Rows {
					found = found || m.ID == g.ids[8]
				}
				if !found {
					g.Errorf("%s: C09 is not behind %s → %s", name, was, is)
				}
			}
		}
	})
}

func TestADraftIsSimulatedAndNothingWritten(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		methods := method.New(g.Kit)
		raw, err := json.Marshal(portfolio.Cuts{A: 0.30, B: 0.60})
		must(g.Stage, err)
		sim, err := methods.Simulate(g.As("director"), "M25", raw)
		must(g.Stage, err)
		// 100, 90, 80 … of 550: shares before 0, .18, .35, .49, .62 …
		want := map[string]int{"abc.A": 2, "abc.B": 2, "abc.C": 6}
		got := map[string]int{}
		for _, m := range sim.Moves {
			got[m.To] += m.Count
		}
		for class, n := range want {
			if got[class] != n {
				g.Errorf("%d accounts would be %s, want %d: %+v", got[class], class, n, sim)
			}
		}
		if sim.Accounts != 10 || sim.Up != 0 || sim.Down != len(sim.Moved) || sim.Held != 0 {
			g.Errorf("%+v", sim)
		}
		if p := g.open("director"); len(p) != 0 {
			g.Errorf("a simulation proposes: %+v", p)
		}
		if seen, err := methods.Simulate(g.As("rep"), "M25", raw); err != nil || seen.Accounts != 5 {
			g.Errorf("the rep: %+v, %v", seen, err)
		}
	})
}

func TestADraftThatMovesTiersSaysWhoIsOverloadedAndWhoIsHeld(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		now, err := g.portfolio.Classed(g.Context(), portfolio.Ask{})
		must(g.Stage, err)
		raw, err := json.Marshal(now.Setting.Config.Quadrant)
		must(g.Stage, err)
		same, err := method.New(g.Kit).Simulate(g.As("director"), "M16", raw)
		must(g.Stage, err)
		if same.Up+same.Down != 0 || len(same.Loads) != 2 || same.Loads[0].Before != same.Loads[0].After || same.Loads[0].Capacity != 160 {
			g.Errorf("the same configuration: %+v", same)
		}
		sim, err := method.New(g.Kit).Simulate(g.As("director"), "M17", []byte(`{"tiers":["","MAJOR","MAJOR","MAJOR","MAJOR"]}`))
		must(g.Stage, err)
		hours := 0.0
		for _, l := range sim.Loads {
			hours += l.After
		}
		if sim.Held != 0 || hours != 10*75 || sim.Loads[0].After <= sim.Loads[0].Capacity {
			g.Errorf("ten Major accounts of 75 hours each: %+v", sim)
		}
		sim, err = method.New(g.Kit).Simulate(g.As("director"), "M17", []byte(`{"tiers":["","MASS","MASS","MASS","MASS"]}`))
		must(g.Stage, err)
		if sim.Down == 0 || sim.Held != sim.Down {
			g.Errorf("no tier falls at the first evaluation: %+v", sim)
		}
	})
}

func TestM90BackTestsStandInThePast(t *testing.T) {
	each(t, func(g *ground) {
		methods := method.New(g.Kit)
		raw, err := json.Marshal(portfolio.Cuts{A: 0.30, B: 0.60})
		must(g.Stage, err)
		early, err := methods.BackTest(g.As("director"), "M25", raw, kernel.Date{})
		must(g.Stage, err)
		if early.Now.Refused != "backtest.short_ledger" {
			g.Errorf("ten days of data are enough: %+v", early)
		}
		at := june.Add(-20).AddMonths(-12) // the last orders are of 10 June
		for i := range 5 {                 // C01 50, C02 50, C03 50, C04 70 and C05 70 before the day; afterwards 100, 90, 80, 70 and 60
			g.sell(i, at.AddMonths(-6), []int64{50, 50, 50, 70, 70}[i])
		}
		g.sell(9, at.AddMonths(-12).Add(1), 40) // then nothing but the ten of June
		g.sell(0, at.AddMonths(-13), 1)
		test, err := methods.BackTest(g.As("director"), "M25", raw, at)
		must(g.Stage, err)
		// 330 before: C04 and C05 are A below 30 %, the first and 21 %; none of them grew
		if n := test.Draft; n.Refused != "" || n.Population != 6 || n.Skipped != 4 || n.Flagged != 2 || n.Grew != 3 || n.Shrank != 1 || n.Left != 0 ||
			n.Hit != 0 || n.FalseAlarms != 2 || n.Precision == nil || *n.Precision != 0 {
			g.Errorf("%+v", n)
		}
		// by 80 % all but the last of 40 (before it 290 of 330): C01, C02 and C03 grew
		if n := test.Now; n.Flagged != 5 || n.Hit != 3 || *n.Precision != 0.6 || *n.Recall != 1 || *n.Lift != 1.2 {
			g.Errorf("%+v", n)
		}
	})
}

// The rules are tried like a method: a fall waits for a second evaluation,
// which other rules would not ask for; and a manager who has less time is
// overloaded sooner.
func TestADraftOfTheRulesSaysWhatBecomesOfTheDifferences(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		last := june.Add(-20) // of the ledger
		g.run(last)
		g.expect(4, 1)
		r := g.run(last)
		fallen, open := r.Waiting, len(g.open("director"))
		if fallen == 0 {
			g.Fatalf("nobody has fallen: %+v", r)
		}
		methods := method.New(g.Kit)
		sim, err := methods.Simulate(g.As("director"), Method, []byte(`{"capacity":1}`))
		must(g.Stage, err)
		if sim.Up+sim.Down+len(sim.Moved) != 0 || sim.Accounts != 10 || len(sim.Loads) == 0 || sim.Loads[0].Before != sim.Loads[0].After || sim.Loads[0].Capacity != 1 {
			g.Errorf("a manager of one hour: %+v", sim)
		}
		draft := Default()
		draft.Tier.Down = Pace{1, 0, Manager}
		draft.Key.Down = draft.Tier.Down
		raw, err := json.Marshal(draft)
		must(g.Stage, err)
		sim, err = methods.Simulate(g.As("director"), Method, raw)
		must(g.Stage, err)
		due := 0
		for _, m := range sim.Moves {
			if m.From == "evaluation.course_waits" && m.To != m.From {
				due += m.Count
			}
		}
		if due != fallen || sim.Up != fallen || sim.Down != 0 || len(sim.Moved) != fallen {
			g.Errorf("%d wait, and would be due: %+v", fallen, sim)
		}
		if p := g.open("director"); len(p) != open {
			g.Errorf("a simulation proposes: %+v", p)
		}
		if seen, err := methods.Simulate(g.As("rep"), Method, raw); err != nil || seen.Accounts != 5 {
			g.Errorf("the rep: %+v, %v", seen, err)
		}
	})
}

// What the library says, evaluations do, from the day on which it says so.
func TestRulesThatTwoPeopleHaveDecidedHold(t *testing.T) {
	each(t, func(g *ground) {
		g.estimated()
		g.run(june)
		g.expect(4, 1)
		if r := g.run(june.Add(1)); r.Waiting == 0 || g.waits(4, Tier) {
			g.Fatalf("%+v", r)
		}
		methods := method.New(g.Kit)
		draft := Default()
		draft.Tier.Down, draft.Cares.Major.Hours = Pace{1, 0, Manager}, 1200
		raw, err := json.Marshal(draft)
		must(g.Stage, err)
		d, err := methods.Save(g.As("manager"), Method, 0, 1, raw)
		must(g.Stage, err)
		if d, err = methods.Submit(g.As("manager"), Method, d.Version, method.Submission{Reason: "降级要快"}); err != nil {
			g.Fatal(err)
		}
		if r := g.run(june.Add(2)); g.waits(4, Tier) {
			g.Errorf("a draft that waits for approval counts: %+v", r)
		}
		_, err = g.approvals.Decide(g.As("director"), approval.Verdict{ID: d.Proposal, Version: 1, Approve: true})
		must(g.Stage, err)
		g.run(june.Add(3))
		p := g.only(4, Tier, "director")
		if hours := p.Effects[0].Args["hours"].(float64); p.Was != "MAJOR" || hours > -75 {
			g.Errorf("a Major of 1,200 hours a year frees more than 75 a month: %+v", p)
		}
	})
}
