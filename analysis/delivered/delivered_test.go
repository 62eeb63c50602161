package delivered

import (
	"math"
	"testing"

	"erba/analysis/null"
	"pgregory.net/rapid"
)

var (
	ours  = Offer{50_000, 12_000, 5_000, 8_000, 52_000, 4_000, 2_000, 1_000}
	other = Offer{45_000, 9_000, 4_000, 6_000, 46_000, 3_500, 1_500, 500}
)

// The worked example of the specification: 16,000 against 12,500.
func TestM49(t *testing.T) {
	s, o := ours.Sum(), other.Sum()
	if s.Value != 75_000 || s.Cost != 59_000 || s.Delivered != 16_000 || math.Round(float64(s.Ratio)*100) != 127 {
		t.Errorf("ours %+v", s)
	}
	if o.Value != 64_000 || o.Cost != 51_500 || o.Delivered != 12_500 {
		t.Errorf("theirs %+v", o)
	}
	got := Compare(ours, []Offer{other})
	if got.Lead != 3_500 || !got.Leads || got.Best != 0 {
		t.Errorf("standing %+v", got)
	}
	if money := got.Steps[Money]; money.From != 52_000 || money.To != 55_500 || money.Change != 3_500 {
		t.Errorf("the price may rise to %+v", money)
	}
	if image := got.Steps[Image]; image.To != 4_500 {
		t.Errorf("image may fall to %+v", image)
	}
}

func TestOffersThatAreNotWhole(t *testing.T) {
	hollow := ours
	hollow[Time] = null.None
	if s := hollow.Sum(); s.Delivered.Known() || s.Cost.Known() || s.Value != 75_000 {
		t.Errorf("added up as %+v", s)
	}
	if s := Compare(hollow, []Offer{other}); s.Lead.Known() || s.Leads || s.Steps[Money].To.Known() {
		t.Errorf("compared as %+v", s)
	}
	if s := Compare(ours, nil); s.Best != -1 || s.Lead.Known() {
		t.Errorf("alone %+v", s)
	}
	if s := Compare(ours, []Offer{hollow, other}); s.Best != 1 {
		t.Errorf("the best of the others is %d", s.Best)
	}
}

func TestWhoTrailsIsToldWhatCannotBeDoneAlone(t *testing.T) {
	s := Compare(other, []Offer{ours})
	if s.Leads || s.Lead != -3_500 {
		t.Fatalf("%+v", s)
	}
	if s.Steps[Product].To != 48_500 || s.Steps[Money].To != 42_500 || s.Steps[Effort].To.Known() {
		t.Errorf("%+v", s.Steps)
	}
}

// Whatever one component is told to become, the two offers are level with it.
func TestEveryStepDrawsLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) (o Offer) {
			for i := range o {
				o[i] = null.Of(rapid.IntRange(0, 10_000).Draw(t, label))
			}
			return o
		}
		a, b := draw("ours"), draw("theirs")
		for i, step := range Compare(a, []Offer{b}).Steps {
			if !step.To.Known() {
				continue
			}
			with := a
			with[i] = step.To
			if d := with.Sum().Delivered - b.Sum().Delivered; d != 0 {
				t.Fatalf("%s at %v leaves %v", step.Component, step.To, d)
			}
		}
	})
}

func TestItIsSaidWhyAnOfferLeads(t *testing.T) {
	if e := Explain(ours, []Offer{other}); e.Result != "delivered.leads" || len(e.Changes) != 8 {
		t.Errorf("%+v", e)
	}
	if e := Explain(other, []Offer{ours}); e.Result != "delivered.trails" {
		t.Errorf("%+v", e)
	}
	if e := Explain(Offer{}, nil); e.Result != "delivered.unknown" {
		t.Errorf("%+v", e)
	}
}
