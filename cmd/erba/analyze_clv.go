package main

import (
	"errors"
	"math"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"erba/analysis/clv"
	"erba/analysis/why"
	"erba/kernel"
)

type clvDocument struct {
	common
	PeriodEnd  kernel.Date     `json:"period_end"`
	BGNBD      *bgnbd          `json:"bgnbd"`
	NBD        *clv.NBD        `json:"nbd"`
	GammaGamma *clv.GammaGamma `json:"gamma_gamma"`
	Forecast   forecast        `json:"forecast"`
	Value      value           `json:"value"`
	Warnings   []string        `json:"warnings"`
	Why        *explained      `json:"why,omitempty"`
}

// explained is why one customer has his result.
type explained struct {
	Customer string `json:"customer"`
	why.Explanation
}

// bgnbd are the parameters; a and b are null where dropout is not identified.
type bgnbd struct {
	R             float64  `json:"r"`
	Alpha         float64  `json:"alpha"`
	A             *float64 `json:"a"`
	B             *float64 `json:"b"`
	LogLikelihood float64  `json:"log_likelihood"`
}

type forecast struct {
	Weeks     int      `json:"weeks"`
	Purchases *float64 `json:"purchases"`
}

// value is what all customers together are worth in the next months.
type value struct {
	Months          int     `json:"months"`
	MonthlyDiscount float64 `json:"monthly_discount"`
	Total           *string `json:"total"`
}

var clvHeader = []string{"customer", "x", "t_x", "T", "m_x", "p_alive", "exp_purchases", "exp_avg_value", "clv"}

// missing stands where nothing can be said.
const missing = "—"

func judgeCLV(c *cobra.Command, t *tabulation) (findings, error) {
	d, err := newCLV(c, t)
	if err != nil {
		return findings{}, err
	}
	histories, customers := t.book.Histories(d.PeriodEnd)
	model, err := clv.FitBGNBD(histories)
	if tooFew(err) {
		d.Warnings = append(d.Warnings, clv.TooFewRepeats)
		return findings{d, d.facts(), clvHeader, nil}, nil
	}
	if err != nil {
		return findings{}, err
	}
	d.learn(model, histories)
	rows := d.foretell(model, histories, t, customers)
	if err := d.explain(c, model, histories, t, customers); err != nil {
		return findings{}, err
	}
	return findings{d, d.facts(), clvHeader, rows}, nil
}

// newCLV is the document before anything is learnt.
func newCLV(c *cobra.Command, t *tabulation) (*clvDocument, error) {
	d := &clvDocument{common: t.common(), Warnings: []string{},
		Value: value{Months: clv.Default().Months, MonthlyDiscount: clv.Default().Rate}}
	var err, bad error
	d.PeriodEnd, err = dayFlag(c, "period-end")
	d.Forecast.Weeks, bad = c.Flags().GetInt("horizon-weeks")
	if d.PeriodEnd.IsZero() {
		d.PeriodEnd = t.book.Last()
	}
	return d, errors.Join(err, bad)
}

func tooFew(err error) bool {
	f, ok := errors.AsType[*kernel.Fault](err)
	return ok && f.Key == "clv.too_few_repeat_customers"
}

// learn notes what the fits found.
func (d *clvDocument) learn(m clv.BGNBD, histories []clv.Customer) {
	d.BGNBD = &bgnbd{R: m.R, Alpha: m.Alpha, LogLikelihood: m.LogLikelihood}
	if m.Identified {
		d.BGNBD.A, d.BGNBD.B = &m.A, &m.B
	}
	d.NBD = &m.Limit
	d.Warnings = append(d.Warnings, m.Warnings()...)
	if g, err := clv.FitGammaGamma(histories); err == nil {
		d.GammaGamma = &g
	} else {
		d.Warnings = append(d.Warnings, clv.TooFewRepeats)
	}
}

// foretell sums up the purchases and values to come, and makes a row for each customer.
func (d *clvDocument) foretell(m clv.BGNBD, histories []clv.Customer, t *tabulation, customers []int) (rows [][]string) {
	purchases, total, valued := 0.0, 0.0, d.GammaGamma != nil
	for i, h := range histories {
		expected := m.Forecaster().Expected(h, float64(d.Forecast.Weeks))
		each, worth, known := d.worth(m, h)
		purchases, total, valued = purchases+expected, total+worth, valued && known
		alive, identified := m.Alive(h)
		rows = append(rows, []string{t.book.Customers[customers[i]], strconv.Itoa(h.X), decimal(h.Last, 8), decimal(h.Age, 8), decimal(h.Mean, 8),
			ifKnown(alive, identified), decimal(expected, 8), ifKnown(each, known), ifKnown(worth, known)})
	}
	d.Forecast.Purchases = &purchases
	if valued {
		sum := money(int64(math.Round(total * 100)))
		d.Value.Total = &sum
	}
	return rows
}

// explain says why the customer of a flag has his result, if one is named.
func (d *clvDocument) explain(c *cobra.Command, m clv.BGNBD, histories []clv.Customer, t *tabulation, customers []int) error {
	name, err := c.Flags().GetString("why")
	if err != nil || name == "" {
		return err
	}
	i := slices.IndexFunc(customers, func(row int) bool { return t.book.Customers[row] == name })
	if i < 0 {
		return kernel.Missing("analyze.no_customer", "customer", name)
	}
	d.Why = &explained{name, m.Explain(histories[i], d.GammaGamma, clv.Default())}
	return nil
}

func ifKnown(x float64, known bool) string {
	if !known {
		return missing
	}
	return decimal(x, 8)
}

// worth is what one purchase of a customer and all those to come are worth.
func (d *clvDocument) worth(m clv.BGNBD, h clv.Customer) (each, worth float64, known bool) {
	if d.GammaGamma == nil {
		return 0, 0, false
	}
	if each, known = d.GammaGamma.Each(h); known {
		worth = clv.Default().Value(m.Forecaster(), h, each)
	}
	return each, worth, known
}

func (d *clvDocument) facts() []fact {
	facts := append(d.common.facts(), fact{"period_end", d.PeriodEnd.String()})
	if p := d.BGNBD; p != nil {
		facts = append(facts, fact{"r", decimal(p.R, 6)}, fact{"alpha", decimal(p.Alpha, 6)}, fact{"a", orMissing(p.A)}, fact{"b", orMissing(p.B)},
			fact{"log_likelihood", decimal(p.LogLikelihood, 4)})
	}
	if g := d.GammaGamma; g != nil {
		facts = append(facts, fact{"p", decimal(g.P, 6)}, fact{"q", decimal(g.Q, 6)}, fact{"v", decimal(g.V, 6)})
	}
	facts = append(facts, fact{"purchases in " + strconv.Itoa(d.Forecast.Weeks) + " weeks", orMissing(d.Forecast.Purchases)})
	if d.Value.Total != nil {
		facts = append(facts, fact{"value in " + strconv.Itoa(d.Value.Months) + " months", *d.Value.Total})
	}
	for _, w := range slices.Compact(d.Warnings) {
		facts = append(facts, fact{"warning", w})
	}
	if d.Why != nil {
		facts = append(facts, d.Why.facts()...)
	}
	return facts
}

func (e explained) facts() []fact {
	facts := []fact{{"why " + e.Customer, e.Result + ", " + e.Rule}}
	for _, f := range e.Inputs {
		facts = append(facts, fact{"  " + f.Key, ifKnown(f.Value, f.Known)})
	}
	for _, c := range e.Changes {
		facts = append(facts, fact{"  " + c.Key + " → " + c.Result, decimal(c.To, 8)})
	}
	return facts
}

func orMissing(x *float64) string {
	if x == nil {
		return missing
	}
	return decimal(*x, 6)
}
