package evaluation

import (
	"slices"

	"erba/kernel"
)

// known is what stands in all accounts: their classes as columns, row by row,
// because everybody has some, and what few have by itself. It is remembered from
// one evaluation to the next.
type known struct {
	revision int64
	ids      []kernel.ID
	classes  []column // by model
	streaks  map[spot]Streak
	open     map[spot]Pending
	sets     map[spot]Set
}

// spot is a class of an account: row and model.
type spot struct {
	row int32
	at  int8
}

// column is the classes of one model: 0 never had one, 1 has none any more, else
// two more than the place on the ladder.
type column struct {
	class             []uint8
	decided           []bool
	since             []int32
	current, expected []int64
}

func newKnown(ids []kernel.ID) *known {
	k := &known{ids: ids, classes: make([]column, len(Models)), streaks: map[spot]Streak{}, open: map[spot]Pending{}, sets: map[spot]Set{}}
	for at := range k.classes {
		k.classes[at].grow(len(ids))
	}
	return k
}

func (c *column) grow(n int) {
	more := n - len(c.class)
	c.class = append(c.class, make([]uint8, more)...)
	c.decided = append(c.decided, make([]bool, more)...)
	c.since = append(c.since, make([]int32, more)...)
	c.current = append(c.current, make([]int64, more)...)
	c.expected = append(c.expected, make([]int64, more)...)
}

// fits reports whether the rows of columns are those that are known, and new ones
// only at their end; those are added.
func (k *known) fits(n int, id func(row int32) kernel.ID) bool {
	if n < len(k.ids) {
		return false
	}
	for row, known := range k.ids {
		if id(int32(row)) != known {
			return false
		}
	}
	for row := len(k.ids); row < n; row++ {
		k.ids = append(k.ids, id(int32(row)))
	}
	for at := range k.classes {
		k.classes[at].grow(n)
	}
	return true
}

// row is that of an account, or −1.
func (k *known) row(id kernel.ID) int32 {
	row, ok := slices.BinarySearchFunc(k.ids, id, kernel.ID.Compare)
	if !ok {
		return -1
	}
	return int32(row)
}

// spot is that of a class, if the account is one of ours.
func (k *known) spot(account kernel.ID, model string) (spot, bool) {
	row, at := k.row(account), place(model)
	return spot{row, int8(at)}, row >= 0 && at >= 0
}

// put notes the class of a row.
func (k *known) put(row int32, c Class) {
	at := place(c.Model)
	if row < 0 || at < 0 {
		return
	}
	col := &k.classes[at]
	col.class[row] = uint8(Models[at].rank(c.Class) + 1)
	col.decided[row], col.since[row] = c.decided(), c.Since.Ordinal()
	col.current[row], col.expected[row] = c.Current, c.Expected
}

// at is what is known of a class before an evaluation.
func (k *known) at(row int32, at int, today kernel.Date) (s Standing) {
	here := spot{row, int8(at)}
	s.Streak, s.Open = k.streaks[here], k.open[here]
	s.Set = k.sets[here].Holds(today)
	col := &k.classes[at]
	if col.class[row] == 0 {
		return s
	}
	s.Class = Class{Account: k.ids[row], Model: Models[at].Model, Since: kernel.FromOrdinal(col.since[row]), Way: Initial,
		Current: col.current[row], Expected: col.expected[row]}
	if rank := int(col.class[row]) - 2; rank >= 0 {
		s.Class.Class = Models[at].Classes[rank]
	}
	if col.decided[row] {
		s.Class.Way = Approved
	}
	return s
}

// did notes what an evaluation has done about a class; id is that of its proposal.
func (k *known) did(s Step, asOf kernel.Date, id kernel.ID) {
	here := spot{s.Row, int8(s.At)}
	switch s.Fate {
	case Enters:
		k.put(s.Row, s.class(Initial, asOf))
	case Changes:
		k.put(s.Row, s.class(ByRule, asOf))
	}
	delete(k.streaks, here)
	if s.lasts() {
		k.streaks[here] = s.Streak
	}
	if s.retracts() {
		delete(k.open, here)
	}
	if s.proposes() {
		k.open[here] = Pending{ID: id, Account: s.Account, Model: Models[s.At].Model, Was: s.Was.Class, Becomes: s.Now.Class}
	}
}
