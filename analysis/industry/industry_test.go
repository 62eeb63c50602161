package industry

import (
	"slices"
	"testing"

	"erba/analysis/null"
	"pgregory.net/rapid"
)

func TestM22(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		criteria []null.Number
		value    null.Number
		want     Grade
	}{
		"(5,4,4,2,3,5,4)":                {[]null.Number{5, 4, 4, 2, 3, 5, 4}, 3.95, Key},
		"(3,4,3,3,3,3,3)":                {[]null.Number{3, 4, 3, 3, 3, 3, 3}, 3.20, Promising},
		"(2,2,2,3,2,3,3)":                {[]null.Number{2, 2, 2, 3, 2, 3, 3}, 2.40, Watched},
		"exactly 3.75":                   {[]null.Number{3.75, 3.75, 3.75, 3.75, 3.75, 3.75, 3.75}, 3.75, Key},
		"half of the weight is not said": {[]null.Number{5, 4, 4, none, none, none, none}, none, None},
		"nothing is said":                {[]null.Number{none, none, none, none, none, none, none}, none, None},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			got := cfg.Rate(tt.criteria)
			if got.Value.Known() != tt.value.Known() || got.Value.Known() && got.Value != tt.value || got.Grade != tt.want {
				t.Errorf("%+v", got)
			}
			if e := cfg.Explain(tt.criteria); e.Result != tt.want.Key() {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"weights that sum to 95":             func(c *Config) { c.Card.Aspects[0].Items[3].Weight = 10 },
		"cuts that fall":                     func(c *Config) { slices.Reverse(c.Cuts) },
		"a cut above the scale":              func(c *Config) { c.Cuts[1] = 6 },
		"resources that are not all of them": func(c *Config) { c.Watched = 0.2 },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if err := cfg.Check(); err != nil {
				t.Fatal(err)
			}
			if spoil(&cfg); cfg.Check() == nil {
				t.Error("accepted")
			}
		})
	}
}

func TestABetterRatingNeverWorsensTheGrade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := Default()
		criteria := rapid.SliceOfN(rapid.Map(rapid.IntRange(1, 5), null.Of[int]), 7, 7).Draw(t, "criteria")
		before := cfg.Rate(criteria)
		for _, change := range cfg.Explain(criteria).Changes {
			if (change.Result == cfg.Rate(criteria).Grade.Key()) || change.To < 0 || change.To > highest {
				t.Fatalf("%+v", change)
			}
		}
		i := rapid.IntRange(0, 6).Draw(t, "which")
		if criteria[i] = min(highest, criteria[i]+1); cfg.Rate(criteria).Grade < before.Grade {
			t.Fatalf("%v fell", criteria)
		}
	})
}
