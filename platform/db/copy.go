package db

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"

	"erba/kernel"
)

// Copy writes the whole database, as it is at one instant, into a new file,
// while others go on reading and writing. The file appears under its name only
// when it is complete, has been looked through and is on the disk.
func (d *DB) Copy(ctx context.Context, path string) error {
	if d.dia != onSQLite {
		return kernel.Refused("db.no_copy")
	}
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		return errors.Join(err, kernel.Refused("db.copy_exists", "file", path))
	}
	part := path + ".part"
	f, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_RDWR, 0o600) // SQLite fills an empty file
	if err != nil {
		return fmt.Errorf("copy database: %w", err)
	}
	defer f.Close()
	if _, err = d.write.ExecContext(ctx, `VACUUM INTO ?`, part); err == nil {
		err = intact(ctx, part)
	}
	if err = errors.Join(err, f.Sync()); err != nil {
		return errors.Join(fmt.Errorf("copy database: %w", err), os.Remove(part))
	}
	return errors.Join(os.Rename(part, path), settled(filepath.Dir(path)))
}

// intact reads a copy through.
func intact(ctx context.Context, path string) error {
	d, err := sqlx.Open("sqlite", "file:"+path+"?mode=ro&immutable=1")
	if err != nil {
		return err
	}
	defer d.Close()
	var said string
	if err := d.GetContext(ctx, &said, `PRAGMA quick_check`); err != nil || said != "ok" {
		return errors.Join(err, fmt.Errorf("the copy is not sound: %s", said))
	}
	return nil
}

// settled puts the names in a folder on the disk.
func settled(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
