package clv

// histories are customers grouped by equal histories, and by equal numbers of
// repeat purchases, so that each costly function is computed once for a group.
type histories struct {
	groups []group
	counts []count
}

type group struct {
	count     int // index into counts
	last, age float64
	customers float64
}

type count struct {
	x         float64
	customers float64
}

func groupUp(customers []Customer) histories {
	type key struct {
		x         int
		last, age float64
	}
	var h histories
	groups, counts := map[key]int{}, map[int]int{}
	for _, c := range customers {
		n, ok := counts[c.X]
		if !ok {
			n = len(h.counts)
			counts[c.X] = n
			h.counts = append(h.counts, count{x: float64(c.X)})
		}
		k := key{c.X, c.Last, c.Age}
		g, ok := groups[k]
		if !ok {
			g = len(h.groups)
			groups[k] = g
			h.groups = append(h.groups, group{count: n, last: c.Last, age: c.Age})
		}
		h.counts[n].customers++
		h.groups[g].customers++
	}
	return h
}
