package apptest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// left is what a refused request may leave behind: that it was refused, by whom, and when he was last there.
var left = struct{ tables, columns []string }{
	tables:  strings.Fields("audit session sign_in throttle"), // and all whose names begin so
	columns: strings.Fields("seen used seen_at used_at"),
}

// Content is a hash of everything the database holds, whoever may see it, but
// what a refused request may leave: the same before and after means unchanged.
func (s *Stage) Content() string {
	s.Helper()
	var all []string
	for name, hash := range s.Tables() {
		all = append(all, name+" "+hash)
	}
	return digest(all)
}

// Tables is the hash of each table by itself, to tell which one has changed: of those
// named, or of all.
func (s *Stage) Tables(names ...string) map[string]string {
	s.Helper()
	if len(names) == 0 {
		names = s.tables()
	}
	all := map[string]string{}
	for _, name := range names {
		all[name] = s.table(name)
	}
	return all
}

// tables are the names of those that a refused request leaves alone; a program makes none once it has started.
func (s *Stage) tables() []string {
	s.Helper()
	if s.named == nil {
		names, err := s.DB.Tables(s.Context())
		must(s.T, err)
		s.named = slices.DeleteFunc(names, func(name string) bool {
			return slices.ContainsFunc(left.tables, func(start string) bool { return strings.HasPrefix(name, start) })
		})
	}
	return s.named
}

// table hashes the rows in whatever order they come.
func (s *Stage) table(name string) string {
	s.Helper()
	rows, err := s.Bare(`SELECT * FROM ` + name)
	must(s.T, err)
	defer rows.Close()
	columns, err := rows.Columns()
	must(s.T, err)
	lines := []string{}
	cells, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	for rows.Next() {
		must(s.T, rows.Scan(into...))
		lines = append(lines, written(columns, cells))
	}
	must(s.T, rows.Err())
	return digest(lines)
}

func written(columns []string, cells []any) string {
	var row strings.Builder
	for i, cell := range cells {
		if !slices.Contains(left.columns, columns[i]) {
			fmt.Fprintf(&row, "%T %v|", cell, cell)
		}
	}
	return row.String()
}

// digest is one hash of lines, in whatever order they come.
func digest(lines []string) string {
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return hex.EncodeToString(sum[:])
}

// Unchanged fails the test when something the database holds is changed by f.
func (s *Stage) Unchanged(what string, f func()) {
	s.Helper()
	before := s.Tables()
	f()
	for name, hash := range s.Tables() {
		if before[name] != hash {
			s.Errorf("%s: changed %s", what, name)
		}
	}
}
