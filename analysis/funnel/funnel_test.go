package funnel

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestM30(t *testing.T) {
	cfg := Default()
	if got := cfg.Weighted(600, 1500, 4000); got != 1540 { // in hundredths: 6, 15 and 40 are 15.4
		t.Errorf("weighted %d", got)
	}
	tasks := []Task{{Class: C}, {Class: A}, {Class: B}}
	slices.SortStableFunc(tasks, Order)
	if tasks[0].Class != A || tasks[1].Class != B || tasks[2].Class != C {
		t.Errorf("%+v", tasks)
	}
	short := cfg.Short(Week{A: 600, B: 480, C: 120})
	if len(short) != 1 || short[0].Class != C || short[0].Has != 0.1 {
		t.Errorf("%+v", short)
	}
}

func TestAFunnelThatIsTooNarrow(t *testing.T) {
	cfg := Default()
	for name, tt := range map[string]struct {
		of   Counts
		want []string
	}{
		"just enough": {Counts{2, 6, 12}, nil}, "too few to come": {Counts{2, 6, 11}, []string{C}},
		"nothing behind": {Counts{1, 0, 0}, []string{C, B}}, "nothing at all": {Counts{}, nil},
	} {
		if got := cfg.Thin(tt.of); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
	if !cfg.IsStuck(B, 91) || cfg.IsStuck(B, 90) || cfg.IsStuck(A, 91) {
		t.Error("stuck")
	}
	for percent, want := range map[int]string{0: C, 19: C, 20: B, 89: B, 90: A, 100: A} {
		if got := cfg.Class(percent); got != want {
			t.Errorf("%d %% is %s", percent, got)
		}
	}
}

// More money counts for more, wherever it stands, and nearer money for at least as much.
func TestNearerMoneyCountsMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount, cfg := rapid.Int64Range(0, 1e12).Draw(t, "amount"), Default()
		if a, b, c := cfg.Weighted(amount, 0, 0), cfg.Weighted(0, amount, 0), cfg.Weighted(0, 0, amount); a < b || b < c || c < 0 {
			t.Fatalf("%d %d %d", a, b, c)
		}
	})
}

func TestNonsenseIsNoConfiguration(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"a funnel that widens": func(c *Config) { c.PercentC = 50 }, "B above A": func(c *Config) { c.FromB = 95 },
		"fewer C than B": func(c *Config) { c.Cs = 2 }, "more than a week": func(c *Config) { c.TimeB = 0.9 }, "stuck at once": func(c *Config) { c.Stuck = 0 },
	} {
		c := Default()
		if change(&c); c.Check() == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

// An explanation names the class, and every change leads where it says.
func TestM30Explained(t *testing.T) {
	cfg := Default()
	rapid.Check(t, func(t *rapid.T) {
		percent := rapid.IntRange(0, 100).Draw(t, "percent")
		e := cfg.Explain(percent)
		if e.Result != "funnel.class_"+cfg.Class(percent) || len(e.Changes) != 2 {
			t.Fatalf("%d: %+v", percent, e)
		}
		for _, c := range e.Changes {
			if to := int(c.To*100 + 0.5); c.Result != "funnel.class_"+cfg.Class(to) {
				t.Fatalf("%d: %+v", to, c)
			}
		}
	})
}
