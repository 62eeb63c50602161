package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// judged runs erba analyze on a file.
func judged(t *testing.T, model, file string, flags ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	c := analyzeCommand()
	c.SetOut(&out)
	c.SetArgs(append([]string{model, file}, flags...))
	if err := c.Execute(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// inJSON runs it and reads the document, which must be all that is printed.
func inJSON(t *testing.T, model, file string, flags ...string) (document map[string]any) {
	t.Helper()
	if err := json.Unmarshal(judged(t, model, file, slices.Concat(flags, []string{"--format", "json"})...), &document); err != nil {
		t.Fatal(err)
	}
	return document
}

func file(t *testing.T, content string) string {
	path := filepath.Join(t.TempDir(), "orders.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const td10 = "customer,date,amount\nC01,2026-06-25,820\nC02,2026-06-18,410\nC03,2026-05-21,130\nC04,2026-06-27,90\nC05,2026-04-16,60\n" +
	"C06,2025-12-12,40\nC07,2026-06-10,25\nC08,2026-03-02,15\nC09,2025-09-03,6\nC10,2025-07-01,4\n"

var plain = []string{"--customer", "customer", "--date", "date", "--amount", "amount"}

func TestM02InJSON(t *testing.T) {
	want := map[string]any{"customers": 10.0, "orders": 10.0, "revenue": "1600.00", "rejected": 0.0, "top20_share": 0.76875,
		"k80": 3.0, "hhi": 0.340470, "gini": 0.685125, "classes": map[string]any{"A": 3.0, "B": 3.0, "C": 4.0}}
	got := inJSON(t, "abc", file(t, td10), plain...)
	for key, value := range want {
		if x, ok := value.(float64); ok && math.Abs(got[key].(float64)-x) < 5e-7 {
			continue
		}
		if !reflect.DeepEqual(got[key], value) {
			t.Errorf("%s is %v, want %v", key, got[key], value)
		}
	}
}

func TestWhatBecomesOfARow(t *testing.T) {
	const head = "customer,date,number,quantity,price\n"
	flags := []string{"--customer", "Customer", "--date", "date", "--order", "number", "--quantity", "quantity", "--price", "price"}
	tests := map[string]struct {
		rows    string
		flags   []string
		revenue string
		orders  float64
		counts  map[string]float64
	}{
		"a row without a customer is rejected":         {"a,2026-01-02,1,2,1.005\n,2026-01-02,2,1,1\n", nil, "2.01", 1, map[string]float64{"rejected": 1}},
		"a row without a date is rejected":             {"a,2026-01-02,1,1,1\nb,soon,2,1,1\n", nil, "1.00", 1, map[string]float64{"rejected": 1}},
		"a quantity in words is rejected":              {"a,2026-01-02,1,1,1\nb,2026-01-02,2,many,1\n", nil, "1.00", 1, map[string]float64{"rejected": 1}},
		"a return lowers the sum":                      {"a,2026-01-02,1,3,1\na,2026-01-03,2,-1,1\n", nil, "2.00", 1, map[string]float64{"excluded": 0}},
		"or is left out":                               {"a,2026-01-02,1,3,1\na,2026-01-03,2,-1,1\n", []string{"--positive-only"}, "3.00", 1, map[string]float64{"excluded": 1}},
		"rows that begin with a text can be left out":  {"a,2026-01-02,X1,3,1\na,2026-01-03,2,1,1\n", []string{"--exclude", "number^=X"}, "1.00", 1, map[string]float64{"excluded": 1}},
		"rows that equal a text can be left out":       {"a,2026-01-02,X1,3,1\na,2026-01-03,X,1,1\n", []string{"--exclude", "number=X"}, "3.00", 1, map[string]float64{"excluded": 1}},
		"rows after the day of judgement are left out": {"a,2026-01-02,1,3,1\na,2026-01-03,2,1,1\n", []string{"--as-of", "2026-01-02"}, "3.00", 1, map[string]float64{"later": 1}},
		"a day above 12 tells that days come first":    {"a,13/01/2026,1,3,1\na,02/01/2026,2,1,1\n", []string{"--as-of", "2026-01-31"}, "4.00", 2, map[string]float64{"later": 0}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := inJSON(t, "pareto", file(t, head+tt.rows), slices.Concat(tt.flags, flags)...)
			if got["revenue"] != tt.revenue || got["orders"] != tt.orders {
				t.Errorf("%v orders of %v", got["orders"], got["revenue"])
			}
			for key, n := range tt.counts {
				if got[key] != n {
					t.Errorf("%s is %v, want %v", key, got[key], n)
				}
			}
		})
	}
}

func TestFlagsThatMakeNoSense(t *testing.T) {
	for name, flags := range map[string][]string{
		"no such column":        {"--customer", "nobody", "--date", "date", "--amount", "amount"},
		"no amount at all":      {"--customer", "customer", "--date", "date"},
		"no such format":        append([]string{"--format", "xml"}, plain...),
		"no such binning":       append([]string{"--binning", "luck"}, plain...),
		"an exclusion of what?": append([]string{"--exclude", "amount"}, plain...),
		"no such day":           append([]string{"--as-of", "2026-02-30"}, plain...),
	} {
		c := analyzeCommand()
		c.SilenceErrors, c.SilenceUsage = true, true
		c.SetArgs(append([]string{"rfm", file(t, td10)}, flags...))
		if err := c.Execute(); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

func TestTooFewCustomersForAForecastIsAWarning(t *testing.T) {
	got := inJSON(t, "clv", file(t, td10), plain...)
	if !reflect.DeepEqual(got["warnings"], []any{"too_few_repeat_customers"}) || got["bgnbd"] != nil {
		t.Errorf("%v", got)
	}
}

func TestAFileOfWhichNothingIsLeftIsAnAnswerToo(t *testing.T) {
	for _, model := range []string{"pareto", "abc", "rfm", "clv", "cohort"} {
		got := inJSON(t, model, file(t, td10), slices.Concat(plain, []string{"--exclude", "customer^=C"})...)
		if got["customers"] != 0.0 || got["excluded"] != 10.0 || got["revenue"] != "0.00" {
			t.Errorf("%s answers %v", model, got)
		}
	}
}

func TestEveryModelHasATable(t *testing.T) {
	for _, model := range []string{"pareto", "abc", "rfm", "clv", "cohort"} {
		if got := string(judged(t, model, file(t, td10), plain...)); !strings.Contains(got, "1600.00") {
			t.Errorf("%s prints\n%s", model, got)
		}
	}
}

// Names that a spreadsheet would run are texts in it; numbers stay numbers.
func TestNoCellOfTheCSVIsAFormula(t *testing.T) {
	names := []string{"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝HYPERLINK(1)", " =1", "-5", "普通"}
	var rows strings.Builder
	rows.WriteString("customer,date,amount\n")
	for _, name := range names {
		rows.WriteString(`"` + name + `",2026-01-01,7.50` + "\n")
	}
	for model, flags := range map[string][]string{"pareto": nil, "abc": nil, "rfm": {"--as-of", "2026-02-01"}} {
		args := append([]string{"--customer", "customer", "--date", "date", "--amount", "amount", "--format", "csv"}, flags...)
		got, err := csv.NewReader(bytes.NewReader(judged(t, model, file(t, rows.String()), args...))).ReadAll()
		if err != nil || len(got) < 2 {
			t.Fatalf("%s: %v %v", model, got, err)
		}
		for _, row := range got[1:] {
			for _, cell := range row {
				first := strings.TrimSpace(norm.NFKC.String(cell))
				if _, err := strconv.ParseFloat(first, 64); err != nil && strings.ContainsAny(first[:min(1, len(first))], "=+-@") {
					t.Errorf("%s: %q is a formula", model, cell)
				}
			}
		}
	}
}
