package db_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"erba/platform/db"
	"erba/platform/identity"
)

// shared is a database with a table, and a viewer.
func shared(t *testing.T) (*db.DB, context.Context) {
	ctx := identity.With(t.Context(), identity.System())
	d, err := db.Open(filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	err = d.Write(ctx, func(tx *db.Tx) error { _, err := tx.Exec(`CREATE TABLE t (n INTEGER PRIMARY KEY)`); return err })
	if err != nil {
		t.Fatal(err)
	}
	return d, ctx
}

func rows(t *testing.T, d *db.DB, ctx context.Context) (n int) {
	if err := d.Read(ctx, func(tx *db.Tx) (err error) { n, err = db.Find[int](tx, `SELECT count(*) FROM t`); return err }); err != nil {
		t.Error(err)
	}
	return n
}

var errOdd = errors.New("odd")

// crowd has n transactions wait for the writer, each of which inserts its number and
// fails if that is odd, and hands over what each returned.
func crowd(t *testing.T, d *db.DB, ctx context.Context, n int, also func(i int)) []error {
	all, waiting := make([]error, n), sync.WaitGroup{}
	var entered sync.WaitGroup
	err := d.Write(ctx, func(*db.Tx) error {
		for i := range n {
			waiting.Add(1)
			entered.Add(1)
			go func() {
				defer waiting.Done()
				entered.Done()
				all[i] = d.Together(ctx, func(tx *db.Tx) error {
					if _, err := tx.Exec(`INSERT INTO t VALUES (?)`, i); err != nil {
						return err
					}
					if also(i); i%2 == 1 {
						return errOdd
					}
					return nil
				})
			}()
		}
		entered.Wait()
		return nil
	})
	waiting.Wait()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestWhatIsWrittenTogetherFailsAlone(t *testing.T) {
	d, ctx := shared(t)
	for i, err := range crowd(t, d, ctx, 100, func(int) {}) {
		if odd := i%2 == 1; odd != errors.Is(err, errOdd) || !odd && err != nil {
			t.Errorf("%d: %v", i, err)
		}
	}
	if n := rows(t, d, ctx); n != 50 {
		t.Errorf("%d rows of 50", n)
	}
}

// While one of several is written, what those before it wrote is not there yet for
// others: they share a commit, and so there are fewer of them.
func TestWhatIsWrittenTogetherSharesCommits(t *testing.T) {
	d, ctx := shared(t)
	seen := map[int]bool{}
	crowd(t, d, ctx, 64, func(int) { seen[rows(t, d, ctx)] = true })
	if len(seen) > 32 {
		t.Errorf("64 transactions took %d commits", len(seen))
	}
}

func TestWhoeverPanicsTakesNobodyAlong(t *testing.T) {
	d, ctx := shared(t)
	said := func() (said any) {
		defer func() { said = recover() }()
		return d.Together(ctx, func(tx *db.Tx) error {
			_, err := tx.Exec(`INSERT INTO t VALUES (1)`)
			panic(fmt.Sprint("after ", err))
		})
	}()
	if said != "after <nil>" {
		t.Errorf("said %v", said)
	}
	gone, end := context.WithCancel(ctx)
	end()
	err := d.Together(gone, func(tx *db.Tx) error { _, err := tx.Exec(`INSERT INTO t VALUES (2)`); return err })
	if n := rows(t, d, ctx); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d rows, %v", n, err)
	}
}

// What must be committed with a transaction is, here too.
func TestWhatGoesAlongGoesAlongTogether(t *testing.T) {
	d, ctx := shared(t)
	along := db.Along(ctx, func(tx *db.Tx) error { _, err := tx.Exec(`INSERT INTO t VALUES (8)`); return err })
	for want, fails := range map[int]error{0: errOdd, 2: nil} {
		n := rows(t, d, ctx)
		err := d.Together(along, func(tx *db.Tx) error {
			_, err := tx.Exec(`INSERT INTO t VALUES (7)`)
			return errors.Join(err, fails)
		})
		if got := rows(t, d, ctx) - n; got != want || !errors.Is(err, fails) {
			t.Errorf("%d rows more, %v; want %d", got, err, want)
		}
	}
}
