package sheet

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"erba/kernel"
)

func TestAListComesBack(t *testing.T) {
	tests := map[string]struct {
		file  string
		most  int64
		cells []string // of all rows
		fault string
	}{
		"as it left":            {"a,b\n1,'=2\n3,'x\n", 2, []string{"1", "=2", "3", "'x"}, ""},
		"with more columns":     {"a,b,c\n1,2,3\n", 9, []string{"1", "2", "3"}, ""},
		"another list":          {"a\n1\n", 9, nil, "sheet.not_that_list"},
		"a row too many":        {"a,b\n1,2\n3,4\n", 1, []string{"1", "2"}, "sheet.too_many_rows"},
		"of who brings in none": {"a,b\n1,2\n", 0, nil, "sheet.no_lists"},
		"a list of nothing":     {"a,b\n", 9, nil, "sheet.header_only"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cells, err := brought(tt.file, tt.most)
			f, _ := errors.AsType[*kernel.Fault](err)
			if tt.fault == "" && err != nil || tt.fault != "" && (f == nil || f.Key != tt.fault) || !slices.Equal(cells, tt.cells) {
				t.Errorf("%q, %v", cells, err)
			}
		})
	}
}

// brought are the cells of a list of two columns, as far as it is taken.
func brought(file string, most int64) (cells []string, err error) {
	l, err := Bring(strings.NewReader(file), "visits", 2, most)
	if err != nil {
		return nil, err
	}
	for row, err := range l.Rows() {
		if err != nil {
			return cells, errors.Join(err, l.Close())
		}
		cells = append(cells, row.Cells...)
	}
	return cells, l.Close()
}
