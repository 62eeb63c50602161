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
)

// dataSets are data sets that other tools have computed.
var dataSets = map[string]struct {
	file    string
	asOf    string
	sameIDs bool // the expected files write the customers as this one does
	flags   []string
}{
	"cdnow_sample": {"cdnowElog.csv", "1998-07-01", false, []string{"--customer", "sampleid", "--date", "date", "--amount", "sales"}},
	"online_retail_2009_2010": {"online_retail_2009_2010.csv.gz", "2010-12-10", true, []string{"--customer", "Customer ID", "--date", "InvoiceDate",
		"--order", "Invoice", "--quantity", "Quantity", "--price", "Price", "--positive-only", "--exclude", "Invoice^=C"}},
}

func shared(t *testing.T, folder string) string {
	root := os.Getenv("ERBA_TESTDATA")
	if root == "" {
		root = "../../../shared/data"
	}
	path := filepath.Join(root, folder)
	if _, err := os.Stat(path); err != nil {
		t.Skip("the real data are not here: ", err)
	}
	return path
}

// table reads a CSV file by the name of its columns.
func table(t *testing.T, raw []byte) (rows []map[string]string) {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func expected(t *testing.T, folder, name string) []byte {
	raw, err := os.ReadFile(filepath.Join(folder, "expected", name))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// id is a customer as both write him: the sample's four digits lose their zeros in its table.
func id(s string) string { return strings.TrimLeft(s, "0") }

func same(t *testing.T, what, got, want string, within float64) {
	t.Helper()
	g, bad := strconv.ParseFloat(got, 64)
	w, worse := strconv.ParseFloat(want, 64)
	if bad != nil || worse != nil || math.Abs(g-w) > within {
		t.Errorf("%s is %q, want %q", what, got, want)
	}
}

func TestRealABC(t *testing.T) {
	for name, data := range dataSets {
		t.Run(name, func(t *testing.T) {
			folder := shared(t, name)
			got := table(t, judged(t, "abc", filepath.Join(folder, data.file), slices.Concat(data.flags, []string{"--format", "csv"})...))
			want := table(t, expected(t, folder, "abc_customers.csv"))
			if len(got) != len(want) {
				t.Fatalf("%d customers, want %d", len(got), len(want))
			}
			for i, w := range want {
				if dataSets[name].sameIDs && got[i]["customer"] != w["customer"] {
					t.Errorf("place %d: %s, want %s", i+1, got[i]["customer"], w["customer"])
				}
				same(t, w["customer"]+"'s amount", got[i]["amount"], w["amount"], 0.005)
				same(t, w["customer"]+"'s share", got[i]["cum_share"], w["cum_share"], 1e-6)
				if got[i]["class"] != w["class_crossing"] {
					t.Errorf("%s is %s, want %s", w["customer"], got[i]["class"], w["class_crossing"])
				}
			}
		})
	}
}

func TestRealABCNetOfReturns(t *testing.T) {
	folder, data := shared(t, "online_retail_2009_2010"), dataSets["online_retail_2009_2010"]
	got := inJSON(t, "abc", filepath.Join(folder, data.file), data.flags[:10]...)
	if want := map[string]any{"A": 1183.0, "B": 1414.0, "C": 1680.0}; !reflect.DeepEqual(got["classes"], want) || got["not_positive"] != 106.0 {
		t.Errorf("%v and %v at or below zero", got["classes"], got["not_positive"])
	}
	if got["revenue"] != "8348208.57" || got["rejected"] != 107927.0 {
		t.Errorf("revenue %v, rejected %v", got["revenue"], got["rejected"])
	}
}

func TestRealConcentration(t *testing.T) {
	folder, data := shared(t, "online_retail_2009_2010"), dataSets["online_retail_2009_2010"]
	got := inJSON(t, "abc", filepath.Join(folder, data.file), data.flags...)
	var want struct {
		ABC struct {
			Top20 float64 `json:"top20_share_ceil"`
			Top1  float64 `json:"top1_share"`
			HHI   float64
			Gini  float64
		}
	}
	if err := json.Unmarshal(expected(t, folder, "summary.json"), &want); err != nil {
		t.Fatal(err)
	}
	for key, value := range map[string]float64{"top20_share": want.ABC.Top20, "top1_share": want.ABC.Top1, "hhi": want.ABC.HHI, "gini": want.ABC.Gini,
		"customers": 4312, "orders": 19213, "rejected": 107927} {
		if math.Abs(got[key].(float64)-value) > 1e-6 {
			t.Errorf("%s is %v, want %v", key, got[key], value)
		}
	}
	if got["revenue"] != "8832003.27" {
		t.Errorf("revenue %v", got["revenue"])
	}
}

func TestRealRFM(t *testing.T) {
	for name, data := range dataSets {
		t.Run(name, func(t *testing.T) {
			folder := shared(t, name)
			rows := map[string]map[string]string{}
			for _, row := range table(t, judged(t, "rfm", filepath.Join(folder, data.file),
				slices.Concat(data.flags, []string{"--binning", "quantile", "--as-of", data.asOf, "--format", "csv"})...)) {
				rows[id(row["customer"])] = row
			}
			want := table(t, expected(t, folder, "rfm_scores.csv"))
			if len(rows) != len(want) {
				t.Errorf("%d customers, want %d", len(rows), len(want))
			}
			for _, w := range want {
				row := rows[id(w["customer_id"])]
				same(t, "amount", row["amount"], w["amount"], 0.01)
				for mine, theirs := range map[string]string{"recency_days": "recency_days", "orders": "transaction_count",
					"r": "recency_score", "f": "frequency_score", "m": "monetary_score", "segment": "segment"} {
					if row[mine] != w[theirs] {
						t.Errorf("%s: %s is %q, want %q", w["customer_id"], mine, row[mine], w[theirs])
					}
				}
			}
		})
	}
}

func TestRealThresholds(t *testing.T) {
	folder, data := shared(t, "cdnow_sample"), dataSets["cdnow_sample"]
	got := inJSON(t, "rfm", filepath.Join(folder, data.file), slices.Concat(data.flags, []string{"--binning", "quantile"})...)["thresholds"].(map[string]any)
	for i, w := range table(t, expected(t, folder, "rfm_thresholds.csv"))[1:] {
		same(t, "recency", strconv.FormatFloat(got["recency"].([]any)[i].(float64), 'f', -1, 64), w["recency_lower"], 1e-9)
		same(t, "orders", strconv.FormatFloat(got["orders"].([]any)[i].(float64), 'f', -1, 64), w["frequency_lower"], 1e-9)
		same(t, "amount", got["amount"].([]any)[i].(string), w["monetary_lower"], 1e-6)
	}
}

func TestRealCohorts(t *testing.T) {
	for name, data := range dataSets {
		t.Run(name, func(t *testing.T) {
			folder, key := shared(t, name), func(row map[string]string) string { return row["cohort"] + " " + row["month"] }
			rows := map[string]map[string]string{}
			for _, row := range table(t, judged(t, "cohort", filepath.Join(folder, data.file), slices.Concat(data.flags, []string{"--format", "csv"})...)) {
				rows[key(row)] = row
			}
			for _, w := range table(t, expected(t, folder, "retention_cohorts.csv")) {
				row := rows[key(w)]
				delete(rows, key(w))
				for _, column := range []string{"offset", "cohort_size", "active_customers", "orders"} {
					if row[column] != w[column] {
						t.Errorf("%s: %s is %q, want %q", key(w), column, row[column], w[column])
					}
				}
				same(t, key(w)+" retention", row["retention"], w["retention"], 1e-6)
				same(t, key(w)+" revenue", row["revenue"], w["revenue"], 0.01)
			}
			for k, row := range rows {
				if row["active_customers"] != "0" {
					t.Errorf("%s: %v is not expected", k, row)
				}
			}
		})
	}
}

func TestRealMonths(t *testing.T) {
	folder, data := shared(t, "online_retail_2009_2010"), dataSets["online_retail_2009_2010"]
	months := inJSON(t, "cohort", filepath.Join(folder, data.file), data.flags...)["months"].([]any)
	want := table(t, expected(t, folder, "monthly_activity.csv"))
	if len(months) != len(want) {
		t.Fatalf("%d months, want %d", len(months), len(want))
	}
	for i, w := range want {
		month := months[i].(map[string]any)
		for mine, theirs := range map[string]string{"active": "active", "new": "new", "retained": "retained_from_prev",
			"reactivated": "reactivated", "lost": "lost_from_prev", "orders": "orders"} {
			same(t, w["month"]+" "+mine, strconv.FormatFloat(month[mine].(float64), 'f', -1, 64), w[theirs], 0)
		}
		same(t, w["month"]+" revenue", month["amount"].(string), w["revenue"], 0.01)
	}
}

func TestRealForecasts(t *testing.T) {
	tests := map[string]struct {
		flags    []string
		warnings []any
		figures  map[string]float64 // within 0.1 % where dropout is identified, else 1 %
		within   float64
	}{
		"cdnow_sample": {[]string{"--period-end", "1997-09-30", "--horizon-weeks", "39"}, []any{}, map[string]float64{
			"bgnbd.r": 0.242595, "bgnbd.alpha": 4.413602, "bgnbd.a": 0.792922, "bgnbd.b": 2.425907, "bgnbd.log_likelihood": -9582.429,
			"gamma_gamma.p": 6.2496, "gamma_gamma.q": 3.7442, "gamma_gamma.v": 15.4435, "forecast.purchases": 1653.41}, 1e-3},
		"online_retail_2009_2010": {[]string{"--period-end", "2010-12-09", "--horizon-weeks", "26"}, []any{"dropout_not_identified"},
			map[string]float64{"bgnbd.log_likelihood": -38387.587, "forecast.purchases": 9467.608}, 1e-2},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			folder := shared(t, name)
			got := inJSON(t, "clv", filepath.Join(folder, dataSets[name].file), slices.Concat(dataSets[name].flags, tt.flags)...)
			if !reflect.DeepEqual(got["warnings"], tt.warnings) {
				t.Errorf("warnings %v", got["warnings"])
			}
			for path, want := range tt.figures {
				group, key, _ := strings.Cut(path, ".")
				if x := got[group].(map[string]any)[key].(float64); math.Abs(x-want) > tt.within*math.Abs(want) {
					t.Errorf("%s is %v, want %v", path, x, want)
				}
			}
			if bgnbd := got["bgnbd"].(map[string]any); len(tt.warnings) > 0 && (bgnbd["a"] != nil || bgnbd["b"] != nil) {
				t.Errorf("an invention is shown: %v", bgnbd)
			}
		})
	}
}
