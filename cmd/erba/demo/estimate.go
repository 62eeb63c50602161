package demo

import "math"

// Estimate is what somebody thinks an account buys a year in our categories.
type Estimate struct {
	Account int
	Yuan    int64
}

// Estimates are those of the accounts whose sellers asked, given what each
// account bought in the last twelve months, in yuan. Most buy more elsewhere;
// a few estimates are older than the business and lie below it.
func (c *Company) Estimates(bought []float64) (all []Estimate) {
	r := source(partEstimates, len(bought))
	for i := range c.Accounts {
		share := between(r, 0.15, 1.04)
		asked := r.Float64() < estimated
		if base := max(bought[i], 20_000*c.Accounts[i].weight); asked {
			all = append(all, Estimate{i, int64(math.Round(base/share/10_000)) * 10_000})
		}
	}
	return all
}
