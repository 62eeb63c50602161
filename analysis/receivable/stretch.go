package receivable

import "erba/kernel"

// Stretch is so much of a claim, and how long it was out: its days as ordinals, 0
// where there is none.
type Stretch struct {
	Issued  int32
	Due     int32 // the last day on which it was not late, grace included
	Settled int32 // on which it was paid
	Amount  int64
}

// Late reports whether it was not paid in time by a day.
func (s *Stretch) Late(on int32) bool {
	return s.Due != 0 && s.Due < on && (s.Settled == 0 || s.Settled > on)
}

// Stretches divide the claims of a standing by what paid them: one for each payment,
// and one for what is open. On every day they sum to what was owed, but for money that
// came before the claim that it pays: it pays that on its day.
func (s *Standing) Stretches() []Stretch {
	all := make([]Stretch, 0, len(s.Items)+len(s.Paid))
	next := s.byClaim()
	for i := range s.Items {
		item := &s.Items[i]
		rest := item.Amount - item.Open
		for at, more := next.of[item.ID]; more && rest > 0; at, more = next.of[item.ID] {
			part := min(rest, next.left[at])
			all = append(all, item.stretch(part, s.Paid[at].On))
			rest -= part
			next.take(item.ID, at, part)
		}
		if item.Open > 0 {
			all = append(all, item.stretch(item.Open, kernel.Date{}))
		}
	}
	return all
}

// stretch is a part of an item that was paid on a day, if it was.
func (i *Item) stretch(amount int64, settled kernel.Date) Stretch {
	s := Stretch{Issued: i.On.Ordinal(), Amount: amount}
	if !i.Due.IsZero() {
		s.Due = i.Due.Ordinal() + int32(i.Grace)
	}
	if !settled.IsZero() {
		s.Settled = settled.Ordinal()
	}
	return s
}

// payments are those of each claim in their order. Instalments of one document bear
// its ID and were paid one after the other, so that order tells whose each is.
type payments struct {
	of   map[int64]int // the next of a claim
	then []int         // the one after each; −1 for none
	left []int64
}

func (s *Standing) byClaim() *payments {
	p := &payments{make(map[int64]int, len(s.Paid)), make([]int, len(s.Paid)), make([]int64, len(s.Paid))}
	for at := len(s.Paid) - 1; at >= 0; at-- {
		one := &s.Paid[at]
		p.then[at], p.left[at] = -1, one.Amount
		if later, more := p.of[one.To]; more {
			p.then[at] = later
		}
		p.of[one.To] = at
	}
	return p
}

// take takes a part off a payment, and goes on to the next when nothing is left of it.
func (p *payments) take(claim int64, at int, part int64) {
	if p.left[at] -= part; p.left[at] > 0 {
		return
	}
	if p.then[at] < 0 {
		delete(p.of, claim)
		return
	}
	p.of[claim] = p.then[at]
}
