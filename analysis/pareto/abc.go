package pareto

import (
	"erba/analysis/why"
)

// Class is ABC.A, ABC.B or ABC.C; a letter never stands alone.
type Class uint8

// The classes. None is a customer at or below zero.
const (
	None Class = iota
	A
	B
	C
)

var classes = [...]string{"", "A", "B", "C"}

// String is the bare letter, "" for None.
func (c Class) String() string { return classes[c] }

// Key is the text key of the class: abc.A; abc.none.
func (c Class) Key() string {
	if c == None {
		return "abc.none"
	}
	return "abc." + c.String()
}

// MarshalText puts the letter into JSON and CSV.
func (c Class) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Classes says how many customers and how much of the total each class has.
type Classes struct {
	Count  [4]int   // by Class; None is the rows at or below zero
	Amount [4]int64 // by Class; None is left at 0
}

// Classify puts the class of every row into a column as long as the values.
func (k *Ranking) Classify(into []Class, cfg Config) {
	clear(into)
	bounds := k.bounds(cfg)
	for i, row := range k.Rows {
		into[row] = bounds.class(i)
	}
}

// Classes counts the classes along the ranking.
func (k *Ranking) Classes(cfg Config) Classes {
	b := k.bounds(cfg)
	n := len(k.Rows)
	c := Classes{Count: [4]int{len(k.values) - n, b.a, b.b - b.a, n - b.b}}
	c.Amount = [4]int64{0, k.sum(b.a), k.sum(b.b) - k.sum(b.a), k.Total - k.sum(b.b)}
	return c
}

// ABC classifies values in one go.
func ABC(values []int64, cfg Config) []Class {
	into := make([]Class, len(values))
	new(Ranking).Rank(values).Classify(into, cfg)
	return into
}

// bounds are how many places of the ranking are A, and how many A or B.
type bounds struct{ a, b int }

func (b bounds) class(place int) Class {
	switch {
	case place < b.a:
		return A
	case place < b.b:
		return B
	}
	return C
}

func (k *Ranking) bounds(cfg Config) bounds {
	return bounds{k.below(cfg.A), k.below(cfg.B)}
}

// below is how many rows have less than a share of the total before them.
func (k *Ranking) below(share float64) int {
	limit := Part(k.Total, share)
	return search(len(k.Rows), func(i int) bool { return k.sum(i) >= limit })
}

// sum is what the n largest rows hold.
func (k *Ranking) sum(n int) int64 {
	if n == 0 {
		return 0
	}
	return k.Sums[n-1]
}

// Explain says why a row has its class, and which value of its own, all others
// unchanged, would have led to the next ones.
func (k *Ranking) Explain(row int32, cfg Config) why.Explanation {
	value, place := k.values[row], k.Place(row)
	if place < 0 {
		return k.explainNone(row, cfg)
	}
	class := k.bounds(cfg).class(place)
	e := why.Explanation{Model: "M25", Result: class.Key(), Rule: "abc.rule_share_before",
		Inputs: []why.Figure{
			why.Known("abc.value", why.Amount, value),
			why.Known("abc.rank", why.Rank, place+1),
			why.Known("abc.share", why.Share, float64(value)/float64(k.Total)),
			why.Known("abc.share_before", why.Share, float64(k.sum(place))/float64(k.Total)),
			why.Known("abc.share_with", why.Share, k.share(place+1)),
		},
		Cuts: []why.Figure{why.Known("abc.share_before", why.Share, cfg.B), why.Known("abc.share_before", why.Share, cfg.A)},
	}
	e.Changes = k.changes(row, value, class, cfg)
	e.Sort()
	return e
}

func (k *Ranking) explainNone(row int32, cfg Config) why.Explanation {
	value := k.values[row]
	return why.Explanation{Model: "M25", Result: None.Key(), Rule: "abc.rule_not_positive",
		Inputs:  []why.Figure{why.Known("abc.value", why.Amount, value)},
		Changes: []why.Change{why.Instead("abc.value", why.Amount, value, 1, k.with(row, 1, cfg).Key())}}
}

// changes finds the smallest value that gives a better class, and the largest that
// gives a worse one: the next, unless one unit leads past it.
func (k *Ranking) changes(row int32, value int64, class Class, cfg Config) (all []why.Change) {
	if class > A {
		to := k.Least(row, class-1, cfg)
		all = append(all, why.Instead("abc.value", why.Amount, value, to, k.with(row, to, cfg).Key()))
	}
	if to := k.Least(row, class, cfg) - 1; class < C && to > 0 {
		all = append(all, why.Instead("abc.value", why.Amount, value, to, k.with(row, to, cfg).Key()))
	}
	return all
}

// Least is the smallest value with which a row, all others unchanged, has at
// least the class. More value never worsens the class, so it can be searched.
func (k *Ranking) Least(row int32, class Class, cfg Config) int64 {
	high := k.Total + 1
	return 1 + int64(search(int(high), func(i int) bool { return k.with(row, int64(i)+1, cfg) <= class }))
}

// with is the class a row would have with another value.
func (k *Ranking) with(row int32, value int64, cfg Config) Class {
	own := max(0, k.values[row])
	ahead := search(len(k.Rows), func(i int) bool {
		v := k.values[k.Rows[i]]
		return v < value || v == value && k.Rows[i] >= row
	})
	before := k.sum(ahead)
	if own > value {
		before -= own // it no longer stands before itself
	}
	total := k.Total - own + value
	switch {
	case before < Part(total, cfg.A):
		return A
	case before < Part(total, cfg.B):
		return B
	}
	return C
}
