package portfolio

import (
	"math"
	"slices"
	"testing"

	"erba/analysis/grade"
	"erba/analysis/invest"
	"erba/analysis/null"
	"erba/analysis/value"
	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// growing is TD-10 with two years of C01: so many times 3,000,000 and then
// 3,330,000 yuan, of which 24 % is left.
func growing(times int64) *Columns {
	c := company()
	a := *c.Account(0)
	months := []Month{
		{Account: a.ID, Number: numberOf(kernel.On(2024, 7, 1)), Sales: times * 3_000_000_00, Orders: 1, Lines: 1, First: 1, Last: 1},
		{Account: a.ID, Number: numberOf(kernel.On(2025, 7, 1)), Sales: times * 3_330_000_00, Cost: times * 2_530_800_00, Orders: 1, Lines: 1, First: 1, Last: 1},
	}
	next := c.With(nil, months)
	next.Until = asOf
	return next
}

func ratedAs(c *Columns, ratings map[string]int64) (all []Estimate) {
	for kind, v := range ratings {
		all = append(all, estimateOf(c, "C01", kind, v))
	}
	return all
}

func TestTheScorecardReadsTheLedgerAndPeople(t *testing.T) {
	c := growing(1)
	e := judge(c, ratedAs(c, map[string]int64{Demand: 16_650_000_00, Influence: 1, Standing: 4, Satisfaction: 86, Loyalty: 5}))
	got := e.indicators(0, wholeMonth(asOf))
	want := [value.Indicators]null.Number{value.Margin: 0.24, value.Contribution: null.None, value.Payment: null.None, value.Sales: 3_330_000_00,
		value.Growth: 0.11, value.Coverage: null.None, value.Standing: 4, value.Room: 0.8, value.Influence: 1, value.Satisfaction: 0.86,
		value.Loyalty: 5, value.ServiceCost: null.None}
	for i, w := range want {
		if got[i].Known() != w.Known() || w.Known() && math.Abs(float64(got[i]-w)) > 1e-12 {
			t.Errorf("indicator %d is %v, want %v", i, got[i], w)
		}
	}
	// finance 80, selling (66.6·50+70·25)/75, customer 60, service (74.29·40+100·30)/70
	finance, selling, customer, service := 80.0, (66.6*50+70*25)/75, 60.0, ((0.86-0.6)/0.35*100*40+100*30)/70
	total := 0.3*finance + 0.3*selling + 0.2*customer + 0.2*service
	if s := e.scoreOf(0); math.Abs(float64(s)-total) > 1e-6 || e.class(0) != grade.B || e.points.Completeness[0] != 0.685 {
		t.Errorf("%v points of %v, class %s; want %v", s, e.points.Completeness[0], e.class(0), total)
	}
	for row := int32(1); row < int32(c.Len()); row++ {
		if e.class(row) != grade.None || e.scoreOf(row).Known() {
			t.Errorf("%s is classed without anybody's word", c.Account(row).Code)
		}
	}
}

func TestAnAOfTheScorecardIsMajor(t *testing.T) {
	c := growing(2)
	// he buys all that he needs from us, so by his two values he is NONNAMED:
	// finance 80, selling (100·50 + 70·25)/75, customer 70, service 100 are exactly 85
	ratings := map[string]int64{Demand: 6_660_000_00, Influence: 5, Standing: 5, Satisfaction: 95, Loyalty: 5}
	e := judge(c, ratedAs(c, ratings))
	if e.scoreOf(0) != 85 || e.class(0) != grade.A || e.tiers[0].String() != "MAJOR" || e.explainTier(0).Rule != "pyramid.rule_strategic" {
		t.Errorf("%v, %s is %s by %s", e.scoreOf(0), e.class(0), e.tiers[0], e.explainTier(0).Rule)
	}
	ratings[Loyalty] = 4
	if e = judge(c, ratedAs(c, ratings)); e.class(0) != grade.B || e.tiers[0].String() != "NONNAMED" {
		t.Errorf("%v, %s is %s", e.scoreOf(0), e.class(0), e.tiers[0])
	}
}

func TestWholeMonthsCompareLikeWithLike(t *testing.T) {
	c := growing(1)
	tests := map[string]struct {
		on   kernel.Date
		want trend
	}{
		"at the end of the month":    {asOf, trend{now: 3_330_000_00, before: 3_000_000_00, cost: 2_530_800_00}},
		"a day before it ends":       {asOf.Add(-1), trend{now: 3_330_000_00, before: 3_000_000_00, cost: 2_530_800_00}},
		"a month later":              {kernel.On(2026, 7, 31), trend{now: 0, before: 3_330_000_00, cost: 0}},
		"in the middle of that":      {kernel.On(2026, 7, 15), trend{now: 3_330_000_00, before: 3_000_000_00, cost: 2_530_800_00}},
		"before there was anything":  {kernel.On(2020, 1, 31), trend{}},
		"when only the first was in": {kernel.On(2025, 6, 30), trend{now: 3_000_000_00, before: 0, cost: 0}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := c.trend(0, wholeMonth(tt.on), Net); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
	if (trend{now: 5}).growth().Known() || (trend{now: 5}).margin().Known() {
		t.Error("out of nothing there is no growth, and without a cost no margin")
	}
}

func TestTheMatrixIsRatedByPeople(t *testing.T) {
	c := company()
	ratings := map[string]int64{}
	for i, v := range []int64{4, 5, 3, 3, 4, 2, 3, 2, 3, 1} {
		ratings[matrix[i]] = v
	}
	e := judge(c, ratedAs(c, ratings))
	if got := e.quadrantOf(0); got != (invest.Place{Potential: 78, Strength: 44, Quadrant: invest.Selective}) {
		t.Errorf("%+v", got)
	}
	m := e.view(Filter{}, nil, nil).Matrix()
	if len(m.Points) != 1 || m.Points[0].Code != "C01" || m.Unrated.Count != 9 || m.Quadrants[1].Count != 1 || m.Quadrants[1].Policy != (invest.Policy{Visits: 1.2, Budget: 1}) {
		t.Errorf("%+v", m)
	}
}

// The items of the cards and the kinds that people rate are the same, in one order.
func TestEveryQuestionOfTheMatrixCanBeAnswered(t *testing.T) {
	cfg, i := invest.Default(), 0
	for _, item := range slices.Concat(cfg.Potential.Aspects[0].Items, cfg.Strength.Aspects[0].Items) {
		if matrix[i] != "invest_"+item.Name || !slices.Contains(kinds, matrix[i]) {
			t.Errorf("%s is rated as %s", item.Name, matrix[i])
		}
		i++
	}
}

func TestM13OnTheLedger(t *testing.T) {
	v := judge(company(), nil).view(Filter{}, nil, nil)
	s := v.Single()
	var counts []int
	for _, c := range s.Classes {
		counts = append(counts, c.Count)
	}
	if !slices.Equal(counts, []int{2, 1, 3, 4}) || s.Divergence.Compared != 0 || s.Divergence.Share.Known() || s.By != "sales" {
		t.Errorf("%v, %+v", counts, s.Divergence)
	}
	m, err := v.Members(inSingle, "B", Page{Limit: 5})
	if err != nil || m.Count != 1 || m.Rows[0].Code != "C03" {
		t.Errorf("%+v, %v", m, err)
	}
}

func TestM18AcrossQuarters(t *testing.T) {
	c := growing(1)
	id := c.accounts[0].ID
	ratings := ratedAs(c, map[string]int64{Demand: 3_330_000_00, Influence: 1, Standing: 1, Satisfaction: 60, Loyalty: 1})
	now := judge(c, slices.Clone(ratings)).scoreOf(0)
	if now < 40 || now >= 47 {
		t.Fatalf("%v points are not below the cut of C less its slack", now)
	}
	tests := map[string]struct {
		before []Quarter
		want   grade.Class
		rule   string
	}{
		"nothing is remembered":                {nil, grade.D, "grade.rule_score"},
		"a good quarter before: C is kept":     {[]Quarter{{id, "2026Q1", 60_000_000, "C"}}, grade.C, "grade.rule_held"},
		"a bad one before: C is lost":          {[]Quarter{{id, "2026Q1", 46_000_000, "C"}}, grade.D, "grade.rule_down"},
		"the bad one is a year ago":            {[]Quarter{{id, "2025Q1", 46_000_000, "C"}}, grade.D, "grade.rule_score"},
		"what was thought this quarter counts": {[]Quarter{{id, "2026Q1", 60_000_000, "C"}, {id, "2026Q2", 46_000_000, "D"}}, grade.C, "grade.rule_held"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			j := &Judgements{Revision: 1, estimates: ratings, quarters: tt.before}
			e := evaluate(Ask{}.settled(c.Until), Setting{initial, Default()}, c, j.beside(c), nil, nil)
			if x := e.explainClimb(0); e.climbed(0) != tt.want || x.Rule != tt.rule || x.Result != tt.want.Key() {
				t.Errorf("%s, %+v", e.climbed(0), x)
			}
		})
	}
	e := judge(c, nil)
	if e.climbed(1) != grade.D && e.climbing(1, e.recall(), nil).Before != grade.P { // C02 bought first in this quarter
		t.Errorf("a first purchase makes %s", e.climbed(1))
	}
}

func TestAQuarterIsRememberedOnce(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		ctx := s.As("director")
		var all []Estimate
		for kind, v := range map[string]int64{Demand: 100_000 * wan, Influence: 5, Standing: 5, Satisfaction: 95, Loyalty: 5} {
			all = append(all, Estimate{Account: st.ids[0], Kind: kind, Value: v, Evidence: "a survey", On: kernel.Today(), Expires: kernel.Today().Add(9)})
		}
		must(s, s.DB.Write(ctx, func(tx *db.Tx) error { return st.Import(tx, all) }))
		kept := func() (rows []Quarter) {
			must(s, s.DB.Read(ctx, func(tx *db.Tx) (err error) {
				rows, err = quarters(tx, "")
				return err
			}))
			return rows
		}
		for range 2 {
			_, err := st.Settle(ctx, func(int64, int64) {})
			must(s, err)
			e, err := st.evaluated(system(ctx), Ask{})
			must(s, err)
			want, ok := e.quarter(e.Row(st.ids[0]))
			if got := kept(); e.answered()[value.Margin] || ok && !slices.Equal(got, []Quarter{want}) || !ok && len(got) != 0 {
				s.Errorf("kept %+v, want %+v", got, want)
			}
		}
	})
}

func TestWhoIsNotToldMarginsCannotWorkThemOut(t *testing.T) {
	c := growing(1)
	e := judge(c, ratedAs(c, map[string]int64{Demand: 16_650_000_00, Influence: 1, Standing: 4, Satisfaction: 86, Loyalty: 5}))
	card := e.view(Filter{}, nil, nil).Card(0)
	if !e.marginal(0) || e.marginal(1) || card.Scored.Total == nil {
		t.Fatal("the margin of C01 alone is known")
	}
	card.withoutMargin()
	if card.Scored.Total != nil || card.Scored.Aspects[0].Index != nil || card.Scored.Aspects[0].Items[0].Value != nil || card.Scored.Class != "B" {
		t.Errorf("%+v", card.Scored)
	}
	for _, w := range card.Why {
		if slices.ContainsFunc(w.Inputs, func(f why.Figure) bool { return slices.Contains(telling, f.Key) }) ||
			(w.Model == inWorth || w.Model == inClimb) && len(w.Changes) > 0 {
			t.Errorf("%+v", w)
		}
	}
}

func TestRatingsOffTheirScale(t *testing.T) {
	tests := map[string]struct {
		kind  string
		value int64
		good  bool
	}{
		"a satisfaction of 100 %":     {Satisfaction, 100, true},
		"a satisfaction of 101 %":     {Satisfaction, 101, false},
		"a satisfaction of nothing":   {Satisfaction, 0, true},
		"a loyalty of nothing":        {Loyalty, 0, false},
		"a price of 6":                {"invest_price", 6, false},
		"a kind that nobody judges":   {"weather", 3, false},
		"a demand of nothing at all":  {Demand, 0, true},
		"a demand that is below zero": {Demand, -1, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := Estimate{Kind: tt.kind, Value: tt.value, Evidence: "a survey", On: asOf, Expires: asOf.Add(1)}
			if err := e.Check(); (err == nil) != tt.good {
				t.Error(err)
			}
		})
	}
}
