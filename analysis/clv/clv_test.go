package clv

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// published is the model of the paper, to the places it prints.
var published = BGNBD{R: 0.243, Alpha: 4.414, A: 0.793, B: 2.426, Identified: true}

func TestM90ExpectedPurchasesOfThePaper(t *testing.T) {
	got := published.Expected(Customer{X: 2, Last: 30.43, Age: 38.86}, 39)
	if math.Abs(got-1.226) > 0.0005 {
		t.Errorf("got %v, the paper says 1.226", got)
	}
	m := BGNBD{R: 0.2425945, Alpha: 4.4136019, A: 0.7929199, B: 2.4258881}
	for time, want := range map[float64]float64{1. / 7: 0.0078, 1: 0.0532, 3: 0.1506, 31.8571: 1.0405, 32: 1.0437, 78: 1.8576} {
		if got := m.Expected(Customer{}, time); math.Abs(got-want) > 0.0015 {
			t.Errorf("a new customer buys %v times in %v weeks, the paper says %v", got, time, want)
		}
	}
}

func TestNothingOverflowsForHeavyBuyers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := BGNBD{R: rapid.Float64Range(0.01, 20).Draw(t, "r"), Alpha: rapid.Float64Range(0.1, 100).Draw(t, "alpha"),
			A: rapid.OneOf(rapid.Just(1.0), rapid.Float64Range(0.001, 10)).Draw(t, "a"), B: rapid.Float64Range(0.01, 9000).Draw(t, "b"), Identified: true}
		age := rapid.Float64Range(1, 520).Draw(t, "age")
		c := Customer{X: rapid.IntRange(1, 100_000).Draw(t, "x"), Age: age, Last: age * rapid.Float64Range(0.001, 1).Draw(t, "last")}
		alive, _ := m.Alive(c)
		short, long := m.Expected(c, 10), m.Expected(c, 40)
		if !(alive >= 0 && alive <= 1) || !(short >= -1e-6 && short <= long+1e-6) || math.IsInf(long, 0) {
			t.Fatalf("alive %v, expected %v then %v", alive, short, long)
		}
		if most := m.Limit.Expected(c, 0) + (m.R+float64(c.X))/(m.Alpha+c.Age)*40; long > most*(1+1e-9) {
			t.Fatalf("%v purchases, without dropout %v", long, most)
		}
	})
}

func TestTooFewRepeatCustomersAreRefused(t *testing.T) {
	if _, err := FitBGNBD([]Customer{{X: 1, Last: 2, Age: 3}}); err == nil {
		t.Error("one customer was fitted")
	}
	if _, err := FitBGNBD([]Customer{{X: 1, Last: 4, Age: 3}}); err == nil {
		t.Error("a purchase after the end was accepted")
	}
	if _, err := FitGammaGamma([]Customer{{X: 1, Last: 2, Age: 3, Mean: 5}}); err == nil {
		t.Error("one customer was fitted")
	}
}

func TestSlopesAreThoseOfTheLikelihood(t *testing.T) {
	customers := []Customer{{0, 0, 30, 0}, {1, 3, 40, 10}, {5, 30, 35, 22}, {40, 39, 40, 7}}
	h := groupUp(customers)
	for name, tt := range map[string]struct {
		of likelihood
		at []float64
	}{
		"BG/NBD":      {h.bgnbd, []float64{0.5, 5, 0.7, 3}},
		"NBD":         {h.nbd, []float64{0.5, 5}},
		"Gamma-Gamma": {spending(customers[1:]).likelihood, []float64{2, 3, 12}},
	} {
		slope, ignored := make([]float64, len(tt.at)), make([]float64, len(tt.at))
		tt.of(tt.at, slope)
		for i := range tt.at {
			const step = 1e-5
			tt.at[i] += step
			up := tt.of(tt.at, ignored)
			tt.at[i] -= 2 * step
			down := tt.of(tt.at, ignored)
			tt.at[i] += step
			if want := (up - down) / (2 * step); math.Abs(slope[i]-want) > 1e-5*(1+math.Abs(want)) {
				t.Errorf("%s: slope %d is %v, want %v", name, i, slope[i], want)
			}
		}
	}
}
