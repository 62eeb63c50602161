// Package receivable decides what an account owes, what of it is late, and which
// money paid which document (method M77). Money goes, in this order, where somebody
// allocated it, to the document that it names, to documents that are said to be
// settled, and then to the earliest due. What is left over is an advance.
package receivable

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Kind is what a document is.
type Kind uint8

// The kinds of document. All amounts are positive.
const (
	Claim    Kind = iota // an invoice, or one instalment of it
	Credit               // credit note, red-letter invoice, write-off, set-off: no money came in
	Receipt              // money that came in
	Transfer             // money that left again: a refund, a bill that was not honoured
)

// Document is one line of an account, in minor units.
type Document struct {
	ID        int64
	Kind      Kind
	Number    string
	On        kernel.Date // value date
	Due       kernel.Date // of a claim; zero: unknown, never overdue
	Settled   kernel.Date // of a claim that is said to be paid, without the money being recorded; zero: not said
	Amount    int64       // > 0
	Reference string      // the number of the claim that it pays
	Grace     int         // days after Due that are not yet overdue
}

// Allocation is what somebody decided: so much of a document pays a claim.
type Allocation struct {
	From, To int64 // IDs of documents
	Amount   int64
}

// Paid is one allocation as it came out, whoever decided it.
type Paid struct {
	From   int64       `json:"from"   doc:"0: said to be settled, without the money being recorded"`
	To     int64       `json:"to"`
	Amount int64       `json:"amount"`
	On     kernel.Date `json:"on"`
	By     By          `json:"by"`
}

// By is why money went to a claim.
type By uint8

// The reasons, the strongest first.
const (
	Hand   By = iota // somebody said so
	Number           // it names the claim
	Said             // the claim is said to be settled
	Order            // the earliest due
)

var reasons = [...]string{"hand", "number", "said", "order"}

// MarshalText puts the reason into JSON.
func (b By) MarshalText() ([]byte, error) { return []byte(reasons[b]), nil }

// Item is a claim as of a day.
type Item struct {
	Document
	Open   int64
	Days   int         // after its due date; ≤ 0 or Due unknown: not due
	Closed kernel.Date // on which nothing was left of it; zero: it is open

	last kernel.Date // on which it was last paid
}

// Bucket is how late an item is.
func (i *Item) Bucket() int {
	if i.Due.IsZero() {
		return NotDue
	}
	return bucket(i.Days)
}

func bucket(days int) int {
	switch {
	case days <= 0:
		return NotDue
	case days > 90:
		return Over90
	}
	return (days-1)/30 + 1
}

// Overdue reports whether an item is late, grace included.
func (i *Item) Overdue() bool { return i.Open > 0 && !i.Due.IsZero() && i.Days > i.Grace }

// The buckets.
const (
	NotDue = iota
	To30
	To60
	To90
	Over90
	Buckets
)

// BucketNames are the keys of the buckets in files and answers.
var BucketNames = [Buckets]string{"not_due", "1-30", "31-60", "61-90", "90+"}

// Standing is what an account owes as of a day. Receivable is the sum of Ages.
type Standing struct {
	Claimed    int64 // all claims so far
	Received   int64 // all money so far, refunds taken off
	Receivable int64 // open claims, late ones included
	Overdue    int64 // open claims that are late
	Advance    int64 // money and credits that pay nothing yet
	Ages       [Buckets]int64
	Counts     [Buckets]int // open claims
	Worst      int          // days that the latest open claim is late, grace not counted; 0: none
	Items      []Item       // all claims, the earliest due first
	Paid       []Paid
}

// ByIssue are the open claims by how long ago they were issued, whenever they are due.
func (s *Standing) ByIssue(on kernel.Date) (ages [Buckets]int64, counts [Buckets]int) {
	for i := range s.Items {
		if item := &s.Items[i]; item.Open > 0 {
			at := bucket(on.Days(item.On))
			ages[at] += item.Open
			counts[at]++
		}
	}
	return ages, counts
}

// DSO is how many days of sales are still owed: what is owed by the sales of the
// last 90 days, in days; unknown without sales.
func DSO(receivable, sales90 int64) null.Number {
	return null.Ratio(null.Of(receivable), null.Of(sales90)) * 90
}

// Late is how late claims were paid that were due in a window of days, an open one
// by the end of it (method M79): the mean of max(0, paid or end − due), unweighted,
// unknown without claims.
func Late(items []Item, from, until kernel.Date) (mean null.Number, claims int) {
	var sum int
	for i := range items {
		due := items[i].Due
		if items[i].Kind != Claim || due.IsZero() || due.Compare(from) < 0 || due.Compare(until) > 0 {
			continue
		}
		paid := items[i].Closed
		if items[i].Open > 0 {
			paid = until
		}
		sum += max(0, paid.Days(due))
		claims++
	}
	return null.Ratio(null.Of(sum), null.Of(claims)), claims
}
