// Package cohort decides how well customers stay (part of method M90): in
// cohorts of the month of their first order, from month to month, and over a
// period; and what staying is worth.
//
// A customer is active in a month in which he ordered. Retention of a cohort is
// active / size; of a month, those active in it and in the month before / those
// active in the month before. What cannot be divided is unknown, not 0.
//
// Sources: the tables are common practice in subscription and repeat-buying
// analysis; the lifetime value formula is that of S. Gupta and D. R. Lehmann,
// Managing Customers as Investments (2005).
package cohort

import (
	"cmp"
	"fmt"
	"slices"

	"erba/kernel"
)

// Month is a month of the calendar, as months since the year 0.
type Month int32

// MonthOf is the month of a day.
func MonthOf(d kernel.Date) Month {
	year, month, _ := d.Parts()
	return Month(year*12 + month - 1)
}

// String writes 2026-06.
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", m/12, m%12+1) }

// MarshalText puts the month into JSON and CSV.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Order is one order of a customer, who is a number of the caller's.
type Order struct {
	Customer int32
	Month    Month
	Amount   int64 // in any whole unit
}

// Cohort is the customers whose first order was in one month. Its columns run
// from that month to the last month of any order.
type Cohort struct {
	Month  Month   `json:"month"`
	Size   int     `json:"size"`
	Active []int   `json:"active" doc:"Customers who ordered, by months since the first"`
	Orders []int   `json:"orders"`
	Amount []int64 `json:"amount"`
}

// Retention is the share of the cohort that ordered so many months later.
func (c Cohort) Retention(offset int) float64 { return float64(c.Active[offset]) / float64(c.Size) }

// Activity is one month of all customers.
type Activity struct {
	Month       Month `json:"month"`
	Active      int   `json:"active"`
	New         int   `json:"new"`
	Retained    int   `json:"retained"    doc:"Active in this month and in the one before"`
	Reactivated int   `json:"reactivated" doc:"Active, not in the month before, and not new"`
	Lost        int   `json:"lost"        doc:"Active in the month before, not in this one"`
	Orders      int   `json:"orders"`
	Amount      int64 `json:"amount"`
}

// Table is all cohorts and all months, without gaps.
type Table struct {
	Cohorts []Cohort // only months in which somebody ordered for the first time
	Months  []Activity
}

// Make makes the table of orders, which it puts in the order of customers and months.
func Make(orders []Order) Table {
	if len(orders) == 0 {
		return Table{}
	}
	slices.SortFunc(orders, func(a, b Order) int {
		return cmp.Or(cmp.Compare(a.Customer, b.Customer), cmp.Compare(a.Month, b.Month))
	})
	m := newMaker(orders)
	for i, from := 0, 0; i < len(orders); i++ {
		if i+1 == len(orders) || orders[i+1].Customer != orders[from].Customer {
			m.add(orders[from : i+1])
			from = i + 1
		}
	}
	return m.table()
}

// maker collects the customers one by one; its slices have a row for each month.
type maker struct {
	first   Month
	cohorts []Cohort
	months  []Activity
}

func newMaker(orders []Order) maker {
	byMonth := func(a, b Order) int { return cmp.Compare(a.Month, b.Month) }
	first, last := slices.MinFunc(orders, byMonth).Month, slices.MaxFunc(orders, byMonth).Month
	n := int(last-first) + 1
	m := maker{first, make([]Cohort, n), make([]Activity, n)}
	for i := range n {
		m.cohorts[i] = Cohort{Month: first + Month(i), Active: make([]int, n-i), Orders: make([]int, n-i), Amount: make([]int64, n-i)}
		m.months[i].Month = first + Month(i)
	}
	return m
}

// add counts the orders of one customer, sorted by month.
func (m *maker) add(orders []Order) {
	start := orders[0].Month
	c := &m.cohorts[start-m.first]
	c.Size++
	before := Month(-2)
	for _, o := range orders {
		c.Orders[o.Month-start]++
		c.Amount[o.Month-start] += o.Amount
		if o.Month != before {
			c.Active[o.Month-start]++
			m.move(o.Month, start, before)
			before = o.Month
		}
	}
	if end := int(before - m.first + 1); end < len(m.months) {
		m.months[end].Lost++
	}
}

// move counts a month in which a customer was active, and when he was before.
func (m *maker) move(month, start, before Month) {
	a := &m.months[month-m.first]
	a.Active++
	switch {
	case month == start:
		a.New++
	case month == before+1:
		a.Retained++
	default:
		a.Reactivated++
		m.months[before+1-m.first].Lost++
	}
}

func (m *maker) table() Table {
	for _, c := range m.cohorts {
		for offset := range c.Orders {
			a := &m.months[int(c.Month-m.first)+offset]
			a.Orders += c.Orders[offset]
			a.Amount += c.Amount[offset]
		}
	}
	return Table{slices.DeleteFunc(m.cohorts, func(c Cohort) bool { return c.Size == 0 }), m.months}
}

// Retention is, for a month of the table, the share of those active in the
// month before who were active again; unknown where nobody was.
func (t Table) Retention(month int) (share float64, known bool) {
	if month == 0 || t.Months[month-1].Active == 0 {
		return 0, false
	}
	return float64(t.Months[month].Retained) / float64(t.Months[month-1].Active), true
}
