// Package allocation decides how a budget of money or hours is laid out over
// customers (method M68): customers stand as a pyramid, resources as one upside
// down, so up to four fifths of them go to the top fifth. Whole units are dealt
// out by the largest remainder, so that nothing of the budget is lost.
package allocation

import (
	"cmp"
	"math/bits"
	"slices"

	"erba/analysis/pareto"
	"erba/kernel"
)

// How what is left for all others is laid out over them.
const (
	Equally  = "equally"
	ByWeight = "weight"
)

// By what customers are weighed.
const (
	Potential = "potential"
	Sales     = "sales"
)

// Config holds what a company may decide differently.
type Config struct {
	Top       float64 `json:"top"       unit:"share" minimum:"0.01" maximum:"1" doc:"Of the customers, rounded up: 0.2"`
	Part      float64 `json:"part"      unit:"share" minimum:"0" maximum:"1" doc:"Of the budget for them: 0.8"`
	Rest      string  `json:"rest"      enum:"equally,weight" doc:"How the others share what is left"`
	Weight    string  `json:"weight"    enum:"potential,sales" doc:"By what customers are weighed"`
	Deviation float64 `json:"deviation" unit:"share" minimum:"0" maximum:"1" doc:"From the planned share of the top that is alarming: 0.1"`
}

// Default is 80 % to the top 20 %, by potential.
func Default() Config {
	return Config{Top: 0.2, Part: 0.8, Rest: Equally, Weight: Potential, Deviation: 0.1}
}

// Check refuses shares that are none.
func (c Config) Check() error {
	if !(c.Top > 0 && c.Top <= 1) || !(c.Part >= 0 && c.Part <= 1) || !(c.Deviation >= 0 && c.Deviation <= 1) ||
		c.Rest != Equally && c.Rest != ByWeight || c.Weight != Potential && c.Weight != Sales {
		return kernel.Invalid("allocation.bad_config")
	}
	return nil
}

// Leading is how many of n customers are the top.
func (c *Config) Leading(n int) int { return int(pareto.Part(int64(n), c.Top)) }

// Plan lays a budget out over customers, of whom the first stand highest. Each
// gets at least the floor, if need be at the expense of those who get more.
// Weights below zero count as none.
func (c *Config) Plan(budget, floor int64, weights []int64) ([]int64, error) {
	n := int64(len(weights))
	switch {
	case budget < 0 || floor < 0:
		return nil, kernel.Invalid("allocation.negative")
	case n > 0 && floor > budget/n:
		return nil, kernel.Invalid("allocation.floor_too_high")
	case n == 0:
		return nil, nil
	}
	plan, lead := make([]int64, n), c.Leading(int(n))
	top := c.top(budget, floor, int64(lead), n-int64(lead))
	spread(plan[:lead], top, floor, weights[:lead])
	rest := weights[lead:]
	if c.Rest == Equally {
		rest = make([]int64, len(rest))
	}
	spread(plan[lead:], budget-top, floor, rest)
	return plan, nil
}

// top is what the top gets: its part, as long as there is a floor for everybody.
func (c *Config) top(budget, floor, lead, others int64) int64 {
	if others == 0 {
		return budget
	}
	return max(lead*floor, min(budget-others*floor, int64(float64(budget)*c.Part+0.5)))
}

// spread deals a sum out by weight. Who would get less than the floor gets the
// floor, and the others share what is left.
func spread(into []int64, sum, floor int64, weights []int64) {
	order := make([]int, len(into))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weights[a], weights[b]) })
	open, left, heavy := len(order), sum, total(weights)
	for open > 0 && heavy > 0 && below(weights[order[len(order)-open]], left, heavy, floor) {
		at := order[len(order)-open]
		into[at], left, open, heavy = floor, left-floor, open-1, heavy-max(0, weights[at])
	}
	deal(into, left, weights, order[len(order)-open:], heavy)
}

// below reports whether a weight's share of a sum is less than the floor.
func below(weight, sum, heavy, floor int64) bool {
	whole, _ := share(weight, sum, heavy)
	return whole < floor
}

// deal gives each of some its share rounded down, and what is left over to those
// with the largest remainders, the first of them first.
func deal(into []int64, sum int64, weights []int64, some []int, heavy int64) {
	slices.Sort(some)
	remainder, left := make([]uint64, len(some)), sum
	for i, at := range some {
		weight := weights[at]
		if heavy == 0 {
			into[at], remainder[i] = sum/int64(len(some)), 0
		} else {
			into[at], remainder[i] = share(weight, sum, heavy)
		}
		left -= into[at]
	}
	by := make([]int, len(some))
	for i := range by {
		by[i] = i
	}
	slices.SortStableFunc(by, func(a, b int) int { return cmp.Compare(remainder[b], remainder[a]) })
	for _, i := range by[:left] {
		into[some[i]]++
	}
}

// Split deals a sum out by weights, the sum's sign kept, by the largest remainder:
// the parts are always the whole. Weights below zero count as none; with none at
// all the parts are equal.
func Split(sum int64, weights []int64) []int64 {
	parts, some := make([]int64, len(weights)), make([]int, len(weights))
	for i := range some {
		some[i] = i
	}
	size := max(sum, -sum)
	deal(parts, size, weights, some, total(weights))
	if sum < 0 {
		for i := range parts {
			parts[i] = -parts[i]
		}
	}
	return parts
}

// share is weight·sum/heavy in 128 bits, rounded down, and what remains.
func share(weight, sum, heavy int64) (whole int64, remainder uint64) {
	hi, lo := bits.Mul64(uint64(max(0, weight)), uint64(sum))
	w, r := bits.Div64(hi, lo, uint64(heavy))
	return int64(w), r
}

func total(weights []int64) (sum int64) {
	for _, w := range weights {
		sum += max(0, w)
	}
	return sum
}

// Share is what part of a whole is; 0 of nothing.
func Share(part, whole int64) float64 {
	if whole <= 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Alarming reports whether the actual share of the top is too far from the
// planned one, as far as whole percents of a hundredth tell.
func (c *Config) Alarming(planned, actual float64) bool {
	const finest = 1e-9
	return max(planned-actual, actual-planned) > c.Deviation+finest
}
