// Package sales decides what the lines of a ledger say about its customers:
// which lines make one order, when it was, which orders count, and what comes
// out of that for the models, in the shape each of them reads.
//
// Lines of the same customer and order number are one order, on the earliest of
// their dates; a line without a number is an order of its own. An order counts
// if it has at least one line that buys: quantity above zero or, in ledgers
// without quantities, an amount not below zero. Returns lower the amount only.
// Sums are exact: whole millionths of the currency unit, never a float.
package sales

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"erba/kernel"
)

// Line is one line of a ledger.
type Line struct {
	Customer string
	Order    string // "" makes the line an order of its own
	Day      kernel.Date
	Amount   kernel.Decimal
	Buys     bool // neither a return nor a credit
}

// Order is one order of a customer.
type Order struct {
	Customer int32
	Day      int32 // kernel.Date's ordinal
	Amount   int64 // millionths
	Counts   bool
}

// Ledger collects lines; the zero Ledger is ready.
type Ledger struct {
	names     []string
	customers map[string]int32
	orders    []Order
	numbers   map[number]int32 // index into orders
	revenue   int64
}

// number is the number of an order; different customers may use the same one.
type number struct {
	customer int32
	text     string
}

// Add books a line. The strings are copied where they are kept. It refuses
// amounts whose sum would leave ±9.2 million million.
func (l *Ledger) Add(line Line) error {
	if l.customers == nil {
		l.customers, l.numbers = map[string]int32{}, map[number]int32{}
	}
	o := l.order(l.customer(line.Customer), line)
	sum, over := add(o.Amount, line.Amount.Micro())
	revenue, overall := add(l.revenue, line.Amount.Micro())
	if over || overall {
		return kernel.Invalid("kernel.too_large")
	}
	o.Amount, l.revenue = sum, revenue
	o.Day = min(o.Day, line.Day.Ordinal())
	o.Counts = o.Counts || line.Buys
	return nil
}

func (l *Ledger) customer(name string) int32 {
	n, ok := l.customers[name]
	if !ok {
		name = strings.Clone(name)
		n = int32(len(l.names))
		l.customers[name] = n
		l.names = append(l.names, name)
	}
	return n
}

// order is the order of a line, a new one if there is none yet.
func (l *Ledger) order(customer int32, line Line) *Order {
	if line.Order == "" {
		return l.open(customer, line)
	}
	at, ok := l.numbers[number{customer, line.Order}]
	if !ok {
		at = int32(len(l.orders))
		l.numbers[number{customer, strings.Clone(line.Order)}] = at
		return l.open(customer, line)
	}
	return &l.orders[at]
}

func (l *Ledger) open(customer int32, line Line) *Order {
	l.orders = append(l.orders, Order{Customer: customer, Day: line.Day.Ordinal()})
	return &l.orders[len(l.orders)-1]
}

// add is a+b, and whether it did not fit.
func add(a, b int64) (sum int64, over bool) {
	lo, _ := bits.Add64(uint64(a), uint64(b), 0)
	sum = int64(lo)
	return sum, (a^sum)&(b^sum) < 0
}

// Book is a ledger put in order: customers by their text, each with his orders
// by day.
type Book struct {
	Customers []string
	Revenue   kernel.Decimal
	Counted   int     // orders that count
	orders    []Order // by customer and day
	from      []int   // where a customer's orders begin, and the end of the last
}

// Book ends collecting: the ledger's memory becomes the book's.
func (l *Ledger) Book() *Book {
	place := l.places()
	for i := range l.orders {
		l.orders[i].Customer = place[l.orders[i].Customer]
	}
	slices.Sort(l.names)
	slices.SortStableFunc(l.orders, func(a, b Order) int { return cmp.Or(cmp.Compare(a.Customer, b.Customer), cmp.Compare(a.Day, b.Day)) })
	b := &Book{Customers: l.names, Revenue: kernel.Micro(l.revenue), orders: l.orders, from: make([]int, len(l.names)+1)}
	for i, o := range l.orders {
		b.from[o.Customer+1] = i + 1
		if o.Counts {
			b.Counted++
		}
	}
	return b
}

// places is where each customer comes to stand when they are sorted by text.
func (l *Ledger) places() []int32 {
	order := make([]int32, len(l.names))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(l.names[a], l.names[b]) })
	place := make([]int32, len(order))
	for to, from := range order {
		place[from] = int32(to)
	}
	return place
}

// Orders are the orders of a customer by day, those that do not count as well.
func (b *Book) Orders(customer int) []Order { return b.orders[b.from[customer]:b.from[customer+1]] }

// Last is the day of the last order of anybody; no date in an empty book.
func (b *Book) Last() kernel.Date {
	last := int32(0)
	for i, o := range b.orders {
		if i == 0 || o.Day > last {
			last = o.Day
		}
	}
	if len(b.orders) == 0 {
		return kernel.Date{}
	}
	return kernel.FromOrdinal(last)
}
