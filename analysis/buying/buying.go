// Package buying decides how well we meet what a customer buys by, beside our best
// competitor (method M73): what is important to him and where another one is ahead.
package buying

import "erba/analysis/null"

// The five groups of factors.
var Groups = []string{"product", "service", "promotion", "price", "company"}

// The list of attitudes that a seller is coached by.
var Attitudes = []string{"plans", "honest", "factual", "foresees", "solves", "lasting"}

// Factor is what somebody decides by: how important it is to him, how we do and how
// each competitor does, all from 1 to 5; 0: nobody has said.
type Factor struct {
	Key    string
	Weight int
	Ours   int
	Theirs []int
}

// important is from which weight on being behind is a gap.
const important = 4

// Score is how well somebody does, weighted by what is important, among the factors
// of which both are said; None where there are none.
func Score(factors []Factor, of func(Factor) int) null.Number {
	sum, weights := 0, 0
	for _, f := range factors {
		if mark := of(f); mark > 0 && f.Weight > 0 {
			sum, weights = sum+f.Weight*mark, weights+f.Weight
		}
	}
	return null.Ratio(null.Of(sum), null.Of(weights))
}

// Ours is our own mark of a factor.
func Ours(f Factor) int { return f.Ours }

// Their is the mark of one competitor.
func Their(at int) func(Factor) int {
	return func(f Factor) int {
		if at >= len(f.Theirs) {
			return 0
		}
		return f.Theirs[at]
	}
}

// best is the highest mark of a competitor.
func (f Factor) best() (best int) {
	for _, mark := range f.Theirs {
		best = max(best, mark)
	}
	return best
}

// Gaps are the factors that are important and where a competitor is ahead of us, in
// their order. Where we have not been marked nobody can say.
func Gaps(factors []Factor) (gaps []Factor) {
	for _, f := range factors {
		if f.Weight >= important && f.Ours > 0 && f.Ours < f.best() {
			gaps = append(gaps, f)
		}
	}
	return gaps
}

// Return is what a customer gets back a year on what he invests.
func Return(benefit, cost, investment null.Number) null.Number {
	return null.Ratio(benefit-cost, investment)
}
