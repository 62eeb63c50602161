package rivalry

import (
	"cmp"
	"slices"

	"erba/analysis/null"
	"erba/kernel"
)

// Attributes are by what a direct rival is rated, 1–5 each.
var Attributes = []string{"product", "solution", "price", "relation", "reputation", "experience", "technology", "alliance"}

// Board holds what a company may decide differently of method M63.
type Board struct {
	Absent float64 `json:"absent" unit:"share" minimum:"0" maximum:"1" doc:"What counts of a rival who is not active in the deal: 0.6"`
	Flag   float64 `json:"flag"   unit:"score" minimum:"1" maximum:"5" doc:"An indirect threat from this on is a red flag: 4"`
	Least  int     `json:"least"  unit:"count" minimum:"1" maximum:"8" doc:"So many of the eight must be rated before there is a mean: 4"`
}

// DefaultBoard counts six tenths, and flags from 4 on.
func DefaultBoard() Board { return Board{Absent: 0.6, Flag: 4, Least: 4} }

// Check refuses shares beyond the whole and flags that nothing reaches.
func (b Board) Check() error {
	switch {
	case !(b.Absent >= 0 && b.Absent <= 1):
		return kernel.Invalid("rivalry.bad_absent").In("absent")
	case !(b.Flag >= lowest && b.Flag <= highest):
		return kernel.Invalid("rivalry.bad_flag").In("flag")
	case b.Least < 1 || b.Least > len(Attributes):
		return kernel.Invalid("rivalry.bad_least", "max", len(Attributes)).In("least")
	}
	return nil
}

// Threat is what a rival means to a deal.
type Threat struct {
	Mean   null.Number `json:"mean"   doc:"Of a direct one; null: too little is rated"`
	Rated  int         `json:"rated"  doc:"Attributes that are rated, of eight"`
	Threat null.Number `json:"threat" doc:"0–5; null: not known"`
	Flag   bool        `json:"flag"   doc:"An indirect one that can decide the deal"`
}

// Mean is that of what is rated, None if that is too little.
func (b *Board) Mean(ratings []null.Number) (mean null.Number, rated int) {
	sum := null.Number(0)
	for _, r := range ratings {
		if r.Known() {
			sum, rated = sum+r, rated+1
		}
	}
	if rated < b.Least {
		return null.None, rated
	}
	return (sum / null.Of(rated)).Steady(), rated
}

// Direct is the threat of somebody in the same business.
func (b *Board) Direct(ratings []null.Number, active bool) Threat {
	t := Threat{}
	t.Mean, t.Rated = b.Mean(ratings)
	if t.Threat = t.Mean; !active {
		t.Threat = (t.Mean * null.Of(b.Absent)).Steady()
	}
	return t
}

// Indirect is the threat of what stands in the way on the customer's side.
func (b *Board) Indirect(power, opposition null.Number) Threat {
	t := Threat{Mean: null.None, Threat: (power * opposition / highest).Steady()}
	t.Flag = float64(t.Threat) >= b.Flag
	return t
}

// Order is that of threats, the greatest first; those that nobody knows come last.
func Order(all []Threat) []int {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	rank := func(n null.Number) null.Number {
		if !n.Known() {
			return -1
		}
		return n
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(rank(all[j].Threat), rank(all[i].Threat)) })
	return order
}
