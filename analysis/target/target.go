// Package target decides how a sum is divided so that its parts sum up to it
// exactly, and where a year will end as it goes now.
//
//	parts       in proportion to weights, the largest remainders rounded up
//	by season   forecast = actual to date × last year / last year to the same point
//	by workdays forecast = actual to date × workdays of the year / workdays to date
//
// The season is better, because no year is even, but it needs a whole year before
// and enough of it up to this point; workdays need a month. Before that there is
// no forecast.
package target

import (
	"cmp"
	"math/big"
	"slices"
)

// Spread divides a sum in proportion to weights; the parts sum up to it exactly.
// They are whole multiples of a unit, but for the rest below one, which the
// largest part takes. A weight below zero counts as none; where none counts, all
// count alike.
func Spread(total int64, weights []int64, unit int64) []int64 {
	parts := make([]int64, len(weights))
	if len(weights) == 0 {
		return parts
	}
	unit = max(unit, 1)
	counted, sum := counting(weights)
	units, left := total/unit, total/unit
	rest := make([]*big.Int, len(weights))
	for i, w := range counted {
		whole, over := new(big.Int).QuoRem(new(big.Int).Mul(big.NewInt(units), big.NewInt(w)), sum, new(big.Int))
		parts[i], rest[i] = whole.Int64(), over
		left -= parts[i]
	}
	order := byRest(rest)
	for i := int64(0); i < left; i++ {
		parts[order[i]]++
	}
	most := 0
	for i := range parts {
		if parts[i] *= unit; counted[i] > counted[most] {
			most = i
		}
	}
	parts[most] += total % unit
	return parts
}

// counting are the weights that count, and their sum.
func counting(weights []int64) (counted []int64, sum *big.Int) {
	counted, sum = make([]int64, len(weights)), new(big.Int)
	for i, w := range weights {
		counted[i] = max(w, 0)
		sum.Add(sum, big.NewInt(counted[i]))
	}
	if sum.Sign() == 0 {
		for i := range counted {
			counted[i] = 1
		}
		sum.SetInt64(int64(len(counted)))
	}
	return counted, sum
}

// byRest are the places of the remainders, the largest first and among equals the
// first.
func byRest(rest []*big.Int) []int {
	order := make([]int, len(rest))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rest[b].Cmp(rest[a]) })
	return order
}

// Course is how a year has gone so far. Amounts are in minor units.
type Course struct {
	Actual   int64 `json:"actual"   doc:"To date"`
	Elapsed  int   `json:"elapsed"  doc:"Workdays to date"`
	Workdays int   `json:"workdays" doc:"Of the year"`
	Before   int64 `json:"before"   doc:"Of the whole year before"`
	SoFar    int64 `json:"so_far"   doc:"Of the year before, to the same point"`
	Whole    bool  `json:"whole"    doc:"The year before is known from its first day on"`
}

// Way is by what a forecast was made.
type Way string

// The ways. The last two are no forecast.
const (
	Over     Way = "over"     // the year is over: it is what it is
	Season   Way = "season"   // as last year went on from here
	Workdays Way = "workdays" // as this year has gone
	Early    Way = "early"    // too little of the year has passed
	Ahead    Way = "ahead"    // it has not begun
)

const (
	fewest = 20  // workdays before which nothing is foretold
	least  = 0.1 // of the year before must lie before this point for its season to tell anything
)

// Forecast is where the year will end; known is false where nothing can be said.
func (c Course) Forecast() (value int64, way Way, known bool) {
	switch {
	case c.Elapsed <= 0:
		return 0, Ahead, false
	case c.Elapsed >= c.Workdays:
		return c.Actual, Over, true
	case c.Elapsed < fewest:
		return 0, Early, false
	case c.Whole && c.Before > 0 && float64(c.SoFar) >= least*float64(c.Before):
		return scaled(c.Actual, c.Before, c.SoFar), Season, true
	}
	return scaled(c.Actual, int64(c.Workdays), int64(c.Elapsed)), Workdays, true
}

// scaled is amount × by / of, rounded half away from zero, beyond 64 bits on the way.
func scaled(amount, by, of int64) int64 {
	n := new(big.Int).Mul(big.NewInt(amount), big.NewInt(by))
	whole, rest := new(big.Int).QuoRem(n, big.NewInt(of), new(big.Int))
	twice := new(big.Int).Abs(rest)
	if twice.Lsh(twice, 1).Cmp(new(big.Int).Abs(big.NewInt(of))) >= 0 {
		whole.Add(whole, big.NewInt(int64(cmp.Compare(amount, 0)*cmp.Compare(by, 0)*cmp.Compare(of, 0))))
	}
	return whole.Int64()
}

// Part is what share of an amount falls on the days that have passed.
func Part(amount int64, elapsed, days int) int64 {
	if days <= 0 || elapsed >= days {
		return amount
	}
	return scaled(amount, int64(max(elapsed, 0)), int64(days))
}
