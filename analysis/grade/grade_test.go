package grade

import (
	"slices"
	"testing"

	"erba/analysis/band"
	"erba/analysis/null"
	"pgregory.net/rapid"
)

var cuts = band.Set{50, 70, 85}

func TestM18(t *testing.T) {
	tests := map[string]struct {
		scores []null.Number
		bought int
		want   []Class
	}{
		"71, 68, 66 and 66 again":                   {[]null.Number{71, 68, 66, 66}, 0, []Class{B, B, B, C}},
		"the first purchase of P makes D":           {[]null.Number{90, 90, 90}, 1, []Class{P, D, A}},
		"a customer of whom too little is known":    {[]null.Number{null.None, 60, null.None}, 0, []Class{None, C, C}},
		"no purchase ever is P, whatever the score": {[]null.Number{null.None, 88}, 9, []Class{P, P}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if got := cfg.Climb(cuts, tt.scores, tt.bought); !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestM18UpgradeCandidates(t *testing.T) {
	tests := map[string]struct {
		class   Class
		score   null.Number
		next    Class
		missing null.Number
	}{
		"66 is 4 below B":                           {C, 66, B, 4},
		"65 is exactly 5 below":                     {C, 65, B, 5},
		"64.9 is too far":                           {C, 64.9, None, null.None},
		"held in B at 66, 19 below A":               {B, 66, None, null.None},
		"nobody is above A":                         {A, 84, None, null.None},
		"who has never bought climbs by buying":     {P, 48, None, null.None},
		"of whom too little is known none is close": {C, null.None, None, null.None},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			next, missing, ok := cfg.Candidate(cuts, tt.class, tt.score)
			if next != tt.next || ok != tt.missing.Known() || ok && missing != tt.missing {
				t.Errorf("%s, %v points, %t", next, missing, ok)
			}
		})
	}
}

var scores = rapid.Map(rapid.IntRange(0, 1000), func(n int) null.Number { return null.Number(n) / 10 })

func TestExplanationsComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := Default()
		h := History{rapid.SampledFrom([]Class{None, P, D, C, B, A}).Draw(t, "before"), true, rapid.SliceOfN(scores, 1, 3).Draw(t, "scores")}
		e := cfg.Explain(cuts, h)
		if e.Result != cfg.Next(cuts, h).Key() {
			t.Fatal(e.Result)
		}
		for _, change := range e.Changes {
			h.Scores[len(h.Scores)-1] = null.Number(change.To)
			if got := cfg.Next(cuts, h).Key(); got != change.Result {
				t.Fatalf("%+v gives %s", change, got)
			}
		}
	})
}

func TestColumnsAgreeWithOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, n := Default(), rapid.IntRange(0, 9).Draw(t, "customers")
		before, bought, into := make([]Class, n), make([]bool, n), make([]Class, n)
		columns := [][]null.Number{make([]null.Number, n), make([]null.Number, n)}
		for row := range n {
			before[row], bought[row] = Class(rapid.IntRange(0, 5).Draw(t, "class")), rapid.Bool().Draw(t, "bought")
			columns[0][row], columns[1][row] = scores.Draw(t, "before"), scores.Draw(t, "now")
		}
		cfg.NextAll(cuts, before, bought, columns, into)
		for row := range n {
			one := cfg.Next(cuts, History{before[row], bought[row], []null.Number{columns[0][row], columns[1][row]}})
			if into[row] != one {
				t.Fatalf("row %d is %s, alone %s", row, into[row], one)
			}
		}
	})
}

// With the same quarters behind it, nobody falls lower by more points now. What
// was before may: who has been higher may have two bad quarters to fall by.
func TestMorePointsNowNeverWorsenTheClass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, history := Default(), rapid.SliceOfN(rapid.Float64Range(0, 100), 0, 6).Draw(t, "quarters before")
		now, more := rapid.Float64Range(0, 100).Draw(t, "now"), rapid.Float64Range(0, 100).Draw(t, "more")
		last := func(score float64) Class {
			var scores []null.Number
			for _, s := range append(slices.Clone(history), score) {
				scores = append(scores, null.Number(s))
			}
			classes := cfg.Climb(cuts, scores, 0)
			return classes[len(classes)-1]
		}
		if low, high := last(min(now, more)), last(max(now, more)); high < low {
			t.Fatalf("after %v, %v points make %s and %v make %s", history, min(now, more), low, max(now, more), high)
		}
	})
}
