package receivable

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

const (
	manyAccounts = 100_000
	manyClaims   = 500_000
)

// TestSpeedAgeing ages half a million invoices and half a million receipts of a
// hundred thousand accounts: make bench.
func TestSpeedAgeing(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		r := New(s.Kit)
		r.today = func() kernel.Date { return kernel.On(2026, 6, 30) }
		largest, usual := trade(s)
		ctx := s.As("director")
		report := func(work string, took, limit time.Duration) {
			apptest.Speed{Work: s.Name() + ": " + work, Figure: took.Round(10 * time.Microsecond).String(), Limit: "< " + limit.String(), Met: took < limit}.Report(s.T)
		}
		begin := time.Now()
		_, err := r.current(ctx)
		must(s, err)
		s.Logf("columns of %d invoices and as many receipts: %v", manyClaims, time.Since(begin).Round(time.Millisecond))
		day := kernel.On(2026, 6, 30)
		aged := apptest.Median(7, func() {
			day = day.Add(-7)
			a, err := r.Ageing(ctx, Ask{At: At{On: day}, By: ByRegion})
			if must(s, err); a.Count == 0 {
				s.Fatal("nobody owes anything")
			}
		})
		report("ageing of everything at a day that nobody asked for before", aged, 1500*time.Millisecond)
		begin = time.Now()
		_, err = r.Head(ctx, At{On: kernel.On(2026, 5, 31)}, 12)
		must(s, err)
		s.Logf("the head with twelve months: %v", time.Since(begin).Round(time.Millisecond))
		one := apptest.Median(21, func() {
			must(s, s.DB.Snapshot(ctx, func(tx *db.Tx) error {
				_, err := r.Of(tx, largest, At{})
				return err
			}))
		})
		report("one account with 200 papers", one, 10*time.Millisecond)
		owed := apptest.Median(101, func() {
			must(s, s.DB.Read(ctx, func(tx *db.Tx) error {
				_, err := r.Exposure(tx, usual)
				return err
			}))
		})
		report("exposure of a usual account", owed, time.Millisecond)
		must(s, s.DB.Write(ctx, func(tx *db.Tx) error {
			_, err := r.Book(tx, Document{Account: largest, Kind: Receipt, On: r.today(), Amount: 1})
			return err
		}))
		begin = time.Now()
		_, err = r.current(ctx)
		must(s, err)
		report("refresh after one receipt", time.Since(begin), 200*time.Millisecond)
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// trade writes accounts with their invoices and receipts of two years behind the
// ledger's back; the first of them is the largest, with two hundred papers, the
// second a usual one.
func trade(s *apptest.Stage) (largest, usual kernel.ID) {
	random := rand.New(rand.NewPCG(1, 2))
	ids := make([]kernel.ID, manyAccounts)
	for i := range ids {
		ids[i] = kernel.NewID()
	}
	batch, begin := kernel.NewID(), kernel.On(2024, 7, 1)
	of := make([]kernel.ID, manyClaims)
	for i := range of {
		if of[i] = ids[i%manyAccounts]; i < 100 {
			of[i] = ids[0]
		}
	}
	day := func(i int) kernel.Date { return begin.Add(i / (manyClaims / 720)) }
	must(s, s.DB.Write(s.As("director"), func(tx *db.Tx) error {
		err := tx.Bulk("accounts", []string{"id", "code", "name", "short_name", "name_key", "sort_key", "uscc", "phone", "region", "city", "industry",
			"ownership", "source", "source_detail", "status", "opened_on", "version", "changed_at"}, manyAccounts, func(i int, args []any) {
			code := ids[i].String()
			copy(args, []any{ids[i], code, code, "", code, code, "", "", fmt.Sprint("R", i%7), "", "", "", "", "", "active", begin, 1, int64(i + 1)})
		})
		if err != nil {
			return err
		}
		err = db.Insert(tx, "batches", ledger.Batch{ID: batch, Source: "erp", Kind: ledger.Invoices, State: ledger.Live, Revision: 1, CreatedAt: 1, PublishedAt: 1})
		if err != nil {
			return err
		}
		err = tx.Bulk("invoices", []string{"account_id", "id", "batch_id", "number", "occurrence", "issued_on", "amount"}, manyClaims, func(i int, args []any) {
			copy(args, []any{of[i], int64(i + 1), batch, fmt.Sprint("INV", 1_000_000+i), 0, day(i), int64(100_000 + random.IntN(1_000_000))})
		})
		if err != nil {
			return err
		}
		return tx.Bulk("receipts", []string{"account_id", "id", "batch_id", "number", "occurrence", "received_on", "invoice_no", "amount"}, manyClaims, func(i int, args []any) {
			number := ""
			if i%2 == 0 { // every other one names what it pays
				number = fmt.Sprint("INV", 1_000_000+i)
			}
			copy(args, []any{of[i], int64(manyClaims + i + 1), batch, fmt.Sprint("RCV", 1_000_000+i), 0, day(i).Add(30 + random.IntN(60)), number, int64(90_000 + random.IntN(900_000))})
		})
	}))
	must(s, s.DB.Analyze(s.As("director")))
	return ids[0], ids[len(ids)-1]
}
