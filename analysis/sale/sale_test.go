package sale

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"erba/kernel"
)

// TestM72 is the worked example of the specification: 100 at 30 %, 200 at 50 % and
// 50 at 90 % are worth 175.
func TestM72(t *testing.T) {
	cfg := Default()
	p, _ := cfg.Process(Full)
	sum := int64(0)
	for stage, amount := range map[string]int64{"outline": 100, "proposal": 200, "negotiation": 50} {
		sum += kernel.Percent(amount, p.Percent(stage))
	}
	if sum != 175 {
		t.Errorf("%d", sum)
	}
}

func TestTheEightStepsStandAsTheMethodListsThem(t *testing.T) {
	cfg := Default()
	p, _ := cfg.Process(Full)
	for i, want := range []int{10, 20, 30, 40, 50, 70, 90, 100} {
		if s := p.Stages[i]; s.Percent != want || s.Dwell != 30 || s.Buying.Zh == "" || len(s.Milestones) != 1 {
			t.Errorf("%d: %+v", i+1, s)
		}
	}
	if err := cfg.Check(); err != nil {
		t.Error(err)
	}
}

func TestWhatCannotBeAProcess(t *testing.T) {
	tests := map[string]struct {
		change func(c *Config)
		at     string
	}{
		"a chance that falls":               {func(c *Config) { c.Processes[0].Stages[3].Percent = 29 }, "processes.0.stages.3.percent"},
		"a last step that is not certain":   {func(c *Config) { c.Processes[1].Stages[3].Percent = 99 }, "processes.1.stages.3.percent"},
		"a chance above 100":                {func(c *Config) { c.Processes[0].Stages[7].Percent = 101 }, "processes.0.stages.7.percent"},
		"one step alone":                    {func(c *Config) { c.Processes[1].Stages = c.Processes[1].Stages[3:] }, "processes.1.stages"},
		"two steps of one key":              {func(c *Config) { c.Processes[0].Stages[1].Key = "plan" }, "processes.0.stages.1.key"},
		"two processes of one key":          {func(c *Config) { c.Processes[1].Key = Full }, "processes.1.key"},
		"a key with a space":                {func(c *Config) { c.Processes[0].Stages[0].Key = "a b" }, "processes.0.stages.0.key"},
		"a step without an English name":    {func(c *Config) { c.Processes[0].Stages[0].En = "" }, "processes.0.stages.0.en"},
		"a milestone of two steps":          {func(c *Config) { c.Processes[0].Stages[1].Milestones[0].Key = "appointment" }, "processes.0.stages.1.milestones.0.key"},
		"a stay of less than nothing":       {func(c *Config) { c.Processes[0].Stages[0].Dwell = -1 }, "processes.0.stages.0.dwell"},
		"no process at all":                 {func(c *Config) { c.Processes = nil }, "processes"},
		"a milestone without a name":        {func(c *Config) { c.Processes[0].Stages[0].Milestones[0].Zh = "" }, "processes.0.stages.0.milestones.0.zh"},
		"a chance that falls at the second": {func(c *Config) { c.Processes[2].Stages[1].Percent = 5 }, "processes.2.stages.1.percent"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := Default()
			tt.change(&c)
			f, ok := errors.AsType[*kernel.Fault](c.Check())
			if !ok || f.At != tt.at {
				t.Errorf("%+v", f)
			}
		})
	}
}

func TestHowADealGoes(t *testing.T) {
	cfg := Default()
	p, _ := cfg.Process(Full)
	tests := map[string]struct {
		from, to string
		want     Way
	}{
		"to the next step":                     {"plan", "research", Next},
		"over one":                             {"plan", "outline", Skip},
		"back":                                 {"outline", "plan", Back},
		"nowhere":                              {"plan", "plan", Stay},
		"from a step that is none any more":    {"gone", "research", Skip},
		"from such a step to the first of all": {"gone", "plan", Skip},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := p.Way(tt.from, tt.to); got != tt.want {
				t.Error(got)
			}
		})
	}
}

func TestMandatoryMilestonesGate(t *testing.T) {
	cfg := Default()
	p, _ := cfg.Process(Full)
	none := func(string) bool { return false }
	if m := p.Missing("plan", "outline", none); len(m) != 0 {
		t.Errorf("the first two steps have none that is mandatory: %v", m)
	}
	if m := p.Missing("outline", "technical", none); len(m) != 1 || m[0].Key != "approved" {
		t.Errorf("%v", m)
	}
	if m := p.Missing("outline", "negotiation", none); len(m) != 2 {
		t.Errorf("who leaves steps out does not leave out what is mandatory in them: %v", m)
	}
	if m := p.Missing("negotiation", "plan", none); len(m) != 0 {
		t.Errorf("back one always may: %v", m)
	}
	if m := p.Unsigned("negotiation", func(key string) bool { return key == "agreed" }); len(m) != 1 || m[0].Key != "signed" {
		t.Errorf("%v", m)
	}
}

// A process is accepted if and only if its chances never fall and end with 100.
func TestChancesNeverFall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Default()
		stages, rises, last := c.Processes[0].Stages, true, 0
		for i := range stages {
			stages[i].Percent = rapid.IntRange(0, 100).Draw(t, "percent")
			if i == len(stages)-1 && rapid.Bool().Draw(t, "certain") {
				stages[i].Percent = 100
			}
			rises, last = rises && stages[i].Percent >= last, stages[i].Percent
		}
		if err := c.Check(); (err == nil) != (rises && last == 100) {
			t.Errorf("%v: %v", stages, err)
		}
	})
}
