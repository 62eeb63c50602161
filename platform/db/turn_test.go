package db_test

import (
	"path/filepath"
	"sync/atomic"
	"testing"

	"erba/platform/db"
	"erba/platform/identity"
)

// busywork keeps a transaction of SQLite at it for a while.
const busywork = `UPDATE t SET n = (WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 100000) SELECT sum(i) FROM c)`

// Two programs write to one file of SQLite. One does nothing but long
// transactions; the other is let in after one or two of them.
func TestAnotherProgramIsLetInBetweenLongTransactions(t *testing.T) {
	ctx := identity.With(t.Context(), identity.System())
	path := filepath.Join(t.TempDir(), "a.db")
	open := func() *db.DB {
		d, err := db.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		return d
	}
	importing, other := open(), open()
	write := func(d *db.DB, text string) error {
		return d.Write(ctx, func(tx *db.Tx) error { _, err := tx.Exec(text); return err })
	}
	if err := write(importing, `CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1)`); err != nil {
		t.Fatal(err)
	}
	var done atomic.Int64
	var enough atomic.Bool
	begun, ended := make(chan error), make(chan error, 1)
	go func() {
		err := write(importing, busywork)
		begun <- err
		for ; err == nil && !enough.Load(); done.Add(1) {
			err = write(importing, busywork)
		}
		ended <- err
	}()
	if err := <-begun; err != nil {
		t.Fatal(err)
	}
	const rounds = 20
	prompt := 0
	for range rounds {
		before := done.Load()
		if err := write(other, `UPDATE t SET n = 1`); err != nil {
			t.Error(err)
		}
		if done.Load()-before <= 2 {
			prompt++
		}
	}
	enough.Store(true)
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if prompt < rounds*3/4 {
		t.Errorf("only %d of %d writes were let in after two long transactions at most", prompt, rounds)
	}
}
