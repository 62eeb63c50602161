package receivable

import (
	"runtime"
	"slices"
	"sync"

	"erba/analysis/receivable"
	"erba/kernel"
)

// entry is a claim or a payment as the columns keep it: days as ordinals, 0 where
// there is none.
type entry struct {
	id, amount        int64
	from, until       int64 // when it became known, and when it was known not to be so
	number, reference string
	on, due, settled  int32
	grace             int16
	kind              receivable.Kind
}

// share is a part that somebody decided.
type share struct {
	receivable.Allocation
	from, until int64
}

// holding is all that was ever known of what an account owes.
type holding struct {
	account kernel.ID
	entries []entry
	shares  []share
}

// Holdings are those of all accounts, by account. They are never changed: a
// refresh makes new ones that share what stayed the same.
type Holdings struct{ holdings []holding }

// with puts other holdings into the places of those of their accounts.
func (c *Holdings) with(changed []holding) *Holdings {
	next := &Holdings{slices.Clone(c.holdings)}
	moved := false
	for _, h := range changed {
		at, known := c.row(h.account)
		if known {
			next.holdings[at] = h
			continue
		}
		next.holdings, moved = append(next.holdings, h), true
	}
	if moved {
		slices.SortFunc(next.holdings, func(a, b holding) int { return a.account.Compare(b.account) })
	}
	return next
}

func (c *Holdings) row(account kernel.ID) (int, bool) {
	return slices.BinarySearchFunc(c.holdings, account, func(h holding, id kernel.ID) int { return h.account.Compare(id) })
}

// take adds a paper to a holding, as the entries that method M77 counts.
func (h *holding) take(d *Document, b book, space []receivable.Document) []receivable.Document {
	space = d.entries(space[:0], b)
	for i := range space {
		e := &space[i]
		h.entries = append(h.entries, entry{e.ID, e.Amount, d.Booked, d.until, e.Number, e.Reference, ordinal(e.On), ordinal(e.Due), ordinal(e.Settled), int16(e.Grace), e.Kind})
	}
	return space
}

func ordinal(d kernel.Date) int32 {
	if d.IsZero() {
		return 0
	}
	return d.Ordinal()
}

func dateOf(day int32) kernel.Date {
	if day == 0 {
		return kernel.Date{}
	}
	return kernel.FromOrdinal(day)
}

// Figure is what an account, or several, owe on a day.
type Figure struct {
	Ages     [receivable.Buckets]int64 `json:"ages"     doc:"Not due, 1–30, 31–60, 61–90 and over 90 days late, in minor units"`
	Counts   [receivable.Buckets]int   `json:"counts"   doc:"Invoices that are not paid"`
	Total    int64                     `json:"total"`
	Late     int64                     `json:"late"     doc:"Days of grace left out"`
	Worst    int                       `json:"worst"    doc:"Days"`
	Advance  int64                     `json:"advance"  doc:"Money that pays nothing yet; not taken off the total"`
	Soon     int64                     `json:"soon"     doc:"Due within the next 30 days"`
	Invoiced int64                     `json:"invoiced" doc:"In the last 90 days"`
}

// horizon and window are how far a figure looks ahead and back, in days.
const (
	horizon = 30
	window  = 90
)

// plus adds the figure of others.
func (f *Figure) plus(o *Figure) {
	for i := range f.Ages {
		f.Ages[i] += o.Ages[i]
		f.Counts[i] += o.Counts[i]
	}
	f.Total, f.Late, f.Worst = f.Total+o.Total, f.Late+o.Late, max(f.Worst, o.Worst)
	f.Advance, f.Soon, f.Invoiced = f.Advance+o.Advance, f.Soon+o.Soon, f.Invoiced+o.Invoiced
}

// count is how many claims are open.
func (f *Figure) count() (n int) {
	for _, c := range f.Counts {
		n += c
	}
	return n
}

// reckoner works out figures, one after the other, and keeps its space.
type reckoner struct {
	book      receivable.Book
	documents []receivable.Document
	decided   []receivable.Allocation
}

// figure is where a holding stands at a time.
func (r *reckoner) figure(h *holding, at At) (f Figure) {
	s := r.standing(h, at)
	if len(r.documents) == 0 {
		return f
	}
	f.Ages, f.Counts, f.Total, f.Late, f.Worst, f.Advance = s.Ages, s.Counts, s.Receivable, s.Overdue, s.Worst, s.Advance
	if at.Issued {
		f.Ages, f.Counts = s.ByIssue(at.On)
	}
	for i := range s.Items {
		if item := &s.Items[i]; item.Open > 0 && !item.Due.IsZero() && item.Days <= 0 && item.Days >= -horizon {
			f.Soon += item.Open
		}
	}
	since := at.On.Add(-window)
	for i := range r.documents {
		if d := &r.documents[i]; d.Kind == receivable.Claim && d.On.Compare(since) > 0 {
			f.Invoiced += d.Amount
		}
	}
	return f
}

// standing is that of a holding at a time, until the next one is asked for.
func (r *reckoner) standing(h *holding, at At) *receivable.Standing {
	day := at.On.Ordinal()
	r.documents, r.decided = r.documents[:0], r.decided[:0]
	for i := range h.entries {
		if e := &h.entries[i]; e.on <= day && at.knows(e.from, e.until) {
			r.documents = append(r.documents, receivable.Document{ID: e.id, Kind: e.kind, Number: e.number, On: kernel.FromOrdinal(e.on), Due: dateOf(e.due),
				Settled: dateOf(e.settled), Amount: e.amount, Reference: e.reference, Grace: int(e.grace)})
		}
	}
	for i := range h.shares {
		if s := &h.shares[i]; at.knows(s.from, s.until) {
			r.decided = append(r.decided, s.Allocation)
		}
	}
	return r.book.AsOf(at.On, r.documents, r.decided)
}

// figures are where all accounts stand at a time, row by row.
func (c *Holdings) figures(at At) []Figure {
	all := make([]Figure, len(c.holdings))
	var workers sync.WaitGroup
	for part := range parts(len(all), runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			var r reckoner
			for row := part.from; row < part.to; row++ {
				all[row] = r.figure(&c.holdings[row], at)
			}
		})
	}
	workers.Wait()
	return all
}

// stretch is some rows after one another.
type stretch struct{ from, to int }

// parts are so many stretches of n rows.
func parts(n, many int) func(func(stretch) bool) {
	return func(yield func(stretch) bool) {
		for i := range many {
			if !yield(stretch{n * i / many, n * (i + 1) / many}) {
				return
			}
		}
	}
}
