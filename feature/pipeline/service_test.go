package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"erba/feature/opportunity"
	"erba/feature/today"
	"erba/feature/visit"
	"erba/kernel"
)

func codes(all []Card) (found []string) {
	for _, c := range all {
		found = append(found, c.Code)
	}
	return found
}

func TestDealsStandUnderTheirSteps(t *testing.T) {
	on(t, func(g *ground) {
		g.book(opportunity.Deal{Code: "A1", Stage: "outline", Amount: worth(100), Expected: kernel.On(2026, 9, 1)},
			opportunity.Deal{Code: "A2", Stage: "outline", Amount: worth(200), Expected: kernel.On(2026, 6, 9)},
			opportunity.Deal{Code: "A3", Stage: "outline"},
			opportunity.Deal{Code: "A4", Stage: "proposal", Amount: worth(50), Opened: kernel.On(2026, 5, 1)},
			opportunity.Deal{Code: "A5", Stage: "proposal", State: "nurture"},
			opportunity.Deal{Code: "S1", Stage: "offer", Process: "short"},
			opportunity.Deal{Code: "B1", Stage: "outline", Account: g.his, Owner: g.User("other").ID, Amount: worth(999)})
		b, err := g.Board(g.As("rep"), Which{})
		g.must(err)
		outline, proposal := b.Columns[2], b.Columns[4]
		if outline.Count != 3 || outline.Amount != 30_000 || outline.Weighted != 9_000 || outline.Unknown != 1 {
			t.Errorf("300 at 30 %% are 90: %+v", outline.Held)
		}
		if got := codes(outline.Cards); !slices.Equal(got, []string{"A2", "A1", "A3"}) || !outline.Cards[0].Passed || outline.Cards[1].Passed {
			t.Errorf("the next expected comes first: %v", got)
		}
		if c := proposal.Cards[0]; proposal.Count != 1 || !c.Stuck || c.Days != 40 || c.Dwell != 30 || c.Class != "B" || !c.May || *c.Weighted != 2_500 {
			t.Errorf("%+v", proposal.Cards)
		}
		if b.Total.Count != 4 || b.Processes[0].Count != 4 || b.Processes[1].Count != 1 || outline.Milestones[0].Key != "approved" {
			t.Errorf("%+v %+v", b.Total, b.Processes)
		}
		all, err := g.Board(g.As("director"), Which{Owner: g.User("other").ID})
		g.must(err)
		if all.Total.Count != 1 {
			t.Errorf("%+v", all.Total)
		}
		aside, err := g.Board(g.As("rep"), Which{State: "nurture"})
		g.must(err)
		if aside.Total.Count != 1 {
			t.Errorf("%+v", aside.Total)
		}
	})
}

func TestAColumnComesInParts(t *testing.T) {
	on(t, func(g *ground) {
		var all []opportunity.Deal
		for i := range pageOf + 3 {
			all = append(all, opportunity.Deal{Code: fmt.Sprintf("D%02d", i), Stage: "plan", Expected: kernel.On(2026, 7, 1).Add(i)})
		}
		g.book(all...)
		b, err := g.Board(g.As("rep"), Which{})
		g.must(err)
		rest, err := g.Rest(g.As("rep"), Which{}, "plan", len(b.Columns[0].Cards))
		g.must(err)
		if got := codes(rest); b.Columns[0].Count != pageOf+3 || !slices.Equal(got, []string{"D25", "D26", "D27"}) || !rest[0].May {
			t.Errorf("%v", got)
		}
	})
}

func TestTwoMoveTheSameCard(t *testing.T) {
	on(t, func(g *ground) {
		g.book(opportunity.Deal{Code: "A1", Stage: "plan"})
		b, err := g.Board(g.As("rep"), Which{})
		g.must(err)
		c := b.Columns[0].Cards[0]
		move := func(role, stage string) int {
			return g.Do(role, "POST", "/api/opportunities/"+c.ID.String()+"/move", `{"stage":"`+stage+`","reason":"客户要求"}`, "If-Match", fmt.Sprintf(`"%d"`, c.Version)).Code
		}
		if first, second := move("rep", "research"), move("director", "outline"); first != 200 || second != 412 && second != 409 {
			t.Errorf("one wins, the other is told: %d and %d", first, second)
		}
		b, err = g.Board(g.As("rep"), Which{})
		g.must(err)
		if b.Columns[1].Count != 1 || b.Columns[1].Cards[0].Version != c.Version+1 {
			t.Errorf("%+v", b.Columns[1])
		}
	})
}

func TestDealsByTheirMonth(t *testing.T) {
	on(t, func(g *ground) {
		g.book(opportunity.Deal{Code: "A1", Stage: "plan", Amount: worth(100), Expected: kernel.On(2026, 7, 31)}, opportunity.Deal{Code: "A2", Stage: "plan", Expected: kernel.On(2026, 7, 1)},
			opportunity.Deal{Code: "A3", Stage: "plan", Expected: kernel.On(2026, 6, 9)}, opportunity.Deal{Code: "A4", Stage: "plan"},
			opportunity.Deal{Code: "A5", Stage: "offer", Process: "short", Expected: kernel.On(2026, 6, 30)})
		l, err := g.Timeline(g.As("rep"), Which{})
		g.must(err)
		var got []string
		for _, m := range l.Months {
			got = append(got, fmt.Sprintf("%s %s %v", m.Kind, m.Month, codes(m.Cards)))
		}
		want := []string{"passed  [A3]", "month 2026-06-01 [A5]", "month 2026-07-01 [A1 A2]", "unknown  [A4]"}
		if !slices.Equal(got, want) || l.Total.Count != 5 {
			t.Errorf("%v", got)
		}
	})
}

func TestAFunnelThatDriesUp(t *testing.T) {
	on(t, func(g *ground) {
		g.book(opportunity.Deal{Code: "A1", Stage: "negotiation", Amount: worth(6)}, opportunity.Deal{Code: "B1", Stage: "proposal", Amount: worth(15), Opened: kernel.On(2026, 3, 1)},
			opportunity.Deal{Code: "C1", Stage: "plan", Amount: worth(40)})
		f, err := g.Funnel(g.As("rep"), Which{})
		g.must(err)
		if f.Weighted != 1_540 || f.Healthy || !f.Classes[0].Thin || !f.Classes[1].Thin || f.Classes[0].Wants != 6 {
			t.Errorf("6, 15 and 40 weigh 15.4 (M30): %+v", f)
		}
		if f.Jams != 1 || f.Stuck[0].Code != "B1" || f.Stuck[0].Lasts != 101 {
			t.Errorf("B for 101 days: %+v", f.Stuck)
		}
		if s := f.Steps[4]; s.Stage != "proposal" || s.Now != 1 || s.Stuck != 1 || s.Went.Of != 1 || s.Went.Mean.Known() {
			t.Errorf("%+v", s)
		}
	})
}

// Of six deals that came to the first proposal one is lost there, five went on; of
// fewer than five there is no share, only the count.
func TestHowDealsWentOn(t *testing.T) {
	on(t, func(g *ground) {
		var all []opportunity.Deal
		for i := range 5 {
			all = append(all, opportunity.Deal{Code: fmt.Sprintf("W%d", i), Stage: "signing", State: "won", Opened: kernel.On(2026, 1, 1), Closed: kernel.On(2026, 3, 1)})
		}
		all = append(all, opportunity.Deal{Code: "L0", Stage: "outline", State: "lost", Opened: kernel.On(2026, 1, 1), Closed: kernel.On(2026, 3, 1)})
		g.book(all...)
		f, err := g.Funnel(g.As("rep"), Which{})
		g.must(err)
		if w := f.Steps[2].Went; w.Won != 5 || w.Of != 6 || !(w.Low > 0.5 && w.Low < w.Mean && w.Mean < w.High) {
			t.Errorf("%+v", w)
		}
		if w := f.Classes[1].Went; w.Won != 5 || w.Of != 6 {
			t.Errorf("from B to A: %+v", w)
		}
	})
}

func TestWhatComesFirstTomorrow(t *testing.T) {
	on(t, func(g *ground) {
		g.book(opportunity.Deal{Code: "C1", Stage: "plan", Amount: worth(900)}, opportunity.Deal{Code: "B1", Stage: "proposal"},
			opportunity.Deal{Code: "A1", Stage: "negotiation", Amount: worth(1)}, opportunity.Deal{Code: "A2", Stage: "negotiation", NextStep: "谈付款", NextOn: kernel.On(2026, 6, 9)},
			opportunity.Deal{Code: "A3", Stage: "negotiation", NextStep: "盖章", NextOn: kernel.On(2026, 6, 12)})
		l, err := g.Tomorrow(g.As("rep"), kernel.ID{})
		g.must(err)
		var got []string
		for _, task := range l.Tasks {
			got = append(got, task.Code+task.Does)
		}
		if want := []string{"A2sign", "A1sign", "B1visit", "C1meet"}; !slices.Equal(got, want) || l.Tasks[0].Late != 2 {
			t.Errorf("%v", got)
		}
		if l.From != kernel.On(2026, 6, 8) || l.Until != kernel.On(2026, 6, 14) || len(l.Short) != 0 {
			t.Errorf("%s to %s, %v", l.From, l.Until, l.Short)
		}
	})
}

func TestAWeekThatOnlySigns(t *testing.T) {
	on(t, func(g *ground) {
		g.today = kernel.Today
		g.book(opportunity.Deal{Code: "A1", Stage: "negotiation"}, opportunity.Deal{Code: "C1", Stage: "plan"})
		_, err := visit.New(g.Kit).Plan(g.As("rep"), visit.Visit{Account: g.mine, Day: kernel.Today().Add(1), Length: 60, Start: new(int64(600)), Purpose: "谈年度框架"})
		g.must(err)
		l, err := g.Tomorrow(g.As("rep"), kernel.ID{})
		g.must(err)
		if l.Week.A != 60 || l.Visits != 1 || len(l.Short) != 2 || l.Short[0].Class != "C" || l.Short[1].Needs != 0.3 {
			t.Errorf("%+v", l)
		}
	})
}

func TestWhoIsCalledToday(t *testing.T) {
	on(t, func(g *ground) {
		g.book(opportunity.Deal{Code: "A1", Stage: "plan", Expected: kernel.On(2026, 6, 25)}, opportunity.Deal{Code: "H1", Stage: "plan", Expected: kernel.On(2026, 6, 17)},
			opportunity.Deal{Code: "C1", Stage: "plan", Expected: kernel.On(2026, 6, 9)})
		l, err := g.Levels(g.As("rep"), Which{})
		g.must(err)
		var got []string
		for _, c := range l.Calls {
			got = append(got, c.Level+c.Code)
		}
		if want := []string{"HH1", "AA1", "CC1"}; !slices.Equal(got, want) || l.Levels[3].Passed != 1 || l.Levels[0].Count != 1 || l.Levels[2].Count != 0 {
			t.Errorf("%v", got)
		}
	})
}

func TestStuckDealsAreOffered(t *testing.T) {
	on(t, func(g *ground) {
		g.book(opportunity.Deal{Code: "A1", Stage: "proposal", Amount: worth(100), Opened: kernel.On(2026, 5, 1)}, opportunity.Deal{Code: "A2", Stage: "proposal", Amount: worth(100)})
		all, err := g.stuck(g.As("rep"), today.Ask{User: g.User("rep").ID, On: wednesday, Limit: 10})
		g.must(err)
		if len(all) != 1 || all[0].Amount != 10_000 || all[0].Chance != 0.5 || all[0].Due != kernel.On(2026, 5, 31) {
			t.Errorf("%+v", all)
		}
	})
}

func TestBoardsLeaveAsLists(t *testing.T) {
	on(t, func(g *ground) {
		g.book(opportunity.Deal{Code: "A1", Stage: "outline", Amount: worth(100)}, opportunity.Deal{Code: "B1", Stage: "outline", Account: g.his, Owner: g.User("other").ID, Amount: worth(999)})
		w := g.Do("director", "GET", "/api/pipeline/export?format=csv", "")
		if body := w.Body.String(); w.Code != 200 || !strings.Contains(body, "A1") || !strings.Contains(body, "B1") || !strings.Contains(body, "First proposal") {
			t.Errorf("%d %s", w.Code, body)
		}
	})
}
