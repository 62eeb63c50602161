package db_test

import (
	"path/filepath"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// A page of a table that is still empty begins with that table, however many rows the
// other one has, and looks at no more of those than it shows.
func TestAPageBeginsWithTheEmptyTable(t *testing.T) {
	d, err := db.Open(filepath.Join(t.TempDir(), "erba.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	err = d.Write(identity.With(t.Context(), identity.System()), func(tx *db.Tx) error {
		for _, statement := range []string{
			`CREATE TABLE firms (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)`,
			`CREATE TABLE warnings (firm_id INTEGER NOT NULL PRIMARY KEY, due_on DATE NOT NULL)`,
		} {
			if _, err := tx.Exec(statement); err != nil {
				return err
			}
		}
		return tx.Bulk("firms", []string{"id", "name"}, 5_000, func(_ int, args []any) { copy(args, []any{kernel.NewID(), "华东"}) })
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // analysed again it is the same
		if err := d.Analyze(t.Context()); err != nil {
			t.Fatal(err)
		}
		plan := planOf(t, d, `SELECT w.firm_id, f.name FROM warnings w JOIN firms f ON f.id = w.firm_id ORDER BY w.due_on LIMIT 50`)
		if !strings.HasPrefix(plan[0], "SCAN w") {
			t.Errorf("all firms are gone through: %q", plan)
		}
	}
}

// planOf is how SQLite answers a statement.
func planOf(t *testing.T, d *db.DB, statement string) (steps []string) {
	rows, err := d.Bare("EXPLAIN QUERY PLAN " + statement)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	return steps
}
