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
func named(ctx context.Context, d *DB, n, id int) (name string, err error) {
	err = d.Read(ctx, func(tx *Tx) error {
		name, err = Find[string](tx, fmt.Sprintf(`SELECT name FROM sheep WHERE id = ? AND %d = %d`, n, n), id)
		return err
	})
	return name, err
}

func TestAKeptStatementSurvivesAnotherSchema(t *testing.T) {
	d, ctx := sheep(t, 1)
	for i, statement := range []string{`SELECT 1`, `SELECT 1`, `ALTER TABLE sheep ADD COLUMN wool INTEGER`, `CREATE INDEX by_name ON sheep (name)`,
		`ANALYZE`, `ALTER TABLE sheep RENAME TO old`, `CREATE TABLE sheep (wool INTEGER, name TEXT, id TEXT PRIMARY KEY)`,
		`INSERT INTO sheep SELECT wool, name, id FROM old`, `DROP TABLE old`} {
		change(t, d, statement)
		if i == 5 || i == 6 { // there are no sheep
			continue
		}
		if name, err := named(ctx, d, 0, 0); err != nil || name != "sheep 0" {
			t.Errorf("after %s: %q, %v", statement, name, err)
		}
	}
	if len(d.short.(*prepared).kept) != 1 {
		t.Error("the statement was not kept")
	}
}

func TestKeptStatementsMakeRoom(t *testing.T) {
	d, ctx := sheep(t, 8)
	var all sync.WaitGroup
	for id := range 8 {
		all.Go(func() {
			for n := range 3 * mostKept {
				for range 3 {
					if name, err := named(ctx, d, n, id); err != nil || name != fmt.Sprint("sheep ", id) {
						t.Errorf("text %d, sheep %d: %q, %v", n, id, name, err)
					}
				}
			}
		})
	}
	all.Wait()
	p := d.short.(*prepared)
	if len(p.kept) != mostKept {
		t.Errorf("%d texts are kept, at most %d should be", len(p.kept), mostKept)
	}
	for text, s := range p.kept {
		if s.running != 0 || s.gone {
			t.Errorf("%s: %+v", text, s)
		}
	}
}

func TestRowsAreReadOnAfterTheirStatementMadeRoom(t *testing.T) {
	d, ctx := sheep(t, 5)
	for range 3 {
		read := 0
		err := d.Read(ctx, func(tx *Tx) error {
			return tx.Each(func(scan func(...any) error) error {
				var id int
				if err := scan(&id); err != nil || id != read {
					t.Errorf("row %d is %d, %v", read, id, err)
				}
				for n := range 2 * mostKept / 5 {
					if _, err := named(ctx, d, 1000*read+n, 0); err != nil {
						return err
					}
				}
				read++
				return nil
			}, `SELECT id FROM sheep ORDER BY id`)
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
