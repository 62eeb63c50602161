// Package ranking decides the order of rows by an amount: the largest first,
// equal amounts in the order of the rows. Every model that asks "who is before
// whom" takes its order from here, and a Sorter keeps its memory, so that
// ranking a million rows again allocates nothing.
//
// It is a radix sort over the bytes that differ: linear in the number of rows.
package ranking

import "slices"

// Sorter ranks columns; the zero Sorter is ready. Not for concurrent use.
// What its methods return is valid until the next call.
type Sorter struct {
	keys, spareKeys []uint64
	rows, spareRows []int32
	counts          []int32
}

// Positive returns the rows with a value above zero, the largest first, equal
// values in the order of the rows; and the values in that order.
func (s *Sorter) Positive(values []int64) (rows []int32, sorted []uint64) {
	s.grow(len(values))
	n := 0
	for i, v := range values {
		if v > 0 {
			s.keys[n], s.rows[n] = ^uint64(v), int32(i)
			n++
		}
	}
	s.sort(n, true)
	for i, k := range s.keys[:n] {
		s.keys[i] = ^k
	}
	return s.rows[:n], s.keys[:n]
}

// Ascending sorts values, the smallest first, in place.
func (s *Sorter) Ascending(values []int64) {
	if len(values) == 0 {
		return
	}
	low, high := slices.Min(values), slices.Max(values)
	if span := uint64(high) - uint64(low); span < narrow {
		s.count(values, low, int(span)+1)
		return
	}
	s.grow(len(values))
	for i, v := range values {
		s.keys[i] = uint64(v) - uint64(low)
	}
	s.sort(len(values), false)
	for i, k := range s.keys {
		values[i] = int64(k + uint64(low))
	}
}

// narrow is up to how many different values are counted instead of sorted.
const narrow = 1 << 14

// count sorts values that lie close together, such as days, by counting each.
func (s *Sorter) count(values []int64, low int64, span int) {
	s.counts = slices.Grow(s.counts[:0], span)[:span]
	clear(s.counts)
	for _, v := range values {
		s.counts[v-low]++
	}
	i := 0
	for v, n := range s.counts {
		for range n {
			values[i] = low + int64(v)
			i++
		}
	}
}

func (s *Sorter) grow(n int) {
	if cap(s.keys) < n {
		s.keys, s.spareKeys = make([]uint64, n), make([]uint64, n)
		s.rows, s.spareRows = make([]int32, n), make([]int32, n)
	}
	s.keys, s.spareKeys = s.keys[:n], s.spareKeys[:n]
	s.rows, s.spareRows = s.rows[:n], s.spareRows[:n]
}

const (
	digit   = 11 // bits a pass
	buckets = 1 << digit
)

// sort orders the first n keys, and their rows with them if asked to.
func (s *Sorter) sort(n int, withRows bool) {
	if n == 0 {
		return
	}
	differ := uint64(0)
	for _, k := range s.keys[:n] {
		differ |= k ^ s.keys[0]
	}
	for shift := 0; shift < 64; shift += digit {
		if differ>>shift&(buckets-1) != 0 {
			s.pass(n, shift, withRows)
		}
	}
}

// pass deals the keys into buckets by one digit and collects them, stably.
func (s *Sorter) pass(n, shift int, withRows bool) {
	var next [buckets]int32
	for _, k := range s.keys[:n] {
		next[k>>shift&(buckets-1)]++
	}
	at := int32(0)
	for i, count := range next {
		next[i], at = at, at+count
	}
	for i, k := range s.keys[:n] {
		d := k >> shift & (buckets - 1)
		s.spareKeys[next[d]] = k
		if withRows {
			s.spareRows[next[d]] = s.rows[i]
		}
		next[d]++
	}
	s.keys, s.spareKeys = s.spareKeys, s.keys
	if withRows {
		s.rows, s.spareRows = s.spareRows, s.rows
	}
}
