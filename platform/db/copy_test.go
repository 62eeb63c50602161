package db

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"erba/kernel"
)

// While somebody writes sheep two by two, every copy holds whole pairs.
func TestACopyIsOfOneInstant(t *testing.T) {
	d, ctx := sheep(t, 2)
	done, stopped := make(chan struct{}), make(chan error, 1)
	go func() {
		for n := 3; ; n += 2 {
			select {
			case <-done:
				stopped <- nil
				return
			default:
			}
			if err := pair(d, ctx, n); err != nil {
				stopped <- err
				return
			}
		}
	}()
	last := 0
	for _, name := range []string{"a.db", "b.db", "c.db"} {
		path := filepath.Join(t.TempDir(), name)
		if err := d.Copy(ctx, path); err != nil {
			t.Fatal(err)
		}
		n := counted(t, ctx, path)
		if n < last || n%2 != 0 {
			t.Errorf("%s holds %d sheep after %d", name, n, last)
		}
		last = n
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s is open to others: %v, %v", name, info.Mode(), err)
		}
	}
	close(done)
	if err := <-stopped; err != nil {
		t.Fatal(err)
	}
}

func TestACopyReplacesNothing(t *testing.T) {
	d, ctx := sheep(t, 1)
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := d.Copy(ctx, path)
	if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != "db.copy_exists" {
		t.Errorf("%v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "mine" {
		t.Errorf("%q, %v", got, err)
	}
}

func pair(d *DB, ctx context.Context, n int) error {
	return d.Write(ctx, func(tx *Tx) error {
		for i := range 2 {
			if _, err := tx.Exec(`INSERT INTO sheep (id, name) VALUES (?, 'new')`, n+i); err != nil {
				return err
			}
		}
		return nil
	})
}

// counted opens a copy as any program would.
func counted(t *testing.T, ctx context.Context, path string) (n int) {
	t.Helper()
	d, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	err = d.Read(ctx, func(tx *Tx) error {
		n, err = Find[int](tx, `SELECT count(*) FROM sheep`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
