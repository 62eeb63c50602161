package quadrant

import (
	"slices"
	"testing"

	"erba/analysis/pareto"
	"pgregory.net/rapid"
)

const wan = 10_000_00

func TestM16(t *testing.T) {
	tests := map[string]struct {
		current, potential int64
		want               Type
	}{
		"C01": {820, 150, LargeLow},
		"C04": {90, 600, SmallHigh},
		"C02": {410, 500, LargeHigh},
		"C09": {6, 10, SmallLow},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := (Cuts{100 * wan, 200 * wan}).Type(tt.current*wan, (tt.current+tt.potential)*wan); got != tt.want {
				t.Errorf("got %s, want %s", got.Key(), tt.want.Key())
			}
		})
	}
}

func TestUnknownIsNotLow(t *testing.T) {
	if got := (Cuts{1, 1}).Type(5, Unknown); got != None {
		t.Errorf("got %s", got.Key())
	}
}

func TestCutsAreDerived(t *testing.T) {
	current := []int64{820, 410, 130, 90, 60, 40, 25, 15, 6, 4}
	estimate := []int64{820, 510, 430, Unknown, 360, Unknown, Unknown, Unknown, Unknown, 404}
	var ranked pareto.Ranking
	got := new(Finder).Cuts(ranked.Rank(current), current, estimate, Default())
	// 130 completes 80 %; the known potentials are 0, 100, 300, 300 and 400: 80 % lies at 320
	if want := (Cuts{130, 320}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestWithoutAnyPotentialNobodyIsHigh(t *testing.T) {
	current := []int64{5, 0}
	var ranked pareto.Ranking
	cuts := new(Finder).Cuts(ranked.Rank(current), current, []int64{5, 0}, Default())
	if got := []Type{cuts.Type(5, 5), cuts.Type(0, 0)}; !slices.Equal(got, []Type{LargeLow, SmallLow}) {
		t.Errorf("got %v with %+v", got, cuts)
	}
}

func TestExplanationsComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Int64Range(0, 50)
		cuts := Cuts{1 + amount.Draw(t, "cut"), 1 + amount.Draw(t, "potential cut")}
		current, estimate := amount.Draw(t, "current"), rapid.Int64Range(-1, 50).Draw(t, "estimate")
		for _, change := range cuts.Explain(current, estimate).Changes {
			c, e := current, int64(change.To)
			if change.Key == "quadrant.current" {
				c, e = e, estimate
			}
			if got := cuts.Type(c, e).Key(); got != change.Result {
				t.Fatalf("%+v gives %s", change, got)
			}
		}
	})
}
