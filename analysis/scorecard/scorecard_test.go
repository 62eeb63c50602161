package scorecard

import (
	"errors"
	"slices"
	"testing"

	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
	"pgregory.net/rapid"
)

func twoByTwo() Card {
	item := func(name string, weight, floor, target float64) Item {
		return Item{Name: name, Unit: why.Count, Weight: weight, Floor: floor, Target: target}
	}
	return Card{Least: Enough, Aspects: []Aspect{
		{"one", 60, []Item{item("a", 50, 0, 10), item("b", 50, 10, 0)}},
		{"two", 40, []Item{item("c", 75, 0, 10), item("d", 25, 0, 10)}},
	}}
}

func TestFillingIn(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		answers      []null.Number
		aspects      []null.Number
		total        null.Number
		completeness float64
		enough       bool
	}{
		"everything is answered":              {[]null.Number{5, 2, 10, 2}, []null.Number{65, 80}, 71, 1, true},
		"less is better where it is reversed": {[]null.Number{0, 0, 0, 0}, []null.Number{50, 0}, 30, 1, true},
		"beyond the ends of the scales":       {[]null.Number{99, -9, -9, 99}, []null.Number{100, 25}, 70, 1, true},
		"one answer is missing":               {[]null.Number{5, none, 10, 2}, []null.Number{50, 80}, 62, 0.7, true},
		"exactly 60 % is enough":              {[]null.Number{5, 2, none, none}, []null.Number{65, none}, 65, 0.6, true},
		"40 % is not":                         {[]null.Number{none, none, 10, 2}, []null.Number{none, 80}, 80, 0.4, false},
		"nothing is answered":                 {[]null.Number{none, none, none, none}, []null.Number{none, none}, none, 0, false},
		"what is divided by zero is none":     {[]null.Number{null.Ratio(1, 0), 2, 10, 2}, []null.Number{80, 80}, 80, 0.7, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			card := twoByTwo()
			r := card.Rate(tt.answers)
			if !slices.EqualFunc(r.Aspects, tt.aspects, same) || !same(r.Total, tt.total) || r.Completeness != tt.completeness || r.Enough != tt.enough {
				t.Errorf("%+v", r)
			}
		})
	}
}

func same(a, b null.Number) bool { return a.Known() == b.Known() && (!a.Known() || a == b) }

func TestRatingsFromOneToFive(t *testing.T) {
	card := Plain("x", Rated("a", 70), Rated("b", 30))
	if got := card.Rate([]null.Number{1, 1}).Total; got != 20 {
		t.Errorf("the least is %v", got)
	}
	// 100·(70·4 + 30·2) / (5·100)
	if got := card.Rate([]null.Number{4, 2}).Total; got != 68 {
		t.Errorf("4 and 2 are %v", got)
	}
}

func TestCardsThatMakeNoSense(t *testing.T) {
	tests := map[string]struct {
		spoil func(*Card)
		want  string
	}{
		"aspects that sum to 90":       {func(c *Card) { c.Aspects[0].Weight = 50 }, "scorecard.bad_sum"},
		"items that sum to 100.5":      {func(c *Card) { c.Aspects[1].Items[0].Weight = 75.5 }, "scorecard.bad_sum"},
		"a weight below zero":          {func(c *Card) { c.Aspects[0].Items[0].Weight, c.Aspects[0].Items[1].Weight = -10, 110 }, "scorecard.bad_weight"},
		"a weight that is no number":   {func(c *Card) { c.Aspects[0].Weight = float64(null.None) }, "scorecard.bad_weight"},
		"a floor that is the target":   {func(c *Card) { c.Aspects[0].Items[0].Floor = 10 }, "scorecard.no_span"},
		"a target that is no number":   {func(c *Card) { c.Aspects[0].Items[0].Target = float64(null.None) }, "scorecard.no_span"},
		"two items of one name":        {func(c *Card) { c.Aspects[1].Items[0].Name = "a" }, "scorecard.twice"},
		"more than everything":         {func(c *Card) { c.Least = 1.1 }, "scorecard.bad_least"},
		"no aspects":                   {func(c *Card) { c.Aspects = nil }, "scorecard.bad_sum"},
		"an aspect without items":      {func(c *Card) { c.Aspects[0].Items = nil }, "scorecard.bad_sum"},
		"thirds that sum to 100":       {func(c *Card) { c.Aspects[0].Weight, c.Aspects[1].Weight = 100.0/3, 200.0/3 }, ""},
		"an item that weighs nothing":  {func(c *Card) { c.Aspects[0].Items[0].Weight, c.Aspects[0].Items[1].Weight = 0, 100 }, ""},
		"everything as it should be":   {func(*Card) {}, ""},
		"a scale that is turned round": {func(c *Card) { c.Aspects[0].Items[0].Floor, c.Aspects[0].Items[0].Target = 10, 0 }, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			card := twoByTwo()
			tt.spoil(&card)
			var fault *kernel.Fault
			if errors.As(card.Check(), &fault) != (tt.want != "") || fault != nil && fault.Key != tt.want {
				t.Errorf("got %v, want %q", fault, tt.want)
			}
		})
	}
}

func TestACardAsksWhatCanBeAnswered(t *testing.T) {
	other := twoByTwo()
	other.Aspects[0].Weight, other.Aspects[0].Items[0].Target = 99, 1
	if err := other.Like(twoByTwo()); err != nil {
		t.Errorf("weights and scales may differ: %v", err)
	}
	other.Aspects[0].Items[0].Unit = why.Share
	if other.Like(twoByTwo()) == nil {
		t.Error("a count is no share")
	}
	if (Card{}).Like(twoByTwo()) == nil {
		t.Error("items that are missing are missed")
	}
}

// The nearest answer across a cut is across it, and one step less is not.
func TestTheNearestAnswerAcrossACut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		card := twoByTwo()
		answers := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 10), null.Of[int]), 4, 4).Draw(t, "answers")
		cut := rapid.Float64Range(1, 99).Draw(t, "cut")
		above := func(answers []null.Number) bool { return card.Rate(answers).Total >= null.Number(cut) }
		judge := func(r Rating) string {
			return map[bool]string{true: "x.above", false: "x.below"}[r.Total >= null.Number(cut)]
		}
		e := card.Explain("M00", "x", answers, []float64{cut}, judge)
		turned := map[string]bool{}
		for _, change := range e.Changes {
			i := slices.Index([]string{"x.a", "x.b", "x.c", "x.d"}, change.Key)
			other, less := slices.Clone(answers), slices.Clone(answers)
			other[i], less[i] = null.Number(change.To), null.Number(change.To-sign(change.Difference))
			if turned[change.Key] = true; above(other) == above(answers) || above(less) != above(answers) {
				t.Fatalf("%+v of %v at %v", change, answers, cut)
			}
		}
		for i, key := range []string{"x.a", "x.b", "x.c", "x.d"} {
			for to := range 11 {
				other := slices.Clone(answers)
				if other[i] = null.Of(to); above(other) != above(answers) && !turned[key] {
					t.Fatalf("%s of %d would turn %v at %v", key, to, answers, cut)
				}
			}
		}
	})
}

func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}

// Never beyond the scale, whatever the columns hold.
func TestScoresStayOnTheScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 5).Draw(t, "customers")
		columns := make([][]null.Number, 4)
		for i := range columns {
			columns[i] = rapid.SliceOfN(rapid.Map(rapid.Float64(), null.Of[float64]), n, n).Draw(t, "column")
		}
		card := twoByTwo()
		var scores Scores
		card.Score(columns, n, &scores)
		for row := range n {
			if total := scores.Total[row]; !total.Known() || total < 0 || total > 100 || scores.Completeness[row] != 1 {
				t.Fatalf("%v points, complete to %v", total, scores.Completeness[row])
			}
		}
	})
}
