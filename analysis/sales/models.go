package sales

import (
	"erba/analysis/clv"
	"erba/analysis/cohort"
	"erba/analysis/rfm"
	"erba/kernel"
)

// Unit is one currency unit in the amounts of a book.
const Unit = 1_000_000

// Amounts is what each customer is worth, in minor units, rounded once.
func (b *Book) Amounts() []int64 {
	amounts := make([]int64, len(b.Customers))
	for i := range amounts {
		sum := int64(0)
		for _, o := range b.Orders(i) {
			sum += o.Amount
		}
		amounts[i] = kernel.Micro(sum).Minor()
	}
	return amounts
}

// RFM is the columns of the customers as of a day, amounts in millionths.
func (b *Book) RFM(asOf kernel.Date) rfm.Columns {
	n, today := len(b.Customers), asOf.Ordinal()
	c := rfm.Columns{Recency: make([]int32, n), Orders: make([]int32, n), Amount: make([]int64, n)}
	for i := range n {
		c.Recency[i] = rfm.Never
		for _, o := range b.Orders(i) {
			c.Amount[i] += o.Amount
			if o.Counts {
				c.Orders[i]++
				c.Recency[i] = today - o.Day
			}
		}
	}
	return c
}

const week = 7

// Histories is what the models of purchases read, observed until a day, in
// weeks: orders of one day are one purchase. Customers without an order that
// counts by then are left out; rows are the customers it speaks of.
func (b *Book) Histories(end kernel.Date) (histories []clv.Customer, rows []int) {
	for i := range b.Customers {
		if h, ok := history(b.Orders(i), end.Ordinal()); ok {
			histories, rows = append(histories, h), append(rows, i)
		}
	}
	return histories, rows
}

func history(orders []Order, end int32) (h clv.Customer, ok bool) {
	first, last, after := int32(0), int32(0), int64(0)
	for _, o := range orders {
		if !o.Counts || o.Day > end {
			continue
		}
		if !ok {
			first, last, ok = o.Day, o.Day, true
		}
		if o.Day > last {
			h.X, last = h.X+1, o.Day
		}
		if o.Day > first {
			after += o.Amount
		}
	}
	h.Last, h.Age = float64(last-first)/week, float64(end-first)/week
	if h.X > 0 {
		h.Mean = float64(after) / Unit / float64(h.X)
	}
	return h, ok
}

// Cohorts is the orders that count, by customer and month.
func (b *Book) Cohorts() []cohort.Order {
	orders := make([]cohort.Order, 0, b.Counted)
	for _, o := range b.orders {
		if o.Counts {
			orders = append(orders, cohort.Order{Customer: o.Customer, Month: cohort.MonthOf(kernel.FromOrdinal(o.Day)), Amount: o.Amount})
		}
	}
	return orders
}
