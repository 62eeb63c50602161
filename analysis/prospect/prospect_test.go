package prospect

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

func TestM53(t *testing.T) {
	cfg := Default()
	p, q := cfg.Priority(Candidate{90, 60, 30}), cfg.Priority(Candidate{60, 90, 20})
	if p != 77 || q != 73 {
		t.Errorf("%v %v", p, q)
	}
	if got := Rank([]null.Number{null.None, q, p}); !slices.Equal(got, []int{2, 1, 0}) {
		t.Errorf("%v", got)
	}
	if got := Expected([]Hope{{1_000_000_00, 40}, {500_000_00, 70}}); got != 750_000_00 {
		t.Errorf("%d", got)
	}
	if cfg.Priority(Candidate{90, null.None, 30}).Known() {
		t.Error("a part nobody knows")
	}
}

// More to buy, more strength and less effort never put a company later.
func TestBetterIsNeverLater(t *testing.T) {
	percent := rapid.Custom(func(t *rapid.T) null.Number { return null.Of(rapid.IntRange(0, 100).Draw(t, "of")) })
	rapid.Check(t, func(t *rapid.T) {
		c, cfg := Candidate{percent.Draw(t, "potential"), percent.Draw(t, "strength"), percent.Draw(t, "effort")}, Default()
		better := Candidate{min(100, c.Potential+5), min(100, c.Strength+5), max(0, c.Cost-5)}
		if a, b := cfg.Priority(c), cfg.Priority(better); b < a || a < 0 || b > 100 {
			t.Fatalf("%v became %v", a, b)
		}
	})
}

func TestPartsThatAreNoWhole(t *testing.T) {
	for _, c := range []Config{{50, 30, 30}, {-10, 90, 20}} {
		if c.Check() == nil {
			t.Errorf("%+v was taken", c)
		}
	}
}
