package clv

import "math"

// NBD is the model without dropout: everybody stays a customer.
type NBD struct {
	R             float64 `json:"r"`
	Alpha         float64 `json:"alpha"`
	LogLikelihood float64 `json:"log_likelihood"`
}

// Expected is the number of purchases in the time after the observation.
func (m NBD) Expected(c Customer, time float64) float64 {
	return (m.R + float64(c.X)) / (m.Alpha + c.Age) * time
}

func (h histories) fitNBD() NBD {
	purchases, ages := 0.0, 0.0
	for _, g := range h.groups {
		purchases += g.customers * h.counts[g.count].x
		ages += g.customers * g.age
	}
	best, height := maximize(h.nbd, 1, ages/purchases)
	return NBD{best[0], best[1], height}
}

func (h histories) nbd(p, slope []float64) (height float64) {
	r, alpha := p[0], p[1]
	clear(slope)
	for _, c := range h.counts {
		height += c.customers * (lgamma(r+c.x) - lgamma(r) + r*math.Log(alpha))
		slope[0] += c.customers * (digamma(r+c.x) - digamma(r) + math.Log(alpha))
		slope[1] += c.customers * r / alpha
	}
	for _, g := range h.groups {
		x, logAge := h.counts[g.count].x, math.Log(alpha+g.age)
		height -= g.customers * (r + x) * logAge
		slope[0] -= g.customers * logAge
		slope[1] -= g.customers * (r + x) / (alpha + g.age)
	}
	return height
}
