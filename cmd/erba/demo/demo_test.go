package demo

import (
	"slices"
	"testing"

	"erba/kernel"
)

var until = kernel.On(2026, 6, 30)

// facts are what an analyst would count in the company's ledgers.
type facts struct {
	lines, back      int
	invoices, late   int
	sales            []float64 // of the last twelve months, by account
	ordered          []bool    // ever
	lastYear, lapsed int       // active a year ago, and of those silent since
}

func count(c *Company) facts {
	f := facts{sales: make([]float64, len(c.Accounts)), ordered: make([]bool, len(c.Accounts))}
	before, year := make([]bool, len(c.Accounts)), c.Until.AddMonths(-12)
	for o := range c.Orders() {
		f.ordered[o.Account] = true
		for _, l := range o.Lines {
			f.lines++
			if l.Quantity < 0 {
				f.back++
			}
			if o.Date.Compare(year) > 0 {
				f.sales[o.Account] += float64(l.Quantity) * l.Price
			}
		}
		if o.Date.Compare(year) <= 0 && o.Date.Compare(year.AddMonths(-12)) > 0 {
			before[o.Account] = true
		}
		if o.Due.Compare(c.Until) <= 0 && o.Lines[0].Quantity > 0 {
			f.invoices++
			if o.Paid.IsZero() || o.Paid.Compare(o.Due) > 0 {
				f.late++
			}
		}
	}
	for i, was := range before {
		if was {
			f.lastYear++
			if f.sales[i] == 0 {
				f.lapsed++
			}
		}
	}
	return f
}

// top is the share of the largest fifth.
func top(sales []float64) float64 {
	bought := slices.DeleteFunc(slices.Clone(sales), func(s float64) bool { return s <= 0 })
	slices.Sort(bought)
	all, fifth := 0.0, 0.0
	for i, s := range bought {
		all += s
		if i >= len(bought)-(len(bought)+4)/5 {
			fifth += s
		}
	}
	return fifth / all
}

func TestTheCompanyIsLikeARealOne(t *testing.T) {
	c := New(Usual(until))
	f := count(c)
	silent, subsidiaries := 0, map[int]int{}
	for i, a := range c.Accounts {
		if !f.ordered[i] {
			silent++
		}
		if a.Parent >= 0 {
			subsidiaries[a.Parent]++
		}
	}
	largest := 0
	for _, n := range subsidiaries {
		largest = max(largest, n)
	}
	n, rated := float64(len(c.Accounts)), map[string]int{}
	for _, r := range c.Rated() {
		rated[r.Kind]++
	}
	tests := map[string]struct{ got, from, to float64 }{
		"people":                            {float64(len(c.People)), 40, 40},
		"products":                          {float64(len(c.Products)), 60, 60},
		"order lines":                       {float64(f.lines), 110_000, 130_000},
		"share of the top fifth":            {top(f.sales), 0.75, 0.80},
		"invoices paid late":                {float64(f.late) / float64(f.invoices), 0.30, 0.40},
		"accounts that leave in a year":     {float64(f.lapsed) / float64(f.lastYear), 0.08, 0.12},
		"lines that come back":              {float64(f.back) / float64(f.lines), 0.025, 0.035},
		"accounts without orders":           {float64(silent) / n, 0.04, 0.06},
		"accounts somebody estimated":       {float64(len(c.Estimates(f.sales))) / n, 0.57, 0.63},
		"accounts that sellers rated":       {float64(rated["loyalty"]) / n, 0.28, 0.38},
		"accounts rated where to invest":    {float64(rated["invest_price"]) / n, 0.13, 0.21},
		"subsidiaries of the largest group": {float64(largest), 5, 12},
	}
	for name, tt := range tests {
		if tt.got < tt.from || tt.got > tt.to {
			t.Errorf("%s: %.4g, want %.4g to %.4g", name, tt.got, tt.from, tt.to)
		}
	}
}

func TestTheSameSizeMakesTheSameCompany(t *testing.T) {
	size := Size{Accounts: 50, Lines: 2000, Until: until}
	one, two := New(size), New(size)
	var lines [2]int
	for i, c := range []*Company{one, two} {
		for o := range c.Orders() {
			lines[i] += len(o.Lines) * int(o.Date.Ordinal())
		}
	}
	if !slices.Equal(one.Accounts, two.Accounts) || lines[0] != lines[1] {
		t.Error("two companies of one size differ")
	}
}

func TestNamesAndCodesAreUnique(t *testing.T) {
	c := New(Size{Accounts: 20_000, Lines: 100, Until: until})
	names, codes := map[string]bool{}, map[string]bool{}
	for _, a := range c.Accounts {
		names[a.Name], codes[a.Code] = true, true
	}
	if len(names) < len(c.Accounts)*99/100 || len(codes) != len(c.Accounts) {
		t.Errorf("%d names and %d codes for %d accounts", len(names), len(codes), len(c.Accounts))
	}
}
