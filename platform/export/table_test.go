package export

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestWhatIsAsGoodAsEverything(t *testing.T) {
	tests := map[string]struct {
		rows, all int64
		plain     bool
		want      bool
	}{
		"all":                         {10, 10, false, true},
		"all but one of ten":          {9, 10, false, true},
		"all but two of ten":          {8, 10, false, false},
		"nine tenths of many":         {90_000, 100_000, false, true},
		"one row less":                {89_999, 100_000, false, false},
		"all, but nothing commercial": {10, 10, true, false},
		"nothing of nothing":          {0, 0, false, false},
		"the only one":                {1, 1, false, true},
	}
	for name, tt := range tests {
		table := Table{Plain: tt.plain, Population: func(context.Context) (int64, error) { return tt.all, nil }}
		if got, err := table.Whole(t.Context(), tt.rows); got != tt.want || err != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if got, err := (Table{Population: Endless}).Whole(t.Context(), 1<<40); got || err != nil {
		t.Errorf("a log is never whole: %v, %v", got, err)
	}
}

// Of more rows than may leave nothing is kept but how many: one too many.
func TestATableGivesUpAtItsLimit(t *testing.T) {
	for _, format := range []string{"csv", "xlsx"} {
		given := 0
		table := Table{Format: format, Header: []string{"code"}, Rows: func(row func(...any) error) error {
			for range 100 {
				given++
				if err := row("x"); err != nil {
					return err
				}
			}
			return nil
		}}
		var b bytes.Buffer
		if n, err := table.Most(&b, 7); n != 8 || given != 8 || err != nil {
			t.Errorf("%s: %d of %d, %v", format, n, given, err)
		}
		b.Reset()
		if n, err := table.Most(&b, 100); n != 100 || err != nil || format == "csv" && strings.Count(b.String(), "x") != 100 {
			t.Errorf("%s, all: %d, %v", format, n, err)
		}
	}
}
