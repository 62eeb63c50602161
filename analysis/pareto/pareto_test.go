package pareto

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// td10 is the shared test set of the specification, in 万元, C01 first.
var td10 = []int64{820, 410, 130, 90, 60, 40, 25, 15, 6, 4}

func TestM02(t *testing.T) {
	got := Analyse(td10, Default())
	want := Result{Customers: 10, Total: 1600, N20: 2, Top20Share: 0.76875, K80: 3, K80Share: 0.85,
		K80Part: 0.3, Top1Share: 0.5125, HHI: 0.340470, Gini: 0.685125, Dependent: true}
	if !close(got.HHI, want.HHI, 5e-7) || !close(got.Gini, want.Gini, 1e-12) {
		t.Errorf("hhi %v gini %v", got.HHI, got.Gini)
	}
	got.HHI, got.Gini = want.HHI, want.Gini
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestM02OftenContacted(t *testing.T) {
	var k Ranking
	part, share := k.Rank(td10).Of(func(row int32) bool { return row <= 6 && row%2 == 0 }) // C01, C03, C05, C07
	if part != 0.4 || share != 1035.0/1600 {
		t.Errorf("%v of the customers hold %v", part, share)
	}
}

func TestM25(t *testing.T) {
	tests := map[string]struct {
		a, b float64
		want string
	}{
		"80/95": {0.80, 0.95, "AAABBBCCCC"},
		"55/85: a share of exactly 85 % before is not below it": {0.55, 0.85, "AABCCCCCCC"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			cfg.A, cfg.B = tt.a, tt.b
			got := ""
			for _, c := range ABC(td10, cfg) {
				got += c.String()
			}
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestValuesAtOrBelowZeroAreListedApart(t *testing.T) {
	r := Analyse([]int64{-5, 0, 10}, Default())
	if r.Customers != 1 || r.Excluded != 2 || r.Top20Share != 1 || r.Gini != 0 {
		t.Errorf("%+v", r)
	}
	if got := ABC([]int64{-5, 0, 10}, Default()); got[0] != None || got[1] != None || got[2] != A {
		t.Errorf("classes %v", got)
	}
	if got := Analyse(nil, Default()); got != (Result{}) {
		t.Errorf("nobody: %+v", got)
	}
}

var amounts = rapid.SliceOfN(rapid.OneOf(rapid.Int64Range(-10, 60), rapid.Int64Range(1, 1e12)), 1, 60)

func TestParetoSharesSumToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var k Ranking
		c := k.Rank(amounts.Draw(t, "values")).Classes(Default())
		if c.Amount[A]+c.Amount[B]+c.Amount[C] != k.Total || c.Count[A]+c.Count[B]+c.Count[C] != len(k.Rows) {
			t.Fatalf("%+v of %d", c, k.Total)
		}
	})
}

func TestMoreValueNeverWorsensTheClass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := amounts.Draw(t, "values")
		row := rapid.IntRange(0, len(values)-1).Draw(t, "row")
		values[row] = max(1, values[row])
		before := ABC(values, Default())[row]
		values[row] += rapid.Int64Range(0, 1e12).Draw(t, "more")
		if after := ABC(values, Default())[row]; after > before {
			t.Fatalf("%v became %v", before, after)
		}
	})
}

// What an explanation promises comes true: with the value it names the row has
// the class it names, and one unit less of a rise would not do.
func TestExplanationsComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := amounts.Draw(t, "values")
		row := rapid.IntRange(0, len(values)-1).Draw(t, "row")
		var k Ranking
		e := k.Rank(values).Explain(int32(row), Default())
		was := values[row]
		for _, c := range e.Changes {
			values[row] = int64(c.To)
			if got := ABC(values, Default())[row].Key(); got != c.Result {
				t.Fatalf("with %v instead of %d: %s, promised %s", c.To, was, got, c.Result)
			}
			values[row] += sign(float64(was) - c.To)
			if got := ABC(values, Default())[row].Key(); got != e.Result {
				t.Fatalf("a step before %v it is %s already, was %s", c.To, got, e.Result)
			}
			values[row] = was
		}
	})
}

func TestClassesAgreeWithClassify(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := amounts.Draw(t, "values")
		var k Ranking
		c := k.Rank(values).Classes(Default())
		var count [4]int
		var amount [4]int64
		for i, class := range ABC(values, Default()) {
			count[class]++
			amount[class] += max(0, values[i])
		}
		if count != c.Count || amount != c.Amount {
			t.Fatalf("%v %v, want %+v", count, amount, c)
		}
	})
}

func close(a, b, within float64) bool { return math.Abs(a-b) <= within }

func sign(x float64) int64 { return int64(math.Copysign(1, x)) }

func BenchmarkAll(b *testing.B) {
	values, classes := make([]int64, 100_000), make([]Class, 100_000)
	for i := range values {
		values[i] = int64(i*7919%100_003) * int64(i%977) * 100
	}
	var k Ranking
	for b.Loop() {
		k.Rank(values).Measure(Default())
		k.Classify(classes, Default())
	}
}
