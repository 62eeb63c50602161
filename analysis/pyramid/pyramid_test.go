package pyramid

import (
	"testing"

	"erba/analysis/quadrant"
	"pgregory.net/rapid"
)

func TestM17(t *testing.T) {
	tests := map[string]struct {
		current, potential int64
		by                 Lift
		want               Tier
	}{
		"C02 is large with high potential":          {410, 500, Lift{}, Major},
		"C04 is small with high potential":          {90, 600, Lift{}, Named},
		"C01 is large with low potential":           {820, 150, Lift{}, NonNamed},
		"C09 is small with low potential":           {6, 10, Lift{}, Mass},
		"a VIP is at least named":                   {6, 10, Lift{VIP: true}, Named},
		"a VIP who is major stays so":               {410, 500, Lift{VIP: true}, Major},
		"the scorecard's A is major":                {6, 10, Lift{Strategic: true}, Major},
		"without an estimate there is none":         {820, quadrant.Unknown - 820, Lift{}, None},
		"a VIP without an estimate is named anyway": {820, quadrant.Unknown - 820, Lift{VIP: true}, Named},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg, cuts := Default(), quadrant.Cuts{Current: 100, Potential: 200}
			if got := cfg.Tier(cuts.Type(tt.current, tt.current+tt.potential), tt.by); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if e := cfg.Explain(cuts, tt.current, tt.current+tt.potential, tt.by); e.Result != tt.want.Key() {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func TestM17BiggestSalesWithLowPotentialNeedReview(t *testing.T) {
	cfg := Default()
	if !cfg.NeedsReview(quadrant.LargeLow, 1) || cfg.NeedsReview(quadrant.LargeHigh, 1) || cfg.NeedsReview(quadrant.LargeLow, 2) {
		t.Error("only the largest of type 2 needs a review")
	}
}

func TestM17ScoreCut(t *testing.T) {
	cfg := Default()
	for score, want := range map[float64]Tier{85: Major, 84.9: Named, 70: Named, 50: NonNamed, 49.9: Mass} {
		if got := cfg.ByScore(score); got != want {
			t.Errorf("%v is %s, want %s", score, got, want)
		}
	}
}

func TestM17Pyramidal(t *testing.T) {
	tests := map[string]struct {
		tiers []Tier
		want  bool
	}{
		"one, one, two, three":             {[]Tier{Major, Named, NonNamed, NonNamed, Mass, Mass, Mass}, true},
		"more named than not":              {[]Tier{Named, Named, NonNamed, Mass, Mass}, false},
		"nobody":                           {nil, true},
		"those without a tier don't count": {[]Tier{None, None, Mass}, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Count(tt.tiers).Pyramidal(); got != tt.want {
				t.Errorf("got %t", got)
			}
		})
	}
}

func TestExplanationsComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount, cfg := rapid.Int64Range(0, 50), Default()
		cuts := quadrant.Cuts{Current: 1 + amount.Draw(t, "cut"), Potential: 1 + amount.Draw(t, "potential cut")}
		current, estimate := amount.Draw(t, "current"), rapid.Int64Range(-1, 50).Draw(t, "estimate")
		by := Lift{VIP: rapid.Bool().Draw(t, "vip")}
		for _, change := range cfg.Explain(cuts, current, estimate, by).Changes {
			c, e := current, int64(change.To)
			if change.Key == "quadrant.current" {
				c, e = e, estimate
			}
			if got := cfg.Tier(cuts.Type(c, e), by).Key(); got != change.Result {
				t.Fatalf("%+v gives %s", change, got)
			}
		}
	})
}
