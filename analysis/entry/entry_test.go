package entry

import (
	"testing"

	"erba/analysis/null"
)

func TestM28(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		prospect Prospect
		want     null.Number
	}{
		"middling: 60, 40, 70":                    {Prospect{60, 40, 70, false, none}, 63},
		"large without a network: 40, 80, 80":     {Prospect{40, 80, 80, true, 0}, 31},
		"large with a strong one":                 {Prospect{40, 80, 80, true, 4}, 61},
		"large, nobody has said of the network":   {Prospect{40, 80, 80, true, none}, none},
		"the chance alone is too little":          {Prospect{60, none, none, false, none}, none},
		"without the yield it is 70 % of the sum": {Prospect{60, 40, none, false, none}, 60},
		"nothing is known":                        {Prospect{none, none, none, false, none}, none},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			got := cfg.Score(tt.prospect)
			if got.Known() != tt.want.Known() || got.Known() && got != tt.want {
				t.Errorf("got %v", got)
			}
			if e := cfg.Explain(tt.prospect); (e.Result == "entry.score") != tt.want.Known() {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"weights that sum to 90":  func(c *Config) { c.Card.Aspects[0].Items[0].Weight = 30 },
		"a network beyond 5":      func(c *Config) { c.Network = 6 },
		"a bonus that takes away": func(c *Config) { c.Bonus = -1 },
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
