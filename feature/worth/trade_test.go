package worth

import (
	"slices"
	"testing"

	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/apptest"
)

var may = ledger.MonthOf(kernel.On(2026, 5, 1))

// upTo asks for a month; without an answer the test ends.
func (st *stage) upTo(last ledger.Month) *trade {
	st.Helper()
	t, err := st.tradeUpTo(st.As("director"), last)
	must(st.Stage, err)
	return t
}

func TestTheLastMonthsThatWereAskedForAreKept(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := traded(s)
		var first []*trade
		for i := range mostTrades {
			first = append(first, st.upTo(may-ledger.Month(i)))
		}
		for i := range mostTrades {
			if st.upTo(may-ledger.Month(i)) != first[i] {
				s.Errorf("%d months asked for in turn: number %d was loaded again", mostTrades, i+1)
			}
		}
		st.upTo(may) // makes the one before it the one that nobody asked for the longest
		st.upTo(may - mostTrades)
		if st.upTo(may) != first[0] || st.upTo(may-2) != first[2] || len(st.kept) != mostTrades {
			s.Errorf("one more made room for itself by another one, or took it beside the others: %d", len(st.kept))
		}
		if st.upTo(may-1) == first[1] {
			s.Error("more are kept than there is room for")
		}
	})
}

// Whoever asks for what is loaded does not wait for what is being loaded.
func TestNobodyWaitsForAnotherMonth(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := traded(s)
		loaded := st.upTo(may)
		st.loading.Lock() // somebody loads
		other := make(chan *trade)
		go func() {
			t, _ := st.tradeUpTo(st.As("director"), may-1)
			other <- t
		}()
		if st.upTo(may) != loaded {
			s.Error("it was loaded anew")
		}
		select {
		case <-other:
			s.Error("two are loaded at the same time")
		default:
		}
		st.loading.Unlock()
		if t := <-other; t == nil || len(t.ids) == 0 {
			s.Errorf("%+v", t)
		}
	})
}

// inMemory is what nobody had to ask for.
func (st *stage) inMemory() *trade {
	st.mu.Lock()
	kept := slices.Clone(st.kept)
	st.mu.Unlock()
	if len(kept) == 0 {
		return nil
	}
	kept[0].loading.Lock()
	defer kept[0].loading.Unlock()
	return kept[0].trade
}

func TestAfterAFileNobodyWaits(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := traded(s)
		s.Work()
		s.Wait("the first file is loaded, up to the last month that is whole", func() bool { return st.inMemory() != nil && len(st.inMemory().ids) == 2 })
		publishFrom(st, "more", ledger.Orders, []ledger.Line{{Account: st.ids[2], Order: "N", Product: "P1", On: kernel.On(2026, 5, 31), Quantity: kernel.Whole(1), Price: kernel.Whole(9), Amount: 9 * yuan}}, st.ledger.BookLines, (*ledger.Tally).Line)
		s.Wait("the second one is, which makes May whole", func() bool { return len(st.inMemory().ids) == 4 })
		if now := st.inMemory().moves[2].sales.Now; now != 9*yuan {
			s.Errorf("C3 bought for %d", now)
		}
	})
}
