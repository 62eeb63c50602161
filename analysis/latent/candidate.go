package latent

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// Finder proposes products account by account. It is made for one goroutine.
type Finder struct {
	*Market
	segment map[int32][]Norm
	seen    *stamps // what the account buys
	offered *stamps // what is proposed already
	days    []bought
}

// bought is one product on one day.
type bought struct {
	product, day int32
	amount       int64
}

// Finder makes one.
func (m *Market) Finder() *Finder {
	f := &Finder{Market: m, segment: map[int32][]Norm{}, seen: newStamps(len(m.bought)), offered: newStamps(len(m.bought))}
	for _, n := range m.Norms {
		f.segment[n.Segment] = append(f.segment[n.Segment], n)
	}
	return f
}

// Find is what an account of a segment would probably buy: of each kind the most
// valuable. Who has bought nothing in the window is no customer now, and gets none.
func (f *Finder) Find(h *History, segment int32) (found []Candidate) {
	first, end := h.within(f.from, f.asOf)
	if first == end {
		return nil
	}
	own := h.Products[start(h, first):h.Until[end-1]]
	f.seen.next()
	f.offered.next()
	for _, p := range own {
		f.seen.first(p)
	}
	found = f.most(found, f.gaps(segment))
	for _, c := range found {
		f.offered.first(c.Product)
	}
	found = f.most(found, f.beside(own))
	return f.most(found, f.due(h))
}

// most adds the most valuable of one kind, as many as are wanted.
func (f *Finder) most(found, more []Candidate) []Candidate {
	slices.SortFunc(more, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(f.order[a.Product], f.order[b.Product]))
	})
	return append(found, more[:min(len(more), f.cfg.Most)]...)
}

// gaps are the products that others of the segment buy and this account does not.
func (f *Finder) gaps(segment int32) (found []Candidate) {
	if segment == Unclassified {
		return nil
	}
	for _, n := range f.segment[segment] {
		if !f.seen.seen(n.Product) {
			found = append(found, Candidate{Kind: Gap, Product: n.Product, Value: n.Median})
		}
	}
	return found
}

// beside are the products that go with what it buys and that are not offered
// yet; each is named with the one that it goes with most.
func (f *Finder) beside(own []int32) (found []Candidate) {
	best := map[int32]partner{}
	for _, p := range own {
		for _, with := range f.partners[p] {
			if f.seen.seen(with.product) || f.offered.seen(with.product) {
				continue
			}
			reason := partner{p, with.lift, with.both}
			if known, ok := best[with.product]; !ok || f.compare(reason, known) < 0 {
				best[with.product] = reason
			}
		}
	}
	for product, reason := range best {
		n, _ := f.Norm(Everyone, product)
		found = append(found, Candidate{Kind: Affinity, Product: product, With: reason.product, Value: n.Median})
	}
	return found
}

// due are the products that it has bought at intervals and not again. What was
// last bought before the window is given up.
func (f *Finder) due(h *History) (found []Candidate) {
	_, end := h.within(math.MinInt32, f.asOf)
	f.days = f.days[:0]
	for order := range end {
		from, to := h.items(order)
		for i := from; i < to; i++ {
			f.days = append(f.days, bought{h.Products[i], h.Days[order], h.Amounts[i]})
		}
	}
	slices.SortFunc(f.days, func(a, b bought) int { return cmp.Or(cmp.Compare(a.product, b.product), cmp.Compare(a.day, b.day)) })
	for at := 0; at < len(f.days); {
		to := at + 1
		for to < len(f.days) && f.days[to].product == f.days[at].product {
			to++
		}
		if c, ok := f.again(f.days[at:to]); ok {
			found = append(found, c)
		}
		at = to
	}
	return found
}

// again is the candidate that the purchases of one product make, if it is overdue.
func (f *Finder) again(purchases []bought) (c Candidate, ok bool) {
	last := purchases[len(purchases)-1].day
	if last < f.from || len(purchases) <= f.cfg.Least {
		return c, false
	}
	days := byDay(purchases)
	every, ok := f.cfg.Every(dayOf(days))
	if !ok || !f.cfg.Overdue(every, f.asOf-last) {
		return c, false
	}
	amounts := make([]int64, 0, f.cfg.Intervals+1)
	for _, d := range days[max(0, len(days)-f.cfg.Intervals-1):] {
		amounts = append(amounts, d.amount)
	}
	return Candidate{Kind: Reorder, Product: purchases[0].product, Value: Median(amounts), Every: every, Last: last}, true
}

// byDay puts the purchases of one day together, in place.
func byDay(purchases []bought) []bought {
	days := purchases[:1]
	for _, p := range purchases[1:] {
		if last := &days[len(days)-1]; last.day == p.day {
			last.amount += p.amount
		} else {
			days = append(days, p)
		}
	}
	return days
}

func dayOf(purchases []bought) []int32 {
	days := make([]int32, len(purchases))
	for i, p := range purchases {
		days[i] = p.day
	}
	return days
}

// Every is the usual interval between days of purchase, which rise, in days:
// the median of the last ones. Too few tell nothing.
func (c *Config) Every(days []int32) (every float64, ok bool) {
	if len(days) <= c.Least {
		return 0, false
	}
	days = days[max(0, len(days)-c.Intervals-1):]
	intervals := make([]int32, len(days)-1)
	for i := range intervals {
		intervals[i] = days[i+1] - days[i]
	}
	slices.Sort(intervals)
	n := len(intervals)
	return float64(intervals[(n-1)/2]+intervals[n/2]) / 2, true
}

// Overdue reports whether something that is bought every so many days has not
// been for too long.
func (c *Config) Overdue(every float64, since int32) bool { return float64(since) > c.Factor*every }

// AppendCandidates writes candidates as few bytes. Of a gap and of an affinity
// the value is left out: it is their norm's.
func AppendCandidates(into []byte, all []Candidate) []byte {
	for _, c := range all {
		into = append(into, byte(c.Kind))
		into = binary.AppendUvarint(into, uint64(c.Product))
		switch c.Kind {
		case Affinity:
			into = binary.AppendUvarint(into, uint64(c.With))
		case Reorder:
			into = binary.AppendVarint(into, c.Value)
			into = binary.AppendUvarint(into, uint64(2*c.Every))
			into = binary.AppendVarint(into, int64(c.Last))
		}
	}
	return into
}

// ReadCandidates takes what AppendCandidates wrote.
func ReadCandidates(raw []byte) (all []Candidate, err error) {
	r := reader{raw: raw}
	for len(r.raw) > 0 {
		kind := r.raw[0]
		if r.skip(1); kind > byte(Reorder) {
			r.broken = true
			break
		}
		c := Candidate{Kind: Kind(kind), Product: int32(r.unsigned())}
		switch c.Kind {
		case Affinity:
			c.With = int32(r.unsigned())
		case Reorder:
			c.Value, c.Every, c.Last = r.signed(), float64(r.unsigned())/2, int32(r.signed())
		}
		all = append(all, c)
	}
	return all, r.fault()
}
