package latent

import (
	"cmp"
	"slices"
)

// budget is how many counts of pairs are held at a time: 64 MB.
const budget = 16 << 20

// pairs counts the orders in which two frequent products stand together.
func (m *Market) pairs(all Source) {
	frequent, rank := m.frequent()
	for low := 0; low < len(frequent); {
		high := min(len(frequent), low+max(1, m.budget/len(frequent)))
		counts := m.count(all, rank, low, high, len(frequent))
		for i := low; i < high; i++ {
			for j := i + 1; j < len(frequent); j++ {
				a, b := frequent[i], frequent[j]
				p := Pair{a, b, int64(counts[(i-low)*len(frequent)+j]), m.bought[a], m.bought[b], m.Orders}
				if m.cfg.keeps(p) {
					m.Pairs = append(m.Pairs, p)
				}
			}
		}
		low = high
	}
}

// frequent are the products that stand in enough orders for a pair, and the
// place of each among them, −1 for the others.
func (m *Market) frequent() (products, rank []int32) {
	rank = make([]int32, len(m.bought))
	for p, n := range m.bought {
		if rank[p] = -1; n > 0 && float64(n)/float64(m.Orders) >= m.cfg.Support {
			rank[p] = int32(len(products))
			products = append(products, int32(p))
		}
	}
	return products, rank
}

// count counts the pairs whose first product has a place from low and below high.
func (m *Market) count(all Source, rank []int32, low, high, n int) []uint32 {
	counts := make([]uint32, (high-low)*n)
	var places []int32
	m.eachOrder(all, func(products []int32) {
		places = places[:0]
		for _, p := range products {
			if rank[p] >= int32(low) {
				places = append(places, rank[p])
			}
		}
		for i, first := range places {
			if first >= int32(high) {
				break
			}
			row := counts[(int(first)-low)*n:][:n]
			for _, second := range places[i+1:] {
				row[second]++
			}
		}
	})
	return counts
}

// eachOrder calls f with the products of every order of the window.
func (m *Market) eachOrder(all Source, f func(products []int32)) {
	for _, h := range all {
		first, end := h.within(m.from, m.asOf)
		for order := first; order < end; order++ {
			from, to := h.items(order)
			f(h.Products[from:to])
		}
	}
}

// partner is what goes with a product.
type partner struct {
	product int32
	lift    float64
	both    int64
}

// together lists by product what goes with it, the strongest first.
func (m *Market) together() map[int32][]partner {
	found := map[int32][]partner{}
	for _, p := range m.Pairs {
		found[p.First] = append(found[p.First], partner{p.Second, p.Lift(), p.Both})
		found[p.Second] = append(found[p.Second], partner{p.First, p.Lift(), p.Both})
	}
	for _, list := range found {
		slices.SortFunc(list, m.compare)
	}
	return found
}

// compare puts the stronger first.
func (m *Market) compare(a, b partner) int {
	return cmp.Or(cmp.Compare(b.lift, a.lift), cmp.Compare(b.both, a.both), cmp.Compare(m.order[a.product], m.order[b.product]))
}
