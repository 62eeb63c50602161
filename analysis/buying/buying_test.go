package buying

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

func TestM73(t *testing.T) {
	factors := []Factor{{"product", 5, 4, []int{4}}, {"service", 4, 3, []int{4}}, {"promotion", 2, 3, []int{3}}, {"price", 5, 3, []int{4}}, {"company", 3, 5, []int{3}}}
	if got := Score(factors, Ours); math.Abs(float64(got)-68.0/19) > 1e-9 {
		t.Errorf("ours %v", got)
	}
	if got := Score(factors, Their(0)); math.Abs(float64(got)-71.0/19) > 1e-9 {
		t.Errorf("theirs %v", got)
	}
	if gaps := Gaps(factors); len(gaps) != 2 || gaps[0].Key != "service" || gaps[1].Key != "price" {
		t.Errorf("%+v", gaps)
	}
	if got := Return(30, 10, 100); got != 0.2 || Return(30, 10, 0).Known() {
		t.Errorf("returns %v", got)
	}
}

func TestWhatNobodyHasSaidIsInNoScore(t *testing.T) {
	factors := []Factor{{"product", 5, 4, nil}, {"price", 5, 0, []int{5}}}
	if got := Score(factors, Ours); got != 4 || Score(factors, Their(0)) != 5 || Score(nil, Ours).Known() || Score(factors, Their(1)).Known() {
		t.Errorf("%v", got)
	}
	if gaps := Gaps(factors); len(gaps) != 0 {
		t.Errorf("%+v", gaps)
	}
}

// A score lies within the marks, and a better mark never lowers it.
func TestBetterMarksNeverLowerTheScore(t *testing.T) {
	mark := rapid.IntRange(1, 5)
	rapid.Check(t, func(t *rapid.T) {
		factors := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Factor {
			return Factor{"f", mark.Draw(t, "weight"), mark.Draw(t, "ours"), []int{mark.Draw(t, "theirs")}}
		}), 1, 12).Draw(t, "factors")
		before := Score(factors, Ours)
		at := rapid.IntRange(0, len(factors)-1).Draw(t, "at")
		factors[at].Ours = min(5, factors[at].Ours+1)
		if after := Score(factors, Ours); after < before-null.Number(1e-9) || before < 1 || after > 5 {
			t.Fatalf("%v became %v", before, after)
		}
	})
}

// The gaps of the worked example are what would have to change.
func TestM73Explained(t *testing.T) {
	e := Explain([]Factor{{"product", 5, 4, []int{4}}, {"service", 4, 3, []int{4}}, {"promotion", 2, 3, []int{3}}, {"price", 5, 3, []int{4}}, {"company", 3, 5, []int{3}}})
	if e.Result != "buying.behind" || e.Rule != "buying.rule_gaps" || len(e.Changes) != 2 || e.Changes[0].To != 4 || e.Changes[0].Result != "buying.no_gap" {
		t.Errorf("%+v", e)
	}
	if e := Explain([]Factor{{"price", 5, 4, nil}}); e.Result != "buying.unknown" || e.Inputs[1].Known {
		t.Errorf("without a competitor: %+v", e)
	}
	if e := Explain([]Factor{{"price", 5, 4, []int{2, 3}}}); e.Result != "buying.ahead" || e.Inputs[1].Value != 3 {
		t.Errorf("the best of two: %+v", e)
	}
}
