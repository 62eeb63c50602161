package dunning

import (
	"cmp"
	"slices"

	"erba/kernel"
)

// How a promise of payment stands.
const (
	Pending = "pending"
	Kept    = "kept"
	Broken  = "broken"
)

// Promise is so much money that somebody said would come by a day.
type Promise struct {
	Made   kernel.Date
	Due    kernel.Date
	Amount int64
}

// Money is what came in on a day.
type Money struct {
	On     kernel.Date
	Amount int64
}

// Fulfilment is how a promise stands on a day.
type Fulfilment struct {
	State string
	Got   int64       // of it, in time
	On    kernel.Date // on which all of it was there
}

// Fulfil says how promises stand at the end of a day, in their order. Money that
// came from the day of a promise until its due day, and so many days more, keeps
// it; the same money keeps no other, and the promise that is due first goes first.
func Fulfil(promises []Promise, money []Money, on kernel.Date, wait int) []Fulfilment {
	all, left := make([]Fulfilment, len(promises)), slices.Clone(money)
	slices.SortStableFunc(left, func(a, b Money) int { return a.On.Compare(b.On) })
	for _, i := range inOrder(promises) {
		all[i] = promises[i].take(left, on, wait)
	}
	return all
}

func inOrder(promises []Promise) []int {
	order := make([]int, len(promises))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(promises[a].Due.Compare(promises[b].Due), promises[a].Made.Compare(promises[b].Made))
	})
	return order
}

// take takes the money of a promise.
func (p Promise) take(left []Money, on kernel.Date, wait int) Fulfilment {
	f, last := Fulfilment{State: Pending}, p.Due.Add(wait)
	for i := range left {
		m := &left[i]
		if m.Amount <= 0 || m.On.Compare(p.Made) < 0 || m.On.Compare(last) > 0 || m.On.Compare(on) > 0 {
			continue
		}
		part := min(m.Amount, p.Amount-f.Got)
		m.Amount -= part
		if f.Got += part; f.Got == p.Amount {
			f.State, f.On = Kept, m.On
			return f
		}
	}
	if on.Compare(last) > 0 {
		f.State = Broken
	}
	return f
}
