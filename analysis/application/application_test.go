package application

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

func TestM62(t *testing.T) {
	years := [3]null.Number{100, 110, 121}
	if got := (Config{}).Forecast(years); math.Abs(float64(got)-133.1) > 1e-9 {
		t.Errorf("%v", got)
	}
	if got := (Config{Cautious: true}).Forecast(years); math.Abs(float64(got)-121.3666666) > 1e-6 {
		t.Errorf("cautious %v", got)
	}
	for name, years := range map[string][3]null.Number{"never bought before": {0, 10, 20}, "nothing left": {10, 5, 0}, "a year nobody knows": {null.None, 1, 2}} {
		if got := (Config{}).Forecast(years); got.Known() {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestM95(t *testing.T) {
	k := Known{64.3, 50, 80, 100, 100}
	if got := k.Complete(); math.Abs(float64(got)-78.86) > 1e-9 {
		t.Errorf("%v", got)
	}
	if k.Application = null.None; k.Complete() != 62.86 {
		t.Errorf("without the application %v", k.Complete())
	}
	for want, plan := range map[null.Number][2]int{0: {3, 0}, 50: {4, 0}, 100: {4, 2}} {
		if got := Planned(plan[0], plan[1]); got != want {
			t.Errorf("%v: %v", plan, got)
		}
	}
}

// The whole lies between the least and the most that is known of a part.
func TestAMeanLiesBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.Custom(func(t *rapid.T) null.Number { return null.Of(rapid.IntRange(0, 100).Draw(t, "part")) })
		all := rapid.SliceOfN(part, 5, 5).Draw(t, "parts")
		got, least, most := Known{all[0], all[1], all[2], all[3], all[4]}.Complete(), null.Number(100), null.Number(0)
		for _, p := range all {
			least, most = min(least, p), max(most, p)
		}
		if got < least-1e-9 || got > most+1e-9 {
			t.Fatalf("%v of %v", got, all)
		}
	})
}
