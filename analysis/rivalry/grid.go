// Package rivalry decides how strong those are who stand against us: product by
// product in the eyes of a customer, a region or an industry (method M47), and
// within a deal by what they threaten it with (method M63). Rivals are direct
// (the same business) or indirect: people of the customer who are against us, a
// superior unit that decides elsewhere, or doing nothing.
package rivalry

import (
	"slices"
	"strconv"

	"erba/analysis/null"
	"erba/kernel"
)

// Factor is one thing by which a product is compared, in words of the company.
type Factor struct {
	Key    string `json:"key"`
	Zh     string `json:"zh"`
	En     string `json:"en"`
	Weight int    `json:"weight" unit:"weight" minimum:"1" maximum:"100"`
}

// Set are the factors that count in one industry instead of the usual ones.
type Set struct {
	Industry string   `json:"industry"`
	Factors  []Factor `json:"factors"`
}

// Grid holds what a company may decide differently of method M47.
type Grid struct {
	Strong     float64  `json:"strong"     unit:"score" minimum:"1" maximum:"5" doc:"From this value on a product is strong: 3.5"`
	Weak       float64  `json:"weak"       unit:"score" minimum:"1" maximum:"5" doc:"Below this value it is weak: 2.5"`
	Factors    []Factor `json:"factors"    doc:"Six with 20, 20, 20, 10, 20 and 10 %"`
	Industries []Set    `json:"industries" doc:"Industries with factors of their own"`
}

// DefaultGrid has six factors for everybody.
func DefaultGrid() Grid {
	return Grid{Strong: 3.5, Weak: 2.5, Industries: []Set{}, Factors: []Factor{
		{"coverage", "网络覆盖率", "Coverage", 20}, {"stability", "稳定性", "Stability", 20}, {"price", "价位", "Price", 20},
		{"brand", "品牌", "Brand", 10}, {"service", "服务质量", "Service quality", 20}, {"operation", "运营管理", "Operations", 10},
	}}
}

const (
	lowest   = 1
	highest  = 5
	whole    = 100
	crowd    = 20 // factors
	longWord = 40
)

// Check refuses cuts that cross and factors that do not make up a whole.
func (g Grid) Check() error {
	if !(g.Weak >= lowest && g.Weak < g.Strong && g.Strong <= highest) {
		return kernel.Invalid("rivalry.bad_cuts").In("strong")
	}
	if err := checked(g.Factors); err != nil {
		return kernel.Within("factors", err)
	}
	seen := map[string]bool{}
	for i, s := range g.Industries {
		if s.Industry == "" || seen[s.Industry] {
			return kernel.Invalid("rivalry.bad_industry").In("industries." + strconv.Itoa(i) + ".industry")
		}
		if err := checked(s.Factors); err != nil {
			return kernel.Within("industries."+strconv.Itoa(i)+".factors", err)
		}
		seen[s.Industry] = true
	}
	return nil
}

func checked(all []Factor) error {
	sum, seen := 0, map[string]bool{}
	for i, f := range all {
		switch {
		case f.Key == "" || len(f.Key) > longWord || seen[f.Key]:
			return kernel.Invalid("rivalry.bad_key").In(strconv.Itoa(i) + ".key")
		case f.Zh == "" || f.En == "" || len([]rune(f.Zh)) > longWord || len([]rune(f.En)) > longWord:
			return kernel.Invalid("rivalry.no_words").In(strconv.Itoa(i) + ".zh")
		case f.Weight < 1:
			return kernel.Invalid("rivalry.bad_weight").In(strconv.Itoa(i) + ".weight")
		}
		seen[f.Key], sum = true, sum+f.Weight
	}
	switch {
	case len(all) == 0 || len(all) > crowd:
		return kernel.Invalid("rivalry.bad_factors", "max", crowd)
	case sum != whole:
		return kernel.Invalid("rivalry.not_100", "sum", sum).In("0.weight")
	}
	return nil
}

// Of are the factors that count in an industry.
func (g *Grid) Of(industry string) []Factor {
	at := slices.IndexFunc(g.Industries, func(s Set) bool { return s.Industry == industry })
	if at < 0 {
		return g.Factors
	}
	return g.Industries[at].Factors
}

// Mark is how strong a product is.
type Mark string

// The marks.
const (
	Strong  Mark = "strong"
	Medium  Mark = "medium"
	Weak    Mark = "weak"
	Unknown Mark = "unknown"
)

// Cell is how one supplier stands with one product. While a factor is not rated it
// has no value: leaving a bad one out must not make it better.
type Cell struct {
	Value null.Number `json:"value" doc:"1–5; null: not every factor is rated"`
	Mark  Mark        `json:"mark"  enum:"strong,medium,weak,unknown"`
	Rated int         `json:"rated" doc:"Factors that are rated"`
	Of    int         `json:"of"    doc:"… of so many"`
}

// Cell weighs the ratings of factors, in their order.
func (g *Grid) Cell(factors []Factor, scores []null.Number) Cell {
	c := Cell{Value: null.None, Mark: Unknown, Of: len(factors)}
	sum := null.Number(0)
	for i, f := range factors {
		if i < len(scores) && scores[i].Known() {
			c.Rated++
			sum += null.Of(f.Weight) * scores[i]
		}
	}
	if c.Rated == c.Of && c.Of > 0 {
		c.Value = (sum / whole).Steady()
		c.Mark = g.mark(float64(c.Value))
	}
	return c
}

func (g *Grid) mark(value float64) Mark {
	switch {
	case value >= g.Strong:
		return Strong
	case value < g.Weak:
		return Weak
	}
	return Medium
}

// Row is how we stand with one product against the best of the others.
type Row struct {
	Ratio null.Number `json:"ratio" doc:"Ours by that of the best; null: one of both is not known"`
	Best  int         `json:"best"  doc:"Place of the best among the others; −1: none is known"`
}

// Compare puts ours beside theirs.
func Compare(ours null.Number, theirs []null.Number) Row {
	r := Row{Ratio: null.None, Best: -1}
	for i, v := range theirs {
		if v.Known() && (r.Best < 0 || v > theirs[r.Best]) {
			r.Best = i
		}
	}
	if r.Best >= 0 {
		r.Ratio = null.Ratio(ours, theirs[r.Best]).Steady()
	}
	return r
}

// Advantage is ours over several products, each against the best there: the sum of
// ours by the sum of theirs, where both are known.
func Advantage(ours, best []null.Number) null.Number {
	var us, them null.Number
	for i := range ours {
		if ours[i].Known() && best[i].Known() {
			us, them = us+ours[i], them+best[i]
		}
	}
	return null.Ratio(us, them).Steady()
}
