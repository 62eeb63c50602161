package receivable

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"erba/analysis/null"
	"erba/analysis/receivable"
	"erba/feature/importing"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

// public is a set of 2,466 invoices with the days on which they were paid, and what
// another tool has computed of them.
type public struct {
	*apptest.Stage
	*Service
	folder string
}

func (p *public) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

// table reads a CSV file by the names of its columns.
func (p *public) table(name string) (rows []map[string]string) {
	p.Helper()
	file, err := os.Open(filepath.Join(p.folder, name))
	p.must(err)
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	p.must(err)
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, title := range all[0] {
			row[title] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func (p *public) ageing(on string) Ageing {
	p.Helper()
	a, err := p.Ageing(p.As("director"), Ask{At: At{On: p.day(on)}})
	p.must(err)
	return a
}

func (p *public) day(text string) (d kernel.Date) {
	p.Helper()
	p.must(d.UnmarshalText([]byte(text)))
	return d
}

// cents is an amount as the files write it.
func (p *public) cents(text string) int64 {
	p.Helper()
	f, err := strconv.ParseFloat(text, 64)
	p.must(err)
	return int64(math.Round(f * 100))
}

// The figures of public invoices are those of another tool, at every day and for
// every customer.
func TestRealReceivables(t *testing.T) {
	t.Parallel()
	folder := os.Getenv("ERBA_TESTDATA")
	if folder == "" {
		folder = "../../../shared/data"
	}
	if _, err := os.Stat(filepath.Join(folder, "ar_ibm")); err != nil {
		t.Skip("the public invoices are not here: ", err)
	}
	apptest.Each(t, slices.Concat(features[:8], []app.Feature{importing.Feature}, features[8:]), func(s *apptest.Stage) {
		p := &public{s, New(s.Kit), filepath.Join(folder, "ar_ibm")}
		r, err := importing.New(s.Kit).Load(s.As("director"), filepath.Join(p.folder, "WA_Fn-UseC_-Accounts-Receivable.csv"),
			importing.Settings{Kind: importing.Invoices, CreateAccounts: true}, false, func(int64) {})
		p.must(err)
		if r.Rows != 2466 || r.Inserted != 2466 || r.Rejected != 0 {
			t.Fatalf("%+v", r)
		}
		p.totals()
		p.customers()
		p.behaviour()
	})
}

// totals compares what all customers owe, by days late and by age, and days of sales.
func (p *public) totals() {
	want := map[string]map[string]string{}
	for _, row := range p.table("expected/ageing_totals.csv") {
		if row["method"] == "past_due" {
			if want[row["as_of"]] == nil {
				want[row["as_of"]] = map[string]string{}
			}
			want[row["as_of"]][row["bucket"]] = fmt.Sprint(row["invoices"], " ", p.cents(row["amount"]))
		}
	}
	var summary struct {
		DSO map[string]float64 `json:"dso_90d"`
	}
	raw, err := os.ReadFile(filepath.Join(p.folder, "expected/summary.json"))
	p.must(err)
	p.must(json.Unmarshal(raw, &summary))
	for on, buckets := range want {
		a := p.ageing(on)
		if got := fmt.Sprint(a.Count, " ", a.Total); got != buckets["TOTAL"] {
			p.Errorf("%s: %s, want %s", on, got, buckets["TOTAL"])
		}
		for i, name := range []string{"not_due", "1-30", "31-60", "61-90", "over_90"} {
			if got := fmt.Sprint(a.Counts[i], " ", a.Ages[i]); got != buckets[name] {
				p.Errorf("%s, %s: %s, want %s", on, name, got, buckets[name])
			}
		}
		if math.Abs(float64(a.DSO)-summary.DSO[on]) > 1e-6 {
			p.Errorf("%s: %v days of sales, want %v", on, a.DSO, summary.DSO[on])
		}
	}
	if len(want) != 5 {
		p.Errorf("%d days were compared", len(want))
	}
}

// customers compares what each of them owes.
func (p *public) customers() {
	got := map[string]string{}
	for _, row := range p.table("expected/ageing_by_customer.csv") {
		on := row["as_of"]
		if got[on] == "" {
			got[on] = "read"
			for _, r := range p.ageing(on).Rows {
				if r.Total != 0 {
					got[on+r.Code] = fmt.Sprint(r.Ages, r.Total)
				}
			}
		}
		want := fmt.Sprint([receivable.Buckets]int64{p.cents(row["not_due"]), p.cents(row["1-30"]), p.cents(row["31-60"]), p.cents(row["61-90"]), p.cents(row["over_90"])}, p.cents(row["total"]))
		if got[on+row["customerID"]] != want {
			p.Errorf("%s, %s: %s, want %s", on, row["customerID"], got[on+row["customerID"]], want)
		}
		delete(got, on+row["customerID"])
	}
	for key, says := range got {
		if says != "read" {
			p.Errorf("%s owes %s, and nobody expects it", key, says)
		}
	}
}

// behaviour compares how late each customer paid.
func (p *public) behaviour() {
	end := kernel.On(2014, 12, 31)
	var late, days, many int
	var total int64
	for _, row := range p.table("expected/customer_payment_behaviour.csv") {
		p.must(p.DB.Snapshot(p.As("director"), func(tx *db.Tx) error {
			id, err := db.Find[kernel.ID](tx, `SELECT a.id FROM accounts a WHERE a.code = ? AND ?`, row["customerID"], tx.Visible("a.id"))
			if err != nil {
				return err
			}
			a, err := p.Of(tx, id, At{On: end})
			if err != nil {
				return err
			}
			mean, claims, err := p.Late(tx, id, kernel.On(2012, 1, 1), end)
			want, _ := strconv.ParseFloat(row["avg_days_late"], 64)
			n, latest := 0, 0
			for _, i := range a.Standing.Items {
				if len(i.Number) != 10 {
					p.Errorf("invoice %s lost its zeros", i.Number)
				}
				if by := i.Closed.Days(i.Due); by > 0 {
					n, latest, days = n+1, max(latest, by), days+by
				}
			}
			if math.Abs(float64(mean-null.Of(0))-want) > 1e-6 || fmt.Sprint(claims, n, latest, a.Standing.Claimed, a.Standing.Receivable) !=
				fmt.Sprint(row["invoices"], " ", row["late_invoices"], " ", row["max_days_late"], " ", p.cents(row["amount"]), " ", 0) {
				p.Errorf("%s: %d invoices of %d, %v days late, %d of them at most %d; want %v", row["customerID"], claims, a.Standing.Claimed, mean, n, latest, row)
			}
			late, many, total = late+n, many+claims, total+a.Standing.Claimed
			return err
		}))
	}
	if late != 877 || many != 2466 || total != 14770318 || math.Abs(float64(days)/float64(many)-3.442416869424169) > 1e-9 {
		p.Errorf("%d of %d late, %v days, %d", late, many, float64(days)/float64(many), total)
	}
}
