package dossier

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"erba/kernel"
)

var today = kernel.On(2026, 7, 1)

func full() (f File) {
	for i := range f {
		f[i] = Group{Filled: 4, Required: 4, Confirmed: today.Add(-30)}
	}
	return f
}

// M55 (e): all filled but half of the needs: 95 %; the contacts not confirmed for
// more than 180 days besides: 85 %.
func TestM55(t *testing.T) {
	c, f := Default(), full()
	f[3].Filled = 2
	if got := float64(c.Completeness(f, today)); math.Abs(got-0.95) > 1e-12 {
		t.Errorf("half of the needs: %v", got)
	}
	f[1].Confirmed = today.Add(-181)
	if got := float64(c.Completeness(f, today)); math.Abs(got-0.85) > 1e-12 {
		t.Errorf("stale contacts: %v", got)
	}
	f[1].Confirmed = today.Add(-180)
	if got := float64(c.Completeness(f, today)); math.Abs(got-0.95) > 1e-12 {
		t.Errorf("180 days are fresh: %v", got)
	}
	if e := c.Explain(f, today); len(e.Inputs) != 7 || math.Abs(e.Inputs[3].Value-0.05) > 1e-12 {
		t.Errorf("%+v", e.Inputs)
	}
}

func TestWeightsMakeAHundred(t *testing.T) {
	c := Default()
	c.Basic = 29
	if c.Check() == nil || Default().Check() != nil {
		t.Error("weights that make 99 were taken")
	}
}

func TestMoreIsNeverLessComplete(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, f := Default(), File{}
		for i := range f {
			f[i] = Group{rapid.IntRange(0, 6).Draw(t, "filled"), rapid.IntRange(0, 6).Draw(t, "required"), today.Add(-rapid.IntRange(0, 400).Draw(t, "ago"))}
		}
		before := c.Completeness(f, today)
		f[rapid.IntRange(0, 6).Draw(t, "group")].Filled++
		if after := c.Completeness(f, today); after < before || after < 0 || after > 1 {
			t.Fatalf("%v after %v", after, before)
		}
	})
}
