// Package movement decides why an account brought more or less than in the year
// before. Product by product, with quantity q, sales s and cost of goods c of the
// year before (0) and of this one (1), and v = s − c, or s where only sales are
// asked for:
//
//	price   = Σ s1 − q1·s0/q0
//	cost    = Σ q1·c0/q0 − c1
//	volume  = Σ v0 × (Q1/Q0 − 1)         Q: all quantities of the same unit
//	mix     = Σ q1·v0/q0 − v0 × Q1/Q0
//	added   = Σ v1 of products that are new,   won if the account is
//	dropped = −Σ v0 of products it left,       lost if it left them all
//	other   = Σ v1 − v0 of what has no price to compare: more came back than
//	          was bought, or what it cost is known of one year alone
//
// Quantities of different units are never added up. All parts are whole minor
// units and sum to the change exactly: what rounding leaves goes to the largest
// remainders.
package movement

import (
	"math/bits"
	"slices"
)

// Measure is what moves.
type Measure uint8

// The measures: sales, or what is left of them after the cost of goods.
const (
	Sales Measure = iota
	Gross
)

// Year is what was bought of a product in a year, net of returns: the quantity
// in millionths, amounts in minor units.
type Year struct {
	Bought   bool // anything at all
	Quantity int64
	Sales    int64
	Cost     int64 // 0: nobody knows it
}

// Cell is a product of an account in two years. Unit is the number of the unit
// in which it is counted.
type Cell struct {
	Unit        int32
	Before, Now Year
}

// Bridge leads from what an account brought to what it brings.
type Bridge struct {
	Before  int64 `json:"before"`
	Volume  int64 `json:"volume"`
	Mix     int64 `json:"mix"`
	Price   int64 `json:"price"`
	Cost    int64 `json:"cost"`
	Added   int64 `json:"added"`
	Dropped int64 `json:"dropped"`
	Won     int64 `json:"won"`
	Lost    int64 `json:"lost"`
	Other   int64 `json:"other"`
	Now     int64 `json:"now"`
}

// Plus is the bridge of both together: parts of many accounts are the sums of theirs.
func (b Bridge) Plus(o Bridge) Bridge {
	return Bridge{b.Before + o.Before, b.Volume + o.Volume, b.Mix + o.Mix, b.Price + o.Price, b.Cost + o.Cost,
		b.Added + o.Added, b.Dropped + o.Dropped, b.Won + o.Won, b.Lost + o.Lost, b.Other + o.Other, b.Now + o.Now}
}

// Known reports whether the cost of goods of both years is known, as far as
// anything was bought in them.
func Known(cells []Cell) bool {
	var before, now Year
	for i := range cells {
		before.Bought, before.Cost = before.Bought || cells[i].Before.Bought, before.Cost+cells[i].Before.Cost
		now.Bought, now.Cost = now.Bought || cells[i].Now.Bought, now.Cost+cells[i].Now.Cost
	}
	return (!before.Bought || before.Cost != 0) && (!now.Bought || now.Cost != 0)
}

// Of is the bridge of the products of one account.
func Of(cells []Cell, m Measure) Bridge {
	var b Bridge
	var s shares
	was, is := false, false
	for i := range cells {
		was, is = was || cells[i].Before.Bought, is || cells[i].Now.Bought
		b.Before, b.Now = b.Before+m.of(&cells[i].Before), b.Now+m.of(&cells[i].Now)
		b.place(&cells[i], m, &s)
	}
	b.Volume, b.Mix, b.Price, b.Cost = s.whole()
	switch {
	case !was:
		b.Won, b.Added = b.Added, 0
	case !is:
		b.Lost, b.Dropped = b.Dropped, 0
	}
	return b
}

// of is what a year brings by the measure.
func (m Measure) of(y *Year) int64 {
	if m == Sales {
		return y.Sales
	}
	return y.Sales - y.Cost
}

// place finds the part that a product belongs to.
func (b *Bridge) place(c *Cell, m Measure, s *shares) {
	before, now := m.of(&c.Before), m.of(&c.Now)
	switch {
	case !c.Before.Bought:
		b.Added += now
	case !c.Now.Bought:
		b.Dropped -= before
	case m == Gross && (c.Before.Cost == 0) != (c.Now.Cost == 0) || !s.add(c, m):
		b.Other += now - before
	}
}

// micro is how many parts of a minor unit are counted until all is rounded once.
const micro = 1_000_000

// shares are the parts of products that can be compared, in millionths.
type shares struct {
	price, cost int64
	moved       []moved
}

// moved is what products of one unit brought before, and would bring now if
// nothing but quantities had changed.
type moved struct {
	unit                 int32
	before, now, was, is int64
}

// add takes a product into account, false if there is nothing to compare or its
// figures are beyond all measure.
func (s *shares) add(c *Cell, m Measure) bool {
	sales, ok := scaled(c.Before.Sales, c.Now.Quantity, c.Before.Quantity)
	cost, ok2 := int64(0), true
	if m == Gross {
		cost, ok2 = scaled(c.Before.Cost, c.Now.Quantity, c.Before.Quantity)
	}
	if !ok || !ok2 || c.Now.Quantity <= 0 || large(c.Now.Sales) || large(c.Now.Cost) || large(c.Before.Sales) || large(c.Before.Cost) {
		return false
	}
	s.price += c.Now.Sales*micro - sales
	if m == Gross {
		s.cost += cost - c.Now.Cost*micro
	}
	at := slices.IndexFunc(s.moved, func(o moved) bool { return o.unit == c.Unit })
	if at < 0 {
		at, s.moved = len(s.moved), append(s.moved, moved{unit: c.Unit})
	}
	u := &s.moved[at]
	u.before, u.now = u.before+c.Before.Quantity, u.now+c.Now.Quantity
	u.was, u.is = u.was+m.of(&c.Before), u.is+sales-cost
	return true
}

// whole are the parts in minor units; they sum to what the millionths sum to,
// which is whole because the steps between follow each other.
func (s *shares) whole() (volume, mix, price, cost int64) {
	parts := [4]int64{2: s.price, 3: s.cost}
	for _, u := range s.moved {
		grown, ok := scaled(u.was, u.now, u.before)
		if !ok { // more than can be counted: all of it is mix
			grown = u.was * micro
		}
		parts[0] += grown - u.was*micro
		parts[1] += u.is - grown
	}
	settle(&parts)
	return parts[0], parts[1], parts[2], parts[3]
}

// settle rounds parts down to whole units and gives what is left, one each, to
// those that lost most by it.
func settle(parts *[4]int64) {
	var rest [4]int64
	left := int64(0)
	for i, p := range parts {
		parts[i] = p / micro
		if rest[i] = p % micro; rest[i] < 0 {
			parts[i], rest[i] = parts[i]-1, rest[i]+micro
		}
		left += rest[i]
	}
	for left /= micro; left > 0; left-- {
		most := 0
		for i := range rest {
			if rest[i] > rest[most] {
				most = i
			}
		}
		parts[most]++
		rest[most] = -1
	}
}

// most is the largest amount whose millionths can be counted.
const most = int64(1) << 42

func large(v int64) bool { return v > most || v < -most }

// scaled is amount × now ÷ before in millionths, rounded toward zero; false if
// before is not above zero, now is below it, or the result is too large.
func scaled(amount, now, before int64) (int64, bool) {
	if before <= 0 || now < 0 || large(amount) {
		return 0, false
	}
	size := uint64(max(amount, -amount))
	hi, lo := bits.Mul64(size, uint64(now))
	if hi >= uint64(before) {
		return 0, false
	}
	whole, rest := bits.Div64(hi, lo, uint64(before))
	if whole > uint64(most) {
		return 0, false
	}
	hi, lo = bits.Mul64(rest, micro)
	part, _ := bits.Div64(hi, lo, uint64(before))
	result := int64(whole*micro + part)
	if amount < 0 {
		result = -result
	}
	return result, true
}
