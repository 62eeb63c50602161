package rivalry

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
	"erba/kernel"
)

var none = null.None

// us (5,4,3,4,4,4) 4.00 strong; X (3,3,4,3,3,3) 3.20 medium; Y (2,2,3,2,2,2) 2.20
// weak; r = 4.00/3.20 = 1.25.
func TestM47(t *testing.T) {
	tests := map[string]struct {
		scores []null.Number
		value  null.Number
		mark   Mark
	}{
		"us":                              {[]null.Number{5, 4, 3, 4, 4, 4}, 4.00, Strong},
		"X":                               {[]null.Number{3, 3, 4, 3, 3, 3}, 3.20, Medium},
		"Y":                               {[]null.Number{2, 2, 3, 2, 2, 2}, 2.20, Weak},
		"3.5 is strong":                   {[]null.Number{4, 4, 4, 3, 3, 2}, 3.5, Strong},
		"2.5 is not weak":                 {[]null.Number{3, 3, 3, 2, 2, 1}, 2.5, Medium},
		"one factor is not rated":         {[]null.Number{5, 4, none, 4, 4, 4}, none, Unknown},
		"nothing is rated":                {nil, none, Unknown},
		"what stands beyond is no factor": {[]null.Number{5, 4, 3, 4, 4, 4, 1}, 4, Strong},
	}
	g := DefaultGrid()
	for name, tt := range tests {
		c := g.Cell(g.Factors, tt.scores)
		if c.Mark != tt.mark || c.Value.Known() != tt.value.Known() || tt.value.Known() && c.Value != tt.value {
			t.Errorf("%s: %+v", name, c)
		}
		if e := g.Explain(g.Factors, tt.scores); e.Result != "rivalry.mark_"+string(c.Mark) {
			t.Errorf("%s: explained as %+v", name, e)
		}
	}
	if r := Compare(4.00, []null.Number{3.20, 2.20}); r.Ratio != 1.25 || r.Best != 0 {
		t.Errorf("%+v", r)
	}
	if r := Compare(4.00, []null.Number{none}); r.Ratio.Known() || r.Best != -1 {
		t.Errorf("against nobody whom we know: %+v", r)
	}
	if a := Advantage([]null.Number{4, 3, none}, []null.Number{3.2, 3.8, 5}); a != 1 {
		t.Errorf("over two products of three: %v", a)
	}
	if Advantage(nil, nil).Known() {
		t.Error("over none")
	}
}

// Direct mean 3.6 active → 3.60; indirect power 5, opposition 4 → 4.00 → ranks
// first, red flag.
func TestM63(t *testing.T) {
	b := DefaultBoard()
	direct := b.Direct([]null.Number{4, 4, 3, 4, 3, 4, 4, none}, true)
	if five := b.Direct([]null.Number{4, 4, 3, 4, 3}, true); five.Threat != 3.6 || five.Rated != 5 || five.Flag {
		t.Errorf("a mean of 3.6 in the deal: %+v", five)
	}
	if away := b.Direct([]null.Number{4, 4, 3, 4, 3}, false); away.Threat != 2.16 || away.Mean != 3.6 {
		t.Errorf("not active: %+v", away)
	}
	if few := b.Direct([]null.Number{5, 5, 5}, true); few.Threat.Known() || few.Rated != 3 {
		t.Errorf("three of eight: %+v", few)
	}
	indirect := b.Indirect(5, 4)
	if indirect.Threat != 4 || !indirect.Flag {
		t.Errorf("power 5, opposition 4: %+v", indirect)
	}
	if b.Indirect(5, 3).Flag || b.Indirect(none, 4).Threat.Known() || b.Indirect(none, 4).Flag {
		t.Error("3.0 or unknown is no flag")
	}
	if got := Order([]Threat{direct, b.Direct(nil, true), indirect}); !slices.Equal(got, []int{2, 0, 1}) {
		t.Errorf("the greatest first: %v", got)
	}
}

func TestExplanationsSayWhatWouldChange(t *testing.T) {
	g, b := DefaultGrid(), DefaultBoard()
	e := g.Explain(g.Factors, []null.Number{3, 3, 4, 3, 3, 3})
	if c := e.Changes; len(c) != 2 || c[0].To != 3.5 || c[0].Result != "rivalry.mark_strong" || c[1].Result != "rivalry.mark_weak" {
		t.Errorf("%+v", e.Changes)
	}
	for name, tt := range map[string]struct{ got, want string }{
		"active":       {b.ExplainDirect([]null.Number{4, 4, 4, 4}, true).Rule, "rivalry.rule_active"},
		"not active":   {b.ExplainDirect([]null.Number{4, 4, 4, 4}, false).Rule, "rivalry.rule_absent"},
		"hardly rated": {b.ExplainDirect([]null.Number{4}, false).Result, "rivalry.threat_unknown"},
		"flagged":      {b.ExplainIndirect(5, 4).Result, "rivalry.threat_flag"},
		"less opposed": {b.ExplainIndirect(5, 4).Changes[0].Result, "rivalry.threat_indirect"},
		"more opposed": {b.ExplainIndirect(5, 2).Changes[0].Result, "rivalry.threat_flag"},
		"unjudged":     {b.ExplainIndirect(none, 2).Result, "rivalry.threat_unknown"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s", name, tt.got)
		}
	}
}

// A better rating never makes a product weaker or a rival less of a threat, and
// taking a rating back never makes a product better.
func TestRatingsAreMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, b := DefaultGrid(), DefaultBoard()
		scores := rapid.SliceOfN(rapid.Map(rapid.IntRange(1, 5), func(n int) null.Number { return null.Of(n) }), 6, 6).Draw(t, "scores")
		i := rapid.IntRange(0, 5).Draw(t, "factor")
		more, less := slices.Clone(scores), slices.Clone(scores)
		more[i], less[i] = min(5, scores[i]+1), none
		if g.Cell(g.Factors, more).Value < g.Cell(g.Factors, scores).Value || b.Direct(more, true).Threat < b.Direct(scores, true).Threat {
			t.Fatalf("%v is better than %v", more, scores)
		}
		if g.Cell(g.Factors, less).Value.Known() || b.Direct(scores, false).Threat > b.Direct(scores, true).Threat {
			t.Fatalf("%v", less)
		}
	})
}

func TestFactorsOfAnIndustry(t *testing.T) {
	g := DefaultGrid()
	own := []Factor{{"life", "全寿命成本", "Life-cycle cost", 60}, {"delivery", "交期", "Delivery", 40}}
	g.Industries = []Set{{"rail", own}}
	if err := g.Check(); err != nil {
		t.Fatal(err)
	}
	if len(g.Of("rail")) != 2 || len(g.Of("steel")) != 6 {
		t.Error("rail has its own, everybody else the usual ones")
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*Grid)
		key    string
	}{
		"cuts that cross":        {func(g *Grid) { g.Weak = 3.6 }, "rivalry.bad_cuts"},
		"weights of 90":          {func(g *Grid) { g.Factors[0].Weight = 10 }, "rivalry.not_100"},
		"two of one key":         {func(g *Grid) { g.Factors[0].Key = "price" }, "rivalry.bad_key"},
		"a factor without words": {func(g *Grid) { g.Factors[0].En = "" }, "rivalry.no_words"},
		"a factor that is none":  {func(g *Grid) { g.Factors[0].Weight = 0 }, "rivalry.bad_weight"},
		"no factor at all":       {func(g *Grid) { g.Factors = nil }, "rivalry.bad_factors"},
		"no industry":            {func(g *Grid) { g.Industries = []Set{{"", g.Factors}} }, "rivalry.bad_industry"},
		"an industry of nothing": {func(g *Grid) { g.Industries = []Set{{"rail", nil}} }, "rivalry.bad_factors"},
	} {
		g := DefaultGrid()
		tt.change(&g)
		if fault, is := errors.AsType[*kernel.Fault](g.Check()); !is || fault.Key != tt.key {
			t.Errorf("%s: %v", name, g.Check())
		}
	}
	for name, b := range map[string]Board{"more than whole": {1.1, 4, 4}, "a flag that nothing reaches": {0.6, 6, 4}, "of nothing": {0.6, 4, 0}} {
		if b.Check() == nil {
			t.Error(name)
		}
	}
	if DefaultGrid().Check() != nil || DefaultBoard().Check() != nil {
		t.Error("the defaults")
	}
}
