package ledger

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"erba/kernel"
)

// TestAWindowOverMonthsIsAWindowOverLines asks for a thousand random windows of
// accounts with years of orders.
func TestAWindowOverMonthsIsAWindowOverLines(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	r := roll{orders: map[uint64]order{}}
	for range 1000 {
		lines, sales := many(random)
		months, apart := r.take(kernel.ID{}, slices.Clone(sales))
		h := &history{months: months, lines: map[Month][]sold{}, apart: map[Month]map[uint64]bool{}}
		for _, s := range sales {
			m := MonthOf(kernel.FromOrdinal(s.day))
			h.lines[m] = append(h.lines[m], s)
		}
		for _, c := range apart {
			if h.apart[c.month] == nil {
				h.apart[c.month] = map[uint64]bool{}
			}
			h.apart[c.month][c.order] = c.counts
		}
		asOf := kernel.On(2024, 1, 1).Add(random.IntN(1100))
		over := span{asOf.AddMonths(-random.IntN(24)).Add(1), asOf}
		if over.from.Compare(over.to) > 0 {
			continue
		}
		if got, want := h.in(over), naive(lines, over.from, over.to); got != want {
			t.Fatalf("%v–%v: months %+v, lines %+v", over.from, over.to, got, want)
		}
	}
}

// many are random lines, some of an order apart by months.
func many(random *rand.Rand) (lines []Line, sales []sold) {
	for range random.IntN(200) {
		l := Line{Order: fmt.Sprint(random.IntN(60)), On: kernel.On(2024, 1, 1).Add(random.IntN(1000)),
			Quantity: kernel.Whole(random.Int64N(6) - 1), Price: kernel.Whole(random.Int64N(3)), Amount: random.Int64N(1000), Costed: true, Cost: 1}
		if random.IntN(5) == 0 {
			l.Order = ""
		}
		lines = append(lines, l)
		sales = append(sales, sold{order: orderKey(l.Order, l.On), day: l.On.Ordinal(), positive: l.Positive(), costed: true, amount: l.Amount, cost: l.Cost})
	}
	return lines, sales
}
