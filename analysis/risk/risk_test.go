package risk

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

// Quality p = 3 → 15 → red; people p = 3, i = 4 → 12 yellow; the customer is red.
// A share that fell from 0.50 to 0.38 fell by 24 %.
func TestM08(t *testing.T) {
	cfg := Default()
	quality, people := Judged{Quality, 3, 1}, Judged{People, 3, 4}
	if quality.Score() != 15 || cfg.Level(15) != Red || people.Score() != 12 || cfg.Level(12) != Yellow {
		t.Errorf("quality %d, people %d", quality.Score(), people.Score())
	}
	if worst, ok := Worst([]Judged{people, quality}); !ok || worst != quality {
		t.Errorf("the worst is %+v", worst)
	}
	f := Unknown()
	f.Before, f.After = 0.50, 0.38
	if all := cfg.Signals(f); len(all) != 1 || all[0].Cause != Market || all[0].Value != 0.24 || all[0].Probability != 3 {
		t.Errorf("%+v", all)
	}
}

func TestLevels(t *testing.T) {
	cfg := Default()
	for score, want := range map[int]string{0: "", 1: Green, 7: Green, 8: Yellow, 14: Yellow, 15: Red, 25: Red} {
		if got := cfg.Level(score); got != want {
			t.Errorf("%d is %q, want %q", score, got, want)
		}
	}
}

func TestSignals(t *testing.T) {
	cfg := Default()
	tests := map[string]struct {
		set         func(*Facts)
		kind, cause string
		probability int
	}{
		"a key person left 90 days ago":            {func(f *Facts) { f.KeyLeft = 90 }, KeyLeft, People, 3},
		"another manager since yesterday":          {func(f *Facts) { f.Handed = 1 }, Handed, People, 3},
		"two promises are overdue":                 {func(f *Facts) { f.Promises = 2 }, Promises, Trust, 3},
		"four promises are overdue":                {func(f *Facts) { f.Promises = 4 }, Promises, Trust, 4},
		"nine promises are overdue":                {func(f *Facts) { f.Promises = 9 }, Promises, Trust, 5},
		"a complaint of the third level":           {func(f *Facts) { f.Escalated = 1 }, Escalated, Trust, 3},
		"a poor relationship":                      {func(f *Facts) { f.Poor = 2.5 }, Poor, Trust, 3},
		"twice the cadence without a visit":        {func(f *Facts) { f.Silent = 2 }, Silent, Constant, 3},
		"two complaints about quality":             {func(f *Facts) { f.Defects = 2 }, Defects, Quality, 3},
		"exactly a fifth of the share is gone":     {func(f *Facts) { f.Before, f.After = 0.50, 0.40 }, Share, Market, 3},
		"nothing of the share is left":             {func(f *Facts) { f.Before, f.After = 0.50, 0 }, Share, Market, 5},
		"the process changed within the quarter":   {func(f *Facts) { f.Cell = 30 }, Cell, Process, 3},
		"money is 31 days late":                    {func(f *Facts) { f.Overdue = 31 }, Overdue, Money, 3},
		"money is 60 days late, twice the measure": {func(f *Facts) { f.Overdue = 60 }, Overdue, Money, 4},
	}
	for name, tt := range tests {
		f := Unknown()
		tt.set(&f)
		if all := cfg.Signals(f); len(all) != 1 || all[0].Kind != tt.kind || all[0].Cause != tt.cause || all[0].Probability != tt.probability {
			t.Errorf("%s: %+v", name, all)
		}
	}
}

func TestWhatIsNoSignal(t *testing.T) {
	cfg := Default()
	tests := map[string]struct {
		set   func(*Facts)
		kind  string
		state string
	}{
		"a key person left 91 days ago":     {func(f *Facts) { f.KeyLeft = 91 }, KeyLeft, Calm},
		"nobody has ever left":              {func(f *Facts) { f.KeyLeft = Never }, KeyLeft, Calm},
		"one promise":                       {func(f *Facts) { f.Promises = 1 }, Promises, Calm},
		"less than twice the cadence":       {func(f *Facts) { f.Silent = 1.99 }, Silent, Calm},
		"money is 30 days late":             {func(f *Facts) { f.Overdue = 30 }, Overdue, Calm},
		"no money is late":                  {func(f *Facts) { f.Overdue = 0 }, Overdue, Calm},
		"nobody records when money comes":   {func(*Facts) {}, Overdue, Blind},
		"the share rose":                    {func(f *Facts) { f.Before, f.After = 0.3, 0.5 }, Share, Calm},
		"there was no share to fall":        {func(f *Facts) { f.Before, f.After = 0, 0 }, Share, Blind},
		"the earlier share is not known":    {func(f *Facts) { f.After = 0.1 }, Share, Blind},
		"complaints are kept nowhere":       {func(*Facts) {}, Defects, Blind},
		"the relationship is in good order": {func(f *Facts) { f.Poor = 2.6 }, Poor, Calm},
	}
	for name, tt := range tests {
		f := Unknown()
		tt.set(&f)
		looks := cfg.Looks(f)
		at := slices.IndexFunc(looks, func(l Look) bool { return l.Kind == tt.kind })
		if looks[at].State != tt.state || looks[at].Probability != 0 {
			t.Errorf("%s: %+v", name, looks[at])
		}
	}
}

func TestExplanation(t *testing.T) {
	cfg := Default()
	if e := cfg.Explain(nil); e.Result != "risk.level_none" || e.Rule != "risk.rule_none" {
		t.Errorf("%+v", e)
	}
	e := cfg.Explain([]Judged{{People, 3, 4}, {Quality, 3, 2}})
	if e.Result != "risk.level_red" || len(e.Inputs) != 2 || len(e.Changes) != 1 || e.Changes[0].To != 2 || e.Changes[0].Result != "risk.level_yellow" {
		t.Errorf("%+v", e)
	}
}

// Whatever gets likelier or worse never makes a customer safer, and the order in
// which causes were judged says nothing.
func TestARiskIsMonotone(t *testing.T) {
	order := map[string]int{"": 0, Green: 1, Yellow: 2, Red: 3}
	rapid.Check(t, func(t *rapid.T) {
		cfg, scale := Default(), rapid.IntRange(Least, Most)
		var all []Judged
		for _, cause := range Causes {
			if rapid.Bool().Draw(t, cause) {
				all = append(all, Judged{cause, scale.Draw(t, "p"), scale.Draw(t, "i")})
			}
		}
		before, found := Worst(all)
		if !found {
			return
		}
		if again, _ := Worst(rapid.Permutation(all).Draw(t, "shuffled")); again != before {
			t.Fatalf("%+v, shuffled %+v", before, again)
		}
		at := rapid.IntRange(0, len(all)-1).Draw(t, "at")
		all[at].Probability = min(Most, all[at].Probability+1)
		after, _ := Worst(all)
		if order[cfg.Level(after.Score())] < order[cfg.Level(before.Score())] {
			t.Fatalf("%+v after %+v", after, before)
		}
	})
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"levels that cross":      func(c *Config) { c.Yellow = 15 },
		"more than five by five": func(c *Config) { c.Red = 26 },
		"no promise at all":      func(c *Config) { c.Promises = 0 },
		"an impact beyond five":  func(c *Config) { c.Impact.Money = 6 },
		"a fall of nothing":      func(c *Config) { c.Fall = 0 },
		"a quality below all":    func(c *Config) { c.Poor = 0 },
		"no rest":                func(c *Config) { c.Quiet = 0 },
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
	if !null.Number(Never).Known() {
		t.Error("never is a number of days")
	}
}
