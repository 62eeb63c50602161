package layer

import (
	"testing"

	"pgregory.net/rapid"
)

func TestM61(t *testing.T) {
	people := []Person{{Decision, 3}, {Implementation, 4}, {Usage, 2}}
	if got := Default().Coverage(people); got != 0.5 {
		t.Errorf("%v", got)
	}
	states := Default().States(people)
	if states[0].People != 0 || states[3].Covered || states[3].Closest != 2 {
		t.Errorf("image is missing and usage weak: %+v", states)
	}
}

func TestNobodyOnAnyLayerIsUnknown(t *testing.T) {
	if Default().Coverage([]Person{{"", 5}}).Known() {
		t.Error("people without a layer say nothing about layers")
	}
}

func TestComingCloserUncoversNoLayer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Person {
			return Person{rapid.SampledFrom(All).Draw(t, "layer"), rapid.IntRange(0, 5).Draw(t, "closeness")}
		}), 1, 12).Draw(t, "people")
		before := Default().Coverage(people)
		people[rapid.IntRange(0, len(people)-1).Draw(t, "who")].Closeness = 5
		if after := Default().Coverage(people); after < before || after < 0 || after > 1 {
			t.Fatalf("%v, then %v", before, after)
		}
	})
}

func TestExplanationNamesWhatIsMissing(t *testing.T) {
	e := Default().Explain([]Person{{Decision, 3}, {Implementation, 4}, {Usage, 2}})
	if e.Result != Missing || len(e.Changes) != 2 || e.Changes[0].Key != "relation.layer_usage" || e.Changes[0].To != 3 {
		t.Errorf("%+v", e)
	}
	if e := Default().Explain([]Person{{Image, 3}, {Decision, 3}, {Implementation, 4}, {Usage, 3}}); e.Result != Whole || e.Changes != nil {
		t.Errorf("%+v", e)
	}
	if e := Default().Explain(nil); e.Result != Unclear {
		t.Errorf("%+v", e)
	}
}
