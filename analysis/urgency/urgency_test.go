package urgency

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"erba/analysis/null"
	"erba/kernel"
)

var today = kernel.On(2026, 7, 1)

func thing(wan, chance float64, days int) Thing {
	return Thing{null.Of(wan * 1e6), null.Of(chance), today.Add(days)}
}

// The figures of picture 04: 840 at 30 % come before 986 at 19 %.
func TestR02WorkedExample(t *testing.T) {
	gate, complaint := thing(840, 0.30, 1), thing(986, 0.19, 0)
	if got := gate.Loss(); got != null.Of(252e6) {
		t.Errorf("840 × 30%% is %v", got)
	}
	if got := complaint.Loss(); got != null.Of(187.34e6) {
		t.Errorf("986 × 19%% is %v", got)
	}
	if gate.Compare(complaint) >= 0 {
		t.Error("the greater loss does not come first")
	}
}

func TestGroups(t *testing.T) {
	c, urgent, never := Default(), Setting{Now: 1}, Setting{Now: Never}
	tests := map[string]struct {
		due  kernel.Date
		s    Setting
		want string
	}{
		"what is late is done now":               {today.Add(-90), urgent, Now},
		"what is due today is done now":          {today, urgent, Now},
		"so is what is due within the rule's":    {today.Add(1), urgent, Now},
		"a day later it is this week":            {today.Add(2), urgent, Week},
		"the last day of the week is one of it":  {today.Add(7), urgent, Week},
		"after that it can wait":                 {today.Add(8), urgent, Wait},
		"what has no day can wait":               {kernel.Date{}, urgent, Wait},
		"what is never urgent can wait, late or": {today.Add(-3), never, Wait},
	}
	for name, tt := range tests {
		if got := c.Group(Thing{Due: tt.due}, tt.s, today); got != tt.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestNoLossWhereNothingIsKnown(t *testing.T) {
	for _, one := range []Thing{{null.None, null.Of(0.5), today}, {null.Of(5.0), null.None, today}, {null.Of(0.0), null.Of(1.0), today}, {null.Of(5.0), null.Of(0.0), today}} {
		if got := one.Loss(); got.Known() {
			t.Errorf("%+v loses %v", one, got)
		}
	}
}

// Whatever order things come in, amounts fall, and those without one are last.
func TestAmountsFall(t *testing.T) {
	r := rand.New(rand.NewPCG(28, 2))
	for range 200 {
		all := make([]Thing, 30)
		for i := range all {
			all[i] = thing(float64(r.IntN(5)*100), float64(r.IntN(4))/4, r.IntN(9))
			if r.IntN(5) == 0 {
				all[i].Due = kernel.Date{}
			}
		}
		slices.SortFunc(all, Thing.Compare)
		for i := 1; i < len(all); i++ {
			a, b := all[i-1].Loss(), all[i].Loss()
			if b.Known() && (!a.Known() || a < b) {
				t.Fatalf("%v before %v", a, b)
			}
		}
	}
}

// More at stake or more likely lost never moves a thing down.
func TestGreaterIsNeverLater(t *testing.T) {
	r := rand.New(rand.NewPCG(28, 3))
	for range 1000 {
		a := thing(r.Float64()*1000, r.Float64(), 3)
		b := a
		b.Amount, b.Chance = b.Amount+null.Of(r.Float64()*1e8), min(1, b.Chance+null.Of(r.Float64()/2))
		if b.Compare(a) > 0 {
			t.Fatalf("%+v after %+v", b, a)
		}
	}
}

func TestExplain(t *testing.T) {
	c := Default()
	e := c.Explain(thing(840, 0.3, 3), Setting{Now: 1}, today)
	if e.Result != "urgency.group_week" || len(e.Inputs) != 4 || e.Inputs[2].Value != 252e6 || len(e.Changes) != 1 || e.Changes[0].To != 1 {
		t.Errorf("%+v", e)
	}
	for _, s := range []Setting{{Now: Never}, {Now: 0}, {Now: 20}} {
		for _, due := range []kernel.Date{{}, today, today.Add(30)} {
			if _, err := json.Marshal(c.Explain(Thing{null.None, null.None, due}, s, today)); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	tests := map[string]struct {
		rules []Setting
		at    string
	}{
		"two rules of one name":           {[]Setting{{Rule: "a"}, {Rule: "a"}}, "rules.1.name"},
		"a rule without a name":           {[]Setting{{}}, "rules.0.name"},
		"nothing, lost with probability":  {[]Setting{{Rule: "a", Amount: None, Chance: 0.1}}, "rules.0.chance"},
		"one of them with something else": {[]Setting{{Rule: "a", Amount: Sales, Chance: 0.1}, {Rule: "b", Amount: None}}, ""},
	}
	for name, tt := range tests {
		c := Default()
		c.Rules = tt.rules
		err := c.Check()
		if f, is := err.(*kernel.Fault); (tt.at == "") != (err == nil) || is && f.At != tt.at {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatIsNotDecidedIsUsual(t *testing.T) {
	c := Default()
	c.Rules = []Setting{{Rule: "a", Now: 9}}
	if c.Of(Setting{Rule: "a"}).Now != 9 || c.Of(Setting{Rule: "b", Now: 4}).Now != 4 {
		t.Error("a rule reckons as another")
	}
}
