package loss

import (
	"testing"

	"erba/analysis/null"
	"pgregory.net/rapid"
)

const minus = null.Number(-8_000_00)

func TestM93(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		one             Case
		class, handling string
	}{
		"−8,000 after 5 months":                           {Case{minus, 5, false, false}, New, Nurture},
		"−8,000 after 60 months, no potential, no name":   {Case{minus, 60, false, false}, Plain, Restrict},
		"old, but it will grow":                           {Case{minus, 60, true, false}, Promising, Nurture},
		"old, but worth it for its name":                  {Case{minus, 60, false, true}, Known, Keep},
		"a year is not new any more":                      {Case{minus, 12, false, false}, Plain, Restrict},
		"an age that nobody knows is not new":             {Case{minus, none, false, false}, Plain, Restrict},
		"nothing is left, and nothing is lost":            {Case{0, 5, true, true}, None, ""},
		"nobody knows what is left":                       {Case{none, 5, true, true}, Unknown, ""},
		"new and promising is new: the first reason says": {Case{minus, 5, true, true}, New, Nurture},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			class := cfg.Class(tt.one)
			if class != tt.class || Handling(class) != tt.handling {
				t.Errorf("%s, %s", class, Handling(class))
			}
			if e := cfg.Explain(tt.one); e.Result != "loss."+class || len(e.Inputs) != 4 {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func TestM93Exit(t *testing.T) {
	cfg := Default()
	tests := map[string]struct {
		contribution null.Number
		handling     string
		months       int
		due          bool
	}{
		"restricted for four quarters":          {minus, Restrict, 12, true},
		"for less":                              {minus, Restrict, 11, false},
		"kept on purpose":                       {minus, Keep, 60, false},
		"it leaves something by now":            {100, Restrict, 60, false},
		"nobody knows what it leaves, no alarm": {null.None, Restrict, 60, false},
	}
	for name, tt := range tests {
		if cfg.Due(Case{Contribution: tt.contribution}, tt.handling, tt.months) != tt.due {
			t.Error(name)
		}
	}
}

func TestM93Prospect(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		prospect Prospect
		want     Scored
	}{
		"80, 70, 50, 40":       {Prospect{80, 70, 50, 40}, Scored{67, Nurtured}},
		"70 is worked on":      {Prospect{70, 70, 70, 70}, Scored{70, Active}},
		"40 is nurtured":       {Prospect{40, 40, 40, 40}, Scored{40, Nurtured}},
		"below is for later":   {Prospect{39, 40, 40, 40}, Scored{39.6, Later}},
		"the fit alone":        {Prospect{80, none, none, none}, Scored{none, Incomplete}},
		"nothing is said yet":  {Prospect{none, none, none, none}, Scored{none, Incomplete}},
		"fit and need suffice": {Prospect{100, 100, none, none}, Scored{100, Active}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			got := cfg.Score(tt.prospect)
			if got.Class != tt.want.Class || got.Score.Known() != tt.want.Score.Known() || got.Score.Known() && got.Score != tt.want.Score {
				t.Errorf("got %+v", got)
			}
			if e := cfg.ExplainProspect(tt.prospect); e.Result != "prospect."+tt.want.Class {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func TestABetterProspectIsNeverWorse(t *testing.T) {
	order := map[string]int{Later: 1, Nurtured: 2, Active: 3}
	rapid.Check(t, func(t *rapid.T) {
		cfg, of := Default(), rapid.Float64Range(0, 100)
		p := Prospect{null.Of(of.Draw(t, "fit")), null.Of(of.Draw(t, "need")), null.Of(of.Draw(t, "access")), null.Of(of.Draw(t, "timing"))}
		better := p
		better.Need = min(100, p.Need+null.Of(of.Draw(t, "more")))
		if order[cfg.Score(better).Class] < order[cfg.Score(p).Class] {
			t.Fatalf("%+v is worse than %+v", better, p)
		}
	})
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"an age below nothing":   func(c *Config) { c.New = -1 },
		"no quarter to wait":     func(c *Config) { c.Wait = 0 },
		"cuts that cross":        func(c *Config) { c.Nurture = 80 },
		"weights that sum to 90": func(c *Config) { c.Card.Aspects[0].Items[0].Weight = 30 },
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
