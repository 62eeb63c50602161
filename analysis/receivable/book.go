package receivable

import (
	"cmp"
	"slices"

	"erba/kernel"
)

// Book works out standings, one account after the other; it keeps its space. The
// standing of an account is good until the next one is asked for.
type Book struct {
	standing Standing
	on       kernel.Date
	means    []Item // money and credits; Open is what is left of them
	named    map[string][]int
}

// AsOf is where an account stands at the end of a day. Documents after that day do
// not count, nor do allocations to or from them.
func AsOf(on kernel.Date, documents []Document, decided []Allocation) *Standing {
	return new(Book).AsOf(on, documents, decided)
}

// AsOf is where an account stands at the end of a day, until the next call.
func (b *Book) AsOf(on kernel.Date, documents []Document, decided []Allocation) *Standing {
	s := &b.standing
	*s = Standing{Items: s.Items[:0], Paid: s.Paid[:0]}
	b.on, b.means = on, b.means[:0]
	b.enter(documents)
	b.byHand(decided)
	b.byNumber()
	b.byOrder(func(i *Item) bool { return b.said(i) })
	b.byOrder(func(i *Item) bool { return !b.said(i) })
	b.bySaying()
	b.sum()
	return s
}

// enter takes up what there is on the day, claims by their due date and money by
// the day on which it came.
func (b *Book) enter(documents []Document) {
	for _, d := range documents {
		if d.On.Compare(b.on) > 0 {
			continue
		}
		switch d.Kind {
		case Claim:
			b.standing.Claimed += d.Amount
		case Receipt:
			b.standing.Received += d.Amount
		case Transfer:
			b.standing.Received -= d.Amount
		}
		if item := (Item{Document: d, Open: d.Amount}); d.Kind == Claim || d.Kind == Transfer {
			b.standing.Items = append(b.standing.Items, item)
		} else {
			b.means = append(b.means, item)
		}
	}
	slices.SortFunc(b.standing.Items, func(x, y Item) int {
		return cmp.Or(x.due().Compare(y.due()), cmp.Compare(x.Number, y.Number), cmp.Compare(x.ID, y.ID))
	})
	slices.SortFunc(b.means, func(x, y Item) int {
		return cmp.Or(x.On.Compare(y.On), cmp.Compare(x.Number, y.Number), cmp.Compare(x.ID, y.ID))
	})
}

// due is where an item stands in the order: a claim without a due date by its day.
func (i *Item) due() kernel.Date {
	if i.Due.IsZero() {
		return i.On
	}
	return i.Due
}

// said reports whether a claim is said to be settled by the day.
func (b *Book) said(i *Item) bool { return !i.Settled.IsZero() && i.Settled.Compare(b.on) <= 0 }

// byHand follows what somebody decided: of instalments, which bear one ID, the
// earliest due is paid first.
func (b *Book) byHand(decided []Allocation) {
	for _, d := range decided {
		mean := slices.IndexFunc(b.means, func(i Item) bool { return i.ID == d.From })
		if mean < 0 {
			continue
		}
		rest := d.Amount
		for c := range b.standing.Items {
			claim := &b.standing.Items[c]
			if claim.ID != d.To || rest <= 0 {
				continue
			}
			before := claim.Open
			b.pay(&b.means[mean], claim, rest, Hand)
			rest -= before - claim.Open
		}
	}
}

// byNumber pays the claims that documents name, of several parts the earliest due.
func (b *Book) byNumber() {
	if !slices.ContainsFunc(b.means, func(i Item) bool { return i.Reference != "" && i.Open > 0 }) {
		return
	}
	b.index()
	for m := range b.means {
		mean := &b.means[m]
		if mean.Reference == "" {
			continue
		}
		for _, c := range b.named[mean.Reference] {
			b.pay(mean, &b.standing.Items[c], mean.Open, Number)
		}
	}
}

func (b *Book) index() {
	if b.named == nil {
		b.named = map[string][]int{}
	}
	clear(b.named)
	for i := range b.standing.Items {
		number := b.standing.Items[i].Number
		b.named[number] = append(b.named[number], i)
	}
}

// byOrder pays some claims, the earliest due first, with the money that came first.
func (b *Book) byOrder(some func(*Item) bool) {
	m := 0
	for c := range b.standing.Items {
		claim := &b.standing.Items[c]
		if claim.Open == 0 || !some(claim) {
			continue
		}
		for m < len(b.means) && claim.Open > 0 {
			if mean := &b.means[m]; !b.pay(mean, claim, mean.Open, Order) {
				m++
			}
		}
	}
}

// bySaying closes claims that are said to be settled and that no recorded money paid.
func (b *Book) bySaying() {
	for c := range b.standing.Items {
		claim := &b.standing.Items[c]
		if claim.Open == 0 || !b.said(claim) {
			continue
		}
		b.standing.Received += claim.Open
		b.pay(&Item{Document: Document{On: claim.Settled}, Open: claim.Open}, claim, claim.Open, Said)
	}
}

// pay moves what is left of a document to a claim, at most so much, and reports
// whether any of it is left.
func (b *Book) pay(mean, claim *Item, limit int64, by By) (left bool) {
	amount := min(limit, mean.Open, claim.Open)
	if amount <= 0 {
		return mean.Open > 0
	}
	mean.Open -= amount
	claim.Open -= amount
	on := later(mean.On, claim.On)
	claim.last = later(claim.last, on)
	if claim.Open == 0 {
		claim.Closed = claim.last
	}
	b.standing.Paid = append(b.standing.Paid, Paid{mean.ID, claim.ID, amount, on, by})
	return mean.Open > 0
}

func later(a, b kernel.Date) kernel.Date {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}

// sum adds up what is open, and what money is left.
func (b *Book) sum() {
	s := &b.standing
	for i := range s.Items {
		item := &s.Items[i]
		if item.Days = 0; !item.Due.IsZero() {
			item.Days = b.on.Days(item.Due)
		}
		if item.Open == 0 {
			continue
		}
		s.Receivable += item.Open
		s.Ages[item.Bucket()] += item.Open
		s.Counts[item.Bucket()]++
		if item.Overdue() {
			s.Overdue += item.Open
			s.Worst = max(s.Worst, item.Days)
		}
	}
	for i := range b.means {
		s.Advance += b.means[i].Open
	}
}
