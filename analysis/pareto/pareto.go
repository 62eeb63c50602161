// Package pareto decides how concentrated a set of customers is (method M02,
// the 80/20 law) and which customers carry it (method M25, ABC).
//
// Values are whole numbers of any one unit: minor units of money, pieces,
// hours. Only values above zero count; the others are counted apart and take
// part in no share. Shares are fractions 0–1.
//
//	n20   = ⌈0.20·n⌉                        the customers of the "20 %"
//	k80   = the smallest k whose k largest values reach 80 % of the total
//	HHI   = Σ (value/total)²                 Herfindahl–Hirschman, 0–1
//	Gini  = Σ (2i − n − 1)·a_i / (n·Σa)      a ascending, i from 1
//	class = by the share of all larger values before the row: A below 80 %,
//	        B below 95 %, else C; so the largest value is always an A
//
// Sources: V. Pareto, Cours d'économie politique (1896); O. Herfindahl (1950);
// C. Gini (1912); H. Ford Dickie, "ABC inventory analysis shoots for dollars"
// (1951). The rule "share before the row" is the one in which the row that
// crosses the cut still belongs to the better class.
package pareto

import (
	"math"

	"erba/analysis/ranking"
	"erba/kernel"
)

// Config holds what a company may decide differently. Shares are read to six places.
type Config struct {
	Top       float64 `json:"top"       doc:"Share of customers whose share of the total is asked for: 0.20"`
	Reach     float64 `json:"reach"     doc:"Share of the total that the smallest number of customers is asked for: 0.80"`
	Dependent float64 `json:"dependent" doc:"Above this share of one customer the company depends on him: 0.30"`
	A         float64 `json:"a"         doc:"An A has less than this share of the total before it: 0.80"`
	B         float64 `json:"b"         doc:"A B has less than this share of the total before it: 0.95"`
}

// Default is 80/20 for the curve and 80/95 for the classes.
func Default() Config { return Config{Top: 0.20, Reach: 0.80, Dependent: 0.30, A: 0.80, B: 0.95} }

// Check refuses shares outside 0–1 and an A above B.
func (c Config) Check() error {
	for i, share := range []float64{c.Top, c.Reach, c.Dependent, c.A, c.B} {
		if !(share > 0 && share <= 1) {
			return kernel.Invalid("pareto.bad_share", "share", share).In([...]string{"top", "reach", "dependent", "a", "b"}[i])
		}
	}
	if c.A > c.B {
		return kernel.Invalid("pareto.crossed_cuts", "a", c.A, "b", c.B).In("b")
	}
	return nil
}

// Result is the concentration of a set of customers.
type Result struct {
	Customers  int     `json:"customers"   doc:"Customers with a value above zero"`
	Excluded   int     `json:"excluded"    doc:"Customers at or below zero, in no figure here"`
	Total      int64   `json:"total"       doc:"Sum of the values above zero"`
	N20        int     `json:"n20"         doc:"How many customers the top share is, rounded up"`
	Top20Share float64 `json:"top20_share" doc:"Their share of the total, 0–1"`
	K80        int     `json:"k80"         doc:"How few customers reach 80 % of the total"`
	K80Share   float64 `json:"k80_share"   doc:"The share they reach together, 0–1"`
	K80Part    float64 `json:"k80_part"    doc:"k80 as a part of all customers, 0–1"`
	Top1Share  float64 `json:"top1_share"`
	HHI        float64 `json:"hhi"         doc:"0–1; times 10,000 on screens"`
	Gini       float64 `json:"gini"        doc:"0 all alike, towards 1 one has everything"`
	Dependent  bool    `json:"dependent"   doc:"One customer has more than the share to worry about"`
}

// Analyse ranks values and measures their concentration. No value above zero
// gives a Result of zeros.
func Analyse(values []int64, cfg Config) Result {
	return new(Ranking).Rank(values).Measure(cfg)
}

// Ranking is one order of customers with the sums along it. The zero Ranking is
// ready; ranking again reuses its memory. Not for concurrent use while ranking.
type Ranking struct {
	Rows   []int32 // rows with a value above zero, the largest first; ties in row order
	Sums   []int64 // Sums[i] is the sum of the i+1 largest values
	Total  int64
	values []int64
	order  ranking.Sorter
}

// Rank orders the rows of values, which it keeps and does not change. Equal
// values stay in the order of the rows, so rows should be in the order of their
// identities. The sum of the values above zero must fit an int64.
func (k *Ranking) Rank(values []int64) *Ranking {
	rows, sorted := k.order.Positive(values)
	k.values, k.Rows = values, rows
	if cap(k.Sums) < len(k.Rows) {
		k.Sums = make([]int64, len(values))
	}
	k.Sums, k.Total = k.Sums[:len(k.Rows)], 0
	for i, v := range sorted {
		k.Total += int64(v)
		k.Sums[i] = k.Total
	}
	return k
}

// Measure is the concentration along the ranking.
func (k *Ranking) Measure(cfg Config) Result {
	n := len(k.Rows)
	r := Result{Customers: n, Excluded: len(k.values) - n, Total: k.Total}
	if n == 0 {
		return r
	}
	r.N20 = atLeast(int64(n), cfg.Top)
	r.K80 = k.reaching(cfg.Reach)
	r.Top20Share, r.K80Share = k.share(r.N20), k.share(r.K80)
	r.K80Part = float64(r.K80) / float64(n)
	r.Top1Share = k.share(1)
	r.HHI, r.Gini = k.inequality()
	r.Dependent = r.Top1Share > cfg.Dependent
	return r
}

// Value is the amount at a place of the ranking, 0 being the largest.
func (k *Ranking) Value(place int) int64 { return k.values[k.Rows[place]] }

// Place is where a row stands, 0 being the largest, or −1 if it is not ranked.
func (k *Ranking) Place(row int32) int {
	v := k.values[row]
	if v <= 0 {
		return -1
	}
	return search(len(k.Rows), func(i int) bool {
		w := k.values[k.Rows[i]]
		return w < v || w == v && k.Rows[i] >= row
	})
}

// Of says what part of the ranked customers some of them are, and what share of
// the total they hold: those often visited, for example. Nobody ranked gives 0, 0.
func (k *Ranking) Of(chosen func(row int32) bool) (part, share float64) {
	count, sum := 0, int64(0)
	for _, row := range k.Rows {
		if chosen(row) {
			count, sum = count+1, sum+k.values[row]
		}
	}
	n := max(1, len(k.Rows))
	return float64(count) / float64(n), float64(sum) / float64(max(1, k.Total))
}

// reaching is the smallest number of the largest rows that reach a share.
func (k *Ranking) reaching(share float64) int {
	need := Part(k.Total, share)
	return search(len(k.Sums), func(i int) bool { return k.Sums[i] >= need }) + 1
}

// Completing is the value of the row that completes a share of the total, 0
// without any row.
func (k *Ranking) Completing(share float64) int64 {
	if len(k.Rows) == 0 {
		return 0
	}
	return k.Value(k.reaching(share) - 1)
}

// share is what the n largest rows hold.
func (k *Ranking) share(n int) float64 { return float64(k.Sums[n-1]) / float64(k.Total) }

func (k *Ranking) inequality() (hhi, gini float64) {
	n, total, before := len(k.Rows), float64(k.Total), int64(0)
	for i, sum := range k.Sums {
		v := float64(sum - before)
		before = sum
		hhi += v / total * (v / total)
		gini += float64(n-2*i-1) * v // the i-th largest is the (n−i)-th smallest
	}
	return hhi, gini / (float64(n) * total)
}

// Part is the smallest whole number that is at least a share of a total. The
// share counts to six places, so 0.80 is 4/5 and not a float beside it.
func Part(total int64, share float64) int64 {
	ppm := int64(math.Round(share * million))
	whole, rest := total/million, total%million
	return whole*ppm + (rest*ppm+million-1)/million
}

// Position is where a quantile of type 7 lies among n sorted values: between
// the values at and at+1, rest (0–1) of the way.
func Position(n int, share float64) (at int, rest float64) {
	ppm := int64(math.Round(share*million)) * int64(n-1)
	return int(ppm / million), float64(ppm%million) / million
}

const million = 1_000_000

func atLeast(n int64, share float64) int { return int(max(1, Part(n, share))) }
