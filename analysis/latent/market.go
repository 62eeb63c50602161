package latent

import (
	"cmp"
	"iter"
	"slices"
)

// Source are the histories of all accounts by their place; it is read several
// times, and each history only until the next one comes.
type Source = iter.Seq2[int, *History]

// Market is what all accounts together tell.
type Market struct {
	Orders int64  // of the window
	Pairs  []Pair // by their products
	Norms  []Norm // by segment and product

	cfg        Config
	from, asOf int32
	segments   []int32 // of each account
	order      []int32 // of products
	bought     []int64 // orders, by product
	norms      map[place]int
	partners   map[int32][]partner
	budget     int
}

// place is a product in a segment.
type place struct{ segment, product int32 }

// Mine looks at what accounts bought from a day up to another. Products are
// numbered; order says which comes first where nothing else does, so that nothing
// depends on how they were numbered.
func (c Config) Mine(all Source, segments, order []int32, from, asOf int32) *Market {
	return c.mine(all, segments, order, from, asOf, budget)
}

func (c Config) mine(all Source, segments, order []int32, from, asOf int32, budget int) *Market {
	m := &Market{cfg: c, from: from, asOf: asOf, segments: segments, order: order, bought: make([]int64, len(order)), norms: map[place]int{}, budget: budget}
	buyers, active := m.meet(all)
	m.pairs(all)
	m.partners = m.together()
	m.choose(buyers, active)
	m.value(all)
	return m
}

// meet counts the orders of every product, and by segment who buys it.
func (m *Market) meet(all Source) (buyers map[place]int, active map[int32]int) {
	buyers, active = map[place]int{}, map[int32]int{}
	everyone := make([]int, len(m.bought))
	seen := newStamps(len(m.bought))
	for row, h := range all {
		first, end := h.within(m.from, m.asOf)
		if first == end {
			continue
		}
		m.Orders += int64(end - first)
		segment := m.segments[row]
		active[segment]++
		active[Everyone]++
		seen.next()
		for i := start(h, first); i < h.Until[end-1]; i++ {
			p := h.Products[i]
			m.bought[p]++
			if !seen.first(p) {
				continue
			}
			everyone[p]++
			if segment != Unclassified {
				buyers[place{segment, p}]++
			}
		}
	}
	for p, n := range everyone {
		buyers[place{Everyone, int32(p)}] = n
	}
	return buyers, active
}

// start is where the products of an order begin.
func start(h *History, order int) int32 {
	from, _ := h.items(order)
	return from
}

// choose takes the products that enough of a large enough segment buy, and for
// all accounts together those that go with others.
func (m *Market) choose(buyers map[place]int, active map[int32]int) {
	for at, n := range buyers {
		of := active[at.segment]
		wanted := len(m.partners[at.product]) > 0
		if at.segment != Everyone {
			wanted = of >= m.cfg.Segment && float64(n)/float64(of) >= m.cfg.Share
		}
		if wanted {
			m.Norms = append(m.Norms, Norm{Segment: at.segment, Product: at.product, Buyers: n, Accounts: of})
		}
	}
	slices.SortFunc(m.Norms, func(a, b Norm) int {
		return cmp.Or(cmp.Compare(a.Segment, b.Segment), cmp.Compare(a.Product, b.Product))
	})
	for i, n := range m.Norms {
		m.norms[place{n.Segment, n.Product}] = i
	}
}

// value finds what the buyers of each product that was chosen spend on it.
func (m *Market) value(all Source) {
	spent := make([][]int64, len(m.Norms))
	for i, n := range m.Norms {
		spent[i] = make([]int64, 0, n.Buyers)
	}
	sums, seen := make([]int64, len(m.bought)), newStamps(len(m.bought))
	for row, h := range all {
		for _, p := range m.sum(h, sums, seen) {
			for _, segment := range [...]int32{m.segments[row], Everyone} {
				if at, ok := m.norms[place{segment, p}]; ok {
					spent[at] = append(spent[at], sums[p])
				}
			}
		}
	}
	for i := range spent {
		m.Norms[i].Median = Median(spent[i])
	}
}

// sum adds up what an account spent on each product in the window; products are
// those that it bought.
func (m *Market) sum(h *History, sums []int64, seen *stamps) (products []int32) {
	first, end := h.within(m.from, m.asOf)
	seen.next()
	if first == end {
		return nil
	}
	for i := start(h, first); i < h.Until[end-1]; i++ {
		p := h.Products[i]
		if seen.first(p) {
			sums[p] = 0
			products = append(products, p)
		}
		sums[p] += h.Amounts[i]
	}
	return products
}

// Norm is what a product means to a segment, if it was chosen there.
func (m *Market) Norm(segment, product int32) (Norm, bool) {
	at, ok := m.norms[place{segment, product}]
	if !ok {
		return Norm{}, false
	}
	return m.Norms[at], true
}

// Median is the middle, of two the one between, a half rounded away from zero.
// It sorts the amounts.
func Median(amounts []int64) int64 {
	n := len(amounts)
	if n == 0 {
		return 0
	}
	slices.Sort(amounts)
	a, b := amounts[(n-1)/2], amounts[n/2]
	half := (b - a + 1) / 2
	if a+b < 0 {
		half = (b - a) / 2
	}
	return a + half
}

// stamps tell whether something was seen since the last account began.
type stamps struct {
	at  []int32
	now int32
}

func newStamps(n int) *stamps { return &stamps{at: make([]int32, n)} }

func (s *stamps) next() { s.now++ }

func (s *stamps) seen(p int32) bool { return s.at[p] == s.now }

// first reports whether it is seen for the first time, and notes it.
func (s *stamps) first(p int32) bool {
	if s.at[p] == s.now {
		return false
	}
	s.at[p] = s.now
	return true
}
