package involvement

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

// M09 (e): product (4, 5, 4) = 4.33 and involvement (4, 3, 4) = 3.67 are cell 1;
// (2, 1, 2) = 1.67 and (3, 3, 3) = 3.00 are cell 3, for the cut counts as high.
func TestM09(t *testing.T) {
	cfg := Default()
	for _, tt := range []struct {
		answers              []null.Number
		product, involvement float64
		cell                 int
		much                 bool
	}{
		{[]null.Number{4, 5, 4, 4, 3, 4}, 4.33, 3.67, 1, true},
		{[]null.Number{2, 1, 2, 3, 3, 3}, 1.67, 3.00, 3, true},
	} {
		r := cfg.Judge(tt.answers)
		if math.Round(float64(r.Product)*100)/100 != tt.product || math.Round(float64(r.Involvement)*100)/100 != tt.involvement || r.Cell != tt.cell || r.Much != tt.much {
			t.Errorf("%v: %+v", tt.answers, r)
		}
	}
}

func TestCellsAndStages(t *testing.T) {
	cfg := Default()
	for name, tt := range map[string]struct {
		answers   []null.Number
		cell      int
		low, high int
	}{
		"both complex":                 {[]null.Number{3, 3, 3, 3, 3, 3}, 1, 4, 5},
		"complex product, simple work": {[]null.Number{5, 5, 5, 1, 2, 1}, 2, 3, 4},
		"simple product, complex work": {[]null.Number{1, 1, 1, 5, 5, 5}, 3, 4, 5},
		"both simple":                  {[]null.Number{1, 2, 3, 1, 2, 3}, 4, 2, 3},
		"one rating is missing":        {[]null.Number{1, 2, 3, 1, 2, null.None}, 0, 0, 0},
		"nobody has rated":             {nil, 0, 0, 0},
	} {
		if r := cfg.Judge(tt.answers); r.Cell != tt.cell || r.Low != tt.low || r.High != tt.high {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// The order within a score does not matter, and a step that an explanation names leads where it says.
func TestStepsAndOrder(t *testing.T) {
	cfg := Default()
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.SliceOfN(rapid.Map(rapid.IntRange(1, 5), null.Of[int]), len(Items), len(Items)).Draw(t, "ratings")
		if got := cfg.Judge([]null.Number{a[2], a[0], a[1], a[5], a[3], a[4]}); got != cfg.Judge(a) {
			t.Fatalf("%v in another order: %+v", a, got)
		}
		for _, change := range cfg.Explain(a).Changes {
			for i, name := range Items {
				if other := append([]null.Number{}, a...); change.Key == "involvement.at_"+name {
					if other[i] = null.Number(change.To); Key(cfg.Judge(other).Cell) != change.Result {
						t.Fatalf("%v with %+v", a, change)
					}
				}
			}
		}
	})
}

func TestConfigurationsThatMakeNoSense(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"a range that ends before it begins": func(c *Config) { c.Cells[1] = Range{4, 3} },
		"a stage that there is not":          func(c *Config) { c.Cells[0] = Range{4, 6} },
		"a cut that nobody reaches":          func(c *Config) { c.Cut = 6 },
	} {
		cfg := Default()
		if err := cfg.Check(); err != nil {
			t.Fatal(err)
		}
		if change(&cfg); cfg.Check() == nil {
			t.Errorf("%s is taken", name)
		}
	}
	for n, want := range map[int]int{0: 1, 1: 1, 3: 3, 5: 5, 9: 5} {
		if got := OfDepartments(n); got != want {
			t.Errorf("%d departments are rated %d", n, got)
		}
	}
}
