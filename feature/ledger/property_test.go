package ledger

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// world is what a random sequence of verbs works on: accounts and a source of its own.
type world struct {
	*rapid.T
	stage    *apptest.Stage
	ctx      context.Context
	ledger   *Service
	accounts *account.Service
	source   string
	all      []kernel.ID // every account
	alive    []kernel.ID // those that are not merged away
	batches  []kernel.ID
	merges   []account.Merge
}

// TestWhateverHappensTheRollUpIsWhatTheLinesSay books, undoes, merges and parts
// at random, and sums the lines naively after each step.
func TestWhateverHappensTheRollUpIsWhatTheLinesSay(t *testing.T) {
	if err := flag.Set("rapid.checks", "25"); err != nil {
		t.Fatal(err)
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, _ := setUp(s, 0)
		ctx, n := s.As("director"), 0
		rapid.Check(s.T, func(r *rapid.T) {
			n++
			w := &world{T: r, stage: s, ctx: ctx, ledger: l, accounts: account.New(s.Kit), source: fmt.Sprint("erp", n)}
			w.open(3)
			r.Repeat(map[string]func(*rapid.T){
				"import": w.imports,
				"undo":   w.undo,
				"merge":  w.merge,
				"part":   w.part,
				"":       w.check,
			})
		})
	})
}

func (w *world) open(n int) {
	all := make([]account.Account, n)
	for i := range all {
		all[i] = account.Account{Code: fmt.Sprint(w.source, "-", i), Name: fmt.Sprint(w.source, i)}
	}
	w.must(w.accounts.Open(w.ctx, all...))
	for _, a := range all {
		w.all = append(w.all, a.ID)
	}
	w.alive = slices.Clone(w.all)
}

func (w *world) imports(t *rapid.T) {
	file := make([]Line, rapid.IntRange(1, 12).Draw(t, "lines"))
	tally := NewTally()
	for i := range file {
		file[i] = w.line(t)
		tally.Line(&file[i])
	}
	b, err := w.ledger.Begin(w.ctx, Batch{Source: w.source, Kind: Orders})
	w.must(err)
	foreseen, err := w.ledger.CompareLines(w.ctx, w.source, file)
	w.must(err)
	o, err := w.ledger.BookLines(w.ctx, b.ID, file)
	if w.must(err); o != foreseen.Outcome {
		t.Fatalf("booked %+v, foreseen %+v", o, foreseen.Outcome)
	}
	if rapid.Bool().Draw(t, "complete") {
		_, err = w.ledger.Reverse(w.ctx, b.ID, kernel.On(2026, 2, 1), kernel.On(2026, 2, 28), tally)
		w.must(err)
	}
	if rapid.IntRange(0, 5).Draw(t, "fate") == 0 {
		w.must(w.ledger.Cancel(w.ctx, b.ID))
		return
	}
	_, err = w.ledger.Publish(w.ctx, b.ID, o, nil)
	w.must(err)
	w.batches = append(w.batches, b.ID)
	again, err := w.ledger.CompareLines(w.ctx, w.source, file)
	if w.must(err); again.Outcome != (Outcome{Duplicates: int64(len(file))}) {
		t.Fatalf("the same file again: %+v", again.Outcome)
	}
}

func (w *world) line(t *rapid.T) Line {
	quantity := rapid.Int64Range(-2, 4).Draw(t, "quantity")
	l := Line{
		Account:  rapid.SampledFrom(w.alive).Draw(t, "account"),
		Order:    rapid.SampledFrom([]string{"", "S1", "S2", "S3"}).Draw(t, "order"),
		Product:  rapid.SampledFrom([]string{"P1", "P2"}).Draw(t, "product"),
		On:       kernel.On(2026, 1, 1).Add(rapid.IntRange(0, 119).Draw(t, "day")),
		Quantity: kernel.Whole(quantity), Price: kernel.Whole(rapid.Int64Range(0, 2).Draw(t, "price")),
	}
	if rapid.Bool().Draw(t, "numbered") {
		l.Number = rapid.SampledFrom([]string{"10", "20"}).Draw(t, "number")
	}
	l.Amount = quantity * l.Price.Micro() / 10_000
	if l.Costed = rapid.Bool().Draw(t, "costed"); l.Costed {
		l.Cost = quantity * 50
	}
	return l
}

func (w *world) undo(t *rapid.T) {
	if len(w.batches) == 0 {
		t.Skip("nothing to undo")
	}
	i := rapid.IntRange(0, len(w.batches)-1).Draw(t, "batch")
	b, err := w.ledger.Undo(w.ctx, w.batches[i])
	switch {
	case key(err) == "ledger.changed_later":
		if b, err = w.ledger.Batch(w.ctx, w.batches[i]); err != nil || b.State != Live {
			t.Fatalf("after a refused undo: %+v, %v", b, err)
		}
	case err != nil || b.State != Undone:
		t.Fatalf("undo: %+v, %v", b, err)
	default:
		w.batches = slices.Delete(w.batches, i, i+1)
	}
}

func (w *world) merge(t *rapid.T) {
	if len(w.alive) < 2 {
		t.Skip("nobody to merge")
	}
	i := rapid.IntRange(1, len(w.alive)-1).Draw(t, "from")
	m, err := w.accounts.Merge(w.ctx, w.alive[i], w.alive[0], nil)
	w.must(err)
	w.alive, w.merges = slices.Delete(w.alive, i, i+1), append(w.merges, m)
}

func (w *world) part(t *rapid.T) {
	if len(w.merges) == 0 {
		t.Skip("nothing to part")
	}
	m := w.merges[len(w.merges)-1]
	w.must(w.accounts.Part(w.ctx, m.ID))
	w.alive, w.merges = append(w.alive, m.From), w.merges[:len(w.merges)-1]
}

func (w *world) check(t *rapid.T) {
	lines := w.lines()
	want := map[monthKey]Edge{}
	for id, own := range lines {
		for _, l := range own {
			m := MonthOf(l.On)
			want[monthKey{id, m}] = naive(own, m.Day(1), m.Last())
		}
	}
	got := map[monthKey]Edge{}
	w.must(w.ledger.db.Read(w.ctx, func(tx *db.Tx) error {
		return w.ledger.Months(tx, 0, func(m *AccountMonth) error {
			if m.Lines > 0 && slices.Contains(w.all, m.Account) {
				got[monthKey{m.Account, m.Month}] = m.whole()
			}
			return nil
		})
	}))
	if !maps.Equal(got, want) {
		t.Fatalf("roll-up %v\nlines %v", got, want)
	}
	from := kernel.On(2026, 1, 1).Add(rapid.IntRange(-40, 120).Draw(t, "from"))
	to := from.Add(rapid.IntRange(0, 200).Draw(t, "days"))
	for _, id := range w.all {
		w.window(t, id, lines[id], span{from, to})
	}
	w.edges(t, lines, from)
}

// window compares a window over the roll-up and its edges with one over the lines.
func (w *world) window(t *rapid.T, id kernel.ID, lines []Line, over span) {
	var got Edge
	w.must(w.ledger.db.Snapshot(w.ctx, func(tx *db.Tx) error {
		now, err := findState(tx)
		if err != nil {
			return err
		}
		h, err := historyOf(tx, id, now.Revision, nil, over)
		got = h.in(over)
		return err
	}))
	if want := naive(lines, over.from, over.to); got != want {
		t.Fatalf("window %v–%v: %+v, lines %+v", over.from, over.to, got, want)
	}
}

// edges compares all accounts' sums of a part of a month.
func (w *world) edges(t *rapid.T, lines map[kernel.ID][]Line, from kernel.Date) {
	to := MonthOf(from).Last()
	to = to.Add(-rapid.IntRange(0, to.Days(from)).Draw(t, "short"))
	var edges []Edge
	w.must(w.ledger.db.Snapshot(w.ctx, func(tx *db.Tx) (err error) {
		edges, err = w.ledger.Edges(tx, from, to)
		return err
	}))
	got := map[kernel.ID]Edge{}
	for _, e := range edges {
		got[e.Account] = e
	}
	for _, id := range w.all {
		want := naive(lines[id], from, to)
		if want.Lines > 0 || want.Orders > 0 {
			want.Account = id
		}
		if got[id] != want {
			t.Fatalf("edge %v–%v: %+v, lines %+v", from, to, got[id], want)
		}
	}
}

// lines are those that count, read without the ledger's own conditions.
func (w *world) lines() map[kernel.ID][]Line {
	all := map[kernel.ID][]Line{}
	for _, id := range w.all {
		w.must(w.ledger.db.Read(asSystem(w.ctx), func(tx *db.Tx) error {
			rows, err := lines.of(tx, id)
			for _, h := range rows {
				if b, _ := findBatch(tx, h.batch); h.ended.IsZero() && b.State == Live {
					all[id] = append(all[id], h.row)
				}
			}
			return err
		}))
	}
	return all
}

// naive sums lines the way the specification words it, one order after the other.
func naive(lines []Line, from, to kernel.Date) (e Edge) {
	within := func(d kernel.Date) bool { return from.Compare(d) <= 0 && d.Compare(to) <= 0 }
	orders := map[string][]Line{}
	for _, l := range lines {
		name := l.Order
		if name == "" {
			name = l.On.String()
		}
		orders[name] = append(orders[name], l)
		if !within(l.On) {
			continue
		}
		e.Lines++
		if !l.Costed {
			e.Uncosted++
		}
		if l.Quantity.Sign() > 0 && l.Price.Sign() > 0 {
			e.Sales, e.Cost = e.Sales+l.Amount, e.Cost+l.Cost
		} else {
			e.Returns, e.ReturnsCost = e.Returns+l.Amount, e.ReturnsCost+l.Cost
		}
	}
	for _, own := range orders {
		first := slices.MinFunc(own, func(a, b Line) int { return a.On.Compare(b.On) }).On
		if within(first) && slices.ContainsFunc(own, func(l Line) bool { return l.Positive() }) {
			e.order(first)
		}
	}
	return e
}

func (w *world) must(err error) {
	if err != nil {
		w.Fatal(err)
	}
}
