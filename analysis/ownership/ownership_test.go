package ownership

import "testing"

func TestM27(t *testing.T) {
	cfg := Default()
	if p, ok := cfg.Of(Foreign); !ok || p.Speed != 2 || p.Chain != 5 {
		t.Errorf("foreign is %+v", p)
	}
	if p, ok := cfg.Of(Private); !ok || p.Speed != 5 || p.Chain != 2 || p.Credit != 3 {
		t.Errorf("private is %+v", p)
	}
	if _, ok := cfg.Of(""); ok || cfg.Explain("").Result != "ownership.unknown" {
		t.Error("of a kind that nobody has said nothing is to be expected")
	}
	if e := cfg.Explain(Hospital); e.Result != "ownership.hospital" || e.Inputs[0].Value != 2 {
		t.Errorf("%+v", e)
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"a speed of six":           func(c *Config) { c.Profiles[0].Speed = 6 },
		"a kind twice":             func(c *Config) { c.Profiles[0].Kind = Foreign },
		"a kind left out":          func(c *Config) { c.Profiles = c.Profiles[1:] },
		"a kind that nobody knows": func(c *Config) { c.Profiles = append(c.Profiles, Profile{"club", 1, 1, 1, 1}) },
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
