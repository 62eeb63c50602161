package db

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
)

// sheep is a database of some numbered sheep, read by nobody in particular.
func sheep(t *testing.T, n int) (*DB, context.Context) {
	d, err := Open(filepath.Join(t.TempDir(), "sheep.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	change(t, d, `CREATE TABLE sheep (id INTEGER PRIMARY KEY, name TEXT NOT NULL)`)
	for i := range n {
		change(t, d, fmt.Sprintf(`INSERT INTO sheep VALUES (%d, 'sheep %d')`, i, i))
	}
	return d, t.Context()
}

func change(t *testing.T, d *DB, statement string) {
	t.Helper()
	if _, err := d.write.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// named is the name of a sheep, by the n-th of many texts that mean the same.
func named(tx *Tx, n, id int) (string, error) {
	return Find[string](tx, fmt.Sprintf(`SELECT name FROM sheep WHERE id = ? AND %d = %d`, n, n), id)
}

// keepers hands over each open connection that reads.
func keepers(t *testing.T, d *DB, f func(*keeper)) {
	t.Helper()
	for range d.read.Stats().OpenConnections {
		c, err := d.read.Connx(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if err := c.Raw(func(c any) error { f(c.(*keeper)); return nil }); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAKeptStatementSurvivesAnotherSchema(t *testing.T) {
	d, ctx := sheep(t, 1)
	d.read.SetMaxOpenConns(1)
	for i, statement := range []string{`SELECT 1`, `SELECT 1`, `ALTER TABLE sheep ADD COLUMN wool INTEGER`, `CREATE INDEX by_name ON sheep (name)`,
		`ANALYZE`, `ALTER TABLE sheep RENAME TO old`, `CREATE TABLE sheep (wool INTEGER, name TEXT, id TEXT PRIMARY KEY)`,
		`INSERT INTO sheep SELECT wool, name, id FROM old`, `DROP TABLE old`} {
		change(t, d, statement)
		if i == 5 || i == 6 { // there are no sheep
			continue
		}
		err := d.Read(ctx, func(tx *Tx) error {
			name, err := named(tx, 0, 0)
			if name != "sheep 0" {
				t.Errorf("after %s: %q", statement, name)
			}
			return err
		})
		if err != nil {
			t.Errorf("after %s: %v", statement, err)
		}
	}
	keepers(t, d, func(k *keeper) {
		if len(k.kept) != 1 {
			t.Errorf("%d statements are kept", len(k.kept))
		}
	})
}

func TestKeptStatementsMakeRoom(t *testing.T) {
	d, ctx := sheep(t, 8)
	var all sync.WaitGroup
	for id := range 8 {
		all.Go(func() {
			err := d.Read(ctx, func(tx *Tx) error {
				for n := range 3 * mostKept {
					for range 3 {
						if name, err := named(tx, n, id); err != nil || name != fmt.Sprint("sheep ", id) {
							return fmt.Errorf("text %d, sheep %d: %q, %w", n, id, name, err)
						}
					}
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	keepers(t, d, func(k *keeper) {
		if len(k.kept) > mostKept {
			t.Errorf("%d texts are kept, at most %d should be", len(k.kept), mostKept)
		}
		for text, s := range k.kept {
			if s.lent {
				t.Errorf("%s is lent", text)
			}
		}
	})
}

// On the one connection that writes, many other texts are run while rows are read, and
// the text of those rows, too.
func TestRowsAreReadOnWhileTheirStatementIsAskedForAgain(t *testing.T) {
	const flock = `SELECT id FROM sheep ORDER BY id`
	d, ctx := sheep(t, 5)
	for range 3 {
		read := 0
		err := d.Write(ctx, func(tx *Tx) error {
			return tx.Each(func(scan func(...any) error) error {
				var id int
				if err := scan(&id); err != nil || id != read {
					t.Errorf("row %d is %d, %v", read, id, err)
				}
				if all, err := List[int](tx, flock); err != nil || len(all) != 5 {
					t.Errorf("in between: %v, %v", all, err)
				}
				for n := range 2 * mostKept / 5 {
					if _, err := named(tx, 1000*read+n, 0); err != nil {
						return err
					}
				}
				read++
				return nil
			}, flock)
		})
		if err != nil || read != 5 {
			t.Errorf("read %d rows of 5: %v", read, err)
		}
	}
}

func TestAStatementThatMakesNoSenseSaysSo(t *testing.T) {
	d, ctx := sheep(t, 1)
	for range 3 {
		err := d.Read(ctx, func(tx *Tx) error { _, err := List[int](tx, `SELECT id FROM goats`); return err })
		if err == nil {
			t.Error("there are no goats")
		}
	}
}
