package ladder

import (
	"testing"

	"erba/analysis/band"
	"erba/analysis/null"
	"pgregory.net/rapid"
)

var (
	cuts  = band.Set{50, 70, 85}
	slack = Slack{Points: 3, Times: 2}
)

// climb walks through a history from its first score on.
func climb(scores ...null.Number) (rungs []int) {
	rung := 0
	for i := range scores {
		if rung == 0 {
			rung = cuts.Of(scores[i])
		} else {
			rung = slack.Next(cuts, rung, scores[:i+1])
		}
		rungs = append(rungs, rung)
	}
	return rungs
}

func TestFallsOnlyAfterASecondBadTime(t *testing.T) {
	tests := map[string]struct {
		scores []null.Number
		want   int
	}{
		"a little below the cut twice":             {[]null.Number{71, 68, 67}, 3},
		"far below the cut once":                   {[]null.Number{71, 20}, 3},
		"far below it twice":                       {[]null.Number{71, 20, 20}, 1},
		"below two cuts, but once below the lower": {[]null.Number{86, 60, 20}, 2},
		"bad, good, bad is not twice in a row":     {[]null.Number{71, 60, 71, 60}, 3},
		"bad, unknown, bad is not either":          {[]null.Number{71, 60, null.None, 60}, 3},
		"up at once, by several rungs":             {[]null.Number{10, 90}, 4},
		"at the cut it is up":                      {[]null.Number{69.9, 70}, 3},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			rungs := climb(tt.scores...)
			if got := rungs[len(rungs)-1]; got != tt.want {
				t.Errorf("got %v, want %d at the end", rungs, tt.want)
			}
		})
	}
}

// A second way: every rung has its own count of bad times in a row.
func TestEveryRungIsLostForItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 100), null.Of[int]), 1, 12).Draw(t, "scores")
		var bad [3]int
		want := 1
		for i, score := range scores {
			rung := 1
			for k, cut := range cuts {
				if bad[k]++; float64(score) >= cut-slack.Points {
					bad[k] = 0
				}
				if float64(score) >= cut || i > 0 && want >= k+2 && bad[k] < slack.Times {
					rung = k + 2
				}
			}
			want = rung
		}
		if got := climb(scores...); got[len(got)-1] != want {
			t.Fatalf("%v climbs %v, counted %d", scores, got, want)
		}
	})
}

func TestABetterScoreNeverLeadsLower(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 100), null.Of[int]), 1, 8).Draw(t, "scores")
		before := climb(scores...)
		scores[rapid.IntRange(0, len(scores)-1).Draw(t, "which")] += null.Of(rapid.IntRange(0, 50).Draw(t, "more"))
		after := climb(scores...)
		for i := range before {
			if after[i] < before[i] {
				t.Fatalf("%v fell below %v with better scores %v", after, before, scores)
			}
		}
	})
}

func TestHighestLevelWithEnoughMet(t *testing.T) {
	levels := [][]float64{{5, 85, 5}, {2, 75, 3}, {0.5, 65, 1}}
	tests := map[string]struct {
		have []null.Number
		want int
		open bool
	}{
		"two of the second level":                    {[]null.Number{2.6, 86, 2}, 1, false},
		"all of the first":                           {[]null.Number{5, 85, 5}, 0, false},
		"none of any":                                {[]null.Number{0, 0, 0}, 3, false},
		"one is open and would make the first":       {[]null.Number{2.6, 86, null.None}, 1, true},
		"one is open and could not make the first":   {[]null.Number{2.6, 80, null.None}, 1, false},
		"nothing is known":                           {[]null.Number{null.None, null.None, null.None}, 3, true},
		"one known and met, the others are not said": {[]null.Number{9, null.None, null.None}, 3, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got, open := Highest(levels, 2, tt.have); got != tt.want || open != tt.open {
				t.Errorf("level %d, open %t", got, open)
			}
		})
	}
}
