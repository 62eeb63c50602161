package latent

import (
	"cmp"
	"math"
	"slices"

	market "erba/analysis/latent"
	"erba/kernel"
)

// entry is a candidate in a list: where it stands on the board, and what it is
// worth as far as the reader may know.
type entry struct {
	at, place, row int32 // the account's place and row, and the candidate's place
	value          int64
}

// untold is the value that a reader may not know; it comes after all others.
const untold = math.MinInt64

func (e entry) compare(f entry) int {
	return cmp.Or(cmp.Compare(f.value, e.value), cmp.Compare(e.at, f.at), cmp.Compare(e.place, f.place))
}

// best keeps the most valuable entries of many, without holding them all.
type best struct {
	most    int // 0: all
	entries []entry
}

func (b *best) take(e entry) {
	b.entries = append(b.entries, e)
	if b.most > 0 && len(b.entries) >= 4*b.most {
		b.entries = b.sorted()
	}
}

// sorted are the most valuable, in order.
func (b *best) sorted() []entry {
	slices.SortFunc(b.entries, entry.compare)
	if b.most > 0 {
		return b.entries[:min(b.most, len(b.entries))]
	}
	return b.entries
}

// refusals are what is nothing for an account.
type refusals map[refusal]bool

type refusal struct {
	account kernel.ID
	product string
	again   bool
}

func refusalsOf(all []Declined) refusals {
	found := make(refusals, len(all))
	for _, d := range all {
		found[refusal{d.Account, d.Product, d.Again}] = true
	}
	return found
}

// open reports whether nobody has said that a candidate is nothing for its account.
func (r refusals) open(b *board, id kernel.ID, c market.Candidate) bool {
	return len(r) == 0 || !r[refusal{id, b.products[c.Product], c.Kind == market.Reorder}]
}

// total counts candidates by kind.
type total [len(market.Kinds)]int

func (t total) counts() []Count {
	all := make([]Count, len(t))
	for i, n := range t {
		all[i] = Count{market.Kinds[i], n}
	}
	return all
}

// strongest are all pairs by their codes, the strongest first.
func (b *board) strongest() []Pair {
	all := make([]Pair, 0, len(b.pairs))
	for _, p := range b.pairs {
		first, second := b.products[p.First], b.products[p.Second]
		all = append(all, Pair{First: min(first, second), Second: max(first, second), Support: p.Support(), Lift: p.Lift(), Orders: p.Both})
	}
	slices.SortFunc(all, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Lift, a.Lift), cmp.Compare(b.Orders, a.Orders), cmp.Compare(a.First, b.First), cmp.Compare(a.Second, b.Second))
	})
	return all
}
