package maintenance

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
	"erba/analysis/pyramid"
)

// 12 activities: 6, 4 and 2 → coverage 60 %, the largest 50 % is in order; a
// MAJOR misses esteem and what is special.
func TestM87(t *testing.T) {
	cfg := Default()
	r := cfg.Judge(Counts{6, 4, 2, 0, 0}, pyramid.Major)
	if r.Coverage != 0.6 || r.Largest != 0.5 || r.Single || r.Met || !slices.Equal(r.Missing, []string{Spirit, Special}) || r.Form != Hardware {
		t.Errorf("%+v", r)
	}
	tests := map[string]struct {
		counts      Counts
		tier        pyramid.Tier
		met, single bool
	}{
		"three ways suffice for a NONNAMED":       {Counts{6, 4, 2, 0, 0}, pyramid.NonNamed, true, false},
		"… and not for a NAMED":                   {Counts{6, 4, 2, 0, 0}, pyramid.Named, false, false},
		"exactly 60 % is not one thing only":      {Counts{6, 4, 0, 0, 0}, pyramid.Mass, true, false},
		"more is":                                 {Counts{7, 4, 0, 0, 0}, pyramid.Mass, true, true},
		"one activity is one thing only":          {Counts{0, 1, 0, 0, 0}, pyramid.Mass, true, true},
		"nothing at all is no spread to speak of": {Counts{}, pyramid.Mass, false, false},
		"nothing is asked for without a tier":     {Counts{}, pyramid.None, true, false},
	}
	for name, tt := range tests {
		got := cfg.Judge(tt.counts, tt.tier)
		if got.Met != tt.met || got.Single != tt.single {
			t.Errorf("%s: %+v", name, got)
		}
		if e := cfg.Explain(tt.counts, tt.tier); len(e.Inputs) != 7 || e.Result != "maintenance.result_"+got.word() {
			t.Errorf("%s: %+v", name, e)
		}
	}
	if Effect(0.40, 0.55) != 0.15 || Effect(null.None, 0.5).Known() {
		t.Error("the effect is the difference of what is known")
	}
}

// 4, 4, 3, 3, 2 → 3.2.
func TestM52(t *testing.T) {
	q := Quality{4, 4, 3, 3, 2}
	if q.Mean() != 3.2 {
		t.Errorf("%v", q.Mean())
	}
	if q.Control = null.None; q.Mean().Known() || q.Explain().Rule != "quality.rule_incomplete" {
		t.Errorf("four answers make %v", q.Mean())
	}
	if len(Stakeholders) != 6 {
		t.Errorf("%d sorts of stakeholders", len(Stakeholders))
	}
}

// One more activity never covers less, and is never asked for by a lower tier.
func TestCoverageIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, count := Default(), rapid.IntRange(0, 5)
		var n Counts
		for i := range n {
			n[i] = count.Draw(t, "n")
		}
		tier := rapid.SampledFrom([]pyramid.Tier{pyramid.Mass, pyramid.NonNamed, pyramid.Named, pyramid.Major}).Draw(t, "tier")
		before := cfg.Judge(n, tier)
		n[rapid.IntRange(0, 4).Draw(t, "at")]++
		if after := cfg.Judge(n, tier); after.Coverage < before.Coverage || before.Met && !after.Met {
			t.Fatalf("%+v after %+v", after, before)
		}
		if cfg.Wanted(tier) < cfg.Wanted(tier-1) {
			t.Fatalf("%s asks for less than the tier below", tier)
		}
	})
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"more than five forms":       func(c *Config) { c.Major = 6 },
		"a tier below asks for more": func(c *Config) { c.NonNamed = 5 },
		"no month":                   func(c *Config) { c.Months = 0 },
		"everybody does one thing":   func(c *Config) { c.Single = 0.1 },
	}
	for name, spoil := range tests {
		cfg := Default()
		if err := cfg.Check(); err != nil {
			t.Fatal(err)
		}
		if spoil(&cfg); cfg.Check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}
