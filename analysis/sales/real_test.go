package sales

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"erba/analysis/clv"
	"erba/analysis/cohort"
	"erba/analysis/pareto"
	"erba/analysis/rfm"
	"erba/kernel"
)

// records reads a CSV file of a data set by the names of its columns.
func records(t *testing.T, name string) (rows []map[string]string) {
	t.Helper()
	root := os.Getenv("ERBA_TESTDATA")
	if root == "" {
		root = "../../../shared/data"
	}
	f, err := os.Open(filepath.Join(root, "northwind", name))
	if err != nil {
		t.Skip("the real data are not here: ", err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, cell := range cells {
			row[all[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func read(t *testing.T, s string) kernel.Decimal {
	d, err := kernel.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// northwind is the ledger of a trader: quantity × price, less a discount.
func northwind(t *testing.T) *Book {
	heads := map[string]map[string]string{}
	for _, order := range records(t, "orders.csv") {
		heads[order["orderID"]] = order
	}
	var ledger Ledger
	for _, row := range records(t, "order_details.csv") {
		head := heads[row["orderID"]]
		var day kernel.Date
		if err := day.UnmarshalText([]byte(head["orderDate"][:10])); err != nil {
			t.Fatal(err)
		}
		paid := kernel.Micro(Unit - read(t, row["discount"]).Micro())
		amount, err := read(t, row["unitPrice"]).Times(read(t, row["quantity"]))
		if err == nil {
			amount, err = amount.Times(paid)
		}
		if err == nil {
			err = ledger.Add(Line{head["customerID"], row["orderID"], day, amount, true})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return ledger.Book()
}

func TestNorthwindSums(t *testing.T) {
	b := northwind(t)
	if len(b.Customers) != 89 || b.Counted != 830 || money(b.Revenue) != "1265793.04" {
		t.Errorf("%d customers, %d orders, %s", len(b.Customers), b.Counted, b.Revenue)
	}
}

func money(d kernel.Decimal) string { return kernel.Money{Minor: d.Minor()}.String()[:10] }

func TestNorthwindABC(t *testing.T) {
	b := northwind(t)
	var k pareto.Ranking
	classes := make([]pareto.Class, len(b.Customers))
	k.Rank(b.Amounts()).Classify(classes, pareto.Default())
	want := records(t, "expected/abc_customers.csv")
	for i, row := range k.Rows {
		if w := want[i]; b.Customers[row] != w["customer"] || classes[row].String() != w["class_crossing"] {
			t.Errorf("place %d: %s %s, want %v", i+1, b.Customers[row], classes[row], w)
		}
	}
	if r := k.Measure(pareto.Default()); math.Abs(r.Gini-0.5754536786744807) > 1e-6 || r.K80 != 34 {
		t.Errorf("%+v", r)
	}
}

func TestNorthwindRFM(t *testing.T) {
	b, cfg := northwind(t), rfm.Default()
	cfg.Binning, cfg.Unit = rfm.ByQuantile, Unit
	columns, scores := b.RFM(kernel.On(1998, 5, 7)), make([]rfm.Score, len(b.Customers))
	new(rfm.Scorer).Score(columns, cfg, scores)
	for i, w := range records(t, "expected/rfm_scores.csv") {
		got := fmt.Sprintln(b.Customers[i], columns.Recency[i], columns.Orders[i], scores[i].Number(), rfm.SegmentOf(scores[i], rfm.Segments()))
		if want := fmt.Sprintln(w["customer_id"], w["recency_days"], w["transaction_count"], w["rfm_score"], w["segment"]); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestNorthwindCohorts(t *testing.T) {
	table, at := cohort.Make(northwind(t).Cohorts()), map[string]string{}
	for _, c := range table.Cohorts {
		for offset, active := range c.Active {
			at[fmt.Sprint(c.Month, " ", c.Month+cohort.Month(offset))] = fmt.Sprint(c.Size, active, c.Orders[offset])
		}
	}
	for _, w := range records(t, "expected/retention_cohorts.csv") {
		if got, want := at[w["cohort"]+" "+w["month"]], w["cohort_size"]+" "+w["active_customers"]+" "+w["orders"]; got != want {
			t.Errorf("%s %s: %s, want %s", w["cohort"], w["month"], got, want)
		}
	}
}

func TestNorthwindHistories(t *testing.T) {
	b := northwind(t)
	histories, rows := b.Histories(kernel.On(1998, 5, 6))
	for i, w := range records(t, "expected/bgnbd_gg_customers.csv") {
		h := histories[i]
		if got, want := fmt.Sprintf("%s %d %.8f %.8f", b.Customers[rows[i]], h.X, h.Last, h.Age), w["customer"]+" "+w["x"]+" "+w["t_x"]+" "+w["T"]; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if want := read(t, w["m_x"]).Float(); math.Abs(h.Mean-want) > 0.005 {
			t.Errorf("%s spends %v, want %v", w["customer"], h.Mean, want)
		}
	}
	m, err := clv.FitBGNBD(histories)
	if err != nil || m.Identified {
		t.Errorf("%+v, %v", m, err)
	}
	if got := clv.Total(m.Forecaster(), histories, 26); math.Abs(got/243.89924615-1) > 0.01 {
		t.Errorf("%v purchases to come", got)
	}
}
