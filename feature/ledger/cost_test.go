package ledger

import (
	"flag"
	"fmt"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

func TestAnEntryOfCostSaysWhatCanHaveBeen(t *testing.T) {
	today, day := kernel.On(2026, 6, 30), kernel.On(2026, 6, 1)
	tests := map[string]struct {
		entry Cost
		want  string
	}{
		"two hours of visiting":          {Cost{On: day, Kind: Visit, Hours: kernel.Whole(2)}, "<nil>"},
		"freight of today":               {Cost{On: today, Kind: Freight, Amount: 5_00}, "<nil>"},
		"a rebate taken back":            {Cost{On: day, Kind: Rebate, Amount: -5_00}, "<nil>"},
		"hours of a technician":          {Cost{On: day, Kind: Serving, Person: "technical", Hours: kernel.Whole(1)}, "<nil>"},
		"a kind that nobody knows":       {Cost{On: day, Kind: "bribe", Amount: 1}, "ledger.cost_kind_unknown"},
		"a person of no class":           {Cost{On: day, Kind: Visit, Person: "cook", Hours: kernel.Whole(1)}, "ledger.cost_person_unknown"},
		"negative hours":                 {Cost{On: day, Kind: Visit, Hours: kernel.Whole(-1)}, "ledger.cost_hours_negative"},
		"neither hours nor money":        {Cost{On: day, Kind: Visit}, "ledger.cost_empty"},
		"a day that has not come so far": {Cost{On: today.Add(1), Kind: Freight, Amount: 1}, "ledger.cost_future"},
	}
	for name, test := range tests {
		if got := key(test.entry.Check(today)); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// TestWhateverHappensTheCostsOfAMonthAreItsEntries books, undoes, merges and
// parts at random, and sums the entries naively after each step.
func TestWhateverHappensTheCostsOfAMonthAreItsEntries(t *testing.T) {
	if err := flag.Set("rapid.checks", "25"); err != nil {
		t.Fatal(err)
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, _ := setUp(s, 0)
		ctx, n := s.As("director"), 0
		rapid.Check(s.T, func(r *rapid.T) {
			n++
			w := &world{T: r, stage: s, ctx: ctx, ledger: l, accounts: account.New(s.Kit), source: fmt.Sprint("crm", n)}
			w.open(3)
			r.Repeat(map[string]func(*rapid.T){
				"import": w.spends,
				"undo":   w.undo,
				"merge":  w.merge,
				"part":   w.part,
				"":       w.checkCosts,
			})
		})
	})
}

func (w *world) spends(t *rapid.T) {
	file := make([]Cost, rapid.IntRange(1, 8).Draw(t, "entries"))
	tally := NewTally()
	for i := range file {
		file[i] = w.entry(t)
		tally.Cost(&file[i])
	}
	b, err := w.ledger.Begin(w.ctx, Batch{Source: w.source, Kind: Costs})
	w.must(err)
	foreseen, err := w.ledger.CompareCosts(w.ctx, w.source, file)
	w.must(err)
	o, err := w.ledger.BookCosts(w.ctx, b.ID, file)
	if w.must(err); o != foreseen.Outcome {
		t.Fatalf("booked %+v, foreseen %+v", o, foreseen.Outcome)
	}
	if rapid.IntRange(0, 5).Draw(t, "fate") == 0 {
		w.must(w.ledger.Cancel(w.ctx, b.ID))
		return
	}
	_, err = w.ledger.Publish(w.ctx, b.ID, o, nil)
	w.must(err)
	w.batches = append(w.batches, b.ID)
	again, err := w.ledger.CompareCosts(w.ctx, w.source, file)
	if w.must(err); again.Outcome != (Outcome{Duplicates: int64(len(file))}) {
		t.Fatalf("the same file again: %+v", again.Outcome)
	}
}

func (w *world) entry(t *rapid.T) Cost {
	return Cost{
		Account: rapid.SampledFrom(w.alive).Draw(t, "account"),
		Number:  rapid.SampledFrom([]string{"", "C1", "C2", "C3"}).Draw(t, "number"),
		On:      kernel.On(2026, 1, 1).Add(rapid.IntRange(0, 89).Draw(t, "day")),
		Kind:    rapid.SampledFrom(CostKinds).Draw(t, "kind"),
		Person:  rapid.SampledFrom([]string{"", "sales", "technical"}).Draw(t, "person"),
		Hours:   kernel.Micro(rapid.Int64Range(0, 3).Draw(t, "hours") * 500_000),
		Amount:  rapid.Int64Range(-2, 5).Draw(t, "amount") * 100,
	}
}

type costKey struct {
	account      kernel.ID
	month        Month
	kind, person string
}

func (w *world) checkCosts(t *rapid.T) {
	want, got := map[costKey]CostMonth{}, map[costKey]CostMonth{}
	for _, id := range w.all {
		w.must(w.ledger.db.Read(asSystem(w.ctx), func(tx *db.Tx) error {
			rows, err := costs.of(tx, id)
			for _, h := range rows {
				if b, _ := findBatch(tx, h.batch); h.ended.IsZero() && b.State == Live {
					k := costKey{id, MonthOf(h.row.On), h.row.Kind, h.row.Person}
					m := want[k]
					m.Hours, m.Amount, m.Entries = kernel.Micro(m.Hours.Micro()+h.row.Hours.Micro()), m.Amount+h.row.Amount, m.Entries+1
					want[k] = m
				}
			}
			return err
		}))
	}
	mine := map[kernel.ID]bool{}
	for _, id := range w.all {
		mine[id] = true
	}
	w.must(w.ledger.db.Read(w.ctx, func(tx *db.Tx) error {
		return w.ledger.CostMonths(tx, 0, func(m *CostMonth) error {
			if m.Entries > 0 && mine[m.Account] {
				got[costKey{m.Account, m.Month, m.Kind, m.Person}] = CostMonth{Hours: m.Hours, Amount: m.Amount, Entries: m.Entries}
			}
			return nil
		})
	}))
	if !maps.Equal(got, want) {
		t.Fatalf("roll-up %v\nentries %v", got, want)
	}
	w.must(w.ledger.soundCosts(w.ctx))
}

func TestARollUpThatIsNotItsEntriesIsFound(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, all := setUp(s, 1)
		ctx := s.As("director")
		b, err := l.Begin(ctx, Batch{Source: "crm", Kind: Costs})
		if err != nil {
			s.Fatal(err)
		}
		o, err := l.BookCosts(ctx, b.ID, []Cost{{Account: all[0], Number: "1", On: kernel.On(2026, 3, 1), Kind: Freight, Amount: 100}})
		if err == nil {
			_, err = l.Publish(ctx, b.ID, o, nil)
		}
		if err != nil || l.Sound(ctx) != nil {
			s.Fatal(err, l.Sound(ctx))
		}
		s.Exec(`UPDATE cost_months SET amount = 101`)
		if got := key(l.Sound(ctx)); got != "ledger.costs_unsound" {
			s.Errorf("found %q", got)
		}
	})
}
