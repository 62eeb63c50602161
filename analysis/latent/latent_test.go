package latent

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// days with these intervals between them.
func days(intervals ...int32) []int32 {
	all := []int32{100}
	for _, n := range intervals {
		all = append(all, all[len(all)-1]+n)
	}
	return all
}

func TestM96(t *testing.T) {
	cfg := Default()
	every, ok := cfg.Every(days(30, 32, 28, 31))
	if !ok || every != 30.5 || !cfg.Overdue(every, 50) || cfg.Overdue(every, 45) {
		t.Errorf("every %v days, overdue after 50: %v", every, cfg.Overdue(every, 50))
	}
	pair := Pair{First: 0, Second: 1, Both: 30, OfFirst: 60, OfSecond: 50, Orders: 200}
	if pair.Support() != 0.15 || pair.Lift() != 2 || !cfg.keeps(pair) {
		t.Errorf("support %v, lift %v", pair.Support(), pair.Lift())
	}
	if e := cfg.ExplainReorder(every, 50, 100); e.Result != "latent.reorder" || e.Cuts[0].Value != 45.75 || e.Changes[0].To != 45 {
		t.Errorf("explained as %+v", e)
	}
}

func TestHowOftenAProductIsBought(t *testing.T) {
	tests := map[string]struct {
		days  []int32
		every float64
		ok    bool
	}{
		"three intervals are enough":              {days(10, 20, 30), 20, true},
		"two are not":                             {days(10, 20), 0, false},
		"of more than six only the last count":    {days(300, 300, 300, 10, 10, 10, 20, 20, 20), 15, true},
		"the middle one of five":                  {days(1, 90, 2, 80, 3), 3, true},
		"nothing was ever bought":                 {nil, 0, false},
		"it was bought once, so there is nothing": {days(), 0, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if every, ok := cfg.Every(tt.days); every != tt.every || ok != tt.ok {
				t.Errorf("got %v, %v", every, ok)
			}
		})
	}
}

func TestThePairsThatCount(t *testing.T) {
	tests := map[string]struct {
		both, first, second, orders int64
		want                        bool
	}{
		"exactly 1 % of the orders":         {10, 20, 20, 1000, true},
		"a little less":                     {9, 10, 10, 1000, false},
		"exactly 1.2 times by chance":       {12, 100, 100, 1000, true},
		"a little less than that":           {11, 100, 100, 1000, false},
		"always both, and in every order":   {1000, 1000, 1000, 1000, false},
		"they never stand together anyhow":  {0, 500, 500, 1000, false},
		"the example of the specification":  {30, 60, 50, 200, true},
		"as often together as by chance is": {30, 60, 100, 200, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if got := cfg.keeps(Pair{0, 1, tt.both, tt.first, tt.second, tt.orders}); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestMedian(t *testing.T) {
	tests := map[string]struct {
		amounts []int64
		want    int64
	}{
		"of three":                   {[]int64{9, 1, 5}, 5},
		"of two, between them":       {[]int64{10, 20}, 15},
		"a half is rounded up":       {[]int64{2, 3}, 3},
		"below zero it goes down":    {[]int64{-3, -2}, -3},
		"of one":                     {[]int64{7}, 7},
		"of none":                    {nil, 0},
		"of equal ones it is theirs": {[]int64{4, 4, 4, 4}, 4},
	}
	for name, tt := range tests {
		if got := Median(tt.amounts); got != tt.want {
			t.Errorf("%s: %d", name, got)
		}
	}
}

// What a segment buys, worked by hand: ten accounts, of which four buy product 1
// and all buy product 0; the segment of three is too small.
func TestWhatASegmentBuys(t *testing.T) {
	var all []History
	var segments []int32
	for i := range 13 {
		lines := []Purchase{{Order: 1, Day: 400, Product: 0, Amount: 100}}
		if i < 4 || i >= 10 {
			lines = append(lines, Purchase{Order: 2, Day: 500, Product: 1, Amount: int64(1000 * (i + 1))})
		}
		all, segments = append(all, HistoryOf(lines)), append(segments, int32(i/10))
	}
	m := Default().Mine(source(all), segments, rising(2), 365, 729)
	n, ok := m.Norm(0, 1)
	if want := (Norm{0, 1, 4, 10, 2500}); !ok || n != want || n.Share() != 0.4 {
		t.Errorf("got %+v", n)
	}
	if _, ok := m.Norm(1, 1); ok {
		t.Error("three accounts are no segment")
	}
	f := m.Finder()
	if got := f.Find(&all[9], 0); !reflect.DeepEqual(got, []Candidate{{Kind: Gap, Product: 1, Value: 2500}}) {
		t.Errorf("it lacks one product: %+v", got)
	}
	if got := f.Find(&all[0], 0); got != nil {
		t.Errorf("it buys both: %+v", got)
	}
	if got := f.Find(&all[9], Unclassified); got != nil {
		t.Errorf("of whom nothing is known: %+v", got)
	}
	cfg := Default()
	if e := cfg.ExplainGap(n, false); len(e.Inputs) != 2 || e.Inputs[1].Known {
		t.Errorf("four buyers are too few for who does not see all: %+v", e.Inputs)
	}
	if e := cfg.ExplainAffinity(Pair{Both: 1, OfFirst: 1, OfSecond: 1, Orders: 1}, n, true); e.Changes == nil || len(e.Inputs) != 7 {
		t.Errorf("what would change it is an empty list, not none: %+v", e)
	}
	if e := cfg.ExplainGap(n, true); e.Changes == nil || len(e.Inputs) != 4 || e.Inputs[3].Value != 2500 {
		t.Errorf("who sees all is told: %+v", e.Inputs)
	}
}

// rising are the numbers below n.
func rising(n int) (all []int32) {
	for i := range n {
		all = append(all, int32(i))
	}
	return all
}

func source(all []History) Source {
	return func(yield func(int, *History) bool) {
		for i := range all {
			if !yield(i, &all[i]) {
				return
			}
		}
	}
}

// crowd are accounts that buy at random, some products often and mostly together.
func crowd(rng *rand.Rand, accounts, products int) (lines [][]Purchase, segments []int32) {
	for range accounts {
		var own []Purchase
		for order := range 1 + rng.IntN(12) {
			day := int32(rng.IntN(700))
			for range 1 + rng.IntN(6) {
				p := int32(min(rng.IntN(products), rng.IntN(products)))
				own = append(own, Purchase{uint64(order), day + int32(rng.IntN(2)), p, int64(rng.IntN(1000))})
			}
		}
		lines, segments = append(lines, own), append(segments, int32(rng.IntN(4))-1)
		if segments[len(segments)-1] < 0 {
			segments[len(segments)-1] = Unclassified
		}
	}
	return lines, segments
}

func histories(lines [][]Purchase) (all []History) {
	for _, own := range lines {
		all = append(all, HistoryOf(slices.Clone(own)))
	}
	return all
}

// told is what a market says, without how it was found out.
func told(m *Market, all []History) (pairs []Pair, norms []Norm, found [][]Candidate) {
	f := m.Finder()
	for i := range all {
		found = append(found, f.Find(&all[i], m.segments[i]))
	}
	return m.Pairs, m.Norms, found
}

func TestTheOrderOfLinesAndTheMemoryChangeNothing(t *testing.T) {
	for seed := range uint64(30) {
		rng := rand.New(rand.NewPCG(seed, 96))
		lines, segments := crowd(rng, 60, 12)
		all := histories(lines)
		cfg := Default()
		pairs, norms, found := told(cfg.Mine(source(all), segments, rising(12), 335, 700), all)
		for _, own := range lines {
			rng.Shuffle(len(own), func(i, j int) { own[i], own[j] = own[j], own[i] })
		}
		shuffled := histories(lines)
		if !reflect.DeepEqual(shuffled, all) {
			t.Fatalf("seed %d: shuffled lines make another history", seed)
		}
		p, n, c := told(cfg.mine(source(shuffled), segments, rising(12), 335, 700, 13), shuffled)
		if !reflect.DeepEqual(p, pairs) || !reflect.DeepEqual(n, norms) || !reflect.DeepEqual(c, found) {
			t.Errorf("seed %d: with little memory it is different", seed)
		}
		if len(pairs) == 0 || len(norms) == 0 {
			t.Errorf("seed %d: nothing was found", seed)
		}
	}
}

// The pairs are those that a loop over all orders and all pairs of products finds.
func TestPairsAreExact(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 7))
		lines, segments := crowd(rng, 40, 9)
		all := histories(lines)
		cfg := Default()
		var want []Pair
		for a := range int32(9) {
			for b := a + 1; b < 9; b++ {
				p := Pair{First: a, Second: b}
				for _, h := range all {
					for order, day := range h.Days {
						if day < 335 || day > 700 {
							continue
						}
						from, to := h.items(order)
						hasA, hasB := slices.Contains(h.Products[from:to], a), slices.Contains(h.Products[from:to], b)
						p.Orders++
						p.OfFirst += one(hasA)
						p.OfSecond += one(hasB)
						p.Both += one(hasA && hasB)
					}
				}
				if p.Both*100 >= p.Orders && 10*p.Both*p.Orders >= 12*p.OfFirst*p.OfSecond {
					want = append(want, p)
				}
			}
		}
		if got := cfg.Mine(source(all), segments, rising(9), 335, 700).Pairs; !reflect.DeepEqual(got, want) {
			t.Errorf("seed %d: got %v, want %v", seed, got, want)
		}
	}
}

func one(is bool) int64 {
	if is {
		return 1
	}
	return 0
}

func TestWhatIsKeptIsReadBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	lines, segments := crowd(rng, 80, 15)
	all := histories(lines)
	f := Default().Mine(source(all), segments, rising(15), 335, 700).Finder()
	var h History
	for i := range all {
		if err := h.Read(all[i].Append(nil)); err != nil || !slices.Equal(h.Days, all[i].Days) || !slices.Equal(h.Until, all[i].Until) ||
			!slices.Equal(h.Products, all[i].Products) || !slices.Equal(h.Amounts, all[i].Amounts) {
			t.Fatalf("%v: %+v, want %+v", err, h, all[i])
		}
		found := f.Find(&all[i], segments[i])
		got, err := ReadCandidates(AppendCandidates(nil, found))
		if err != nil || len(got) != len(found) {
			t.Fatalf("%v: %d of %d", err, len(got), len(found))
		}
		for j, c := range found {
			if c.Kind != Reorder {
				c.Value = 0
			}
			if got[j] != c {
				t.Errorf("got %+v, want %+v", got[j], c)
			}
		}
	}
	raw := all[0].Append(nil)
	for n := range len(raw) {
		if h.Read(raw[:n]) == nil {
			t.Errorf("%d bytes of %d are taken for a whole history", n, len(raw))
		}
	}
	if _, err := ReadCandidates([]byte{9, 9}); err == nil {
		t.Error("a kind that there is not")
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"no months":                         func(c *Config) { c.Months = 0 },
		"every pair":                        func(c *Config) { c.Support = 0 },
		"less often than by chance":         func(c *Config) { c.Lift = 0.5 },
		"more than a whole segment":         func(c *Config) { c.Share = 1.1 },
		"a segment of one":                  func(c *Config) { c.Segment = 1 },
		"one buyer is told":                 func(c *Config) { c.Discreet = 1 },
		"more intervals needed than looked": func(c *Config) { c.Least = 7 },
		"overdue before it is due":          func(c *Config) { c.Factor = 0.5 },
		"nothing is proposed":               func(c *Config) { c.Most = 0 },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if err := cfg.Check(); err != nil {
				t.Fatal(err)
			}
			if spoil(&cfg); cfg.Check() == nil {
				t.Error("accepted")
			}
		})
	}
}
