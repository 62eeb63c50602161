package clv

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// row is a customer with what other tools computed of him.
type row struct {
	Customer
	alive, purchases, each, value float64
}

func TestRealData(t *testing.T) {
	for folder, weeks := range map[string]float64{"cdnow_sample": 39, "online_retail_2009_2010": 26, "northwind": 26} {
		t.Run(folder, func(t *testing.T) {
			rows, want := expected(t, folder)
			customers := make([]Customer, len(rows))
			for i, r := range rows {
				customers[i] = r.Customer
			}
			m, err := FitBGNBD(customers)
			if err != nil {
				t.Fatal(err)
			}
			g, err := FitGammaGamma(customers)
			if err != nil {
				t.Fatal(err)
			}
			b := want.BGNBD
			if m.Identified != b.Identified {
				t.Fatalf("identified: %t with %+v", m.Identified, m)
			}
			near(t, "purchases", Total(m.Forecaster(), customers, weeks), b.Purchases, map[bool]float64{true: 1e-3, false: 1e-2}[b.Identified])
			if m.LogLikelihood < b.LogLikelihood-0.01 {
				t.Errorf("log-likelihood %v, other tools reach %v", m.LogLikelihood, b.LogLikelihood)
			}
			near(t, "NBD r", m.Limit.R, b.NBD.R, 1e-3)
			near(t, "NBD alpha", m.Limit.Alpha, b.NBD.Alpha, 1e-3)
			near(t, "NBD log-likelihood", m.Limit.LogLikelihood, b.NBD.LogLikelihood, 1e-6)
			near(t, "p", g.P, want.GammaGamma.P, 1e-3)
			near(t, "q", g.Q, want.GammaGamma.Q, 1e-3)
			near(t, "v", g.V, want.GammaGamma.V, 1e-3)
			near(t, "Gamma-Gamma log-likelihood", g.LogLikelihood, want.GammaGamma.LogLikelihood, 1e-6)
			if mean, known := g.Mean(); !known || math.Abs(mean-want.GammaGamma.Mean) > 0.01+1e-3*mean {
				t.Errorf("population mean %v, want %v", mean, want.GammaGamma.Mean)
			}
			if b.Identified {
				identified(t, m, g, rows, want, weeks)
			}
		})
	}
}

// identified compares what is only worth comparing where dropout is identified.
func identified(t *testing.T, m BGNBD, g GammaGamma, rows []row, want summary, weeks float64) {
	near(t, "r", m.R, want.BGNBD.R, 1e-3)
	near(t, "alpha", m.Alpha, want.BGNBD.Alpha, 1e-3)
	near(t, "a", m.A, want.BGNBD.A, 1e-3)
	near(t, "b", m.B, want.BGNBD.B, 1e-3)
	near(t, "log-likelihood", m.LogLikelihood, want.BGNBD.LogLikelihood, 1e-6)
	total := 0.0
	for i, r := range rows {
		alive, _ := m.Alive(r.Customer)
		each, _ := g.Each(r.Customer)
		value := Default().Value(m, r.Customer, each)
		total += value
		if math.Abs(alive-r.alive) > 1e-4 || math.Abs(m.Expected(r.Customer, weeks)-r.purchases) > 1e-3*(1+r.purchases) ||
			math.Abs(each-r.each) > 1e-3*r.each || math.Abs(value-r.value) > 2e-3*(1+r.value) {
			t.Errorf("row %d: alive %v, expected %v, each %v, value %v; want %+v", i, alive, m.Expected(r.Customer, weeks), each, value, r)
		}
	}
	near(t, "discounted value", total, want.CLV.Total, 1e-3)
}

type summary struct {
	BGNBD struct {
		R, Alpha, A, B float64
		LogLikelihood  float64 `json:"log_likelihood"`
		Identified     bool
		Purchases      float64 `json:"expected_purchases_total"`
		NBD            struct {
			R, Alpha      float64
			LogLikelihood float64 `json:"log_likelihood"`
		} `json:"nbd_no_dropout"`
	}
	GammaGamma struct {
		P, Q, V       float64
		LogLikelihood float64 `json:"log_likelihood"`
		Mean          float64 `json:"population_mean"`
	} `json:"gamma_gamma"`
	CLV struct{ Total float64 }
}

// expected reads what other tools computed of a data set.
func expected(t *testing.T, folder string) (rows []row, want summary) {
	root := os.Getenv("ERBA_TESTDATA")
	if root == "" {
		root = "../../../shared/data"
	}
	root = filepath.Join(root, folder, "expected")
	raw, err := os.ReadFile(filepath.Join(root, "summary.json"))
	if err != nil {
		t.Skip("the real data are not here: ", err)
	}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(root, "bgnbd_gg_customers.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range records[0] {
		at[name] = i
	}
	for _, record := range records[1:] {
		n := func(name string) float64 {
			v, _ := strconv.ParseFloat(record[at[name]], 64)
			return v
		}
		rows = append(rows, row{Customer{int(n("x")), n("t_x"), n("T"), n("m_x")},
			n("p_alive"), n("exp_purchases_39w"), n("exp_avg_value"), n("clv_12m_d1pct")})
	}
	return rows, want
}

func near(t *testing.T, name string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within*math.Abs(want)) {
		t.Errorf("%s is %v, want %v", name, got, want)
	}
}
