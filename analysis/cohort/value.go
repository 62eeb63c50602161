package cohort

import (
	"math"

	"erba/kernel"
)

// Period is the customers of a period, active meaning an order in the last
// twelve months.
type Period struct {
	Start int // customers at its start
	End   int // customers at its end
	New   int // of those, new in the period
}

// Retention is (End − New) / Start; unknown without customers at the start.
func (p Period) Retention() (share float64, known bool) { return ratio(p.End-p.New, p.Start) }

// Churn is 1 − retention.
func (p Period) Churn() (share float64, known bool) {
	retention, known := p.Retention()
	return 1 - retention, known
}

// Repeat is the share of buyers with two orders or more.
func Repeat(buyers, again int) (share float64, known bool) { return ratio(again, buyers) }

// Average is the average order value, in the unit of the sales.
func Average(sales int64, orders int) (value float64, known bool) {
	if orders == 0 {
		return 0, false
	}
	return float64(sales) / float64(orders), true
}

// Margin is what a customer earns a year, and how long he stays.
type Margin struct {
	Yearly    float64 // margin a year, in any unit of money
	Retention float64 // a year, 0 ≤ r < 1 + discount
	Discount  float64 // a year, such as 0.10
}

// Check refuses a customer who would be worth infinitely much.
func (m Margin) Check() error {
	if m.Retention < 0 || m.Discount < 0 || m.Retention >= 1+m.Discount {
		return kernel.Invalid("cohort.bad_margin", "retention", m.Retention, "discount", m.Discount)
	}
	return nil
}

// Lifetime is the value of a customer for ever: m·r / (1 + d − r).
func (m Margin) Lifetime() (float64, error) {
	return m.Yearly * m.Retention / (1 + m.Discount - m.Retention), m.Check()
}

// Years is the value of the next years: Σ m·r^t / (1+d)^t, t from 1.
func (m Margin) Years(years int) (sum float64, err error) {
	for t := 1; t <= years; t++ {
		sum += m.Yearly * math.Pow(m.Retention/(1+m.Discount), float64(t))
	}
	return sum, m.Check()
}

func ratio(part, whole int) (float64, bool) {
	if whole == 0 {
		return 0, false
	}
	return float64(part) / float64(whole), true
}
