package purchase

import (
	"testing"

	"pgregory.net/rapid"

	"erba/kernel"
)

func TestM29(t *testing.T) {
	on, cfg := kernel.On(2026, 6, 1), Default()
	for expected, want := range map[kernel.Date]Rating{
		kernel.On(2026, 6, 8): {Level: H}, kernel.On(2026, 6, 9): {Level: A}, kernel.On(2026, 6, 16): {Level: A}, kernel.On(2026, 6, 17): {Level: B},
		kernel.On(2026, 7, 1): {Level: B}, kernel.On(2026, 7, 2): {Level: C}, {}: {Level: C}, kernel.On(2026, 5, 31): {C, true},
	} {
		if got := cfg.Rate(expected, on); got != want {
			t.Errorf("%s: %+v, not %+v", expected, got, want)
		}
	}
	for level, want := range map[string]kernel.Date{H: on.Add(1), A: on.Add(3), B: on.Add(7), C: on.Add(30)} {
		if got := cfg.Due(level, on); got != want {
			t.Errorf("%s is called again on %s, not %s", level, got, want)
		}
	}
}

// As days go by an order comes nearer, never farther away, until its day has passed.
func TestLevelsSlideByThemselves(t *testing.T) {
	near := map[string]int{C: 0, B: 1, A: 2, H: 3}
	rapid.Check(t, func(t *rapid.T) {
		cfg, on := Default(), kernel.On(2026, 1, 1)
		expected := on.Add(rapid.IntRange(1, 90).Draw(t, "expected"))
		day := on.Add(rapid.IntRange(0, expected.Days(on)-1).Draw(t, "day"))
		if today, tomorrow := cfg.Rate(expected, day), cfg.Rate(expected, day.Add(1)); near[tomorrow.Level] < near[today.Level] || tomorrow.Passed {
			t.Fatalf("%+v became %+v", today, tomorrow)
		}
	})
}

func TestNonsenseIsNoConfiguration(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"no day": func(c *Config) { c.H = 0 }, "A before H": func(c *Config) { c.A = 7 }, "B before A": func(c *Config) { c.B = 10 },
		"H called more rarely than A": func(c *Config) { c.TellH = 4 },
	} {
		c := Default()
		if change(&c); c.Check() == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

// An explanation names the level, and every change leads where it says.
func TestM29Explained(t *testing.T) {
	cfg, on := Default(), kernel.On(2026, 6, 1)
	if e := cfg.Explain(kernel.Date{}, on); e.Rule != "purchase.rule_unknown" || e.Result != "purchase.level_C" || len(e.Changes) != 0 {
		t.Errorf("%+v", e)
	}
	if e := cfg.Explain(on.Add(-1), on); e.Rule != "purchase.rule_passed" || e.Result != "purchase.level_C" {
		t.Errorf("%+v", e)
	}
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(-30, 90).Draw(t, "days")
		e := cfg.Explain(on.Add(days), on)
		if e.Result != "purchase.level_"+cfg.Rate(on.Add(days), on).Level || len(e.Changes) != 3 {
			t.Fatalf("%d: %+v", days, e)
		}
		for _, c := range e.Changes {
			if c.Result != "purchase.level_"+cfg.Rate(on.Add(int(c.To)), on).Level {
				t.Fatalf("%d: %+v", days, c)
			}
		}
	})
}
