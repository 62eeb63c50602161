// Package prospect decides which of the companies that could become customers
// somebody goes to first, and what that will bring (method M53).
package prospect

import (
	"cmp"
	"slices"

	"erba/analysis/null"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Potential int `json:"potential" unit:"percent" minimum:"0" maximum:"100" doc:"How much it counts what a company could buy: 50"`
	Strength  int `json:"strength"  unit:"percent" minimum:"0" maximum:"100" doc:"How strong we are there: 30"`
	Ease      int `json:"ease"      unit:"percent" minimum:"0" maximum:"100" doc:"How little it costs to get there: 20"`
}

// Default counts half what could be bought.
func Default() Config { return Config{50, 30, 20} }

// Check refuses parts that are not a whole.
func (c Config) Check() error {
	if c.Potential < 0 || c.Strength < 0 || c.Ease < 0 || c.Potential+c.Strength+c.Ease != 100 {
		return kernel.Invalid("prospect.bad_weights").In("potential")
	}
	return nil
}

// Candidate is what is known of a company, from 0 to 100 each; the cost index is
// high where it is dear to get in.
type Candidate struct {
	Potential null.Number `json:"potential"`
	Strength  null.Number `json:"strength"`
	Cost      null.Number `json:"effort" doc:"How dear it is to get in"`
}

// Priority is how early somebody goes there, from 0 to 100; None where a part is
// unknown.
func (c Config) Priority(of Candidate) null.Number {
	sum := null.Of(c.Potential)*of.Potential + null.Of(c.Strength)*of.Strength + null.Of(c.Ease)*(100-of.Cost)
	if !sum.Known() {
		return null.None
	}
	return (sum / 100).Steady()
}

// Rank is the order of priorities, the highest first; those nobody knows come last,
// and equals stay as they are.
func Rank(priorities []null.Number) []int {
	order := make([]int, len(priorities))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := priorities[a], priorities[b]
		if x.Known() != y.Known() {
			return map[bool]int{true: -1, false: 1}[x.Known()]
		}
		if !x.Known() {
			return 0
		}
		return -cmp.Compare(x, y)
	})
	return order
}

// Hope is what a company could bring, in minor units, and how likely it is won.
type Hope struct {
	Amount  int64
	Percent int
}

// Expected is what all of them will bring together, in minor units.
func Expected(hopes []Hope) (sum int64) {
	for _, h := range hopes {
		sum += kernel.Percent(h.Amount, h.Percent)
	}
	return sum
}

// The seven steps from looking around to the list of those who are still missing.
var Steps = []string{"surroundings", "targets", "classes", "order", "result", "files", "wishes"}
