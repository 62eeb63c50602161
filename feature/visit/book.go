package visit

import (
	"cmp"
	"slices"

	rules "erba/analysis/visit"
	"erba/kernel"
)

// entry is an account as the book has it.
type entry struct {
	standing rules.Standing
	cadence  rules.Cadence
	known    kernel.Date // since when we know it
	round    round
	sales    int64 // of twelve months
	space    int64 // what it is expected to buy beyond that; −1: nobody has said so
	none     bool  // merged away or closed
}

// last is when an account was visited last, or called where a call will do.
func (e *entry) last() kernel.Date {
	if e.cadence.Call {
		return e.round.Called
	}
	return e.round.Last
}

// due is the day by which to go again.
func (e *entry) due(today kernel.Date) kernel.Date { return e.cadence.Due(e.last(), e.known, today) }

// stake is what may be lost if nobody goes, or won: the larger of what it buys and
// of what it could buy beyond that.
func (e *entry) stake() *Stake {
	if e.space > e.sales {
		return &Stake{e.space, "visit.stake_space"}
	}
	return &Stake{e.sales, "visit.stake_sales"}
}

// waiting is an account that is to be visited, by its place in the book.
type waiting struct {
	row    int32
	due    kernel.Date
	amount int64 // −1: the viewer may not know it
}

// byStake puts the greatest stake first, and of equal ones what has waited longest.
func byStake(a, b waiting) int {
	return cmp.Or(cmp.Compare(b.amount, a.amount), a.due.Compare(b.due), cmp.Compare(a.row, b.row))
}

// found are the accounts of a viewer that are to be visited.
type found struct {
	late, week  []waiting
	kept, calls int
}

// asked narrows who is to be visited.
type asked struct {
	sees   func(row int32) bool
	told   func(row int32) bool // may know what an account brings
	wanted func(row int32) bool
	calls  bool // those for whom a call will do, instead of the others
	today  kernel.Date
}

// seek finds who is to be visited.
func (b *book) seek(q asked) (f found) {
	for row := range b.entries {
		e, at := &b.entries[row], int32(row)
		if e.none || e.cadence.Days == 0 || !q.sees(at) || !q.wanted(at) {
			continue
		}
		due := e.due(q.today)
		when := rules.When(due, q.today)
		if e.cadence.Call && (when == rules.Late || when == rules.Week) {
			f.calls++
		}
		if e.cadence.Call != q.calls {
			continue
		}
		w := waiting{at, due, -1}
		if q.told(at) {
			w.amount = e.stake().Amount
		}
		switch when {
		case rules.Late:
			f.late = append(f.late, w)
		case rules.Week:
			f.week = append(f.week, w)
		default:
			f.kept++
		}
	}
	slices.SortFunc(f.late, byStake)
	slices.SortFunc(f.week, byStake)
	return f
}
