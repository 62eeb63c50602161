package demo

import (
	"fmt"
	"math"
	"math/rand/v2"

	"erba/kernel"
)

// Account is a customer, with what only its inventor knows.
type Account struct {
	Code, Name, Short, USCC string
	Parent                  int // index of the company that owns it, −1 = none
	Region, City, Industry  string
	Ownership, Source       string
	Employees, RevenueYuan  int64
	Owner                   string // login
	Demand                  int64  // estimated yearly purchases in yuan, 0 = nobody estimated

	brand  string      // the two characters it is known by
	trade  string      // what it makes
	weight float64     // size of its business with us, 1 = the median account
	first  kernel.Date // zero: it never ordered
	last   kernel.Date // when it stopped, or the last day of business
	terms  int         // days to pay
	slack  float64     // how likely it pays late
}

// accounts makes the customers: sizes by the quantiles of a lognormal
// distribution, shuffled, so that the concentration does not hang on luck.
func accounts(size Size, sellers map[string][]Person) []Account {
	r, n := source(partAccounts, size.Accounts), size.Accounts
	names := newNames()
	all, order := make([]Account, n), r.Perm(n)
	for i := range all {
		a := &all[i]
		a.weight = math.Exp(skew * normal((float64(order[i])+0.5)/float64(n)))
		a.Code, a.Parent = fmt.Sprintf("K%06d", i+1), -1
		place(a, r, sellers)
		names.call(a)
		profile(a, r)
		life(a, r, size)
	}
	group(all)
	return all
}

// place gives an account a city and a seller of its region; the big ones go to
// key account managers.
func place(a *Account, r *rand.Rand, sellers map[string][]Person) {
	region := regions[weighted(r, 0.42, 0.24, 0.2, 0.14)]
	a.Region, a.City = region.name, pick(r, region.cities)
	team := sellers[a.Region]
	if a.weight > 3 {
		team = team[:3]
	}
	a.Owner = pick(r, team).Login
}

func profile(a *Account, r *rand.Rand) {
	a.Ownership = []string{"民营", "国有", "外资", "合资"}[weighted(r, 0.62, 0.18, 0.13, 0.07)]
	a.Source = []string{"fair", "survey", "service", "website", "campaign", "referral", "association"}[weighted(r, 0.24, 0.12, 0.1, 0.18, 0.1, 0.2, 0.06)]
	a.Employees = int64(40*math.Pow(a.weight, 0.8)*between(r, 0.5, 3)) + 8
	a.RevenueYuan = a.Employees * int64(between(r, 500_000, 1_400_000))
	a.terms = []int{30, 60, 90}[weighted(r, 0.45, 0.4, 0.15)]
	a.slack = []float64{0.12, 0.4, 0.85}[weighted(r, 0.5, 0.3, 0.2)]
	a.USCC = uscc(r)
}

// life decides when an account began to order and when it stopped.
func life(a *Account, r *rand.Rand, size Size) {
	from, days := size.from(), size.Until.Days(size.from())
	if r.Float64() < silent {
		return
	}
	a.first, a.last = from, size.Until
	if r.Float64() < grown {
		a.first = from.Add(r.IntN(days))
	}
	stops := a.first.Add(int(-math.Log(r.Float64()) / -math.Log(1-lost) * 365))
	if stops.Compare(size.Until) < 0 {
		a.last = stops
	}
}

// group makes companies of companies: one account in six belongs to another,
// and the largest, which nobody owns, has seven more.
func group(all []Account) {
	largest := 0
	for i := range all {
		if all[i].weight > all[largest].weight {
			largest = i
		}
	}
	for i := 5; i < len(all); i += 6 {
		if i != largest {
			join(&all[i], all[i-5], i-5)
		}
	}
	for i := 3; i < min(len(all), 42); i += 6 {
		if i != largest {
			join(&all[i], all[largest], largest)
		}
	}
}

// join puts an account under another, with a name that shows it.
func join(a *Account, parent Account, at int) {
	a.Parent, a.Industry = at, parent.Industry
	a.Short = parent.brand + a.City
	a.Name = parent.brand + "（" + a.City + "）" + parent.trade + "有限公司"
}

// weighted draws an index by weights that sum to one.
func weighted(r *rand.Rand, weights ...float64) int {
	x := r.Float64()
	for i, w := range weights {
		if x -= w; x < 0 {
			return i
		}
	}
	return len(weights) - 1
}
