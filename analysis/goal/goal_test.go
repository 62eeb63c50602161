package goal

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

func TestM66(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		given                    Case
		share, attained, another float64 // NaN: unknown
		primary                  Metric
		colour                   Colour
		fault                    bool
	}{
		"NONNAMED sells 20 of 21, wanted 18":        {Case{"NONNAMED", 20, 21, 18, none, ""}, 0.952, 1.111, math.NaN(), Absolute, Green, false},
		"MAJOR sells 60 of 3,000, wanted 10 %":      {Case{"MAJOR", 60, 3000, none, 0.10, ""}, 0.020, 0.200, math.NaN(), Share, Red, false},
		"the tier's metric is overruled":            {Case{"MAJOR", 60, 3000, 50, 0.10, Absolute}, 0.020, 1.200, 0.200, Absolute, Green, false},
		"four fifths are yellow":                    {Case{"MASS", 16, none, 20, none, ""}, math.NaN(), 0.8, math.NaN(), Absolute, Yellow, false},
		"a wallet smaller than our sales is wrong":  {Case{"NAMED", 60, 50, none, 0.5, ""}, math.NaN(), math.NaN(), math.NaN(), Share, "", true},
		"all that it buys is ours":                  {Case{"NAMED", 60, 60, none, 0.5, ""}, 1, 2, math.NaN(), Share, Green, false},
		"a share of something unknown":              {Case{"NAMED", 60, none, none, 0.5, ""}, math.NaN(), math.NaN(), math.NaN(), Share, "", false},
		"nobody knows the tier, the sum will do":    {Case{"", 10, none, 20, none, ""}, math.NaN(), 0.5, math.NaN(), Absolute, Red, false},
		"no goal, no colour":                        {Case{"MASS", 10, 100, none, none, ""}, 0.1, math.NaN(), math.NaN(), Absolute, "", false},
		"nothing sold of what is wanted is nothing": {Case{"MASS", 0, 100, 50, none, ""}, 0, 0, math.NaN(), Absolute, Red, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			got := cfg.Judge(tt.given)
			same(t, "share", got.Share, tt.share)
			same(t, "attainment", got.Attainment, tt.attained)
			same(t, "secondary", got.Secondary, tt.another)
			if got.Primary != tt.primary || got.Colour != tt.colour || got.Fault != tt.fault {
				t.Errorf("got %+v", got)
			}
			if e := cfg.Explain(tt.given); len(e.Inputs) != 5 || e.Result == "" || e.Rule == "" {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

// same compares to a thousandth, as the specification writes.
func same(t *testing.T, what string, got null.Number, want float64) {
	t.Helper()
	if got.Known() == math.IsNaN(want) || got.Known() && math.Abs(float64(got)-want) > 0.0005 {
		t.Errorf("%s is %v, not %v", what, got, want)
	}
}

func TestWhoIsAskedForAGoal(t *testing.T) {
	tests := map[string]struct {
		tier, class string
		want        bool
	}{
		"every major account":                     {"MAJOR", "", true},
		"every named one":                         {"NAMED", "C", true},
		"every other one that is known":           {"NONNAMED", "", true},
		"of the mass an A":                        {"MASS", "A", true},
		"of the mass a VIP":                       {"MASS", "VIP", true},
		"of the mass no C":                        {"MASS", "C", false},
		"nobody of whom too little is known":      {"", "A", false},
		"of the mass nobody who has not been met": {"MASS", "", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if Asked(tt.tier, tt.class) != tt.want {
				t.Error(!tt.want)
			}
		})
	}
}

func TestWhatTheExplanationSaysWouldChangeDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := Default()
		amount := func(name string) null.Number { return null.Of(rapid.Int64Range(10_000, 1e12).Draw(t, name)) }
		k := Case{Tier: rapid.SampledFrom([]string{"MAJOR", "NONNAMED"}).Draw(t, "tier"), Sales: amount("sales"), Wallet: null.None,
			Amount: amount("goal"), Share: null.Of(rapid.Float64Range(0.01, 1).Draw(t, "share"))}
		k.Wallet = k.Sales + amount("elsewhere")
		for _, change := range cfg.Explain(k).Changes {
			other := k
			if other.Sales = null.Of(change.To); other.Sales > other.Wallet {
				continue // it would have to buy more
			}
			if got := cfg.Judge(other); "goal.colour_"+string(got.Colour) != change.Result {
				t.Fatalf("with %v it is %v (%v), not %s", change.To, got.Colour, got.Attainment, change.Result)
			}
			other.Sales -= 1 + k.Amount/1e8 // a share is known to nine places, and so is what would do
			if got := cfg.Judge(other); "goal.colour_"+string(got.Colour) == change.Result && got.Primary == Absolute {
				t.Fatalf("less than %v would do", change.To)
			}
		}
	})
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"a metric that is none":  func(c *Config) { c.Major = "weight" },
		"yellow above green":     func(c *Config) { c.Yellow = 1.2 },
		"green at nothing":       func(c *Config) { c.Green = 0 },
		"a yellow that is below": func(c *Config) { c.Yellow = -1 },
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
