package loyalty

import (
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

// (0.75,+2) → R9 keep; (0.75,+1) → R8; (0.52,0) → R7 expand; (0.05,+1) → R4;
// (0,−2) → R1 turn; (0,0) → R2.
func TestM56(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		share, attitude null.Number
		want            Rung
		objective       string
	}{
		"an advocate":              {0.75, 2, Advocate, Keep},
		"excellent, but split":     {0.75, 1, Split, Keep},
		"the first choice":         {0.52, 0, First, Expand},
		"an occasional supplement": {0.05, 1, Occasional, Expand},
		"hostile":                  {0, -2, Hostile, Turn},
		"indifferent":              {0, 0, Indifferent, Turn},
		"interested":               {0, 1, Interested, Turn},
		"a tenth is balanced":      {0.10, 0, Balanced, Expand},
		"35 % is popular":          {0.35, 0, Popular, Expand},
		"half is the first choice": {0.50, 0, First, Expand},
		"70 % is excellent":        {0.70, 0, Split, Keep},
		"70 %, and nobody was asked what he thinks":   {0.70, none, Split, Keep},
		"nobody knows the share":                      {none, 2, Unknown, ""},
		"nothing bought, and nobody was asked either": {0, none, Unknown, ""},
		"returned more than was bought":               {-0.1, 0, Indifferent, Turn},
		"a little, and nobody was asked":              {0.2, none, Balanced, Expand},
	}
	for name, tt := range tests {
		cfg := Default()
		one := Case{tt.share, tt.attitude}
		got := cfg.Rung(one)
		if got != tt.want || got.Objective() != tt.objective {
			t.Errorf("%s: %s, %s", name, got.Key(), got.Objective())
		}
		if e := cfg.Explain(one); e.Result != got.Key() || len(e.Inputs) != 2 {
			t.Errorf("%s: explained as %+v", name, e)
		}
	}
}

func TestAttitudeIsRoundedAwayFromZero(t *testing.T) {
	tests := map[string]struct {
		all  []Voice
		want null.Number
	}{
		"one and a half is two":                  {[]Voice{{1, 1}, {2, 1}}, 2},
		"minus one half is minus one":            {[]Voice{{0, 2}, {-1, 2}}, -1},
		"who has more to say counts more":        {[]Voice{{2, 5}, {-2, 1}}, 1},
		"of whose influence nobody knows is one": {[]Voice{{2, 0}, {-2, 3}}, -1},
		"they outweigh each other":               {[]Voice{{2, 3}, {-2, 3}}, 0},
	}
	for name, tt := range tests {
		if got := Attitude(tt.all); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if Attitude(nil).Known() {
		t.Error("nobody thinks nothing")
	}
}

func TestMovements(t *testing.T) {
	m := Movements([]Moved{{1, Popular, First}, {1, Balanced, Balanced}, {2, First, Popular}, {2, Balanced, First}, {3, Unknown, First}, {4, First, First}, {5, Occasional, Balanced}, {5, First, Split}})
	if m.Customers != 4 || m.Up != 2 || m.Down != 1 || m.Rate != 0.5 {
		t.Errorf("%+v", m)
	}
	if none := Movements(nil); none.Rate.Known() {
		t.Errorf("%+v", none)
	}
}

// More of the share or a better opinion never lets anybody down.
func TestTheLadderIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := Default()
		one := Case{null.Of(rapid.Float64Range(0, 1).Draw(t, "share")), null.Of(rapid.IntRange(-2, 2).Draw(t, "attitude"))}
		more, liked := one, one
		more.Share = min(1, one.Share+null.Of(rapid.Float64Range(0, 1).Draw(t, "more")))
		liked.Attitude = min(2, one.Attitude+1)
		if cfg.Rung(more) < cfg.Rung(one) || cfg.Rung(liked) < cfg.Rung(one) {
			t.Fatalf("%+v", one)
		}
	})
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"cuts that cross":     func(c *Config) { c.Balanced = 0.6 },
		"a cut at nothing":    func(c *Config) { c.Occasional = 0 },
		"more than all":       func(c *Config) { c.First = 1.1 },
		"no month in between": func(c *Config) { c.Months = 0 },
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
