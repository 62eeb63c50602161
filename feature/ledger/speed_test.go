package ledger

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

const (
	manyLines    = 1_000_000
	manyAccounts = 100_000
)

// TestSpeed books and publishes a million lines beside the bare driver, which
// writes the same rows into the same table in account order: make bench.
func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		all := million(ids[0])
		ctx, begin := s.As("director"), time.Now()
		longest := waiting(s, ctx)
		b, err := l.Begin(ctx, Batch{Source: "erp", Kind: Orders})
		must(s, err)
		var o Outcome
		tally := NewTally()
		for some := range slices.Chunk(all, 100_000) { // as importing hands them over
			for i := range some {
				tally.Line(&some[i])
			}
			more, err := l.BookLines(ctx, b.ID, some)
			must(s, err)
			o = o.Plus(more)
		}
		booked := time.Since(begin)
		_, err = l.Publish(ctx, b.ID, o, nil)
		must(s, err)
		whole := time.Since(begin)
		wait := longest()
		s.Logf("book %d lines %v, derive and publish %v, whole %v", o.Inserted,
			booked.Round(time.Millisecond), (whole - booked).Round(time.Millisecond), whole.Round(time.Millisecond))
		apptest.Speed{Work: s.Name() + ": other writers wait at most", Figure: wait.String(), Limit: "≤ 300 ms", Met: wait <= 300*time.Millisecond}.Report(s.T)
		begin = time.Now()
		n := 0
		must(s, s.DB.Read(ctx, func(tx *db.Tx) error { return l.Months(tx, 0, func(*AccountMonth) error { n++; return nil }) }))
		s.Logf("stream %d account-months %v", n, time.Since(begin).Round(time.Millisecond))
		begin = time.Now()
		must(s, s.DB.Snapshot(ctx, func(tx *db.Tx) error {
			_, err := l.Edges(tx, kernel.On(2025, 6, 11), kernel.On(2025, 6, 30))
			return err
		}))
		s.Logf("edge of a window %v", time.Since(begin).Round(time.Millisecond))
		begin, n = time.Now(), 0
		must(s, s.DB.Snapshot(ctx, func(tx *db.Tx) error {
			_, err := l.Traded(tx, 0, MonthOf(kernel.On(2025, 6, 1)), func(*Traded) error { n++; return nil })
			return err
		}))
		traded := time.Since(begin)
		apptest.Speed{Work: s.Name() + ": what every account bought of each product in two years, of 1,000,000 lines", Figure: traded.Round(time.Millisecond).String(),
			Limit: "< 10 s", Met: n > 0 && traded < 10*time.Second}.Report(s.T)
		page := apptest.Median(21, func() {
			_, err := l.Summary(ctx, ids[0], kernel.On(2025, 6, 11), 12)
			must(s, err)
		})
		apptest.Speed{Work: s.Name() + ": account page of the largest account", Figure: page.String(), Limit: "p50 < 10 ms", Met: page < 10*time.Millisecond}.Report(s.T)
		begin = time.Now()
		again, err := l.CompareLines(ctx, "erp", all[:100_000])
		must(s, err)
		s.Logf("compare %d known lines %v", again.Duplicates, time.Since(begin).Round(time.Millisecond))
		if s.Name() == "TestSpeed/sqlite" {
			best := bare(s, all)
			apptest.Speed{Work: "book and publish 1,000,000 order lines", Figure: whole.Round(time.Millisecond).String(),
				Reference: "bare driver, best of 1, 5, 10, 25 rows a statement: " + best.Round(time.Millisecond).String(),
				Ratio:     float64(whole) / float64(best), Most: 2}.Report(s.T)
		}
	})
}

// million is three years of a supplier with many customers, day after day, the
// first of which is the largest.
func million(first kernel.ID) []Line {
	random := rand.New(rand.NewPCG(1, 2))
	accounts := make([]kernel.ID, manyAccounts)
	for i := range accounts {
		accounts[i] = kernel.NewID()
	}
	accounts[0] = first
	all := make([]Line, 0, manyLines)
	for order := 0; len(all) < manyLines; order++ {
		skew := random.Float64()
		account := accounts[int(skew*skew*manyAccounts)]
		on := kernel.On(2023, 1, 1).Add(len(all) * 1000 / manyLines)
		for range 1 + random.IntN(9) {
			quantity := int64(1 + random.IntN(50))
			all = append(all, Line{Account: account, Order: fmt.Sprint("SO", 100_000+order), Product: fmt.Sprint("P", random.IntN(500)),
				On: on, Quantity: kernel.Whole(quantity), Price: kernel.Micro(12_340_000), Amount: quantity * 1234, Cost: quantity * 900, Costed: true})
		}
	}
	return all[:manyLines]
}

// waiting writes a row again and again, and tells how long that took at worst.
func waiting(s *apptest.Stage, ctx context.Context) func() time.Duration {
	var worst atomic.Int64
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			begin := time.Now()
			_ = s.DB.Write(ctx, func(tx *db.Tx) error {
				_, err := tx.Exec(`UPDATE users SET language = language WHERE login = ?`, "rep")
				return err
			})
			if took := int64(time.Since(begin)); ctx.Err() == nil && took > worst.Load() {
				worst.Store(took)
			}
			_ = pause(ctx, 20*time.Millisecond)
		}
	}()
	return func() time.Duration { stop(); <-done; return time.Duration(worst.Load()).Round(time.Millisecond) }
}

// bare is the yardstick: nothing but the driver, sorted rows, chunks of 20,000.
func bare(s *apptest.Stage, all []Line) time.Duration {
	rows := slices.Clone(all)
	slices.SortStableFunc(rows, func(a, b Line) int { return a.Account.Compare(b.Account) })
	var times []time.Duration
	for _, size := range []int{1, 5, 10, 25} {
		times = append(times, bareOf(s, rows, size))
		s.Logf("bare driver, %d rows a statement: %v", size, times[len(times)-1].Round(time.Millisecond))
	}
	return slices.MinFunc(times, cmp.Compare)
}

func bareOf(s *apptest.Stage, rows []Line, size int) time.Duration {
	d, err := sql.Open("sqlite", "file:"+filepath.Join(s.TempDir(), "bare.db")+"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=cache_size(-16000)")
	must(s, err)
	defer d.Close()
	d.SetMaxOpenConns(1)
	for _, ddl := range []string{lineTable, `CREATE INDEX order_lines_by_day ON order_lines (ordered_on, account_id)`} {
		_, err = d.Exec(ddl)
		must(s, err)
	}
	columns := append([]string{"account_id", "id", "batch_id"}, lines.columns...)
	one := ",(" + strings.Repeat(",?", len(columns))[1:] + ")"
	text := "INSERT INTO order_lines (" + strings.Join(columns, ",") + ") VALUES " + strings.Repeat(one, size)[1:]
	begin := time.Now()
	for some := range slices.Chunk(rows, chunk) {
		tx, err := d.Begin()
		must(s, err)
		run, err := tx.Prepare(text)
		must(s, err)
		args := make([]any, size*len(columns))
		for i := 0; i < len(some); i += size {
			for j := range size {
				r, a := &some[i+j], args[j*len(columns):(j+1)*len(columns)]
				a[0], a[1], a[2] = r.Account.Int(), place(1, r.key(), r.Occurrence, 0), int64(1)
				lines.put(r, a[3:])
			}
			_, err = run.Exec(args...)
			must(s, err)
		}
		must(s, tx.Commit())
	}
	return time.Since(begin)
}

const lineTable = `CREATE TABLE order_lines (
    account_id INTEGER NOT NULL, id INTEGER NOT NULL, batch_id INTEGER NOT NULL, ended_by INTEGER, order_no TEXT NOT NULL,
    line_no TEXT NOT NULL, product TEXT NOT NULL, occurrence INTEGER NOT NULL, ordered_on TEXT NOT NULL,
    quantity INTEGER NOT NULL, price INTEGER NOT NULL, amount INTEGER NOT NULL, tax INTEGER NOT NULL, cost INTEGER,
    currency TEXT, original INTEGER, end_account TEXT NOT NULL, ship_to TEXT NOT NULL, company TEXT NOT NULL,
    PRIMARY KEY (account_id, id)) STRICT`
