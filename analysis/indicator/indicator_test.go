package indicator

import (
	"slices"
	"testing"

	"erba/analysis/grade"
	"erba/analysis/null"
	"pgregory.net/rapid"
)

const wan = 10_000_00

func TestM13(t *testing.T) {
	cfg, got := Default(), ""
	for _, sales := range []int64{820, 410, 130, 90, 60, 40, 25, 15, 6, 4} {
		got += cfg.Class(null.Of(sales * wan)).String()
	}
	if got != "AABCCCDDDD" {
		t.Errorf("TD-10 is %s", got)
	}
	if got := cfg.Class(300 * wan); got != grade.A {
		t.Errorf("at the threshold it is %s", got)
	}
	if got := cfg.Class(null.None); got != grade.None {
		t.Errorf("unknown is %s", got)
	}
}

func TestM13Divergence(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		measures, totals []null.Number
		single, scored   []grade.Class
		want             Divergence
	}{
		"one of four differs: more than a fifth": {
			[]null.Number{40, 30, 20, 10}, []null.Number{90, 60, 75, 40},
			[]grade.Class{grade.A, grade.B, grade.C, grade.D}, []grade.Class{grade.A, grade.C, grade.C, grade.D},
			Divergence{4, 1, 0.25, true, []int32{0, 1, 1, 0}}},
		"who is not scored is not compared": {
			[]null.Number{40, 30}, []null.Number{90, none},
			[]grade.Class{grade.A, grade.B}, []grade.Class{grade.A, grade.None},
			Divergence{1, 0, 0, false, []int32{0, -1}}},
		"equals share a rank": {
			[]null.Number{5, 5, -3}, []null.Number{70, 70, 70},
			[]grade.Class{grade.D, grade.D, grade.D}, []grade.Class{grade.B, grade.B, grade.B},
			Divergence{3, 3, 1, true, []int32{0, 0, 2}}},
		"nobody": {nil, nil, nil, nil, Divergence{0, 0, none, false, []int32{}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			got := cfg.Diverge(tt.measures, tt.totals, tt.single, tt.scored)
			if got.Compared != tt.want.Compared || got.Differing != tt.want.Differing || got.Warn != tt.want.Warn ||
				got.Share.Known() != tt.want.Share.Known() || got.Share.Known() && got.Share != tt.want.Share || !slices.Equal(got.Apart, tt.want.Apart) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	for name, cfg := range map[string]Config{
		"a measure that does not exist": {"weather", Default().Cuts, 0.2},
		"thresholds that fall":          {Sales, []float64{3, 2, 1}, 0.2},
		"two thresholds":                {Sales, []float64{1, 2}, 0.2},
		"a share above one":             {Sales, Default().Cuts, 2},
	} {
		if cfg.Check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}

func TestMoreNeverWorsensTheClass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, v := Default(), null.Of(rapid.Int64Range(-10, 500*wan).Draw(t, "value"))
		if more := v + null.Of(rapid.Int64Range(0, 500*wan).Draw(t, "more")); cfg.Class(more) < cfg.Class(v) {
			t.Fatalf("%v is worse than %v", more, v)
		}
		for _, change := range cfg.Explain(v).Changes {
			if got := cfg.Class(null.Number(change.To)).Key(); got != change.Result {
				t.Fatalf("%+v gives %s", change, got)
			}
		}
	})
}
