package web

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"erba/kernel"
)

func TestNoTextIsTakenForAFormula(t *testing.T) {
	tests := map[string]struct{ cell, want string }{
		"a name":                 {"Acme", "Acme"},
		"a formula":              {"=1+1", "'=1+1"},
		"behind blanks":          {"  @SUM(A1)", "'  @SUM(A1)"},
		"behind a wide blank":    {"\u3000-1", "'\u3000-1"},
		"full-width":             {"＝1+1", "'＝1+1"},
		"a tab":                  {"\t=1", "'\t=1"},
		"a sign within the text": {"A=1", "A=1"},
		"nothing":                {"", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := harmless(tt.cell); got != tt.want {
				t.Errorf("harmless(%q) = %q, want %q", tt.cell, got, tt.want)
			}
		})
	}
}

func TestATableReadsTheSameInBothFormats(t *testing.T) {
	rows := slices.Values([][]any{{"=x", kernel.Micro(12_500_000), nil}})
	for format, want := range map[string]string{"csv": "\ufeffname,amount,\n'=x,12.5,\n", "xlsx": "name,amount,|'=x,12.5,|"} {
		file, err := Table(t.Context(), "list", format, []string{"name", "amount", ""}, rows)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := file.Write(&out); err != nil {
			t.Fatal(err)
		}
		got := out.String()
		if format == "xlsx" {
			got = cells(t, &out)
		}
		if got != want || file.Name != "list."+format {
			t.Errorf("%s is %q, want %q", file.Name, got, want)
		}
	}
}

func cells(t *testing.T, raw *bytes.Buffer) (all string) {
	book, err := excelize.OpenReader(raw)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		all += strings.Join(append(row, make([]string, 3-len(row))...), ",") + "|"
	}
	return all
}
