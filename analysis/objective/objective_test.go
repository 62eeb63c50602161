package objective

import (
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
	"erba/kernel"
)

var (
	frame = Frame{Visit: kernel.On(2026, 7, 1), End: kernel.On(2026, 12, 31)}
	good  = Objective{Text: "约定样机试装的日期和地点", Metric: "试装", Target: 1, Unit: "次", Confidence: 70, Linked: true, Deadline: kernel.On(2026, 7, 10)}
)

// M57 (e): a confidence of 95 % puts out A: four of five, not to be confirmed. Three
// samples wanted, two given: 66.7 %.
func TestM57(t *testing.T) {
	c, easy := Default(), good
	easy.Confidence = 95
	lights := c.Lights(easy, frame)
	if Score(lights) != 4 || lights[2].On || lights[2].Reason != "objective.a_easy" {
		t.Errorf("%+v", lights)
	}
	if got := Score(c.Lights(good, frame)); got != Full {
		t.Errorf("five lights: %d", got)
	}
	if got := c.Attainment(2, 3); got != null.Number(2.0/3) {
		t.Errorf("two of three: %v", got)
	}
}

func TestEveryLightSaysWhyItIsOff(t *testing.T) {
	c := Default()
	for name, tt := range map[string]struct {
		change func(*Objective)
		at     int
		reason string
	}{
		"nine characters":             {func(o *Objective) { o.Text = "约定样机试装的日期" }, 0, "objective.s_short"},
		"blanks are no characters":    {func(o *Objective) { o.Text = "   约定日期          " }, 0, "objective.s_short"},
		"nothing is done":             {func(o *Objective) { o.Text = "样机的日期和地点以及人员名单" }, 0, "objective.s_verb"},
		"no English verb either":      {func(o *Objective) { o.Text = "the agreement of the year" }, 0, "objective.s_verb"},
		"without a metric":            {func(o *Objective) { o.Metric = " " }, 1, "objective.m_metric"},
		"without a figure":            {func(o *Objective) { o.Target = null.None }, 1, "objective.m_target"},
		"a figure of zero":            {func(o *Objective) { o.Target = 0 }, 1, "objective.m_target"},
		"without a unit":              {func(o *Objective) { o.Unit = "" }, 1, "objective.m_unit"},
		"no confidence":               {func(o *Objective) { o.Confidence = null.None }, 2, "objective.a_unknown"},
		"39 % is too hard":            {func(o *Objective) { o.Confidence = 39 }, 2, "objective.a_hard"},
		"91 % is too easy":            {func(o *Objective) { o.Confidence = 91 }, 2, "objective.a_easy"},
		"linked to nothing":           {func(o *Objective) { o.Linked = false }, 3, "objective.r_missing"},
		"without a deadline":          {func(o *Objective) { o.Deadline = kernel.Date{} }, 4, "objective.t_missing"},
		"a deadline before the visit": {func(o *Objective) { o.Deadline = kernel.On(2026, 6, 30) }, 4, "objective.t_early"},
		"a deadline after the plan":   {func(o *Objective) { o.Deadline = kernel.On(2027, 1, 1) }, 4, "objective.t_late"},
	} {
		o := good
		tt.change(&o)
		lights := c.Lights(o, frame)
		if Score(lights) != 4 || lights[tt.at].On || lights[tt.at].Reason != tt.reason {
			t.Errorf("%s: %+v", name, lights[tt.at])
		}
	}
}

func TestWhatJustGivesLight(t *testing.T) {
	c := Default()
	for name, change := range map[string]func(*Objective){
		"40 %":                    func(o *Objective) { o.Confidence = 40 },
		"90 %":                    func(o *Objective) { o.Confidence = 90 },
		"on the day of the visit": func(o *Objective) { o.Deadline = frame.Visit },
		"on the plan's last day":  func(o *Objective) { o.Deadline = frame.End },
		"ten characters":          func(o *Objective) { o.Text = "约定样机试装的日期吧" },
		"an English verb":         func(o *Objective) { o.Text = "Get the approval list" },
	} {
		o := good
		if change(&o); Score(c.Lights(o, frame)) != Full {
			t.Errorf("%s: %+v", name, c.Lights(o, frame))
		}
	}
	if Score(c.Lights(good, Frame{})) != Full {
		t.Error("without a plan a deadline has no end")
	}
}

func TestAttainmentStaysWithinItsBounds(t *testing.T) {
	c := Default()
	for _, tt := range []struct{ actual, target, want null.Number }{
		{3, 2, 1.5}, {4, 2, 1.5}, {100, 1, 1.5}, {0, 3, 0}, {-1, 3, 0}, {1, 1, 1},
	} {
		if got := c.Attainment(tt.actual, tt.target); got != tt.want {
			t.Errorf("%v of %v: %v", tt.actual, tt.target, got)
		}
	}
	for _, tt := range [][2]null.Number{{null.None, 1}, {1, null.None}, {1, 0}, {1, -1}} {
		if c.Attainment(tt[0], tt[1]).Known() {
			t.Errorf("%v of %v is known", tt[0], tt[1])
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		target := null.Number(rapid.Float64Range(0.001, 1e6).Draw(t, "target"))
		less := null.Number(rapid.Float64Range(0, 1e6).Draw(t, "less"))
		more := less + null.Number(rapid.Float64Range(0, 1e6).Draw(t, "more"))
		a, b := c.Attainment(less, target), c.Attainment(more, target)
		if a > b || a < 0 || b > 1.5 {
			t.Fatalf("%v then %v", a, b)
		}
	})
}

func TestNonsenseIsNoConfiguration(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"no character":      func(c *Config) { c.Shortest = 0 },
		"bounds that cross": func(c *Config) { c.Hard = 90 },
		"above certainty":   func(c *Config) { c.Easy = 101 },
		"a cap below all":   func(c *Config) { c.Most = 0.9 },
		"no verb":           func(c *Config) { c.Verbs = nil },
		"an empty verb":     func(c *Config) { c.Verbs = []string{"确认", " "} },
	} {
		c := Default()
		if change(&c); c.Check() == nil {
			t.Errorf("%s was taken", name)
		}
	}
	if Default().Check() != nil {
		t.Error("the default is refused")
	}
}
