package target

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestASumIsDivided(t *testing.T) {
	tests := map[string]struct {
		total   int64
		weights []int64
		unit    int64
		want    []int64
	}{
		"evenly":                                  {300, []int64{1, 1, 1}, 1, []int64{100, 100, 100}},
		"what is left goes to the largest rest":   {100, []int64{1, 1, 1}, 1, []int64{34, 33, 33}},
		"three fifths, one fifth, one fifth":      {101, []int64{3, 1, 1}, 1, []int64{61, 20, 20}},
		"in whole tens, the largest takes the 7":  {107, []int64{1, 3}, 10, []int64{30, 77}},
		"nobody counts, so all count alike":       {10, []int64{0, -5}, 1, []int64{5, 5}},
		"who has lost something counts as none":   {10, []int64{-5, 5}, 1, []int64{0, 10}},
		"less than a unit":                        {7, []int64{1, 2}, 10, []int64{0, 7}},
		"nothing":                                 {0, []int64{1, 2}, 1, []int64{0, 0}},
		"among nobody":                            {5, nil, 1, []int64{}},
		"amounts whose product exceeds an int 64": {4e18, []int64{3e18, 1e18}, 1, []int64{3e18, 1e18}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Spread(tt.total, tt.weights, tt.unit); !slices.Equal(got, tt.want) {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestPartsSumUpAndKeepTheirProportion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.Int64Range(0, 1e14).Draw(t, "total")
		weights := rapid.SliceOfN(rapid.Int64Range(0, 1e12), 1, 20).Draw(t, "weights")
		weights[0]++ // somebody counts
		unit := rapid.SampledFrom([]int64{1, 100, 10_000_00}).Draw(t, "unit")
		sum, all := int64(0), 0.0
		for _, w := range weights {
			all += float64(w)
		}
		for i, part := range Spread(total, weights, unit) {
			sum += part
			if exact := float64(total) * float64(weights[i]) / all; math.Abs(float64(part)-exact) > 2*float64(unit)+1 {
				t.Fatalf("part %d is %d, not about %f", i, part, exact)
			}
		}
		if sum != total {
			t.Fatalf("%d of %d", sum, total)
		}
	})
}

func TestWhereAYearWillEnd(t *testing.T) {
	tests := map[string]struct {
		course Course
		value  int64
		way    Way
	}{
		"half of the workdays, even":               {Course{500, 125, 250, 0, 0, false}, 1000, Workdays},
		"last year made a quarter by now":          {Course{500, 125, 250, 800, 200, true}, 2000, Season},
		"last year is not known from its start":    {Course{500, 125, 250, 800, 200, false}, 1000, Workdays},
		"last year had hardly begun by now":        {Course{500, 125, 250, 800, 79, true}, 1000, Workdays},
		"last year nothing was sold":               {Course{500, 125, 250, 0, 0, true}, 1000, Workdays},
		"two weeks tell nothing":                   {Course{500, 10, 250, 800, 200, true}, 0, Early},
		"the year has not begun":                   {Course{0, 0, 250, 800, 0, true}, 0, Ahead},
		"the year is over":                         {Course{500, 250, 250, 800, 800, true}, 500, Over},
		"nothing is sold: nothing will be":         {Course{0, 125, 250, 800, 200, true}, 0, Season},
		"more came back than was sold: so it goes": {Course{-5, 125, 250, 0, 0, false}, -10, Workdays},
		"halves are rounded up":                    {Course{1, 100, 250, 0, 0, false}, 3, Workdays},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			value, way, known := tt.course.Forecast()
			if value != tt.value || way != tt.way || known != (way != Early && way != Ahead) {
				t.Errorf("got %d %s %v", value, way, known)
			}
		})
	}
}

func TestWhatIsDueOfAMonth(t *testing.T) {
	tests := map[string]struct {
		elapsed, days int
		want          int64
	}{
		"half of it":          {10, 20, 50},
		"all of it":           {20, 20, 100},
		"nothing yet":         {0, 20, 0},
		"a month of holidays": {0, 0, 100},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Part(100, tt.elapsed, tt.days); got != tt.want {
				t.Errorf("got %d", got)
			}
		})
	}
}
