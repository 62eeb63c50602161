package ledger

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/event"
)

func TestPublishingThatWasStoppedStartsAgain(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 3)
		ctx, stop := s.As("director"), errors.New("stop")
		imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3))
		b, err := l.Begin(ctx, Batch{Source: "erp", Kind: Orders})
		must(s, err)
		o, err := l.BookLines(ctx, b.ID, []Line{line(ids[0], "S2", "P1", "2026-06-01", 1), line(ids[1], "S3", "P1", "2026-06-01", 2)})
		must(s, err)
		_, err = l.Publish(ctx, b.ID, o, func(done, total int64) error {
			if done != 2 || total != 2 {
				s.Errorf("progress %d of %d", done, total)
			}
			return stop
		})
		if !errors.Is(err, stop) || len(months(s, l)) != 1 {
			s.Errorf("stopped: %v, %v", err, months(s, l))
		}
		_, err = l.Publish(ctx, b.ID, o, nil)
		if must(s, err); len(months(s, l)) != 3 {
			s.Errorf("published: %v", months(s, l))
		}
		sound(s, l)
	})
}

// A process that dies leaves its turn, and rows of a revision nobody saw.
func TestAPublisherThatDiedIsReplaced(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 2)
		ctx := s.As("director")
		dead, err := l.Begin(ctx, Batch{Source: "other", Kind: Orders})
		must(s, err)
		_, err = l.BookLines(ctx, dead.ID, []Line{line(ids[0], "X1", "P1", "2026-05-30", 99)})
		must(s, err)
		dead, revision, err := l.lead(ctx, dead.ID, func(b *Batch) error { b.State = Publishing; return nil })
		must(s, err)
		must(s, l.derive(ctx, dead, revision, hide, nil))
		s.Exec(`UPDATE ledger_state SET beat_at = ?`, time.Now().Add(-2*abandoned).UnixMicro())
		imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3), line(ids[1], "S2", "P1", "2026-05-30", 1))
		if got := months(s, l)[monthKey{ids[0], MonthOf(kernel.On(2026, 5, 1))}].Sales; got != 3000 {
			s.Errorf("sales %d, want 3000: what the dead one derived is visible", got)
		}
		if _, err := l.turn(ctx, dead.ID, revision, func(*Batch) string { return "batch.published" }); key(err) != "ledger.publishing" {
			s.Errorf("the dead one comes back: %v", err)
		}
		_, err = l.Publish(ctx, dead.ID, Outcome{Inserted: 1}, nil)
		must(s, err)
		sound(s, l)
	})
}

func TestABatchCancelledWhileItIsPublishedNeverCounts(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		ctx := s.As("director")
		b, err := l.Begin(ctx, Batch{Source: "erp", Kind: Orders})
		must(s, err)
		rows := []Line{line(ids[0], "S1", "P1", "2026-05-30", 3)}
		o, err := l.BookLines(ctx, b.ID, rows)
		must(s, err)
		_, err = l.Publish(ctx, b.ID, o, func(int64, int64) error { return l.Cancel(ctx, b.ID) })
		if key(err) != "ledger.publishing" {
			s.Errorf("publish: %v", err)
		}
		if _, err := l.BookLines(ctx, b.ID, rows); key(err) != "ledger.not_booking" {
			s.Errorf("book afterwards: %v", err)
		}
		if b, err = l.Batch(ctx, b.ID); err != nil || b.State != Cancelled || len(months(s, l)) != 0 {
			s.Errorf("%+v, %v, %v", b, err, months(s, l))
		}
		sound(s, l)
	})
}

func TestManyPublishAtOnce(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		ctx := s.As("director")
		var seen sync.Map
		event.On(s.Kit.Events, func(_ *db.Tx, e Published) error { seen.Store(e.Revision, e.Batch); return nil })
		var all sync.WaitGroup
		for i := range 4 {
			all.Go(func() {
				b, err := l.Begin(ctx, Batch{Source: fmt.Sprint("erp", i), Kind: Orders})
				if err != nil {
					s.Error(err)
					return
				}
				o, err := l.BookLines(ctx, b.ID, []Line{line(ids[0], fmt.Sprint("S", i), "P1", "2026-05-30", 1)})
				if err == nil {
					_, err = l.Publish(ctx, b.ID, o, nil)
				}
				if err != nil {
					s.Error(err)
				}
			})
		}
		all.Wait()
		if got := months(s, l)[monthKey{ids[0], MonthOf(kernel.On(2026, 5, 1))}]; got.Sales != 4000 || got.Orders != 4 {
			s.Errorf("%+v", got)
		}
		for revision := range int64(4) {
			if _, ok := seen.Load(revision + 1); !ok {
				s.Errorf("nobody heard of revision %d", revision+1)
			}
		}
	})
}

func TestMergingIsRefusedWhileAnImportIsAtWork(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 2)
		ctx := s.As("director")
		b, err := l.Begin(ctx, Batch{Source: "erp", Kind: Orders})
		must(s, err)
		_, err = l.BookLines(ctx, b.ID, []Line{line(ids[0], "S1", "P1", "2026-05-30", 3)})
		must(s, err)
		if _, err = account.New(s.Kit).Merge(ctx, ids[0], ids[1], nil); key(err) != "ledger.publishing" {
			s.Errorf("merge: %v", err)
		}
		must(s, l.Cancel(ctx, b.ID))
		_, err = account.New(s.Kit).Merge(ctx, ids[0], ids[1], nil)
		must(s, err)
	})
}

// Both accounts of a merge may have the same order number; none gets lost, and
// parting gives each its own back.
func TestMergedAccountsWithTheSameOrder(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 2)
		ctx, accounts := s.As("director"), account.New(s.Kit)
		imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3), line(ids[1], "S1", "P1", "2026-05-30", 4))
		before := months(s, l)
		m, err := accounts.Merge(ctx, ids[1], ids[0], nil)
		must(s, err)
		got := months(s, l)
		if may := got[monthKey{ids[0], MonthOf(kernel.On(2026, 5, 1))}]; len(got) != 1 || may.Sales != 7000 || may.Lines != 2 {
			s.Errorf("merged: %v", got)
		}
		must(s, accounts.Part(ctx, m.ID))
		if got := months(s, l); fmt.Sprint(got) != fmt.Sprint(before) {
			s.Errorf("parted: %v, want %v", got, before)
		}
		if _, o := imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3), line(ids[1], "S1", "P1", "2026-05-30", 4)); o.Duplicates != 2 {
			s.Errorf("the same file after parting: %+v", o)
		}
	})
}

func TestUndoIsRefusedAfterADay(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		b, _ := imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3))
		s.Exec(`UPDATE batches SET published_at = ?`, time.Now().Add(-25*time.Hour).UnixMicro())
		if _, err := l.Undo(s.As("director"), b.ID); key(err) != "ledger.too_late" {
			s.Errorf("undo: %v", err)
		}
	})
}

func TestTheDoctorFindsARollUpThatIsWrong(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		imports(s, l, line(ids[0], "S1", "P1", "2026-05-30", 3))
		must(s, l.Sound(s.As("director")))
		s.Exec(`UPDATE account_months SET sales = sales + 1`)
		if err := l.Sound(s.As("director")); key(err) != "ledger.unsound" {
			s.Errorf("a roll-up that was tampered with: %v", err)
		}
		s.Exec(`DELETE FROM account_months`)
		if err := l.Sound(s.As("director")); key(err) != "ledger.unsound" {
			s.Errorf("a roll-up that is gone: %v", err)
		}
	})
}
