package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"erba/kernel"
)

func TestHarmless(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"a company":                  {"华为技术", "华为技术"},
		"a formula":                  {"=1+1", "'=1+1"},
		"plus":                       {"+8613800138000", "'+8613800138000"},
		"minus":                      {"-2+3", "'-2+3"},
		"at":                         {"@SUM(A1)", "'@SUM(A1)"},
		"tab":                        {"\t=1", "'\t=1"},
		"carriage return":            {"\r=1", "'\r=1"},
		"behind blanks":              {"  =1", "'  =1"},
		"behind a line feed":         {"\n=1", "'\n=1"},
		"behind an ideographic one":  {"\u3000=1", "'\u3000=1"},
		"behind an invisible one":    {"\u200b=1", "'\u200b=1"},
		"full-width":                 {"＝1", "'＝1"},
		"full-width, behind a blank": {" ＠x", "' ＠x"},
		"small form":                 {"﹣1", "'﹣1"},
		"the minus of mathematics":   {"−1", "'−1"},
		"raised":                     {"⁻1", "'⁻1"},
		"behind a sign nobody sees":  {"\x00=1", "'\x00=1"},
		"in the middle":              {"a=b", "a=b"},
		"nothing":                    {"", ""},
	}
	for name, tt := range tests {
		if got := Harmless(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// rows is one row of every kind of cell.
func rows(row func(...any) error) error {
	return row("=cmd", Amount(-1234567), kernel.On(2026, 6, 30), int64(7), nil, kernel.Date{})
}

var header = []string{"名称", "销售额", "日期", "数", "空", "无"}

func TestCSV(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, "csv", header, rows); err != nil {
		t.Fatal(err)
	}
	want := "\uFEFF名称,销售额,日期,数,空,无\r\n'=cmd,-12345.67,2026-06-30,7,,\r\n"
	if out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

func TestXLSX(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, "xlsx", header, rows); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	got, err := book.GetRows("Sheet1")
	if err != nil || strings.Join(got[1], "|") != "'=cmd|-12,345.67|2026-06-30|7" {
		t.Errorf("%q, %v", got, err)
	}
	if formula, _ := book.GetCellFormula("Sheet1", "A2"); formula != "" {
		t.Errorf("A2 is a formula: %s", formula)
	}
}
