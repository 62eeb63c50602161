package portfolio

import (
	"slices"
	"strings"
	"testing"

	"erba/analysis/grade"
	"erba/analysis/membership"
	"erba/kernel"
)

func TestACardCountsPointsOnlyOfACompleteScorecard(t *testing.T) {
	c := growing(2)
	ratings := map[string]int64{Demand: 66_600_000_00, Influence: 5, Standing: 5, Satisfaction: 95, Loyalty: 5}
	e := judge(c, ratedAs(c, ratings))
	if card, open := (Classed{e}).Card(0); card != membership.Platinum || open {
		t.Errorf("6.66 million and %v points: %s, open %t", e.scoreOf(0), card.Key(), open)
	}
	delete(ratings, Satisfaction)
	delete(ratings, Loyalty)
	delete(ratings, Standing)
	e = judge(c, ratedAs(c, ratings))
	if card, open := (Classed{e}).Card(0); e.scoreOf(0).Known() || card == membership.Platinum || !open {
		t.Errorf("without half the answers: %s, open %t, %v points", card.Key(), open, e.scoreOf(0))
	}
	if x := e.explainCard(0); x.Rule != "membership.rule_open" {
		t.Errorf("explained by %s", x.Rule)
	}
}

func TestWhoIsNoKeyAccountHoldsNoCard(t *testing.T) {
	e := judge(company(), nil)
	for row := range int32(e.Len()) {
		if card, _ := (Classed{e}).Card(row); card != membership.None {
			t.Errorf("%s, of whom nobody has said anything, holds %s", e.Account(row).Code, card.Key())
		}
	}
}

func TestYearsOfCooperationAreWhole(t *testing.T) {
	tests := map[string]struct {
		from, to kernel.Date
		want     int
	}{
		"a day short of two years": {kernel.On(2024, 7, 1), kernel.On(2026, 6, 30), 1},
		"two years to the day":     {kernel.On(2024, 6, 30), kernel.On(2026, 6, 30), 2},
		"a leap day":               {kernel.On(2024, 2, 29), kernel.On(2025, 2, 28), 1},
		"the same day":             {kernel.On(2026, 6, 30), kernel.On(2026, 6, 30), 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := wholeYears(tt.from, tt.to); got != tt.want {
				t.Errorf("%d years", got)
			}
		})
	}
}

// Who brings the first half of all sales is A, up to 80 % B, up to 95 % C: of
// TD-10, 820, 410, 130 … of 1600, larger ones bring 0, 51, 77, 85, 91, 94, 97 %.
func TestM18ByShareOfSales(t *testing.T) {
	c := company()
	set := Setting{initial, Default()}
	set.Config.Grade.By = grade.Share
	e := evaluate(Ask{}.settled(c.Until), set, c, (&Judgements{}).beside(c), nil, nil)
	for row, want := range strings.Split("ABBCCCDDDD", "") {
		if got := grade.Of(e.climbCuts(), e.climbScore(int32(row))).String(); got != want {
			t.Errorf("%s by %v is %s, want %s", e.Account(int32(row)).Code, e.climbScore(int32(row)), got, want)
		}
	}
	if x := e.explainClimb(1); x.Inputs[0].Key != grade.Placed || x.Inputs[0].Value != 48.75 {
		t.Errorf("%+v", x.Inputs)
	}
}

// Of an A of the scorecard that buys all it needs from us every method is asked,
// and two that disagree are both named.
func TestMethodsThatDisagreeAreNamed(t *testing.T) {
	c := growing(1)
	e := judge(c, ratedAs(c, map[string]int64{Demand: 16_650_000_00, Influence: 1, Standing: 4, Satisfaction: 86, Loyalty: 5}))
	s := e.split(0)
	if !slices.Contains(s.Top, inABC) || !slices.Contains(s.Below, inWorth) || !slices.Contains(s.Below, inClimb) || !slices.Contains(s.Below, inCard) || len(s.Open) != 0 {
		t.Errorf("%+v", s)
	}
	alone := judge(company(), nil).split(1)
	if !slices.Contains(alone.Open, inWorth) || !slices.Contains(alone.Open, inPyramid) {
		t.Errorf("nobody has said anything: %+v", alone)
	}
}
