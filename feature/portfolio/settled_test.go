package portfolio

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
	"erba/kernel"
)

// Of a kind of cost in a month either what was settled counts or what files bring, never
// both; what is left out is said. Added up row by row it is the same.
func TestWhatIsSettledIsNeverTakenOffTwice(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		all := crew(3)
		draw := func(say string, slots int, from Slot) (rows []Spent) {
			for _, a := range all {
				for range rapid.IntRange(0, 6).Draw(r, say) {
					rows = append(rows, Spent{a.ID, int16(may2026 - rapid.IntRange(0, 13).Draw(r, "ago")), from + Slot(rapid.IntRange(0, slots-1).Draw(r, "slot")), rapid.Int64Range(1, 1e6).Draw(r, "value")})
				}
			}
			return rows
		}
		recorded, fees := draw("recorded", kindsOfCost, 0), draw("settled", lent-given, given)
		c := columnsOf(all, nil)
		c.money.recorded, c.money.fees = c.money.recorded.With(slices.Clone(recorded)), newFees(1, slices.Clone(fees))
		c.money.spent = c.money.recorded.but(c.money.fees)
		p := period{last: may2026}
		for row, a := range all {
			var kinds [kindsOfCost]int64
			settled, again := int64(0), int64(0)
			for month := int16(may2026 - Usual + 1); month <= may2026; month++ {
				for kind := range kindsOfCost {
					one := Spent{Account: a.ID, Number: month, Slot: Slot(kind)}
					file, fee := int64(0), int64(0)
					for _, s := range recorded {
						if s.same(one) {
							file += s.Value
						}
					}
					for _, s := range fees {
						if s.same(one) {
							fee += s.Value
						}
					}
					if kinds[kind] += fee; fee == 0 {
						kinds[kind] += file
					} else {
						again += file
					}
					settled += fee
				}
			}
			var got bill
			if at := c.money.spent.spentAt(a.ID); at >= 0 {
				got = c.money.spent.bill(at, p.last, p.rates)
			}
			if got.money != kinds {
				r.Fatalf("account %d: %v, row by row %v", row, got.money, kinds)
			}
			is, left := c.settledOf(int32(row), p)
			if zero(is) != null.Of(settled) || zero(left) != null.Of(again) {
				r.Fatalf("account %d: settled %v and left out %v, row by row %d and %d", row, is, left, settled, again)
			}
		}
	})
}

// Money is late only where somebody records when it comes.
func TestDebtsAreKnownWherePaymentsAre(t *testing.T) {
	june := kernel.On(2026, 6, 30)
	on, all := june.Ordinal(), crew(3)
	late := func(rows ...[]Claim) map[kernel.ID]int {
		c := columnsOf(all, nil).owed(NewClaims([]kernel.ID{all[0].ID, all[1].ID, all[2].ID}, append(rows, make([][]Claim, 3-len(rows))...), 7))
		if c.Booked() != 7 {
			t.Error("nobody says when it was booked")
		}
		return c.Late(june)
	}
	open := Claim{Issued: on - 61, Due: on - 31, Amount: 100}
	if got := late([]Claim{open}); len(got) > 0 {
		t.Errorf("nobody records payments, and yet %v", got)
	}
	paid, coming := Claim{Issued: on - 120, Due: on - 90, Settled: on - 80, Amount: 100}, Claim{Issued: on, Due: on + 30, Amount: 100}
	got := late([]Claim{paid, open}, []Claim{coming})
	if _, told := got[all[2].ID]; got[all[0].ID] != 31 || got[all[1].ID] != 0 || told {
		t.Errorf("%v", got)
	}
}
