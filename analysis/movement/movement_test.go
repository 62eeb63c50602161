package movement

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

const piece = 1_000_000

func year(pieces, sales, cost int64) Year { return Year{true, pieces * piece, sales, cost} }

func TestWhyAnAccountMoved(t *testing.T) {
	// two products at 10 and 20 with margins of 4 and 5: 100 and 100 pieces become
	// 150 and 100, the first now at 11, the second now costing 16
	two := []Cell{{Before: year(100, 1000, 600), Now: year(150, 1650, 900)}, {Before: year(100, 2000, 1500), Now: year(100, 2000, 1600)}}
	tests := map[string]struct {
		cells []Cell
		m     Measure
		want  Bridge
	}{
		// Q grows by a quarter: volume 900/4; at old margins 150·4 + 100·5 = 1100, so mix is 1100 − 1125
		"gross profit by volume, mix, price and cost": {two, Gross, Bridge{Before: 900, Volume: 225, Mix: -25, Price: 150, Cost: -100, Now: 1150}},
		// at old prices 150·10 + 100·20 = 3500, of 3000 × 5/4 = 3750
		"sales have no cost": {two, Sales, Bridge{Before: 3000, Volume: 750, Mix: -250, Price: 150, Now: 3650}},
		"pieces are not added to kilograms": {[]Cell{{Unit: 0, Before: year(10, 100, 0), Now: year(20, 200, 0)}, {Unit: 1, Before: year(1000, 100, 0), Now: year(1000, 100, 0)}},
			Sales, Bridge{Before: 200, Volume: 100, Now: 300}},
		"a product that is new and one that was left":        {[]Cell{{Before: year(1, 50, 20)}, {Now: year(2, 90, 30)}}, Gross, Bridge{Before: 30, Added: 60, Dropped: -30, Now: 60}},
		"an account that was won":                            {[]Cell{{Now: year(2, 90, 30)}}, Gross, Bridge{Won: 60, Now: 60}},
		"an account that was lost":                           {[]Cell{{Before: year(2, 90, 30)}}, Gross, Bridge{Before: 60, Lost: -60}},
		"more came back than was bought":                     {[]Cell{{Before: year(2, 90, 0), Now: year(-1, -45, 0)}}, Sales, Bridge{Before: 90, Other: -135, Now: -45}},
		"what it cost is known of one year alone":            {[]Cell{{Before: year(2, 90, 30), Now: year(2, 90, 0)}}, Gross, Bridge{Before: 60, Other: 30, Now: 90}},
		"what rounding leaves goes to the largest remainder": {[]Cell{{Before: year(3, 100, 0), Now: year(1, 40, 0)}}, Sales, Bridge{Before: 100, Volume: -67, Price: 7, Now: 40}},
		"nothing was ever bought":                            {nil, Gross, Bridge{}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Of(tt.cells, tt.m); got != tt.want {
				t.Errorf("%+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func TestTheCostOfGoodsMustBeKnownOfBothYears(t *testing.T) {
	for name, tt := range map[string]struct {
		cells []Cell
		want  bool
	}{
		"of both":                {[]Cell{{Before: year(1, 5, 3), Now: year(1, 5, 3)}}, true},
		"of one":                 {[]Cell{{Before: year(1, 5, 0), Now: year(1, 5, 3)}}, false},
		"nothing was bought yet": {[]Cell{{Now: year(1, 5, 3)}}, true},
		"of none":                {[]Cell{{Now: year(1, 5, 0)}}, false},
	} {
		if Known(tt.cells) != tt.want {
			t.Error(name)
		}
	}
}

func drawn(t *rapid.T) []Cell {
	y := rapid.Custom(func(t *rapid.T) Year {
		if !rapid.Bool().Draw(t, "bought") {
			return Year{}
		}
		return Year{true, rapid.Int64Range(-3, 1_000).Draw(t, "quantity") * 250_000, rapid.Int64Range(-5_000, 1_000_000).Draw(t, "sales"), rapid.Int64Range(0, 800_000).Draw(t, "cost")}
	})
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Cell {
		return Cell{rapid.Int32Range(0, 2).Draw(t, "unit"), y.Draw(t, "before"), y.Draw(t, "now")}
	}), 0, 8).Draw(t, "cells")
}

// Whatever was bought, the steps sum to the change exactly.
func TestTheBridgeSumsExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, m := range []Measure{Sales, Gross} {
			cells := drawn(t)
			b := Of(cells, m)
			if sum := b.Before + b.Volume + b.Mix + b.Price + b.Cost + b.Added + b.Dropped + b.Won + b.Lost + b.Other; sum != b.Now {
				t.Fatalf("%+v leads to %d", b, sum)
			}
			if both := b.Plus(Of(cells, m)); both.Now != 2*b.Now || both.Mix != 2*b.Mix {
				t.Fatalf("twice is %+v", both)
			}
		}
	})
}

// The second way: the textbook's differences of unit prices, unit costs and
// average margins, in fractions.
func TestTheBridgeIsThatOfTheTextbook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := drawn(t)
		m := rapid.SampledFrom([]Measure{Sales, Gross}).Draw(t, "measure")
		got := Of(cells, m)
		for name, pair := range map[string][2]*big.Rat{
			"volume": {whole(got.Volume), textbook(cells, m).volume}, "mix": {whole(got.Mix), textbook(cells, m).mix},
			"price": {whole(got.Price), textbook(cells, m).price}, "cost": {whole(got.Cost), textbook(cells, m).cost},
		} {
			if off := new(big.Rat).Sub(pair[0], pair[1]); off.Abs(off).Cmp(big.NewRat(101, 100)) > 0 {
				t.Fatalf("%s is %s, not %s", name, pair[0].FloatString(2), pair[1].FloatString(2))
			}
		}
	})
}

func whole(v int64) *big.Rat { return new(big.Rat).SetInt64(v) }

type parts struct{ volume, mix, price, cost *big.Rat }

func textbook(cells []Cell, m Measure) parts {
	p := parts{new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)}
	per := func(amount, quantity int64) *big.Rat { return new(big.Rat).Quo(whole(amount), whole(quantity)) }
	times := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
	minus := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
	for unit := range int32(3) {
		same := []Cell{}
		var before, now, brought int64
		for _, c := range cells {
			comparable := c.Before.Bought && c.Now.Bought && c.Before.Quantity > 0 && c.Now.Quantity > 0 &&
				(m == Sales || (c.Before.Cost == 0) == (c.Now.Cost == 0))
			if c.Unit == unit && comparable {
				same = append(same, c)
				before, now, brought = before+c.Before.Quantity, now+c.Now.Quantity, brought+m.of(&c.Before)
			}
		}
		if before == 0 {
			continue
		}
		p.volume.Add(p.volume, times(whole(now-before), per(brought, before)))
		for _, c := range same {
			q := whole(c.Now.Quantity)
			p.price.Add(p.price, times(q, minus(per(c.Now.Sales, c.Now.Quantity), per(c.Before.Sales, c.Before.Quantity))))
			if m == Gross {
				p.cost.Add(p.cost, times(q, minus(per(c.Before.Cost, c.Before.Quantity), per(c.Now.Cost, c.Now.Quantity))))
			}
			expected := times(whole(now), per(c.Before.Quantity, before))
			p.mix.Add(p.mix, times(minus(q, expected), per(m.of(&c.Before), c.Before.Quantity)))
		}
	}
	return p
}

// Figures beyond all measure still sum.
func TestFiguresBeyondAllMeasureStillSum(t *testing.T) {
	huge := int64(1) << 60
	for _, cells := range [][]Cell{
		{{Before: Year{true, 1, huge, 0}, Now: Year{true, huge, huge / 2, 0}}},
		{{Before: Year{true, huge, 1, 0}, Now: Year{true, huge * 7, 2, 0}}, {Before: Year{true, huge * 7, 1, 0}, Now: Year{true, 1, 2, 0}}},
	} {
		b := Of(cells, Sales)
		if sum := b.Before + b.Volume + b.Mix + b.Price + b.Cost + b.Other; sum != b.Now {
			t.Errorf("%+v leads to %d", b, sum)
		}
	}
}
