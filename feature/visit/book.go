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
	none     bool  // merged away, closed, or of no class that asks for visits
	due      kernel.Date
	when     string
}

// last is when an account was visited last, or called where a call will do.
func (e *entry) last() kernel.Date {
	if e.cadence.Call {
		return e.round.Called
	}
	return e.round.Last
}

// settle works out by when to go again, which every list asks for.
func (e *entry) settle(today kernel.Date) {
	e.due = e.cadence.Due(e.last(), e.known, today)
	e.when = rules.When(e.due, today)
}

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
	if a.amount != b.amount {
		return cmp.Compare(b.amount, a.amount)
	}
	return cmp.Or(a.due.Compare(b.due), cmp.Compare(a.row, b.row))
}

// ranked are the first of some accounts, and how many there are.
type ranked struct {
	rows  []waiting
	count int
}

// add puts an account among the first ones, if it is one of them. Of very many only
// those that are shown have a place.
func (r *ranked) add(w waiting, most int) {
	r.count++
	if len(r.rows) == most && byStake(w, r.rows[most-1]) > 0 {
		return
	}
	at, _ := slices.BinarySearchFunc(r.rows, w, byStake)
	r.rows = slices.Insert(r.rows[:min(len(r.rows), most-1)], min(at, most-1), w)
}

// found are the accounts of a viewer that are to be visited.
type found struct {
	late, week  ranked
	kept, calls int
}

// asked narrows who is to be visited.
type asked struct {
	sees   func(row int32) bool
	told   func(row int32) bool // may know what an account brings
	wanted func(row int32) bool
	calls  bool // those for whom a call will do, instead of the others
	most   int  // that are named
}

// seek finds who is to be visited.
func (b *book) seek(q asked) (f found) {
	for row := range b.entries {
		e, at := &b.entries[row], int32(row)
		if e.none || !q.sees(at) || !q.wanted(at) {
			continue
		}
		if e.cadence.Call && (e.when == rules.Late || e.when == rules.Week) {
			f.calls++
		}
		if e.cadence.Call != q.calls {
			continue
		}
		if e.when == rules.Later {
			f.kept++
			continue
		}
		w := waiting{at, e.due, -1}
		if q.told(at) {
			w.amount = max(e.sales, e.space)
		}
		switch e.when {
		case rules.Late:
			f.late.add(w, q.most)
		case rules.Week:
			f.week.add(w, q.most)
		}
	}
	return f
}

// late are all accounts past due that are wanted, in no order; those for whom a call
// will do are none.
func (b *book) late(wanted func(e *entry) bool, take func(row int32, e *entry)) {
	for row := range b.entries {
		if e := &b.entries[row]; !e.none && !e.cadence.Call && e.when == rules.Late && wanted(e) {
			take(int32(row), e)
		}
	}
}
