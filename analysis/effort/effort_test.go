package effort

import (
	"math"
	"slices"
	"testing"

	"erba/analysis/null"
	"pgregory.net/rapid"
)

func TestM31(t *testing.T) {
	cfg := Default()
	card := cfg.card(tops{100, 100, 100, 100})
	if got := card.Rate([]null.Number{90, 70, 60}).Total; got != 78 {
		t.Errorf("indices of 90, 70 and 60 are %v", got)
	}
	if got := null.Ratio(180_000_00, 60_000_00); got != 3 {
		t.Errorf("180,000 by 60,000 is %v", got)
	}
	if got := cfg.Cost(10, 500_00, 100_00); got != 2_600_00 {
		t.Errorf("ten hours and 600 are %v", got)
	}
	if err := cfg.Check(); err != nil {
		t.Error(err)
	}
}

func column(values ...null.Number) []null.Number { return values }

func TestM31Quadrants(t *testing.T) {
	cfg := Default()
	places := make([]Place, 4)
	// two bring much, two little; of each kind one takes much
	columns := Columns{column(100, 100, 10, 10), column(50, 50, 5, 5), column(5, 5, 1, 1), column(10, 40, 10, 40)}
	p := cfg.PlaceAll(columns, places)
	var got []Quadrant
	for _, place := range places {
		got = append(got, place.Quadrant)
	}
	if !slices.Equal(got, []Quadrant{Focus, Improve, Standard, Reduce}) {
		t.Errorf("%v with %+v", got, p.Cuts)
	}
	if places[0].ROI != 5 || places[3].ROI != 0.125 {
		t.Errorf("%v and %v", places[0].ROI, places[3].ROI)
	}
	if rows := Worthwhile(places, 0.5); !slices.Equal(rows, []int32{0, 1}) {
		t.Errorf("worthwhile are %v", rows)
	}
}

func TestWithoutFigures(t *testing.T) {
	none := null.None
	tests := map[string]Columns{
		"nobody":                      {column(), column(), column(), column()},
		"one of whom nothing is said": {column(none), column(none), column(none), column(none)},
		"nothing was put in":          {column(5, 6), column(1, 1), column(3, 3), column(0, 0)},
		"nobody bought anything":      {column(0, 0), column(0, 0), column(none, none), column(5, 6)},
		"all returned more":           {column(-5, -6), column(-1, -1), column(none, none), column(5, 6)},
	}
	for name, columns := range tests {
		t.Run(name, func(t *testing.T) {
			cfg, places := Default(), make([]Place, len(columns.Sales))
			p := cfg.PlaceAll(columns, places)
			for _, place := range places {
				if place.Quadrant != None || p.Explain(place).Result != "effort.incomplete" {
					t.Errorf("%+v", place)
				}
			}
		})
	}
}

func TestAllAlikeIsHighAndHigh(t *testing.T) {
	cfg, places := Default(), make([]Place, 3)
	cfg.PlaceAll(Columns{column(5, 5, 5), column(2, 2, 2), column(3, 3, 3), column(1, 1, 1)}, places)
	if want := (Place{100, 100, 2, Improve}); !slices.Equal(places, []Place{want, want, want}) {
		t.Errorf("%+v", places)
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	for name, cfg := range map[string]Config{
		"weights that sum to 110": {60, 30, 20, 0.95, 1, 1, 1, 1},
		"a top of nothing":        {50, 30, 20, 0, 1, 1, 1, 1},
		"an hour that pays":       {50, 30, 20, 0.95, -1, 1, 1, 1},
	} {
		if cfg.Check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// In whatever order the customers come, each has the same place; indices stay
// between 0 and 100, and explanations come true.
func TestTheOrderOfCustomersChangesNothing(t *testing.T) {
	number := rapid.Map(rapid.IntRange(-5, 60), func(n int) null.Number {
		if n == -5 {
			return null.None
		}
		return null.Of(n)
	})
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "customers")
		draw := func(name string) []null.Number { return rapid.SliceOfN(number, n, n).Draw(t, name) }
		c, cfg := Columns{draw("sales"), draw("profit"), draw("influence"), draw("cost")}, Default()
		places, turned := make([]Place, n), make([]Place, n)
		p := cfg.PlaceAll(c, places)
		for _, col := range [][]null.Number{c.Sales, c.Profit, c.Influence, c.Cost} {
			slices.Reverse(col)
		}
		cfg.PlaceAll(c, turned)
		for row, place := range places {
			other := turned[n-1-row]
			if place.Quadrant != other.Quadrant || place.Output.Known() != other.Output.Known() || place.Output < 0 || place.Output > 100 || math.IsInf(float64(place.ROI), 0) {
				t.Fatalf("%+v and %+v", place, other)
			}
			for _, change := range p.Explain(place).Changes {
				input, output := place.Input, place.Output
				if change.Key == "effort.input" {
					input = null.Number(change.To)
				} else {
					output = null.Number(change.To)
				}
				if got := numbering[p.Cuts.Of(input, output)].Key(); got != change.Result {
					t.Fatalf("%+v gives %s", change, got)
				}
			}
		}
	})
}
