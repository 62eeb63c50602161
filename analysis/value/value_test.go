package value

import (
	"math/rand/v2"
	"slices"
	"testing"

	"erba/analysis/grade"
	"erba/analysis/null"
	"erba/analysis/scorecard"
	"pgregory.net/rapid"
)

// example is answers with which the aspects are 80, 70, 60 and 90.
var example = []null.Number{0.24, 800_000_00, 0.92, 3_500_000_00, 0.11, 0.70, 4, 0.80, 1, 0.8625, 5, 0.02}

func TestM14(t *testing.T) {
	cfg := Default()
	r := cfg.Card.Rate(example)
	if !slices.Equal(r.Aspects, []null.Number{80, 70, 60, 90}) || r.Total != 75 || cfg.Class(r) != grade.B || r.Completeness != 1 {
		t.Errorf("%+v is %s", r, cfg.Class(r))
	}
	if err := cfg.Check(); err != nil {
		t.Error(err)
	}
}

func TestM14Indicators(t *testing.T) {
	tests := map[string]struct {
		indicator int
		answer    null.Number
		want      null.Number
	}{
		"a margin of 18 %":                 {Margin, 0.18, 60},
		"service costs of 8.5 %, reversed": {ServiceCost, 0.085, 50},
		"service costs at the target":      {ServiceCost, 0.02, 100},
		"service costs above the floor":    {ServiceCost, 0.4, 0},
		"a loss is not below the floor":    {Margin, -0.3, 0},
		"sales beyond the target":          {Sales, 9_000_000_00, 100},
		"growth of nothing":                {Growth, 0, 100.0 / 3},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			answers := slices.Repeat([]null.Number{null.None}, Indicators)
			answers[tt.indicator] = tt.answer
			cfg := Default()
			if got := cfg.Card.Rate(answers).Items[tt.indicator]; got != tt.want.Steady() {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestM14WithoutAnswers(t *testing.T) {
	tests := map[string]struct {
		known        []int
		completeness float64
		want         grade.Class
	}{
		"nothing at all":                          {nil, 0, grade.None},
		"the ledger alone":                        {[]int{Margin, Sales, Growth, Coverage}, 0.42, grade.None},
		"finance and sales are exactly 60 %":      {[]int{Margin, Contribution, Payment, Sales, Growth, Coverage}, 0.60, grade.B},
		"all but the service":                     {[]int{Margin, Contribution, Payment, Sales, Growth, Coverage, Standing, Room, Influence}, 0.80, grade.B},
		"almost 60 %, though every aspect speaks": {[]int{Margin, Contribution, Sales, Standing, Satisfaction}, 0.55, grade.None},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			answers := slices.Repeat([]null.Number{null.None}, Indicators)
			for _, i := range tt.known {
				answers[i] = example[i]
			}
			cfg := Default()
			r := cfg.Card.Rate(answers)
			if r.Completeness != tt.completeness || cfg.Class(r) != tt.want || len(r.Missing) != Indicators-len(tt.known) {
				t.Errorf("%+v is %q", r, cfg.Class(r))
			}
			if e := cfg.Explain(answers); e.Result != tt.want.Key() {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func TestM14CutsBelongToTheHigherClass(t *testing.T) {
	cfg := Default()
	for total, want := range map[null.Number]grade.Class{85: grade.A, 84.99: grade.B, 70: grade.B, 69.99: grade.C, 50: grade.C, 49.99: grade.D} {
		if got := cfg.Class(scorecard.Rating{Total: total, Enough: true}); got != want {
			t.Errorf("%v is %s, want %s", total, got, want)
		}
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"weights that sum to 99":           func(c *Config) { c.Card.Aspects[0].Weight = 29 },
		"inner weights that sum to 101":    func(c *Config) { c.Card.Aspects[3].Items[0].Weight = 41 },
		"a weight below zero":              func(c *Config) { c.Card.Aspects[0].Weight, c.Card.Aspects[1].Weight = -10, 70 },
		"a floor that is the target":       func(c *Config) { c.Card.Aspects[0].Items[0].Target = 0 },
		"an indicator that nobody answers": func(c *Config) { c.Card.Aspects[0].Items[0].Name = "weather" },
		"an indicator that occurs twice":   func(c *Config) { c.Card.Aspects[0].Items[0].Name = "sales" },
		"an indicator less":                func(c *Config) { c.Card.Aspects = c.Card.Aspects[:3] },
		"cuts that fall":                   func(c *Config) { c.Cuts[1] = 90 },
		"a cut above 100":                  func(c *Config) { c.Cuts[2] = 101 },
		"a weight that is no number":       func(c *Config) { c.Card.Aspects[0].Items[0].Weight = float64(null.None) },
		"everything complete enough":       func(c *Config) { c.Card.Least = 1.5 },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			spoil(&cfg)
			if cfg.Check() == nil {
				t.Error("accepted")
			}
		})
	}
}

// answer draws something that people might say of an indicator, or nothing.
func answer(t *rapid.T, i int) null.Number {
	cfg := Default()
	all := slices.Concat(cfg.Card.Aspects[0].Items, cfg.Card.Aspects[1].Items, cfg.Card.Aspects[2].Items, cfg.Card.Aspects[3].Items)
	span := all[i].Target - all[i].Floor
	n := rapid.IntRange(-20, 130).Draw(t, all[i].Name)
	if n < -10 {
		return null.None
	}
	return null.Number(all[i].Floor + span*float64(n)/100).Steady()
}

func answers(t *rapid.T) (all []null.Number) {
	for i := range Indicators {
		all = append(all, answer(t, i))
	}
	return all
}

func TestABetterIndicatorNeverWorsensTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, given := Default(), answers(t)
		i := rapid.IntRange(0, Indicators-1).Draw(t, "indicator")
		if !given[i].Known() {
			return
		}
		before := cfg.Card.Rate(given)
		better := null.Of(rapid.Float64Range(0, 1).Draw(t, "by"))
		if i == ServiceCost {
			better = -better
		} else if i == Sales || i == Contribution {
			better *= 5_000_000_00
		}
		given[i] += better
		if after := cfg.Card.Rate(given); after.Total < before.Total || cfg.Class(after) < cfg.Class(before) {
			t.Fatalf("%v fell to %v", before.Total, after.Total)
		}
	})
}

func TestExplanationsComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, given := Default(), answers(t)
		e := cfg.Explain(given)
		if e.Result != cfg.Class(cfg.Card.Rate(given)).Key() {
			t.Fatal(e.Result)
		}
		for _, change := range e.Changes {
			other := slices.Clone(given)
			for i := range e.Inputs[:Indicators] {
				if e.Inputs[i].Key == change.Key {
					other[i] = null.Number(change.To)
				}
			}
			if got := cfg.Class(cfg.Card.Rate(other)).Key(); got != change.Result {
				t.Fatalf("%+v gives %s", change, got)
			}
		}
	})
}

func columnsOf(rows [][]null.Number) (c Columns) {
	for i := range c {
		c[i] = make([]null.Number, len(rows))
		for row := range rows {
			c[i][row] = rows[row][i]
		}
	}
	return c
}

// Whatever the order of the customers, each has the score and class he has alone.
func TestColumnsAgreeWithOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, rows := Default(), make([][]null.Number, rapid.IntRange(0, 6).Draw(t, "customers"))
		for row := range rows {
			rows[row] = answers(t)
		}
		var scores scorecard.Scores
		classes, columns := make([]grade.Class, len(rows)), columnsOf(rows)
		cfg.Score(&columns, len(rows), &scores)
		cfg.Classes(&scores, classes)
		for row := range rows {
			r := cfg.Card.Rate(columns.Row(row))
			if cfg.Class(r) != classes[row] || r.Total.Known() != scores.Total[row].Known() || r.Total.Known() && r.Total != scores.Total[row] {
				t.Fatalf("row %d: %+v, in columns %v %s", row, r, scores.Total[row], classes[row])
			}
			if total := scores.Total[row]; total.Known() && (total < 0 || total > 100) {
				t.Fatalf("%v points", total)
			}
		}
	})
}

func TestAColumnThatNobodyAnswers(t *testing.T) {
	cfg, columns := Default(), columnsOf([][]null.Number{example})
	columns[Satisfaction], columns[Loyalty], columns[ServiceCost] = nil, nil, nil
	var scores scorecard.Scores
	cfg.Score(&columns, 1, &scores)
	if want := null.Number((80*30 + 70*30 + 60*20) / 80.0); scores.Total[0] != want || scores.Completeness[0] != 0.8 || scores.Aspects[Service][0].Known() {
		t.Errorf("%v of %v", scores.Total[0], scores.Completeness[0])
	}
}

// Where enough is answered by somebody, a class is possible; where not, nobody has one.
func TestWhatNobodyAnswersMakesNoClass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, given, answered := Default(), slices.Clone(example), [Indicators]bool{}
		for i := range given {
			if answered[i] = rapid.Bool().Draw(t, "answered"); !answered[i] {
				given[i] = null.None
			}
		}
		if class := cfg.Class(cfg.Card.Rate(given)); cfg.Possible(answered) != (class != grade.None) {
			t.Fatalf("%v is %q", answered, class)
		}
	})
}

func BenchmarkScore(b *testing.B) {
	const n = 100_000
	cfg, columns := Default(), Columns{}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range columns {
		columns[i] = make([]null.Number, n)
		for row := range columns[i] {
			if columns[i][row] = null.None; random.IntN(4) > 0 {
				columns[i][row] = null.Number(random.Float64() * 5)
			}
		}
	}
	var scores scorecard.Scores
	classes := make([]grade.Class, n)
	for b.Loop() {
		cfg.Score(&columns, n, &scores)
		cfg.Classes(&scores, classes)
	}
}
