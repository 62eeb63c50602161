package ledger

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{account.Feature, Feature}

// setUp returns the service and n accounts of the rep's.
func setUp(s *apptest.Stage, n int) (*Service, []kernel.ID) {
	accounts := account.New(s.Kit)
	all, ids := make([]account.Account, n), make([]kernel.ID, n)
	for i := range all {
		all[i] = account.Account{Code: fmt.Sprint("C", i), Name: fmt.Sprint("华为", i)}
	}
	if err := accounts.Open(s.As("rep"), all...); err != nil {
		s.Fatal(err)
	}
	for i := range all {
		ids[i] = all[i].ID
	}
	return New(s.Kit), ids
}

// line is an order line of 10 yuan apiece.
func line(account kernel.ID, order, product, on string, quantity int64) Line {
	var day kernel.Date
	_ = day.UnmarshalText([]byte(on))
	return Line{Account: account, Order: order, Product: product, On: day, Quantity: kernel.Whole(quantity),
		Price: kernel.Whole(10), Amount: quantity * 1000}
}

// imports books lines as one file and publishes it.
func imports(s *apptest.Stage, l *Service, lines ...Line) (Batch, Outcome) {
	s.Helper()
	ctx := s.As("director")
	b, err := l.Begin(ctx, Batch{Source: "erp", Kind: Orders, File: "orders.csv"})
	must(s, err)
	tally := NewTally()
	for i := range lines {
		tally.Line(&lines[i])
	}
	o, err := l.BookLines(ctx, b.ID, lines)
	must(s, err)
	b, err = l.Publish(ctx, b.ID, o, nil)
	must(s, err)
	return b, o
}

// months is the visible roll-up by account and month.
func months(s *apptest.Stage, l *Service) map[monthKey]Sums {
	s.Helper()
	all := map[monthKey]Sums{}
	must(s, l.db.Read(s.As("director"), func(tx *db.Tx) error {
		return l.Months(tx, 0, func(m *AccountMonth) error {
			if m.Lines > 0 {
				all[monthKey{m.Account, m.Month}] = m.Sums
			}
			return nil
		})
	}))
	return all
}

// sound fails when the roll-up is not what the lines say.
func sound(s *apptest.Stage, l *Service) {
	s.Helper()
	wrong, err := l.Check(s.As("director"), 10)
	must(s, err)
	for _, w := range wrong {
		s.Errorf("%v %v: roll-up %+v, lines %+v", w.Account, w.Month, w.Kept, w.Lines)
	}
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func TestTheSameFileAgain(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 2)
		file := func() []Line {
			return []Line{
				line(ids[0], "S1", "P1", "2026-05-30", 3),
				line(ids[0], "S1", "P1", "2026-05-30", 3), // truly twice
				line(ids[0], "S2", "P1", "2026-06-02", -1),
				line(ids[1], "S3", "P2", "2026-06-03", 5),
			}
		}
		if _, o := imports(s, l, file()...); o != (Outcome{Inserted: 4}) {
			s.Errorf("first: %+v", o)
		}
		want := months(s, l)
		may := want[monthKey{ids[0], MonthOf(kernel.On(2026, 5, 1))}]
		june := want[monthKey{ids[0], MonthOf(kernel.On(2026, 6, 1))}]
		if may != (Sums{Sales: 6000, Lines: 2, Orders: 1, Uncosted: 2}) || june != (Sums{Returns: -1000, Lines: 1, Uncosted: 1}) {
			s.Errorf("May %+v, June %+v", may, june)
		}
		if _, o := imports(s, l, file()...); o != (Outcome{Duplicates: 4}) {
			s.Errorf("again: %+v", o)
		}
		changed := file()
		changed[3] = line(ids[1], "S3", "P2", "2026-06-03", 6)
		before, err := l.CompareLines(s.As("director"), "erp", tallied(changed))
		must(s, err)
		if len(before.Some) != 1 || before.Some[0].Row != 3 || before.Some[0].Was == nil || before.Some[0].Was.Quantity != file()[3].Quantity {
			s.Errorf("foreseen changes: %+v", before.Some)
		}
		b, o := imports(s, l, changed...)
		if o != (Outcome{Updated: 1, Duplicates: 3}) || o != before.Outcome {
			s.Errorf("one quantity changed: %+v, foreseen %+v", o, before.Outcome)
		}
		must(s, l.db.Read(s.As("director"), func(tx *db.Tx) error {
			if n, err := countTouched(tx, b.ID); n != 1 || err != nil {
				s.Errorf("it touched %d accounts, %v", n, err)
			}
			return nil
		}))
		sound(s, l)
		if got := months(s, l)[monthKey{ids[1], MonthOf(kernel.On(2026, 6, 1))}].Sales; got != 6000 {
			s.Errorf("after the change: %d", got)
		}
		b, err = l.Undo(s.As("director"), b.ID)
		must(s, err)
		if got := months(s, l); fmt.Sprint(got) != fmt.Sprint(want) || b.State != Undone {
			s.Errorf("after undo: %v, want %v, state %s", got, want, b.State)
		}
		sound(s, l)
	})
}

func tallied(lines []Line) []Line {
	t := NewTally()
	for i := range lines {
		t.Line(&lines[i])
	}
	return lines
}

func TestNothingCountsBeforeItIsPublished(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		ctx := s.As("director")
		imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3))
		b, err := l.Begin(ctx, Batch{Source: "erp", Kind: Orders, File: "june.csv"})
		must(s, err)
		o, err := l.BookLines(ctx, b.ID, []Line{line(ids[0], "S1", "P1", "2026-05-30", 4), line(ids[0], "S2", "P1", "2026-06-01", 1)})
		must(s, err)
		again, err := l.BookLines(ctx, b.ID, []Line{line(ids[0], "S1", "P1", "2026-05-30", 4), line(ids[0], "S2", "P1", "2026-06-01", 1)})
		if must(s, err); o != again || o != (Outcome{Inserted: 1, Updated: 1}) {
			s.Errorf("booked %+v, after a crash %+v", o, again)
		}
		sum, err := l.Summary(ctx, ids[0], kernel.On(2026, 6, 30), 12)
		if must(s, err); sum.Net != 3000 || sum.LastOn != kernel.On(2026, 5, 30) {
			s.Errorf("while booking: %+v", sum)
		}
		_, err = l.Begin(ctx, Batch{Source: "erp", Kind: Orders})
		if key(err) != "ledger.source_busy" {
			s.Errorf("a second batch of the source: %v", err)
		}
		must(s, l.Cancel(ctx, b.ID))
		page, err := l.Lines(ctx, Query{Account: ids[0], Limit: 10})
		if must(s, err); len(page.Rows) != 1 || page.Rows[0].Amount != 3000 {
			s.Errorf("after the cancel: %+v", page.Rows)
		}
		sound(s, l)
	})
}

func TestUndoIsRefusedWhenALaterFileChangedItsRows(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		first, _ := imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3))
		second, _ := imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 4))
		if _, err := l.Undo(s.As("director"), first.ID); key(err) != "ledger.changed_later" {
			s.Errorf("undo of the first: %v", err)
		}
		_, err := l.Undo(s.As("director"), second.ID)
		must(s, err)
		_, err = l.Undo(s.As("director"), first.ID)
		must(s, err)
		if got := months(s, l); len(got) != 0 {
			s.Errorf("after all: %v", got)
		}
	})
}

func TestAFileThatDeliversCompleteMonths(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3), line(ids[0], "S2", "P1", "2026-06-01", 1), line(ids[0], "S2", "P1", "2026-06-01", 1))
		ctx, file, tally := s.As("director"), []Line{line(ids[0], "S2", "P1", "2026-06-01", 1)}, NewTally()
		tally.Line(&file[0])
		from, to := kernel.On(2026, 6, 1), kernel.On(2026, 6, 30)
		gap, err := l.Lacks(ctx, "erp", from, to, tally)
		if must(s, err); gap != (Gap{Lines: 1, Minor: 1000, Known: 2}) {
			s.Errorf("foreseen: %+v", gap)
		}
		b, err := l.Begin(ctx, Batch{Source: "erp", Kind: Orders})
		must(s, err)
		o, err := l.BookLines(ctx, b.ID, file)
		must(s, err)
		_, err = l.Reverse(ctx, b.ID, from, to, tally)
		must(s, err)
		b, err = l.Publish(ctx, b.ID, o, nil)
		must(s, err)
		june := monthKey{ids[0], MonthOf(from)}
		if got := months(s, l)[june]; got.Sales != 1000 || b.Reversed != 1 {
			s.Errorf("June %+v, reversed %d", got, b.Reversed)
		}
		_, err = l.Undo(ctx, b.ID)
		if must(s, err); months(s, l)[june].Sales != 2000 {
			s.Errorf("undone: %+v", months(s, l)[june])
		}
		sound(s, l)
	})
}

func TestRowsOfOthersAccountsDoNotExist(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3))
		for role, want := range map[string]string{"other": "db.missing", "rep": "<nil>", "manager": "<nil>"} {
			calls := map[string]func(context.Context) error{
				"lines":    func(ctx context.Context) error { _, err := l.Lines(ctx, Query{Account: ids[0], Limit: 1}); return err },
				"summary":  func(ctx context.Context) error { _, err := l.Summary(ctx, ids[0], kernel.Date{}, 12); return err },
				"invoices": func(ctx context.Context) error { _, err := l.Invoices(ctx, ids[0], "", 1); return err },
			}
			for name, call := range calls {
				if got := key(call(s.As(role))); got != want {
					s.Errorf("%s reads %s: %s, want %s", role, name, got, want)
				}
			}
		}
	})
}
