package demo

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"

	"erba/kernel"
)

// Line is a line of an order. Quantities below zero come back.
type Line struct {
	Product     int // index
	Quantity    int64
	Price, Cost float64 // yuan a unit, net
}

// Order is what an account orders on a day, with its invoice and its payment.
type Order struct {
	Account  int // index
	Number   string
	Date     kernel.Date
	Lines    []Line
	Invoiced kernel.Date
	Due      kernel.Date
	Paid     kernel.Date // zero: not yet
}

// seasons are the months' shares of a year: quiet around the spring festival,
// busy before the end of the year.
var seasons = [12]float64{0.9, 0.55, 1.05, 1.02, 1.05, 1.1, 0.95, 0.98, 1.08, 1.02, 1.12, 1.18}

const (
	growth   = 1.08 // of every account's business, a year
	perOrder = 3.0  // lines of an order, on average
)

// Orders are all orders, account by account and within each by day.
func (c *Company) Orders() iter.Seq[Order] {
	plan := c.plan()
	return func(yield func(Order) bool) {
		for i := range c.Accounts {
			for o := range c.ordersOf(i, plan) {
				if !yield(o) {
					return
				}
			}
		}
	}
}

// plan is how the lines spread over the accounts: a floor for each, and the
// rest by the square root of its size.
type plan struct{ floor, more float64 } // orders a year: floor + more·√size

func (c *Company) plan() plan {
	alive, big := 0.0, 0.0
	for _, a := range c.Accounts {
		y := a.years()
		alive += y
		big += y * math.Sqrt(a.weight)
	}
	orders := float64(c.Lines) / perOrder
	floor := min(orderless, 0.5*orders/alive)
	return plan{floor, (orders - floor*alive) / big}
}

// years is how long the account has been ordering.
func (a Account) years() float64 {
	if a.first.IsZero() {
		return 0
	}
	return float64(a.last.Days(a.first)+1) / 365
}

// ordersOf are the orders of one account.
func (c *Company) ordersOf(i int, p plan) iter.Seq[Order] {
	a := &c.Accounts[i]
	r := source(partTrade, i)
	rate := (p.floor + p.more*math.Sqrt(a.weight)) / 365
	taste := r.Perm(len(c.Products))[:3+r.IntN(9)]
	discount := min(0.22, 0.04*math.Log1p(a.weight)+between(r, -0.02, 0.05))
	return func(yield func(Order) bool) {
		if a.first.IsZero() {
			return
		}
		for day, n := a.first, 0; ; n++ {
			if n > 0 { // the first order is what makes it a customer
				day = day.Add(1 + int(r.ExpFloat64()/(rate*season(day))))
			}
			if day.Compare(a.last) > 0 || !yield(c.order(r, i, n, day, taste, discount)) {
				return
			}
		}
	}
}

func season(day kernel.Date) float64 {
	_, month, _ := day.Parts()
	return seasons[month-1]
}

// order is one order of an account, with what follows from it.
func (c *Company) order(r *rand.Rand, i, n int, day kernel.Date, taste []int, discount float64) Order {
	a := &c.Accounts[i]
	o := Order{Account: i, Number: fmt.Sprintf("SO%s-%04d", a.Code[1:], n+1), Date: day}
	age := float64(day.Days(c.from())) / 365
	for range 1 + r.IntN(2*int(perOrder)-1) {
		o.Lines = append(o.Lines, c.line(r, a, pick(r, taste), discount, math.Pow(growth, age)))
	}
	o.Invoiced = day.Add(2 + r.IntN(9))
	o.Due = o.Invoiced.Add(a.terms)
	if paid := o.Due.Add(delay(r, a)); paid.Compare(c.Until) <= 0 {
		o.Paid = paid
	}
	return o
}

// line buys more of a product the larger the account and the cheaper the
// product; three in a hundred come back.
func (c *Company) line(r *rand.Rand, a *Account, product int, discount, grown float64) Line {
	p := c.Products[product]
	worth := 9_000 * math.Sqrt(a.weight) * grown * math.Exp(0.55*r.NormFloat64())
	l := Line{Product: product, Quantity: max(1, int64(worth/p.Price)), Price: round(p.Price * (1 - discount)), Cost: p.Cost}
	if r.Float64() < returned {
		l.Quantity = -max(1, l.Quantity/3)
	}
	return l
}

// delay is how many days after the due day the account pays; below zero before.
func delay(r *rand.Rand, a *Account) int {
	if r.Float64() < a.slack {
		return 1 + int(r.ExpFloat64()*22)
	}
	return -r.IntN(12)
}
