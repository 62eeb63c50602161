package evaluation

import (
	"errors"
	"testing"

	"erba/analysis/grid"
	"erba/kernel"
)

var (
	june    = kernel.On(2026, 6, 30)
	someone = kernel.NewID()
)

// inForce is a class that was decided long ago, on nothing that anybody said.
func inForce(model, class, way string, since kernel.Date) Class {
	return Class{Account: someone, Model: model, Class: class, Since: since, Way: way, Current: 100, Expected: grid.Unknown}
}

func tierOf(class string) Computed {
	return Computed{Class: class, Current: 100, Expected: grid.Unknown}
}

// before is a streak that the last evaluation left behind.
func before(becomes string, up bool, first, last kernel.Date, runs int) Streak {
	return Streak{Becomes: becomes, Up: up, First: first, Last: last, Runs: runs}
}

func TestWhatBecomesOfADifference(t *testing.T) {
	long := kernel.On(2025, 1, 1)
	may, april := kernel.On(2026, 5, 31), kernel.On(2026, 4, 30)
	tests := map[string]struct {
		model string
		is    Class
		now   Computed
		last  Streak
		want  Fate
		runs  int
	}{
		"the same class keeps":                           {Tier, inForce(Tier, "NAMED", Approved, long), tierOf("NAMED"), Streak{}, Keeps, 0},
		"a provisional tier proposes nothing":            {Tier, inForce(Tier, "NAMED", Approved, long), Computed{Class: "", Provisional: true}, Streak{}, Keeps, 0},
		"a provisional tier ends a streak":               {Tier, inForce(Tier, "NAMED", Approved, long), Computed{Provisional: true}, before("MASS", false, may, may, 1), Keeps, 0},
		"upwards is due at once":                         {Tier, inForce(Tier, "NAMED", Approved, long), tierOf("MAJOR"), Streak{}, Due, 1},
		"downwards waits for a second evaluation":        {Tier, inForce(Tier, "NAMED", Approved, long), tierOf("MASS"), Streak{}, Waits, 1},
		"downwards is due at the second":                 {Tier, inForce(Tier, "NAMED", Approved, long), tierOf("MASS"), before("MASS", false, may.Add(-1), may, 1), Due, 2},
		"two evaluations within a month are too close":   {Tier, inForce(Tier, "NAMED", Approved, long), tierOf("MASS"), before("MASS", false, june.Add(-3), june.Add(-3), 1), Waits, 2},
		"the same day counts once":                       {Tier, inForce(Tier, "NAMED", Approved, long), tierOf("MASS"), before("MASS", false, june, june, 1), Waits, 1},
		"turning round begins anew":                      {Tier, inForce(Tier, "NAMED", Approved, long), tierOf("MASS"), before("MAJOR", true, april, may, 2), Waits, 1},
		"falling further goes on":                        {Tier, inForce(Tier, "MAJOR", Approved, long), tierOf("MASS"), before("NONNAMED", false, april, may, 2), Due, 3},
		"half a year between two changes":                {Tier, inForce(Tier, "NAMED", Approved, june.AddMonths(-6).Add(2)), tierOf("MAJOR"), Streak{}, Holds, 1},
		"half a year later it is due":                    {Tier, inForce(Tier, "NAMED", Approved, june.AddMonths(-6)), tierOf("MAJOR"), Streak{}, Due, 1},
		"what was there at first holds nothing":          {Tier, inForce(Tier, "NAMED", Initial, june.Add(-1)), tierOf("MAJOR"), Streak{}, Due, 1},
		"a refused change rests":                         {Tier, inForce(Tier, "NAMED", Approved, long), tierOf("MAJOR"), Streak{Becomes: "MAJOR", Up: true, First: april, Last: may, Runs: 2, Rest: june.Add(1)}, Rests, 3},
		"another change does not rest with it":           {Tier, inForce(Tier, "NONNAMED", Approved, long), tierOf("MAJOR"), Streak{Becomes: "NAMED", Up: true, First: april, Last: may, Runs: 2, Rest: june.Add(1)}, Due, 3},
		"the first class of an account, the lowest":      {Tier, Class{}, tierOf("MASS"), Streak{}, Enters, 0},
		"the first class of an account, a high one":      {Tier, Class{}, tierOf("NAMED"), Streak{}, Due, 1},
		"a new key account is due":                       {Key, Class{}, Computed{Class: "KEY"}, Streak{}, Due, 1},
		"a VIP was approved as such":                     {VIP, Class{}, Computed{Class: "VIP"}, Streak{}, Changes, 1},
		"a VIP that expires has to be looked at":         {VIP, inForce(VIP, "VIP", ByRule, long), Computed{}, Streak{}, Due, 1},
		"below the cut by less than the tolerance keeps": {Tier, inForce(Tier, "NAMED", Approved, long), Computed{Class: "MASS", Near: true, Expected: grid.Unknown}, Streak{}, Keeps, 0},
	}
	rules := Default()
	for name, test := range tests {
		at := place(test.model)
		fate, streak := Models[at].judge(rules.of(at), test.is, test.now, test.last, june)
		if fate != test.want || streak.Runs != test.runs {
			t.Errorf("%s: %q after %d evaluations, want %q after %d", name, fate, streak.Runs, test.want, test.runs)
		}
		if again, same := Models[at].judge(rules.of(at), test.is, test.now, streak, june); again != fate && streak.Runs > 0 || same.Runs != streak.Runs {
			t.Errorf("%s: asked again on the same day, %q", name, again)
		}
	}
}

// The example of method M16: who was expected to buy 7.5 million of which we sold
// 0.9, and now sells 4.1, is high no longer in potential, but by our own success.
func TestM16ATierThatFallsBecauseTheReserveWasUsedIsNotProposed(t *testing.T) {
	rules, long := Default(), kernel.On(2025, 1, 1)
	is := Class{Account: someone, Model: Tier, Class: "NAMED", Since: long, Way: Approved, Current: 90, Expected: 750}
	tests := map[string]struct {
		now  Computed
		want Fate
	}{
		"more sold, the same estimate":  {Computed{Class: "NONNAMED", Current: 410, Expected: 750}, Spent},
		"more sold, a higher estimate":  {Computed{Class: "NONNAMED", Current: 410, Expected: 800}, Spent},
		"more sold, but less expected":  {Computed{Class: "NONNAMED", Current: 410, Expected: 500}, Due},
		"less sold":                     {Computed{Class: "MASS", Current: 80, Expected: 750}, Due},
		"a rise is a rise":              {Computed{Class: "MAJOR", Current: 410, Expected: 750}, Due},
		"nobody estimates him any more": {Computed{Class: "NONNAMED", Current: 410, Expected: grid.Unknown}, Due},
	}
	for name, test := range tests {
		last := before(test.now.Class, Models[0].rank(test.now.Class) > 3, kernel.On(2026, 4, 30), kernel.On(2026, 5, 31), 2)
		if got, _ := Models[0].judge(&rules.Tier, is, test.now, last, june); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

func TestWhoDecides(t *testing.T) {
	rules := Default()
	tests := map[string]struct {
		was, becomes string
		want         Need
	}{
		"to Major":          {"NAMED", "MAJOR", Director},
		"from Major":        {"MAJOR", "MASS", Director},
		"among the others":  {"MASS", "NAMED", Manager},
		"the first of all":  {"", "NAMED", Manager},
		"the first, Major":  {"", "MAJOR", Director},
		"down to the base":  {"NAMED", "MASS", Manager},
		"up by a step only": {"NONNAMED", "NAMED", Manager},
	}
	for name, test := range tests {
		if got := Models[0].need(&rules.Tier, test.was, test.becomes); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

// A tier that got less than the one below it would make a fall look like a rise.
func TestRulesThatMakeNoSense(t *testing.T) {
	if err := Default().Check(); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		spoil func(*Rules)
		at    string
	}{
		"Named takes more hours than Major": {func(r *Rules) { r.Cares.Named.Hours = 901 }, "cares.MAJOR.hours"},
		"Mass is looked after in more ways": {func(r *Rules) { r.Cares.Mass.Forms = 4 }, "cares.NONNAMED.forms"},
	}
	for name, test := range tests {
		r := Default()
		test.spoil(&r)
		if f, _ := errors.AsType[*kernel.Fault](r.Check()); f == nil || f.At != test.at {
			t.Errorf("%s: %v", name, f)
		}
	}
}
