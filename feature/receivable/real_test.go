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

// ways are the two ways of counting the days of an age, and which buckets of ours are one of theirs.
var ways = map[string][]struct {
	name        string
	first, last int
}{
	"past_due": {{"not_due", receivable.NotDue, receivable.NotDue}, {"1-30", receivable.To30, receivable.To30}, {"31-60", receivable.To60, receivable.To60},
		{"61-90", receivable.To90, receivable.To90}, {"over_90", receivable.Over90, receivable.Over90}, {"TOTAL", receivable.NotDue, receivable.Over90}},
	"age": {{"0-30", receivable.NotDue, receivable.To30}, {"31-60", receivable.To60, receivable.To60}, {"61-90", receivable.To90, receivable.To90},
		{"over_90", receivable.Over90, receivable.Over90}, {"TOTAL", receivable.NotDue, receivable.Over90}},
}

// totals compares what all customers owe, by days late and by age, and days of sales.
func (p *public) totals() {
	want, days := map[string]string{}, map[string]bool{}
	for _, row := range p.table("expected/ageing_totals.csv") {
		want[row["method"]+row["as_of"]+row["bucket"]] = fmt.Sprint(row["invoices"], " ", p.cents(row["amount"]))
		days[row["as_of"]] = true
	}
	if len(want) != 55 || len(days) != 5 {
		p.Errorf("%d figures of %d days are expected", len(want), len(days))
	}
	for on := range days {
		for method, steps := range ways {
			a, err := p.Ageing(p.As("director"), Ask{At: At{On: p.day(on), Issued: method == "age"}})
			p.must(err)
			for _, step := range steps {
				count, sum := 0, int64(0)
				for i := step.first; i <= step.last; i++ {
					count, sum = count+a.Counts[i], sum+a.Ages[i]
				}
				if got := fmt.Sprint(count, " ", sum); got != want[method+on+step.name] {
					p.Errorf("%s on %s, %s: %s, want %s", method, on, step.name, got, want[method+on+step.name])
				}
			}
		}
		if a := p.ageing(on); math.Abs(float64(a.DSO)-p.summary().DSO[on]) > 1e-6 {
			p.Errorf("%s: %v days of sales, want %v", on, a.DSO, p.summary().DSO[on])
		}
	}
}

// summary is what is said of all invoices.
type summary struct {
	Rows      int                `json:"rows"`
	Customers int                `json:"customers"`
	Total     float64            `json:"total"`
	Late      int                `json:"late_invoices"`
	Days      float64            `json:"mean_days_late_all"`
	LateDays  float64            `json:"mean_days_late_late_only"`
	Settling  float64            `json:"mean_days_to_settle"`
	Weighted  float64            `json:"amount_weighted_days_late"`
	DSO       map[string]float64 `json:"dso_90d"`
}

func (p *public) summary() (s summary) {
	raw, err := os.ReadFile(filepath.Join(p.folder, "expected/summary.json"))
	p.must(err)
	p.must(json.Unmarshal(raw, &s))
	return s
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

// paid is how some invoices were paid.
type paid struct {
	invoices, late, worst, days, settling int
	amount, weighted                      int64 // the second by days late
}

func (b *paid) add(i *receivable.Item) {
	late := max(0, i.Closed.Days(i.Due))
	b.invoices, b.late, b.worst, b.days, b.settling = b.invoices+1, b.late+min(late, 1), max(b.worst, late), b.days+late, b.settling+i.Closed.Days(i.On)
	b.amount, b.weighted = b.amount+i.Amount, b.weighted+i.Amount*int64(late)
}

func (b *paid) plus(o paid) {
	b.invoices, b.late, b.worst, b.days, b.settling = b.invoices+o.invoices, b.late+o.late, max(b.worst, o.worst), b.days+o.days, b.settling+o.settling
	b.amount, b.weighted = b.amount+o.amount, b.weighted+o.weighted
}

// behaviour compares how late each customer paid, and all of them.
func (p *public) behaviour() {
	var all paid
	rows := p.table("expected/customer_payment_behaviour.csv")
	for _, row := range rows {
		b, mean := p.paid(row["customerID"])
		if got, want := fmt.Sprint(b.invoices, b.amount, b.worst, b.late), fmt.Sprint(row["invoices"], " ", p.cents(row["amount"]), " ", row["max_days_late"], " ", row["late_invoices"]); got != want {
			p.Errorf("%s: %s, want %s", row["customerID"], got, want)
		}
		for name, is := range map[string]float64{"avg_days_late": mean, "late_rate": float64(b.late) / float64(b.invoices),
			"avg_days_to_settle": float64(b.settling) / float64(b.invoices), "amount_weighted_days_late": float64(b.weighted) / float64(b.amount)} {
			if want, _ := strconv.ParseFloat(row[name], 64); math.Abs(is-want) > 1e-6 {
				p.Errorf("%s, %s: %v, want %v", row["customerID"], name, is, want)
			}
		}
		all.plus(b)
	}
	s, n := p.summary(), float64(all.invoices)
	is := summary{all.invoices, len(rows), float64(all.amount) / 100, all.late, float64(all.days) / n, float64(all.days) / float64(all.late), float64(all.settling) / n, float64(all.weighted) / float64(all.amount), nil}
	if fmt.Sprint(is.Rows, is.Customers, is.Total, is.Late) != fmt.Sprint(s.Rows, s.Customers, s.Total, s.Late) || math.Abs(is.Days-s.Days)+math.Abs(is.LateDays-s.LateDays)+math.Abs(is.Settling-s.Settling)+math.Abs(is.Weighted-s.Weighted) > 1e-9 {
		p.Errorf("%+v, want %+v", is, s)
	}
}

// paid is how a customer paid, and how late on average.
func (p *public) paid(code string) (b paid, late float64) {
	end := kernel.On(2014, 12, 31)
	p.must(p.DB.Snapshot(p.As("director"), func(tx *db.Tx) error {
		id, err := db.Find[kernel.ID](tx, `SELECT a.id FROM accounts a WHERE a.code = ? AND ?`, code, tx.Visible("a.id"))
		p.must(err)
		a, err := p.Of(tx, id, At{On: end})
		p.must(err)
		mean, claims, err := p.Late(tx, id, kernel.On(2012, 1, 1), end)
		p.must(err)
		for i := range a.Standing.Items {
			if len(a.Standing.Items[i].Number) != 10 {
				p.Errorf("invoice %s lost its zeros", a.Standing.Items[i].Number)
			}
			b.add(&a.Standing.Items[i])
		}
		if claims != b.invoices || a.Standing.Receivable != 0 {
			p.Errorf("%s: %d of %d invoices are counted, %d is owed", code, claims, b.invoices, a.Standing.Receivable)
		}
		late = float64(mean - null.Of(0))
		return nil
	}))
	return b, late
}
