package prospect

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestM54(t *testing.T) {
	y := Yield{Leads: 40, Won: 6, Spent: 12_000_00}
	if y.PerLead() != 300_00 || y.PerCustomer() != 2_000_00 {
		t.Errorf("%v a lead, %v a customer", y.PerLead(), y.PerCustomer())
	}
	if none := (Yield{Spent: 500_00}); none.PerLead().Known() || none.PerCustomer().Known() {
		t.Error("money without leads costs nobody knows what")
	}
}

func TestPointsOfALead(t *testing.T) {
	for name, tt := range map[string]struct {
		known []string
		score int
	}{
		"nothing is known":                   {nil, 0},
		"they asked and say what they need":  {[]string{Interest, Need}, 40},
		"all but the money":                  {[]string{Interest, Need, Time, Person, Company}, 75},
		"they asked, need it and have money": {[]string{Interest, Need, Budget}, 65},
		"everything":                         {Signs, 100},
	} {
		score, parts := DefaultPoints().Score(func(sign string) bool { return slices.Contains(tt.known, sign) })
		if score != tt.score || len(parts) != len(Signs) {
			t.Errorf("%s: %d of %v", name, score, parts)
		}
	}
}

// Whatever else becomes known of a lead never takes points from it, and its reasons
// are its score.
func TestToKnowMoreIsNeverLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		known := rapid.SliceOfDistinct(rapid.SampledFrom(Signs), rapid.ID[string]).Draw(t, "known")
		more := rapid.SampledFrom(Signs).Draw(t, "more")
		before, parts := DefaultPoints().Score(func(s string) bool { return slices.Contains(known, s) })
		after, _ := DefaultPoints().Score(func(s string) bool { return s == more || slices.Contains(known, s) })
		sum := 0
		for _, p := range parts {
			sum += p.Points
		}
		if after < before || sum != before || after > 100 {
			t.Fatalf("%d became %d, the reasons are %d", before, after, sum)
		}
	})
}

func TestWaysOfALead(t *testing.T) {
	for name, tt := range map[string]struct {
		from, to string
		goes     bool
	}{
		"somebody calls":                         {New, Contacted, true},
		"nobody has called":                      {New, Qualified, false},
		"it is good":                             {Contacted, Qualified, true},
		"it is not known whether it is good":     {Contacted, Deal, false},
		"it becomes a deal":                      {Qualified, Deal, true},
		"not this year":                          {Qualified, Nurture, true},
		"its day has come":                       {Nurture, Contacted, true},
		"what was dropped asks again":            {Dropped, Contacted, true},
		"a deal stays one":                       {Deal, Dropped, false},
		"a lead that is asleep becomes no deal":  {Nurture, Deal, false},
		"a state that there is not goes nowhere": {"?", Contacted, false},
	} {
		if got := Goes(tt.from, tt.to); got != tt.goes {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestPointsThatAreNoWhole(t *testing.T) {
	for name, p := range map[string]Points{
		"too many":           {30, 20, 25, 15, 10, 10, 60},
		"less than none":     {40, 20, 25, -5, 10, 10, 60},
		"good is impossible": {20, 20, 25, 15, 10, 10, 101},
		"everything is good": {20, 20, 25, 15, 10, 10, 0},
	} {
		if p.Check() == nil {
			t.Errorf("%s: taken", name)
		}
	}
	if err := DefaultPoints().Check(); err != nil {
		t.Error(err)
	}
}
