// Package why decides what an explanation of a result consists of: what was
// looked at, which rule fired, where its cuts were, and what would have changed
// the outcome. It holds text keys and figures, never sentences, so that every
// screen and language can say it in its own words.
package why

import (
	"cmp"
	"math"
	"slices"
)

// Unit says how a figure is to be read.
type Unit string

// The units of figures.
const (
	Amount Unit = "amount" // minor units of the base currency
	Share  Unit = "share"  // fraction 0–1
	Days   Unit = "days"
	Weeks  Unit = "weeks"
	Orders Unit = "orders"
	Rank   Unit = "rank" // 1 is the largest
	Score  Unit = "score"
	Count  Unit = "count"
	Answer Unit = "answer" // 1 is yes, 0 is no
)

// Figure is one value with its name. It is made to be shown: amounts are exact
// up to 2^53 minor units.
type Figure struct {
	Key   string  `json:"key"   doc:"Text key of its name"`
	Unit  Unit    `json:"unit"`
	Value float64 `json:"value" doc:"Amounts in minor units, shares 0–1"`
	Known bool    `json:"known" doc:"False: nobody has told us, which is not zero"`
}

// Change says which other value of one input would have led to which result.
type Change struct {
	Key        string  `json:"key"  doc:"Text key of the input"`
	Unit       Unit    `json:"unit"`
	From       float64 `json:"from"`
	To         float64 `json:"to"         doc:"The nearest value with the other result"`
	Difference float64 `json:"difference" doc:"To less from"`
	Result     string  `json:"result"     doc:"Text key of the result there"`
}

// Explanation is why one account got one result of one model.
type Explanation struct {
	Model   string   `json:"model"   doc:"Id of the method, such as M25"`
	Result  string   `json:"result"  doc:"Text key of the result"`
	Rule    string   `json:"rule"    doc:"Text key of the rule that fired"`
	Inputs  []Figure `json:"inputs"`
	Cuts    []Figure `json:"cuts"    doc:"With the key of the input they cut, the highest first"`
	Changes []Change `json:"changes" doc:"Nearest first, in proportion to the value now"`
}

// Known is a figure that somebody told us or that we counted.
func Known[N int | int32 | int64 | uint8 | float64](key string, unit Unit, value N) Figure {
	return Figure{Key: key, Unit: unit, Value: float64(value), Known: true}
}

// Unknown is a figure that nobody has told us.
func Unknown(key string, unit Unit) Figure { return Figure{Key: key, Unit: unit} }

// Instead says that an input of another value leads to another result.
func Instead[N int | int32 | int64 | float64](key string, unit Unit, from, to N, result string) Change {
	return Change{Key: key, Unit: unit, From: float64(from), To: float64(to), Difference: float64(to - from), Result: result}
}

// Sort puts the changes in order, the smallest step in proportion first, and
// keeps of those that lead to the same result by the same input the first.
func (e *Explanation) Sort() {
	slices.SortStableFunc(e.Changes, func(a, b Change) int { return cmp.Compare(a.step(), b.step()) })
	seen := map[[2]string]bool{}
	e.Changes = slices.DeleteFunc(e.Changes, func(c Change) bool {
		again := seen[[2]string{c.Key, c.Result}]
		seen[[2]string{c.Key, c.Result}] = true
		return again
	})
}

func (c Change) step() float64 {
	return math.Abs(c.Difference) / max(1, math.Abs(c.From))
}
