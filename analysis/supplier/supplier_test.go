package supplier

import (
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

// M04 (e): 2, 1, 2, 1, 1, 2, 0, 1 are 10 of 16, an index of 62.5: in transition.
func TestM04(t *testing.T) {
	cfg := Default()
	if index := Index([]null.Number{2, 1, 2, 1, 1, 2, 0, 1}); index != 62.5 || cfg.Class(index) != InTransition || cfg.Limit(index) != 0 {
		t.Errorf("%v, %s, limit %d", index, cfg.Class(index), cfg.Limit(index))
	}
}

func TestClasses(t *testing.T) {
	cfg := Default()
	for name, tt := range map[string]struct {
		index null.Number
		class Class
		limit int
	}{
		"at the upper cut":       {70, AsPartners, 0},
		"just below it":          {69.9, InTransition, 0},
		"at the lower cut":       {40, InTransition, 0},
		"just below the lower":   {39.9, AsBefore, 3},
		"not rated is no class":  {null.None, "", 0},
		"everything traditional": {0, AsBefore, 3},
	} {
		if class, limit := cfg.Class(tt.index), cfg.Limit(tt.index); class != tt.class || limit != tt.limit {
			t.Errorf("%s: %q, limit %d", name, class, limit)
		}
	}
	if got := Index([]null.Number{2, 2, 2, 2, 2, 2, 2, null.None}); got.Known() {
		t.Errorf("seven of eight make an index of %v", got)
	}
}

func rated(t *rapid.T) []null.Number {
	return rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 2), null.Of[int]), len(Attributes), len(Attributes)).Draw(t, "ratings")
}

func TestAMoreModernAnswerNeverLowersTheIndex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answers := rated(t)
		before, at := Index(answers), rapid.IntRange(0, len(answers)-1).Draw(t, "which")
		answers[at] = min(answers[at]+1, Modern)
		if after := Index(answers); after < before || after < 0 || after > 100 {
			t.Fatalf("%v after %v", after, before)
		}
	})
}

func TestTheStepOfAnExplanationLeadsToItsClass(t *testing.T) {
	cfg := Default()
	rapid.Check(t, func(t *rapid.T) {
		answers := rated(t)
		for _, change := range cfg.Explain(answers).Changes {
			for i, name := range Attributes {
				if other := append([]null.Number{}, answers...); change.Key == "supplier.at_"+name {
					if other[i] = null.Number(change.To); cfg.Class(Index(other)).Key() != change.Result {
						t.Fatalf("%v with %+v", answers, change)
					}
				}
			}
		}
	})
}

func TestConfigurationsThatMakeNoSense(t *testing.T) {
	for name, cfg := range map[string]Config{"cuts in the wrong order": {Modern: 40, Traditional: 70, Ceiling: 3}, "no stage at all": {Modern: 70, Traditional: 40}} {
		if cfg.Check() == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}
