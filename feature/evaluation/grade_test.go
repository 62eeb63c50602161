package evaluation

import (
	"testing"

	"erba/analysis/grade"
	"erba/analysis/null"
	"erba/analysis/value"
	"erba/kernel"
)

// M18 (e) as it takes effect: 71 is B; 68 (≥ 67) stays B, 66 the first time, too,
// and the second time it is proposed to become C. A month later 69 holds a B that
// somebody has just agreed to keep.
func TestM18TakesEffectWithItsTolerance(t *testing.T) {
	cfg, rules, cuts := grade.Default(), Default(), value.Default().Cuts
	g, rule := Models[place(Grade)], rules.of(place(Grade))
	scores := []null.Number{71, 68, 66, 66}
	is := Class{Account: someone, Model: Grade, Class: "B", Since: june.AddMonths(-12), Way: Initial}
	var last Streak
	for i, want := range []Fate{Keeps, Keeps, Keeps, Due} {
		computed := cfg.Climb(cuts, scores[:i+1], 0)[i]
		now := Computed{Class: computed.String(), Near: cfg.Holds(cuts, grade.B, scores[i])}
		var fate Fate
		if fate, last = g.judge(rule, is, now, last, june.AddMonths(3*i)); fate != want {
			t.Errorf("quarter %d, %v points: %q, want %q", i+1, scores[i], fate, want)
		}
	}
	if last.Up || last.Becomes != "C" || g.need(rule, "B", "C") != Manager {
		t.Errorf("%+v", last)
	}
	near := Computed{Class: "C", Near: cfg.Holds(cuts, grade.B, 67)}
	if fate, _ := g.judge(rule, is, near, Streak{}, june); fate != Keeps {
		t.Errorf("67 is not below 70 less 3, but %q", fate)
	}
	below := Computed{Class: "C", Near: cfg.Holds(cuts, grade.B, 66.9)}
	if fate, _ := g.judge(rule, is, below, Streak{}, june); fate != Due {
		t.Errorf("66.9 is below 70 less 3, but %q", fate)
	}
}

// Nobody holds a card before somebody has decided so, nor loses one because an
// answer is missing, and a fall is proposed once it has lasted a year.
func TestACardIsDecidedAbout(t *testing.T) {
	rules := Default()
	g, rule := Models[place(Membership)], rules.of(place(Membership))
	gold := Class{Account: someone, Model: Membership, Class: "GOLD", Since: june, Way: Approved}
	tests := map[string]struct {
		is   Class
		now  Computed
		on   kernel.Date
		last Streak
		want Fate
	}{
		"the first card of an account":             {Class{}, Computed{Class: "GOLD"}, june, Streak{}, Due},
		"the lowest card, too":                     {Class{}, Computed{Class: "SILVER"}, june, Streak{}, Due},
		"a higher one":                             {gold, Computed{Class: "PLATINUM"}, june.Add(1), Streak{}, Due},
		"a lower one":                              {gold, Computed{Class: "SILVER"}, june.AddMonths(6), Streak{}, Waits},
		"a card that an open answer could raise":   {Class{}, Computed{Class: "SILVER", Provisional: true}, june, Streak{}, Keeps},
		"a lower one for a year":                   {gold, Computed{Class: "SILVER"}, june.AddMonths(12), Streak{Account: someone, Model: Membership, Becomes: "SILVER", First: june, Last: june.AddMonths(6), Runs: 2}, Due},
		"a lower one because an answer is missing": {gold, Computed{Class: "", Provisional: true}, june.AddMonths(12), Streak{}, Keeps},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if fate, _ := g.judge(rule, tt.is, tt.now, tt.last, tt.on); fate != tt.want {
				t.Errorf("%q, want %q", fate, tt.want)
			}
		})
	}
}
