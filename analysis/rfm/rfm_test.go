package rfm

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// td10 is the shared test set of the specification, C01 first, amounts in 万元.
var td10 = Columns{
	Recency: []int32{5, 12, 40, 3, 75, 200, 20, 120, 300, 364},
	Orders:  []int32{24, 12, 6, 9, 3, 2, 4, 1, 1, 1},
	Amount:  []int64{820, 410, 130, 90, 60, 40, 25, 15, 6, 4},
}

func TestM24(t *testing.T) {
	cfg, scores := Default(), make([]Score, 10)
	new(Scorer).Score(td10, cfg, scores)
	want := strings.Fields("555 455 344 544 333 223 432 212 111 111")
	types := []Type{ImportantValue, ImportantValue, ImportantKeep, ImportantValue, OrdinaryWinBack, OrdinaryWinBack,
		OrdinaryDevelop, OrdinaryWinBack, OrdinaryWinBack, OrdinaryWinBack}
	for i, s := range scores {
		if fmt.Sprint(s.Number()) != want[i] || cfg.TypeOf(s) != types[i] {
			t.Errorf("C%02d is %d %s, want %s %s", i+1, s.Number(), cfg.TypeOf(s).Key(), want[i], types[i].Key())
		}
	}
}

func TestFewerThanFiveCustomersUseTheFixedSteps(t *testing.T) {
	c := Columns{Recency: []int32{30, 31, Never}, Orders: []int32{16, 1, 0}, Amount: []int64{100_000_00, 1, 0}}
	scores := make([]Score, 3)
	_, n := new(Scorer).Score(c, Default(), scores)
	if n != 2 || scores[0].Number() != 553 || scores[1].Number() != 411 || scores[2].Scored() {
		t.Errorf("%d scored: %v", n, scores)
	}
}

func columns(t *rapid.T) Columns {
	n := rapid.IntRange(5, 60).Draw(t, "n")
	return Columns{
		Recency: rapid.SliceOfN(rapid.Int32Range(-1, 40), n, n).Draw(t, "recency"),
		Orders:  rapid.SliceOfN(rapid.Int32Range(0, 12), n, n).Draw(t, "orders"),
		Amount:  rapid.SliceOfN(rapid.Int64Range(-100, 1e6), n, n).Draw(t, "amount"),
	}
}

// The steps give what the definition says, counted naively.
func TestRankScoresAreTheDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := columns(t)
		scores := make([]Score, len(c.Recency))
		_, n := new(Scorer).Score(c, Default(), scores)
		if n < 5 {
			return
		}
		for i, s := range scores {
			worse := [3]int{}
			for j, r := range c.Recency {
				if r != Never && c.Recency[i] != Never {
					worse[0] += count(r > c.Recency[i])
					worse[1] += count(c.Orders[j] < c.Orders[i])
					worse[2] += count(c.Amount[j] < c.Amount[i])
				}
			}
			want := Score{}
			if c.Recency[i] != Never {
				want = Score{uint8(1 + 5*worse[0]/n), uint8(1 + 5*worse[1]/n), uint8(1 + 5*worse[2]/n)}
			}
			if s != want {
				t.Fatalf("row %d: %v, want %v", i, s, want)
			}
		}
	})
}

func TestBetterIsNeverScoredWorse(t *testing.T) {
	for _, binning := range []Binning{ByRank, ByQuantile} {
		rapid.Check(t, func(t *rapid.T) {
			cfg, c := Default(), columns(t)
			cfg.Binning = binning
			scores := make([]Score, len(c.Recency))
			new(Scorer).Score(c, cfg, scores)
			i, j := rapid.IntRange(0, len(scores)-1).Draw(t, "i"), rapid.IntRange(0, len(scores)-1).Draw(t, "j")
			a, b := scores[i], scores[j]
			if a.Scored() && b.Scored() && (c.Recency[i] <= c.Recency[j] && a.R < b.R ||
				c.Orders[i] >= c.Orders[j] && a.F < b.F || c.Amount[i] >= c.Amount[j] && a.M < b.M) {
				t.Fatalf("%v beside %v", a, b)
			}
		})
	}
}

func TestExplanationsComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg, c := Default(), columns(t)
		steps, _ := new(Scorer).Steps(c, cfg)
		i := rapid.IntRange(0, len(c.Recency)-1).Draw(t, "row")
		e := cfg.Explain(steps, c.Recency[i], c.Orders[i], c.Amount[i])
		for _, change := range e.Changes {
			recency, orders, amount := c.Recency[i], c.Orders[i], c.Amount[i]
			switch change.Key {
			case "rfm.recency":
				recency = int32(change.To)
			case "rfm.orders":
				orders = int32(change.To)
			default:
				amount = int64(change.To)
			}
			if got := cfg.TypeOf(steps.Score(recency, orders, amount)).Key(); got != change.Result || got == e.Result {
				t.Fatalf("%+v gives %s, was %s", change, got, e.Result)
			}
		}
	})
}

func TestEverySegmentOfTheTableCanBeHad(t *testing.T) {
	var names []string
	for r := uint8(1); r <= 5; r++ {
		for f := uint8(1); f <= 5; f++ {
			for m := uint8(1); m <= 5; m++ {
				names = append(names, SegmentOf(Score{r, f, m}, Segments()))
			}
		}
	}
	slices.Sort(names)
	if got := len(slices.Compact(names)); got != 11 {
		t.Errorf("%d names", got)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func BenchmarkScore(b *testing.B) {
	const n = 100_000
	c := Columns{make([]int32, n), make([]int32, n), make([]int64, n)}
	for i := range n {
		c.Recency[i], c.Orders[i], c.Amount[i] = int32(i*31%700), int32(i*17%60), int64(i*7919%100_003)*int64(i%977)*100
	}
	var s Scorer
	into := make([]Score, n)
	for b.Loop() {
		s.Score(c, Default(), into)
	}
}
