package clv

import "math"

// BGNBD is the fitted model of purchases and dropout.
type BGNBD struct {
	R, Alpha      float64
	A, B          float64 // worth nothing unless Identified
	LogLikelihood float64
	Identified    bool // the data tell about dropout
	Limit         NBD  // the same without dropout
}

// enough is how much the logarithm of the likelihood must fall, half of the
// 95 % point of χ² with one degree of freedom.
const enough = 1.92

// FitBGNBD fits customers. It needs at least five who bought again.
func FitBGNBD(customers []Customer) (BGNBD, error) {
	if err := check(customers); err != nil {
		return BGNBD{}, err
	}
	h := groupUp(customers)
	limit := h.fitNBD()
	m := BGNBD{LogLikelihood: math.Inf(-1), Limit: limit}
	for _, start := range [][4]float64{
		{limit.R, limit.Alpha, 1, 2},
		{limit.R, limit.Alpha, lowest, highest}, // nobody drops out
	} {
		if p, height := maximize(h.bgnbd, start[:]...); height > m.LogLikelihood {
			m.R, m.Alpha, m.A, m.B, m.LogLikelihood = p[0], p[1], p[2], p[3], height
		}
	}
	m.Identified = !atBound(m.R, m.Alpha, m.A, m.B) && h.falls(m, 4) && h.falls(m, 0.25)
	return m, nil
}

// falls reports whether a and b times a factor fit the data distinctly worse.
func (h histories) falls(m BGNBD, factor float64) bool {
	other := h.bgnbd([]float64{m.R, m.Alpha, m.A * factor, m.B * factor}, make([]float64, 4))
	return m.LogLikelihood-other > enough
}

// Forecaster is the model itself, or its limit without dropout where dropout
// is not identified.
func (m BGNBD) Forecaster() Forecaster {
	if m.Identified {
		return m
	}
	return m.Limit
}

// Warnings are the keys of what a reader must know.
func (m BGNBD) Warnings() []string {
	if m.Identified {
		return nil
	}
	return []string{DropoutNotIdentified}
}

// Alive is the probability that a customer is still one; known is false where
// dropout is not identified, and a screen shows "—".
func (m BGNBD) Alive(c Customer) (p float64, known bool) {
	return 1 / (1 + m.odds(c)), m.Identified
}

// odds are those of having dropped out.
func (m BGNBD) odds(c Customer) float64 {
	if c.X == 0 {
		return 0
	}
	x := float64(c.X)
	return m.A / (m.B + x - 1) * math.Exp((m.R+x)*math.Log((m.Alpha+c.Age)/(m.Alpha+c.Last)))
}

// Expected is the number of purchases in the time after the observation. The
// published formula holds ₂F₁(r+x, b+x; a+b+x−1; z), which overflows for heavy
// buyers and is 0/0 at a = 1. By Euler's transformation it is
//
//	(a+b+x−1)·[1 − (1−z)^e·₂F₁(a+b−1−r, e; a+b+x−1; z)]/e,  e = a−1, z = t/(α+T+t)
//
// whose bracket is computed divided by e, term by term.
func (m BGNBD) Expected(c Customer, time float64) float64 {
	e, x := m.A-1, float64(c.X)
	z := time / (m.Alpha + c.Age + time)
	power := e * math.Log1p(-z)
	decay := -math.Log1p(-z) // the limit for e = 0
	if e != 0 {
		decay = -math.Expm1(power) / e
	}
	series := m.series(x, z)
	return ((m.A+m.B+x-1)*decay - math.Exp(power)*series) / (1 + m.odds(c))
}

// series is (₂F₁(a+b−1−r, e; c; z) − 1)·c/e with c = a+b+x−1, all terms of which
// are finite.
func (m BGNBD) series(x, z float64) (sum float64) {
	p, e, c := m.A+m.B-1-m.R, m.A-1, m.A+m.B+x-1
	term := p * z
	for k := 1.0; k < 1e6; k++ {
		sum += term
		if math.Abs(term) <= 1e-15*math.Abs(sum) {
			break
		}
		term *= (p + k) * (e + k) / ((c + k) * (k + 1)) * z
	}
	return sum
}

// bgnbd is the log-likelihood of r, alpha, a, b and its slope.
func (h histories) bgnbd(p, slope []float64) (height float64) {
	r, alpha, a, b := p[0], p[1], p[2], p[3]
	clear(slope)
	for _, c := range h.counts {
		height += c.customers * (lgamma(r+c.x) - lgamma(r) + r*math.Log(alpha) +
			lgamma(a+b) - lgamma(a+b+c.x) + lgamma(b+c.x) - lgamma(b))
		both := digamma(a+b) - digamma(a+b+c.x)
		slope[0] += c.customers * (digamma(r+c.x) - digamma(r) + math.Log(alpha))
		slope[1] += c.customers * r / alpha
		slope[2] += c.customers * both
		slope[3] += c.customers * (both + digamma(b+c.x) - digamma(b))
	}
	for _, g := range h.groups {
		height += g.customers * g.ending(p, h.counts[g.count].x, slope)
	}
	return height
}

// ending is ln[(α+T)^−(r+x) + a/(b+x−1)·(α+t)^−(r+x)]: the customer is still
// one, or dropped out at his last purchase.
func (g group) ending(p []float64, x float64, slope []float64) float64 {
	r, alpha, a, b := p[0], p[1], p[2], p[3]
	logAge, logLast := math.Log(alpha+g.age), math.Log(alpha+g.last)
	alive, gone := -(r+x)*logAge, math.Inf(-1)
	if x > 0 {
		gone = math.Log(a/(b+x-1)) - (r+x)*logLast
	}
	sum := logAdd(alive, gone)
	w, v := g.customers*math.Exp(alive-sum), g.customers*math.Exp(gone-sum)
	slope[0] -= w*logAge + v*logLast
	slope[1] -= (r + x) * (w/(alpha+g.age) + v/(alpha+g.last))
	if x > 0 {
		slope[2] += v / a
		slope[3] -= v / (b + x - 1)
	}
	return sum
}
