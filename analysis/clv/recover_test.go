package clv

import (
	"math"
	"math/rand/v2"
	"testing"
)

// invent makes customers who behave as the model says, seen for two years at most.
func invent(m BGNBD, n int, seed uint64) []Customer {
	random := rand.New(rand.NewPCG(seed, 28))
	customers := make([]Customer, n)
	for i := range customers {
		c := Customer{Age: 30 + 70*random.Float64()}
		rate, leaves := gamma(random, m.R)/m.Alpha, 0.0
		if a := gamma(random, m.A); a > 0 {
			leaves = a / (a + gamma(random, m.B))
		}
		for at := random.ExpFloat64() / rate; at < c.Age; at += random.ExpFloat64() / rate {
			c.X, c.Last = c.X+1, at
			if random.Float64() < leaves {
				break
			}
		}
		customers[i] = c
	}
	return customers
}

// gamma draws from the gamma distribution of a shape (Marsaglia and Tsang).
func gamma(random *rand.Rand, shape float64) float64 {
	if shape == 0 {
		return 0
	}
	if shape < 1 {
		return gamma(random, shape+1) * math.Pow(random.Float64(), 1/shape)
	}
	d := shape - 1.0/3
	for {
		x := random.NormFloat64()
		v := math.Pow(1+x/math.Sqrt(9*d), 3)
		if v > 0 && math.Log(random.Float64()) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v
		}
	}
}

func TestTheParametersOfInventedCustomersAreFoundAgain(t *testing.T) {
	truth := BGNBD{R: 0.6, Alpha: 6, A: 0.9, B: 3}
	for seed := range uint64(2) {
		customers := invent(truth, 5000, seed)
		m, err := FitBGNBD(customers)
		if err != nil || !m.Identified {
			t.Fatalf("seed %d: %+v, %v", seed, m, err)
		}
		at := groupUp(customers).bgnbd([]float64{truth.R, truth.Alpha, truth.A, truth.B}, make([]float64, 4))
		if m.LogLikelihood < at || m.LogLikelihood > at+15 {
			t.Errorf("seed %d: %v, the truth has %v", seed, m.LogLikelihood, at)
		}
		near(t, "r", m.R, truth.R, 0.1)
		near(t, "alpha", m.Alpha, truth.Alpha, 0.15)
		near(t, "share of leavers", m.A/(m.A+m.B), truth.A/(truth.A+truth.B), 0.15)
	}
}

func TestWithoutLeaversDropoutIsNotIdentified(t *testing.T) {
	for seed := range uint64(3) {
		customers := invent(BGNBD{R: 0.9, Alpha: 8, B: 1}, 1000, seed)
		m, err := FitBGNBD(customers)
		if err != nil || m.Identified {
			t.Errorf("seed %d: %+v, %v", seed, m, err)
		}
		if _, known := m.Alive(customers[0]); known {
			t.Errorf("seed %d: a survival is shown", seed)
		}
	}
}
