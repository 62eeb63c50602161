package kpi

import (
	"math/rand/v2"
	"testing"

	"erba/analysis/null"
)

// close is equal but for how numbers are kept.
func close(a null.Number, b float64) bool { return float64(a)-b < 1e-9 && b-float64(a) < 1e-9 }

// M90 (e).
func TestM90(t *testing.T) {
	c := Default()
	for sentence, tt := range map[string]struct {
		got  null.Number
		want float64
	}{
		"S 120, E 130, N 22":           {Retention(120, 130, 22), 0.90},
		"churn is the rest":            {Churn(120, 130, 22), 0.10},
		"150 buyers, 96 repeat":        {Repeat(150, 96), 0.64},
		"2,000,000 in 800 orders":      {Average(2_000_000, 800), 2_500},
		".4·64 + .3·40 + .3·55 = 54.1": {c.Loyalty(0.64, 0.40, 0.55), 0.541},
	} {
		if !close(tt.got, tt.want) {
			t.Errorf("%s: %v, want %v", sentence, tt.got, tt.want)
		}
	}
}

func TestWhatIsNotKnownIsInNoFigure(t *testing.T) {
	c := Default()
	for sentence, got := range map[string]null.Number{
		"nobody at the start":            Retention(0, 10, 10),
		"nobody bought":                  Repeat(0, 0),
		"no order":                       Average(100, 0),
		"no wallet share":                c.Loyalty(0.6, null.None, 0.5),
		"nobody knows who stands on R7":  c.Loyalty(0.6, 0.5, null.None),
		"nothing was spent on winning":   first(Spend{null.None, 20, 540_000, 108}.Each()),
		"nobody was won":                 first(Spend{600_000, 0, 540_000, 108}.Each()),
		"a margin that nobody has known": Gain(6, null.None, 120_000),
	} {
		if got.Known() {
			t.Errorf("%s: %v", sentence, got)
		}
	}
}

func first(n, _, _ null.Number) null.Number { return n }

func TestAFigureIsAsGoodAsItsTarget(t *testing.T) {
	c := Default()
	for sentence, tt := range map[string]struct {
		value, target null.Number
		down          bool
		want          Light
	}{
		"more is better, and it is more":   {0.91, 0.90, false, Green},
		"exactly as aimed at":              {0.90, 0.90, false, Green},
		"a tenth less is yellow":           {0.81, 0.90, false, Yellow},
		"less than that is red":            {0.80, 0.90, false, Red},
		"less is better, and it is less":   {0.09, 0.10, true, Green},
		"a tenth more is yellow":           {0.11, 0.10, true, Yellow},
		"more than that is red":            {0.12, 0.10, true, Red},
		"a loss that was aimed at":         {-105, -100, false, Yellow},
		"nothing is aimed at":              {0.5, null.None, false, Dark},
		"nothing is known, which is not 0": {null.None, 0.5, true, Dark},
	} {
		if got := c.Light(tt.value, tt.target, tt.down); got != tt.want {
			t.Errorf("%s: %s, want %s", sentence, got, tt.want)
		}
	}
}

// A better figure never has a worse light.
func TestLightsRiseWithTheFigure(t *testing.T) {
	seed := rand.Uint64()
	dice := rand.New(rand.NewPCG(seed, 1))
	c, rank := Default(), map[Light]int{Red: 0, Yellow: 1, Green: 2}
	for range 2000 {
		target, a, b := null.Number(dice.NormFloat64()), null.Number(dice.NormFloat64()), null.Number(dice.NormFloat64())
		a, b = min(a, b), max(a, b)
		if rank[c.Light(a, target, false)] > rank[c.Light(b, target, false)] || rank[c.Light(a, target, true)] < rank[c.Light(b, target, true)] {
			t.Fatalf("seed %d: %v, %v against %v", seed, a, b, target)
		}
	}
}

// M03 (e): 600,000 for 20 new ones, 540,000 for 108 who stay: 6.0. Six saved at a
// margin of 50,000 for 120,000: + 180,000.
func TestM03(t *testing.T) {
	win, keep, ratio := Spend{600_000, 20, 540_000, 108}.Each()
	if win != 30_000 || keep != 5_000 || ratio != 6 || float64(ratio) <= Usual().Benchmark {
		t.Errorf("%v / %v = %v", win, keep, ratio)
	}
	if got := Gain(6, 50_000, 120_000); got != 180_000 {
		t.Errorf("gain %v", got)
	}
}
