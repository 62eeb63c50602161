package composition

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

const wan = 10_000_00

func TestM48(t *testing.T) {
	cfg := Default()
	// operators: 270 and 30 of a total of 2,560, over one month
	w := cfg.Compose([]string{"operators", "others"}, []int32{0, 0, 1}, []int64{270 * wan, 30 * wan, 2260 * wan}, 1)
	operators := w.Groups[0]
	if operators.Dependency != 0.9 || !operators.Warn || operators.Largest != 0 || operators.Customers != 2 {
		t.Errorf("%+v", operators)
	}
	if w.Total != 2560*wan || math.Round(1000*float64(operators.Share)) != 117 {
		t.Errorf("%v of %d", operators.Share, w.Total)
	}
	if e := cfg.Explain(operators); e.Result != "composition.dependent" {
		t.Errorf("%+v", e)
	}
}

func TestCompositions(t *testing.T) {
	tests := map[string]struct {
		revenue []int64
		months  int
		exclude bool
		total   int64
		share   any // of the first group, of which rows 0 and 1 are
		depends any
		warn    bool
	}{
		"an average of three months, rounded":   {[]int64{10, 10, 11}, 3, false, 10, 20.0 / 31, 0.5, true},
		"nobody brings anything":                {[]int64{0, 0, 0}, 3, false, 0, nil, nil, false},
		"a group that only returned":            {[]int64{-10, 0, 40}, 1, false, 30, -10.0 / 30, nil, false},
		"a company that only returned":          {[]int64{-10, 0, 4}, 1, false, -6, nil, nil, false},
		"a customer larger than his group":      {[]int64{10, -5, 5}, 1, false, 10, 0.5, 1.0, true},
		"a group that is left out has no share": {[]int64{10, 30, 60}, 1, true, 60, nil, 0.75, true},
		"without months it is one":              {[]int64{10, 30, 60}, 0, false, 100, 0.4, 0.75, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if tt.exclude {
				cfg.Excluded = []string{"first"}
			}
			w := cfg.Compose([]string{"first", "second"}, []int32{0, 0, 1}, tt.revenue, tt.months)
			g := w.Groups[0]
			check := func(what string, known bool, got float64, want any) {
				if known != (want != nil) || known && math.Abs(got-want.(float64)) > 1e-12 {
					t.Errorf("%s %v, want %v", what, got, want)
				}
			}
			check("share", g.Share.Known(), float64(g.Share), tt.share)
			check("dependency", g.Dependency.Known(), float64(g.Dependency), tt.depends)
			if w.Total != tt.total || g.Warn != tt.warn {
				t.Errorf("total %d, warns %t", w.Total, g.Warn)
			}
		})
	}
	if (Config{Warn: 0}).Check() == nil || Default().Check() != nil {
		t.Error("a warning at nothing is refused, at one half it is not")
	}
}

func TestSharesSumToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		revenue := rapid.SliceOfN(rapid.Int64Range(0, 1e12), 1, 30).Draw(t, "revenue")
		groups := rapid.SliceOfN(rapid.Int32Range(0, 3), len(revenue), len(revenue)).Draw(t, "groups")
		cfg, sum := Default(), 0.0
		w := cfg.Compose([]string{"a", "b", "c", "d"}, groups, revenue, 1)
		for _, g := range w.Groups {
			sum += float64(g.Share)
		}
		if w.Total > 0 && math.Abs(sum-1) > 1e-9 {
			t.Fatalf("%v", sum)
		}
	})
}
