package receivable_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/receivable"
	"erba/analysis/terms"
	"erba/kernel"
)

// customerA of specification M77, in yuan: shipments and receipts.
func customerA(mode terms.Mode) (all []receivable.Document) {
	rule := terms.Rule{Mode: mode, Days: 30}
	for i, s := range []struct {
		on     kernel.Date
		amount int64
	}{{kernel.On(2026, 1, 20), 12000}, {kernel.On(2026, 2, 18), 15000}, {kernel.On(2026, 3, 18), 16000}, {kernel.On(2026, 4, 16), 18000}, {kernel.On(2026, 5, 20), 20000}} {
		all = append(all, receivable.Document{ID: int64(i + 1), On: s.on, Due: rule.Due(s.on), Amount: s.amount})
	}
	for i, r := range []struct {
		on     kernel.Date
		amount int64
	}{{kernel.On(2026, 3, 10), 12000}, {kernel.On(2026, 4, 15), 9000}, {kernel.On(2026, 5, 20), 18000}} {
		all = append(all, receivable.Document{ID: int64(i + 11), Kind: receivable.Receipt, On: r.on, Amount: r.amount})
	}
	return all
}

// M77 (e): the exercise, with both readings of 月结30天.
func TestM77(t *testing.T) {
	tests := []struct {
		mode                                   terms.Mode
		on                                     kernel.Date
		shipped, received, receivable, overdue int64
		worst                                  int
	}{
		{terms.EndMonths, kernel.On(2026, 2, 28), 27000, 0, 27000, 0, 0},
		{terms.EndMonths, kernel.On(2026, 3, 31), 43000, 12000, 31000, 0, 0},
		{terms.EndMonths, kernel.On(2026, 4, 30), 61000, 21000, 40000, 6000, 30},
		{terms.EndMonths, kernel.On(2026, 5, 31), 81000, 39000, 42000, 4000, 31},
		{terms.EndDays, kernel.On(2026, 3, 31), 43000, 12000, 31000, 15000, 1},
		{terms.EndDays, kernel.On(2026, 4, 30), 61000, 21000, 40000, 6000, 31},
		{terms.EndDays, kernel.On(2026, 5, 31), 81000, 39000, 42000, 22000, 31},
	}
	for _, test := range tests {
		s := receivable.AsOf(test.on, customerA(test.mode), nil)
		if s.Claimed != test.shipped || s.Received != test.received || s.Receivable != test.receivable || s.Overdue != test.overdue || s.Worst != test.worst {
			t.Errorf("%s, %s: claimed %d, received %d, receivable %d, overdue %d (%d days); want %+v", test.mode, test.on, s.Claimed, s.Received, s.Receivable, s.Overdue, s.Worst, test)
		}
	}
}

// M78 (e): at 1 June customer A is late with 4,000 (32 days) and 18,000 (1 day).
func TestBothModesOfA(t *testing.T) {
	s := receivable.AsOf(kernel.On(2026, 6, 1), customerA(terms.EndMonths), nil)
	if s.Overdue != 22000 || s.Ages != [...]int64{20000, 18000, 4000, 0, 0} || s.Worst != 32 {
		t.Errorf("overdue %d, ages %v, worst %d", s.Overdue, s.Ages, s.Worst)
	}
}

func TestWhereMoneyGoes(t *testing.T) {
	day := func(n int) kernel.Date { return kernel.On(2026, 1, n) }
	claims := []receivable.Document{
		{ID: 1, Number: "A", On: day(1), Due: day(10), Amount: 100},
		{ID: 2, Number: "B", On: day(2), Due: day(11), Amount: 100},
		{ID: 3, Number: "C", On: day(3), Due: day(12), Settled: day(20), Amount: 100}}
	money := func(amount int64, reference string) receivable.Document {
		return receivable.Document{ID: 9, Kind: receivable.Receipt, On: day(15), Amount: amount, Reference: reference}
	}
	tests := map[string]struct {
		on      int
		money   receivable.Document
		decided []receivable.Allocation
		open    [3]int64
		advance int64
	}{
		"to the earliest due":                          {16, money(150, ""), nil, [3]int64{0, 50, 100}, 0},
		"to the claim that it names":                   {16, money(150, "B"), nil, [3]int64{50, 0, 100}, 0},
		"to an unknown number, then in order":          {16, money(50, "X"), nil, [3]int64{50, 100, 100}, 0},
		"where somebody put it":                        {16, money(100, "B"), []receivable.Allocation{{From: 9, To: 1, Amount: 60}}, [3]int64{40, 60, 100}, 0},
		"no more than there is":                        {16, money(100, ""), []receivable.Allocation{{From: 9, To: 1, Amount: 500}}, [3]int64{0, 100, 100}, 0},
		"what is left over is an advance":              {16, money(350, ""), nil, [3]int64{0, 0, 0}, 50},
		"a claim that is said to be settled is closed": {20, money(0, ""), nil, [3]int64{100, 100, 0}, 0},
		"recorded money pays such a claim first":       {20, money(100, ""), nil, [3]int64{100, 100, 0}, 0},
		"before the day it has not come":               {14, money(100, ""), nil, [3]int64{100, 100, 100}, 0},
	}
	for name, test := range tests {
		s := receivable.AsOf(day(test.on), append(slices.Clone(claims), test.money), test.decided)
		for i, want := range test.open {
			if s.Items[i].Open != want {
				t.Errorf("%s: %s is open with %d, want %d", name, s.Items[i].Number, s.Items[i].Open, want)
			}
		}
		if s.Advance != test.advance {
			t.Errorf("%s: advance %d, want %d", name, s.Advance, test.advance)
		}
	}
}

func TestGraceStandsInTheBucketButIsNotOverdue(t *testing.T) {
	s := receivable.AsOf(kernel.On(2026, 1, 15), []receivable.Document{{ID: 1, On: kernel.On(2026, 1, 1), Due: kernel.On(2026, 1, 10), Amount: 7, Grace: 5}}, nil)
	if s.Ages[receivable.To30] != 7 || s.Overdue != 0 {
		t.Errorf("ages %v, overdue %d", s.Ages, s.Overdue)
	}
}

// M79 (e): an average of 6 days late comes of claims paid 12 days late and in time.
func TestLateness(t *testing.T) {
	all := []receivable.Document{
		{ID: 1, Number: "A", On: kernel.On(2026, 1, 1), Due: kernel.On(2026, 1, 10), Settled: kernel.On(2026, 1, 22), Amount: 5},
		{ID: 2, Number: "B", On: kernel.On(2026, 1, 1), Due: kernel.On(2026, 1, 10), Settled: kernel.On(2026, 1, 5), Amount: 500}}
	mean, claims := receivable.Late(receivable.AsOf(kernel.On(2026, 2, 1), all, nil).Items, kernel.On(2025, 2, 1), kernel.On(2026, 2, 1))
	if mean != 6 || claims != 2 {
		t.Errorf("%v days of %d claims", mean, claims)
	}
}

// draw is an account with all kinds of documents.
func draw(t *rapid.T) (all []receivable.Document, decided []receivable.Allocation) {
	numbers := rapid.SampledFrom([]string{"", "A", "B", "C", "D"})
	day := func(label string) kernel.Date {
		return kernel.FromOrdinal(20000 + rapid.Int32Range(0, 300).Draw(t, label))
	}
	for i := range rapid.IntRange(0, 12).Draw(t, "documents") {
		d := receivable.Document{ID: int64(i + 1), Kind: receivable.Kind(rapid.IntRange(0, 3).Draw(t, "kind")), Number: numbers.Draw(t, "number"),
			On: day("on"), Amount: rapid.Int64Range(1, 1000).Draw(t, "amount"), Reference: numbers.Draw(t, "reference"), Grace: rapid.IntRange(0, 9).Draw(t, "grace")}
		if d.Kind == receivable.Claim {
			d.Due = d.On.Add(rapid.IntRange(0, 90).Draw(t, "term"))
			if rapid.Bool().Draw(t, "said") {
				d.Settled = d.On.Add(rapid.IntRange(0, 99).Draw(t, "settled"))
			}
		}
		all = append(all, d)
	}
	for range rapid.IntRange(0, 4).Draw(t, "decisions") {
		decided = append(decided, receivable.Allocation{From: rapid.Int64Range(1, 12).Draw(t, "from"), To: rapid.Int64Range(1, 12).Draw(t, "to"), Amount: rapid.Int64Range(1, 2000).Draw(t, "part")})
	}
	return all, decided
}

func TestNothingIsLostAndNothingIsPaidTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, decided := draw(t)
		on := kernel.FromOrdinal(20000 + rapid.Int32Range(0, 400).Draw(t, "as of"))
		s := receivable.AsOf(on, all, decided)
		var ages, open, credits int64
		for _, amount := range s.Ages {
			ages += amount
		}
		for _, i := range s.Items {
			if open += i.Open; i.Open < 0 {
				t.Fatalf("more than all of %d was paid", i.ID)
			}
			if (i.Open == 0) != !i.Closed.IsZero() {
				t.Fatalf("%d is open with %d and closed on %s", i.ID, i.Open, i.Closed)
			}
		}
		if ages != s.Receivable || open != s.Receivable {
			t.Fatalf("ages %d, open %d, receivable %d", ages, open, s.Receivable)
		}
		used := map[int64]int64{}
		for _, p := range s.Paid {
			used[p.From] += p.Amount
		}
		for _, d := range all {
			if used[d.ID] > d.Amount {
				t.Fatalf("%d of %d were allocated", used[d.ID], d.Amount)
			}
			if d.Kind == receivable.Credit && d.On.Compare(on) <= 0 {
				credits += d.Amount
			}
		}
		if s.Claimed-s.Received-credits != s.Receivable-s.Advance { // refunds are in Received
			t.Fatalf("%d claimed − %d received − %d credited ≠ %d receivable − %d advance", s.Claimed, s.Received, credits, s.Receivable, s.Advance)
		}
		if s.Overdue > s.Receivable-s.Ages[receivable.NotDue] {
			t.Fatalf("%d overdue of %v", s.Overdue, s.Ages)
		}
	})
}

// Money that nobody allocates pays in the order of due dates: no claim is paid while
// an earlier one is open.
func TestMoneyFollowsDueDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, _ := draw(t)
		for i := range all {
			all[i].Reference, all[i].Settled = "", kernel.Date{}
		}
		s, open := receivable.AsOf(kernel.FromOrdinal(20400), all, nil), false
		for _, i := range s.Items {
			if open && i.Open < i.Amount {
				t.Fatalf("%d was paid while an earlier claim is open", i.ID)
			}
			open = open || i.Open > 0
		}
	})
}

// What somebody decided for an invoice pays its instalments one after the other.
func TestInstalmentsArePaidByHand(t *testing.T) {
	day := func(n int) kernel.Date { return kernel.On(2026, 1, n) }
	s := receivable.AsOf(day(20), []receivable.Document{
		{ID: 1, Number: "A", On: day(1), Due: day(2), Amount: 100}, // another invoice, due first
		{ID: 2, Number: "B", On: day(1), Due: day(10), Amount: 30},
		{ID: 2, Number: "B", On: day(1), Due: day(15), Amount: 70},
		{ID: 3, Kind: receivable.Receipt, On: day(5), Amount: 80},
	}, []receivable.Allocation{{From: 3, To: 2, Amount: 80}})
	if s.Items[0].Open != 100 || s.Items[1].Open != 0 || s.Items[2].Open != 20 {
		t.Errorf("left: %d %d %d", s.Items[0].Open, s.Items[1].Open, s.Items[2].Open)
	}
}
