// Package demo decides what a believable industrial supplier looks like: its
// people, groups of customers, products, orders and payments, made up from a
// seed and skewed the way real ledgers are. The same size, seed and day make
// the same company everywhere.
package demo

import (
	"math"
	"math/rand/v2"

	"erba/kernel"
)

// Size says how big the company is.
type Size struct {
	Accounts int
	Lines    int         // order lines, roughly
	Until    kernel.Date // the last day with business
}

// Usual is the company that a visitor of the demo meets.
func Usual(until kernel.Date) Size { return Size{Accounts: 1200, Lines: 120_000, Until: until} }

// What the company is like. Shares are fractions.
const (
	years     = 3
	seed      = 28
	silent    = 0.05 // accounts that never ordered
	grown     = 0.28 // accounts won during the three years
	lost      = 0.10 // accounts that stop, a year
	returned  = 0.03 // lines that come back
	estimated = 0.60 // accounts whose purchases somebody estimated
	skew      = 2.1  // of the lognormal sizes: the top fifth makes 75 to 80 % of sales
	orderless = 7.0  // orders a year that even the smallest active account places
)

// Company is the supplier with everything it knows.
type Company struct {
	Size
	People   []Person
	Accounts []Account
	Products []Product
}

// New makes up a company.
func New(size Size) *Company {
	c := &Company{Size: size, People: people(), Products: catalogue()}
	c.Accounts = accounts(size, sellers(c.People))
	return c
}

// source is the randomness of one part, so that parts do not disturb each other.
func source(part, n int) *rand.Rand { return rand.New(rand.NewPCG(seed+uint64(part)<<32, uint64(n))) }

// The parts that draw at random.
const (
	partNames = iota + 1
	partAccounts
	partTrade
	partEstimates
	partContacts
	partRatings
	partCosts
	partMaps
	partDeals
	partLend
)

// from is the first day of business.
func (s Size) from() kernel.Date { return s.Until.AddMonths(-12 * years).Add(1) }

// pick is one of a list.
func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// normal is the quantile of the standard normal distribution at p.
func normal(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

// between draws evenly from a to b.
func between(r *rand.Rand, a, b float64) float64 { return a + (b-a)*r.Float64() }
