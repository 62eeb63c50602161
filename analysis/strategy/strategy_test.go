package strategy

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

var none = null.None

// r 3.2 not incumbent → frontal; r 1.25, gate 3 at 70, nothing changeable →
// frontal; r 1.25, criteria changeable → flank; r 0.8, part r 1.4 → fragment; r
// 0.8, neither → develop; incumbent r 0.9 → defend.
func TestM64(t *testing.T) {
	tests := map[string]struct {
		one  Case
		want Strategy
	}{
		"overwhelming":                           {Case{3.2, none, No, No, No, none}, Frontal},
		"superior and winnable":                  {Case{1.25, 70, No, No, No, none}, Frontal},
		"superior, but the criteria can change":  {Case{1.25, none, No, Yes, No, none}, Flank},
		"superior at gate 3 of 59":               {Case{1.25, 59, No, Yes, No, none}, Flank},
		"weaker, stronger in a part":             {Case{0.8, none, No, No, Yes, 1.4}, Fragment},
		"weaker, and neither":                    {Case{0.8, none, No, No, No, none}, Develop},
		"ours already":                           {Case{0.9, none, Yes, No, No, none}, Defend},
		"no winnable way":                        {Case{3.2, 29, No, Yes, Yes, 2}, Develop},
		"no winnable way, but ours already":      {Case{3.2, 29, Yes, Yes, Yes, 2}, Defend},
		"3 to 1 is overwhelming":                 {Case{3, none, No, No, No, none}, Frontal},
		"1.2 and 60 is enough":                   {Case{1.2, 60, No, No, No, none}, Frontal},
		"nobody knows the ratio":                 {Case{none, 80, No, No, No, none}, Develop},
		"a part in which nobody knows the ratio": {Case{0.8, none, No, No, Yes, none}, Develop},
		"a part that we lose as well":            {Case{0.8, none, No, No, Yes, 0.9}, Develop},
		"nothing is known":                       {Case{none, none, Unknown, Unknown, Unknown, none}, Develop},
	}
	c := Default()
	for name, tt := range tests {
		a := c.Advise(tt.one)
		if a.Strategy != tt.want {
			t.Errorf("%s: %+v", name, a)
		}
		if e := c.Explain(tt.one); e.Result != "strategy.way_"+string(tt.want) || len(e.Inputs) != 6 {
			t.Errorf("%s: explained as %+v", name, e)
		}
	}
}

func TestTheTrailSaysWhatWasTested(t *testing.T) {
	c := Default()
	met := func(one Case) (all []Answer) {
		for _, s := range c.Advise(one).Trail {
			all = append(all, s.Met)
		}
		return all
	}
	for name, tt := range map[string]struct {
		one  Case
		want []Answer
	}{
		"behind the first that fits nothing is tested": {Case{0.8, 48, No, Yes, No, none}, []Answer{No, No, Yes, Skipped, Skipped}},
		"what nobody knows is no yes":                  {Case{1.25, none, Unknown, Unknown, Unknown, none}, []Answer{Unknown, Unknown, Unknown, Unknown, Yes}},
		"no way is left below 30":                      {Case{3.2, 20, No, Yes, Yes, 2}, []Answer{No, No, No, No, Yes}},
		"the last one always fits":                     {Case{0.8, 48, No, No, No, none}, []Answer{No, No, No, No, Yes}},
	} {
		if got := met(tt.one); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestWhatWouldChangeIt(t *testing.T) {
	c := Default()
	e := c.Explain(Case{0.8, 48, No, Yes, No, none})
	found := map[string]string{}
	for _, change := range e.Changes {
		found[change.Key] = change.Result
	}
	want := map[string]string{"strategy.ratio": "strategy.way_frontal", "strategy.incumbent": "strategy.way_defend", "strategy.changeable": "strategy.way_develop"}
	for key, result := range want {
		if found[key] != result {
			t.Errorf("%s: %q", key, found[key])
		}
	}
}

// A higher ratio or score at gate 3 never leads to a later rule.
func TestMoreStrengthNeverLeadsDown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Default()
		said := rapid.SampledFrom([]Answer{Yes, No, Unknown})
		one := Case{null.Of(rapid.Float64Range(0, 5).Draw(t, "r")), null.Of(rapid.IntRange(0, 100).Draw(t, "gate")),
			said.Draw(t, "incumbent"), said.Draw(t, "changeable"), said.Draw(t, "divisible"), null.Of(rapid.Float64Range(0, 3).Draw(t, "part"))}
		more := one
		more.Ratio += null.Of(rapid.Float64Range(0, 3).Draw(t, "more"))
		more.Gate = min(100, one.Gate+null.Of(rapid.IntRange(0, 60).Draw(t, "better")))
		if slices.Index(All, c.Advise(more).Strategy) > slices.Index(All, c.Advise(one).Strategy) {
			t.Fatalf("%+v leads to %s, %+v to %s", one, c.Advise(one).Strategy, more, c.Advise(more).Strategy)
		}
	})
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"superior above overwhelming": func(c *Config) { c.Superior = 3 },
		"superior to a loser":         func(c *Config) { c.Superior = 0.9 },
		"a part of nothing":           func(c *Config) { c.Part = 0 },
		"hopeless and winnable":       func(c *Config) { c.Hopeless = 60 },
		"more than all":               func(c *Config) { c.Winnable = 101 },
	}
	for name, change := range tests {
		c := Default()
		change(&c)
		if c.Check() == nil {
			t.Error(name)
		}
	}
	if Default().Check() != nil || Known("surrender") || !Known(Flank) {
		t.Error("the defaults")
	}
}
