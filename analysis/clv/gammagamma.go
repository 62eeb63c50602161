package clv

import (
	"math"

	"erba/kernel"
)

// GammaGamma is the fitted model of what one purchase is worth.
type GammaGamma struct {
	P             float64 `json:"p"`
	Q             float64 `json:"q"`
	V             float64 `json:"v"`
	LogLikelihood float64 `json:"log_likelihood"`
	Customers     int     `json:"customers" doc:"Who bought again, for an amount above zero"`
}

// FitGammaGamma fits the customers who bought again for an amount above zero.
func FitGammaGamma(customers []Customer) (GammaGamma, error) {
	var again []Customer
	mean := 0.0
	for _, c := range customers {
		if c.X > 0 && c.Mean > 0 {
			again = append(again, c)
			mean += c.Mean
		}
	}
	if len(again) < fewest {
		return GammaGamma{}, kernel.Invalid("clv.too_few_repeat_customers", "least", fewest, "found", len(again))
	}
	spending := spending(again)
	best, height := maximize(spending.likelihood, 1, 2, mean/float64(len(again)))
	return GammaGamma{best[0], best[1], best[2], height, len(again)}, nil
}

type spending []Customer

func (s spending) likelihood(parameters, slope []float64) (height float64) {
	p, q, v := parameters[0], parameters[1], parameters[2]
	clear(slope)
	for _, c := range s {
		x, m := float64(c.X), c.Mean
		logX, logM, logSum := math.Log(x), math.Log(m), math.Log(v+m*x)
		height += lgamma(p*x+q) - lgamma(p*x) + (p*x-1)*logM + p*x*logX - (p*x+q)*logSum
		slope[0] += x * (digamma(p*x+q) - digamma(p*x) + logM + logX - logSum)
		slope[1] += digamma(p*x+q) - logSum
		slope[2] -= (p*x + q) / (v + m*x)
	}
	n := float64(len(s))
	slope[1] += n * (math.Log(v) - digamma(q))
	slope[2] += n * q / v
	return height + n*(q*math.Log(v)-lgamma(q))
}

// Mean is the expected value of a purchase of anybody; unknown where q ≤ 1,
// because the distribution then has no mean.
func (g GammaGamma) Mean() (value float64, known bool) { return g.Each(Customer{}) }

// Each is the expected value of a purchase of one customer: between his own
// mean and everybody's, the nearer to his own the more he bought.
func (g GammaGamma) Each(c Customer) (value float64, known bool) {
	x := float64(c.X)
	if below := g.P*x + g.Q - 1; below > 0 {
		return g.P * (g.V + c.Mean*x) / below, true
	}
	return 0, false
}
