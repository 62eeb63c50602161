package winloss

import (
	"slices"

	"erba/analysis/forecast"
	"erba/analysis/null"
)

// The states of deals that have ended.
const (
	won  = "won"
	lost = "lost"
)

// tally counts deals that have something in common.
type tally struct {
	group         Group
	won, lost     []int // days that they took
	listed, asked int64
}

// add counts a deal.
func (t *tally) add(f *fact) {
	t.group.Deals++
	switch f.State {
	case won:
		t.win(f)
	case lost:
		t.group.Lost++
		t.lost = f.took(t.lost)
	default:
		t.group.Pending++
		t.group.Listed += f.List
	}
}

// took adds the days that a deal took; of one of which nobody knows when it began,
// nobody knows how many.
func (f *fact) took(days []int) []int {
	if f.Unopened {
		return days
	}
	return append(days, f.Closed.Days(f.Opened))
}

func (t *tally) win(f *fact) {
	t.group.Won++
	t.won = f.took(t.won)
	if f.Amount != nil {
		t.group.Revenue += *f.Amount
	}
	if f.List > 0 && f.Asked > 0 {
		t.listed, t.asked = t.listed+f.List, t.asked+f.Asked
		t.group.Compared++
	}
}

// done is the group with its means. The rules say from how many deals on there is a share.
func (t *tally) done(rules *forecast.Config) Group {
	g := t.group
	g.Rate = rules.Share(g.Won, g.Won+g.Lost)
	g.Average = null.Ratio(null.Of(g.Revenue), null.Of(g.Won))
	g.Cycle, g.CycleOff, g.CycleAll = mean(t.won), mean(t.lost), mean(slices.Concat(t.won, t.lost))
	g.Median = median(t.won)
	g.Discount = 1 - null.Ratio(null.Of(t.asked), null.Of(t.listed))
	return g
}

func mean(days []int) null.Number {
	sum := 0
	for _, d := range days {
		sum += d
	}
	return null.Ratio(null.Of(sum), null.Of(len(days)))
}

// median is the one in the middle, or between the two there.
func median(days []int) null.Number {
	if len(days) == 0 {
		return null.None
	}
	sorted := slices.Sorted(slices.Values(days))
	half := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return null.Of(sorted[half])
	}
	return (null.Of(sorted[half-1]) + null.Of(sorted[half])) / 2
}

// A deal whose products nobody has listed is taken for one unit of its product, if
// its amount is between these parts of the list price; else it is not compared.
const (
	leastPart = 0.5
	mostPart  = 2
)

// compare says what a deal would bring at the list price of its product.
func (f *fact) compare(list int64) {
	if f.List > 0 || list <= 0 {
		return // its lines have said it
	}
	switch f.State {
	case won:
		if f.Amount != nil && float64(*f.Amount) >= leastPart*float64(list) && float64(*f.Amount) <= mostPart*float64(list) {
			f.List, f.Asked = list, *f.Amount
		}
	case lost:
	default:
		f.List = list
	}
}
