package display

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The worked example of the specification: 4/4, 1/2, 1/3, 3/4, 1/1.
func TestM50(t *testing.T) {
	c := Default()
	s := c.Score(Seen{c.Attention, {"front"}, {"sign"}, {"price", "burst", "bundle"}, c.Satisfaction})
	for i, want := range []float64{1, 0.5, 1.0 / 3, 0.75, 1} {
		if math.Abs(float64(s.Stages[i].Share)-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", Stages[i], s.Stages[i].Share, want)
		}
	}
	if math.Round(float64(s.Total)*1000) != 717 || s.Bottleneck != "interest" {
		t.Errorf("total %v, bottleneck %q", s.Total, s.Bottleneck)
	}
}

func TestScores(t *testing.T) {
	c := Default()
	for sentence, test := range map[string]struct {
		seen       Seen
		total      float64
		bottleneck string
	}{
		"with everything there is no bottleneck":                {Seen(c.tools()), 1, ""},
		"with nothing shoppers do not even look up":             {Seen{}, 0, "attention"},
		"what nobody asks for counts for nothing":               {Seen{{"balloon"}}, 0, "attention"},
		"exactly the least share is enough":                     {Seen{c.Attention, c.Interest, c.Desire, c.Action, c.Satisfaction}, 1, ""},
		"a later weak stage is no bottleneck if none is before": {Seen{c.Attention, c.Interest, c.Desire, nil, c.Satisfaction}, 0.8, "action"},
	} {
		if s := c.Score(test.seen); math.Abs(float64(s.Total)-test.total) > 1e-9 || s.Bottleneck != test.bottleneck {
			t.Errorf("%s: %v %q", sentence, s.Total, s.Bottleneck)
		}
	}
	bare := Config{Least: 0.6, Desire: []string{"sign"}}
	if s := bare.Score(Seen{}); s.Stages[0].Share.Known() || s.Total != 0 || s.Bottleneck != "desire" {
		t.Errorf("a stage that asks for nothing is in no mean: %+v", s)
	}
}

// One more tool never lowers a score, and all of it stays between 0 and 1.
func TestAToolMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Default()
		var seen Seen
		for i := range seen {
			for _, tool := range c.Tools(i) {
				if rapid.Bool().Draw(t, tool) {
					seen[i] = append(seen[i], tool)
				}
			}
		}
		before := c.Score(seen)
		at := rapid.IntRange(0, 4).Draw(t, "stage")
		more := seen
		more[at] = append(slices.Clone(seen[at]), rapid.SampledFrom(c.Tools(at)).Draw(t, "tool"))
		after := c.Score(more)
		if after.Total < before.Total || !(before.Total >= 0 && after.Total <= 1) {
			t.Fatalf("%v becomes %v", before.Total, after.Total)
		}
	})
}

func TestWhatCannotBeAskedFor(t *testing.T) {
	for sentence, c := range map[string]Config{
		"nothing at all":       {Least: 0.6},
		"the same twice":       {Least: 0.6, Action: []string{"price", "price"}},
		"a tool without words": {Least: 0.6, Action: []string{" "}},
		"more than all":        {Least: 1.1, Action: []string{"price"}},
	} {
		if c.Check() == nil {
			t.Errorf("%s passes", sentence)
		}
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}
