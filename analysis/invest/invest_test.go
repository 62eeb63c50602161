package invest

import (
	"slices"
	"testing"

	"erba/analysis/null"
	"pgregory.net/rapid"
)

func TestM12(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		ratings             []null.Number
		potential, strength null.Number
		quadrant            Quadrant
		exit                bool
	}{
		"(4,5,3,3,4) and (2,3,2,3,1)":             {[]null.Number{4, 5, 3, 3, 4, 2, 3, 2, 3, 1}, 78, 44, Selective, false},
		"everything is 5":                         {[]null.Number{5, 5, 5, 5, 5, 5, 5, 5, 5, 5}, 100, 100, Invest, false},
		"everything is 1: consider to withdraw":   {[]null.Number{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 20, 20, Harvest, true},
		"weak potential, strong position":         {[]null.Number{2, 2, 2, 2, 2, 5, 5, 5, 5, 5}, 40, 100, Maintain, false},
		"exactly at both cuts":                    {[]null.Number{2, 2, 2, 3, 4, 2, 2, 2, 3, 3.5}, 50, 50, Invest, false},
		"nothing is rated":                        {slices.Repeat([]null.Number{none}, 10), none, none, None, false},
		"half of the potential is not rated":      {[]null.Number{5, 5, none, none, none, 5, 5, 5, 5, 5}, none, 100, None, false},
		"what is not rated counts neither way":    {[]null.Number{5, 5, 5, none, none, 5, 5, 5, 5, 5}, 100, 100, Invest, false},
		"an exit needs both, and one is unknown":  {[]null.Number{1, 1, 1, 1, 1, none, none, none, 1, 1}, 20, none, None, false},
		"low on both, but not so low as to leave": {[]null.Number{2, 2, 2, 2, 2, 1, 1, 1, 1, 1}, 40, 20, Harvest, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			got := cfg.Place(tt.ratings)
			if !same(got.Potential, tt.potential) || !same(got.Strength, tt.strength) || got.Quadrant != tt.quadrant || got.Exit != tt.exit {
				t.Errorf("%+v", got)
			}
			if e := cfg.Explain(tt.ratings); e.Result != tt.quadrant.Key() {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func same(a, b null.Number) bool { return a.Known() == b.Known() && (!a.Known() || a == b) }

func TestM12Policies(t *testing.T) {
	cfg := Default()
	for q, want := range map[Quadrant]Policy{Invest: {1.5, 1.5}, Selective: {1.2, 1}, Maintain: {1, 0.8}, Harvest: {0.5, 0.3}, None: {1, 1}} {
		if got := cfg.Policy(q); got != want {
			t.Errorf("%s is %+v", q.Key(), got)
		}
	}
	if err := cfg.Check(); err != nil {
		t.Error(err)
	}
	cfg.Potential.Aspects[0].Items[0].Weight = 26
	if cfg.Check() == nil {
		t.Error("weights that sum to 101 are accepted")
	}
}

var rating = rapid.Map(rapid.IntRange(0, 5), func(n int) null.Number {
	if n == 0 {
		return null.None
	}
	return null.Of(n)
})

func TestExplanationsComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, ratings := Default(), rapid.SliceOfN(rating, 10, 10).Draw(t, "ratings")
		e := cfg.Explain(ratings)
		var keys []string
		for _, in := range e.Inputs {
			keys = append(keys, in.Key)
		}
		for _, change := range e.Changes {
			at := slices.Index(keys, change.Key)
			if at > 5 {
				at -= 2 // the total and the completeness of the potential stand between
			}
			other := slices.Clone(ratings)
			other[at] = null.Number(change.To)
			if got := cfg.Place(other).Quadrant.Key(); got != change.Result {
				t.Fatalf("%+v gives %s", change, got)
			}
		}
	})
}

func TestColumnsAgreeWithOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, n := Default(), rapid.IntRange(0, 5).Draw(t, "accounts")
		columns, places := make([][]null.Number, 10), make([]Place, n)
		for i := range columns {
			columns[i] = rapid.SliceOfN(rating, n, n).Draw(t, "ratings")
		}
		cfg.PlaceAll(columns, n, new(Scores), places)
		for row := range places {
			var own []null.Number
			for i := range columns {
				own = append(own, columns[i][row])
			}
			one := cfg.Place(own)
			if got := places[row]; !same(got.Potential, one.Potential) || !same(got.Strength, one.Strength) || got.Quadrant != one.Quadrant || got.Exit != one.Exit {
				t.Fatalf("row %d is %+v, alone %+v", row, got, one)
			}
		}
	})
}
