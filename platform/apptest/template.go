package apptest

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
)

// The tables of a set of features are made once in a run of tests, on each engine;
// every stage begins with a copy of them. Making them took longer than most tests.
var templates sync.Map // of what they are made from, to func() (string, error)

func template(key string, build func() (string, error)) (string, error) {
	f, _ := templates.LoadOrStore(key, sync.OnceValues(build))
	return f.(func() (string, error))()
}

// made says what tables are made from: the features and their files.
func made(a app.App) string {
	sum := sha256.New()
	for _, f := range a.Features {
		sum.Write([]byte(f.Name + "\n"))
		files, _ := fs.Glob(f.Files, "schema/*.sql") // the pattern is sound
		for _, name := range files {
			ddl, _ := fs.ReadFile(f.Files, name) // what cannot be read fails when it is migrated
			sum.Write(append([]byte(name+"\n"), ddl...))
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// migrated makes the tables in an empty database; twice is once.
func migrated(dsn string, a app.App) error {
	d, err := db.Open(dsn)
	if err != nil {
		return err
	}
	ctx := context.Background()
	return errors.Join(a.Migrate(ctx, d), a.Migrate(ctx, d), d.Close())
}

// onSQLite is a new file with the tables of an app.
func onSQLite(t *testing.T, a app.App) string {
	body, err := template("sqlite "+made(a), func() (string, error) {
		dir, err := os.MkdirTemp("", "erba-tables-")
		if err != nil {
			return "", err
		}
		defer os.RemoveAll(dir)
		path := filepath.Join(dir, "tables.db")
		err = migrated(path, a)
		raw, bad := os.ReadFile(path)
		return string(raw), errors.Join(err, bad)
	})
	must(t, err)
	path := filepath.Join(t.TempDir(), "test.db")
	must(t, os.WriteFile(path, []byte(body), 0o600))
	return path
}

// onPostgres is a new database with the tables of an app.
func onPostgres(t *testing.T, dsn string, a app.App) string {
	from, err := template("postgres "+made(a), func() (string, error) {
		name := "tables" + strings.ToLower(kernel.NewID().String())
		if err := run(dsn, "CREATE DATABASE "+name); err != nil {
			return "", err
		}
		return name, migrated(at(dsn, name), a)
	})
	must(t, err)
	return fresh(t, dsn, " TEMPLATE "+from)
}

func run(dsn, statement string) error {
	pool, err := sql.Open("pgx", dsn)
	if err != nil {
		return err
	}
	_, err = pool.Exec(statement)
	return errors.Join(err, pool.Close())
}

// at is the address of another database beside one.
func at(dsn, name string) string { return strings.Replace(dsn, "/postgres?", "/"+name+"?", 1) }
