package receivable_test

import (
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/receivable"
	"erba/kernel"
)

// On every day the stretches that are out sum to what a look at the day itself finds,
// where money only comes when something is owed; and they never sum to more than was
// invoiced or less than nothing.
func TestStretchesSumToWhatWasOwedOnEachDay(t *testing.T) {
	start := kernel.On(2026, 1, 1)
	rapid.Check(t, func(r *rapid.T) {
		var all []receivable.Document
		day, owed := 0, int64(0)
		for id := int64(1); id <= int64(rapid.IntRange(1, 12).Draw(r, "papers")); id++ {
			day += rapid.IntRange(0, 20).Draw(r, "later")
			d := receivable.Document{ID: id, Number: string(rune('A' + id)), On: start.Add(day), Amount: rapid.Int64Range(1, 1000).Draw(r, "amount")}
			if owed > 0 && rapid.Bool().Draw(r, "pays") {
				d.Kind, d.Amount = receivable.Receipt, min(d.Amount, owed)
				owed -= d.Amount
			} else {
				d.Due, d.Grace = d.On.Add(30), rapid.IntRange(0, 5).Draw(r, "grace")
				owed += d.Amount
			}
			all = append(all, d)
		}
		end := start.Add(day + 60)
		parts := receivable.AsOf(end, all, nil).Stretches()
		for on := start; on.Compare(end) <= 0; on = on.Add(1) {
			then := receivable.AsOf(on, all, nil)
			out, late := int64(0), int64(0)
			for _, p := range parts {
				if p.Issued > on.Ordinal() || p.Settled != 0 && p.Settled <= on.Ordinal() {
					continue
				}
				out += p.Amount
				if p.Due != 0 && p.Due < on.Ordinal() {
					late += p.Amount
				}
			}
			if out != then.Receivable || late != then.Overdue {
				r.Fatalf("on %s %d are out and %d of them late, the day itself says %d and %d", on, out, late, then.Receivable, then.Overdue)
			}
		}
	})
}

// Instalments of one invoice are paid one after the other, each on its own days.
func TestInstalmentsAreStretchesOfTheirOwn(t *testing.T) {
	day := kernel.On(2026, 3, 1)
	all := []receivable.Document{
		{ID: 1, Number: "R", On: day, Due: day, Amount: 30}, {ID: 1, Number: "R", On: day, Due: day.Add(30), Amount: 60},
		{ID: 2, Kind: receivable.Receipt, On: day.Add(5), Amount: 50},
		{ID: 3, Kind: receivable.Receipt, On: day.Add(9), Amount: 10},
	}
	n := day.Ordinal()
	want := []receivable.Stretch{{n, n, n + 5, 30}, {n, n + 30, n + 5, 20}, {n, n + 30, n + 9, 10}, {n, n + 30, 0, 30}}
	got := receivable.AsOf(day.Add(60), all, []receivable.Allocation{{From: 2, To: 1, Amount: 50}}).Stretches()
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%d: %+v, want %+v", i, got[i], want[i])
		}
	}
}
