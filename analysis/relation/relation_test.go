package relation

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/layer"
)

// worked are the people of the specification's example: influence, closeness, attitude.
func worked() []Person {
	return []Person{
		{Influence: 5, Closeness: 2, Attitude: new(0)},
		{Influence: 4, Closeness: 3, Attitude: new(2)},
		{Influence: 3, Closeness: 4, Attitude: new(2)},
		{Influence: 2, Closeness: 3, Attitude: new(-2)},
	}
}

func TestM60(t *testing.T) {
	m := Default().Metrics(layer.Default(), worked())
	for name, is := range map[string][2]float64{
		"support":   {float64(m.Support), 5.0 / 14},
		"closeness": {float64(m.Closeness), 100 * 40.0 / 70},
		"coverage":  {float64(m.Coverage), 9.0 / 14},
	} {
		if math.Abs(is[0]-is[1]) > 1e-9 {
			t.Errorf("%s is %v, not %v", name, is[0], is[1])
		}
	}
	if !m.Single || m.Strong != 1 || m.Blockers != 0 {
		t.Errorf("one contact of much influence is close: %+v", m)
	}
}

func TestWhatNobodyHasSaidCountsForNothing(t *testing.T) {
	m := Default().Metrics(layer.Default(), []Person{{Closeness: 5, Attitude: new(2)}, {Influence: 4}})
	if m.Support.Known() || m.Closeness.Known() || m.Coverage != 0 || m.Layers.Known() || m.Judged != 1 || !m.Single {
		t.Errorf("%+v", m)
	}
	if empty := Default().Metrics(layer.Default(), nil); empty.Single || empty.Coverage.Known() {
		t.Errorf("of nobody nothing is known: %+v", empty)
	}
}

func crowd(t *rapid.T) []Person {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Person {
		p := Person{Influence: rapid.IntRange(0, 5).Draw(t, "influence"), Closeness: rapid.IntRange(0, 5).Draw(t, "closeness"),
			Layer: rapid.SampledFrom(layer.All).Draw(t, "layer"), Roles: []string{rapid.SampledFrom(roles).Draw(t, "role").Key}}
		if rapid.Bool().Draw(t, "stands") {
			p.Attitude = new(rapid.IntRange(-2, 2).Draw(t, "attitude"))
		}
		return p
	}), 1, 20).Draw(t, "people")
}

func TestSupportLiesBetweenAllAgainstAndAllFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Default().Metrics(layer.Default(), crowd(t))
		if m.Support.Known() && (m.Support < -1 || m.Support > 1) {
			t.Fatalf("%v", m.Support)
		}
		if m.Closeness.Known() && (m.Closeness < 20 || m.Closeness > 100) {
			t.Fatalf("%v", m.Closeness)
		}
	})
}

func TestComingCloserNeverLosesCoverage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := crowd(t)
		before := Default().Metrics(layer.Default(), people)
		who := rapid.IntRange(0, len(people)-1).Draw(t, "who")
		people[who].Closeness = rapid.IntRange(people[who].Closeness, 5).Draw(t, "closer")
		after := Default().Metrics(layer.Default(), people)
		if before.Coverage.Known() && after.Coverage < before.Coverage || after.Strong < before.Strong {
			t.Fatalf("%+v, then %+v", before, after)
		}
		if before.Roles.Known() && after.Roles < before.Roles {
			t.Fatalf("roles %v, then %v", before.Roles, after.Roles)
		}
	})
}

func TestTheOrderOfPeopleMakesNoDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := crowd(t)
		mixed := slices.Clone(people)
		rand.New(rand.NewPCG(1, uint64(len(people)))).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		a, b := Default().Metrics(layer.Default(), people), Default().Metrics(layer.Default(), mixed)
		if a.Support.Known() && a.Support != b.Support || a.Strong != b.Strong || a.Blockers != b.Blockers || a.Single != b.Single {
			t.Fatalf("%+v, mixed %+v", a, b)
		}
	})
}

func TestExplanationSaysWhatWouldChangeIt(t *testing.T) {
	e := Default().Explain(layer.Default(), worked())
	if e.Result != Single || e.Changes[0].From != 1 || e.Changes[0].To != 2 || e.Changes[0].Result != Carried {
		t.Errorf("%+v", e)
	}
	if e := Default().Explain(layer.Default(), sound()); e.Result != Carried || e.Changes[0].To != 1 {
		t.Errorf("%+v", e)
	}
	if e := Default().Explain(layer.Default(), nil); e.Result != Unclear || e.Changes != nil || e.Inputs[4].Known {
		t.Errorf("%+v", e)
	}
}
