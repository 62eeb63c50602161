package ledger

import "erba/kernel"

// Tally counts equal keys within one file, so that lines which the file holds
// twice are both kept, and knows which keys the file holds. It takes 8 bytes a
// key, at most twice that while it grows.
type Tally struct {
	slots []uint64 // open addressing; 0 = free
	used  int
	more  map[uint64]int64 // keys that came more than once
}

// NewTally returns an empty tally.
func NewTally() *Tally { return &Tally{slots: make([]uint64, 1<<10), more: map[uint64]int64{}} }

// Line numbers a line among those of the file with the same key.
func (t *Tally) Line(l *Line) { l.Occurrence = t.count(l.key()) }

// Invoice numbers an invoice among those of the file with the same key.
func (t *Tally) Invoice(i *Invoice) { i.Occurrence = t.count(hash(i.Account, i.Number)) }

// Receipt numbers a receipt among those of the file with the same key.
func (t *Tally) Receipt(r *Receipt) { r.Occurrence = t.count(hash(r.Account, r.Number)) }

// Cost numbers an entry among those of the file with the same key.
func (t *Tally) Cost(c *Cost) { c.Occurrence = t.count(c.key()) }

// holds reports whether the file has more than that many of a key.
func (t *Tally) holds(key uint64, occurrence int64) bool {
	if occurrence > 0 {
		return t.more[key] > occurrence
	}
	return t.slots[t.find(key)] == key
}

// count returns how often the key came before, and counts it.
func (t *Tally) count(key uint64) int64 {
	i := t.find(key)
	if t.slots[i] == key {
		n := max(t.more[key], 1)
		t.more[key] = n + 1
		return n
	}
	t.slots[i] = key
	if t.used++; t.used*8 > len(t.slots)*7 {
		t.grow()
	}
	return 0
}

// find is where the key is or would be.
func (t *Tally) find(key uint64) int {
	mask := len(t.slots) - 1
	i := int(key) & mask
	for t.slots[i] != 0 && t.slots[i] != key {
		i = (i + 1) & mask
	}
	return i
}

func (t *Tally) grow() {
	old := t.slots
	t.slots = make([]uint64, 2*len(old))
	for _, key := range old {
		if key != 0 {
			t.slots[t.find(key)] = key
		}
	}
}

// key tells lines of one source apart, but for their occurrence: by account,
// order and line number, or product where the source has no line numbers.
func (l *Line) key() uint64 {
	if l.Number != "" {
		return hash(l.Account, l.Order, "#", l.Number)
	}
	return hash(l.Account, l.Order, "", l.Product)
}

const prime = 1099511628211 // of FNV-1a, whose bits are mixed once more at the end

// hash is never 0.
func hash(account kernel.ID, parts ...string) uint64 {
	h := mix(uint64(14695981039346656037) ^ uint64(account.Int()))
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint64(p[i])) * prime
		}
		h = (h ^ 0xff) * prime // no part runs into the next
	}
	return mix(h)
}

func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return max(h^h>>33, 1)
}

// place is the ID of the n-th version of a row of a source.
func place(source uint64, key uint64, occurrence, version int64) int64 {
	return int64(mix(key^mix(source^uint64(occurrence)<<20^uint64(version))) >> 1)
}
