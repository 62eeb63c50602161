package lifetime

import (
	"erba/analysis/clv"
	"erba/analysis/null"
)

// Fit is what all customers together tell: about their orders, about what one
// leaves, and how many stay for another year.
type Fit struct {
	Orders    clv.BGNBD
	Each      clv.GammaGamma
	Scale     float64     // of what one order leaves, so that the model works with numbers around 1
	Fitted    bool        // there is a model of orders
	Why       string      // text key: why it is not used; empty: it is
	Repeats   int         // customers who bought again
	Sample    int         // customers that it was fitted to
	Retention null.Number // of a year
	Measured  bool        // by the ledger, not by a decision
}

// most is to how many customers a model is fitted: seven numbers are known from
// so many as well as from all of them.
const most = 4000

// Fit works out what customers tell. stayed are those of the start of the year
// who have bought in it; start is how many these were.
func (c *Config) Fit(all []Life, stayed, start int) Fit {
	f := Fit{Retention: null.Ratio(null.Of(stayed), null.Of(start)), Measured: c.Retention == 0, Scale: 1}
	if !f.Measured {
		f.Retention = null.Of(c.Retention)
	}
	for i := range all {
		if all[i].X > 0 {
			f.Repeats++
		}
	}
	if f.Why = TooFew; f.Repeats < c.Least {
		return f
	}
	f.fit(sample(all))
	return f
}

// sample takes every so many of those who bought, so that it is the same whoever
// asks.
func sample(all []Life) (some []clv.Customer) {
	bought := 0
	for i := range all {
		if all[i].Bought {
			bought++
		}
	}
	step, at := bought/most+1, 0
	for i := range all {
		if !all[i].Bought {
			continue
		}
		if at%step == 0 {
			some = append(some, all[i].Customer)
		}
		at++
	}
	return some
}

func (f *Fit) fit(some []clv.Customer) {
	f.Sample = len(some)
	orders, err := clv.FitBGNBD(some)
	if err != nil {
		return
	}
	f.Orders, f.Fitted = orders, true
	if f.Why = NotIdentified; !orders.Identified {
		return
	}
	f.Why = NoMean
	if f.Scale = middle(some); f.Scale <= 0 {
		f.Scale = 1
		return
	}
	for i := range some {
		some[i].Mean /= f.Scale
	}
	if f.Each, err = clv.FitGammaGamma(some); err != nil {
		return
	}
	if _, known := f.Each.Mean(); known {
		f.Why = ""
	}
}

// middle is what an order leaves on average, of those who bought again with a profit.
func middle(some []clv.Customer) float64 {
	sum, n := 0.0, 0.0
	for _, c := range some {
		if c.X > 0 && c.Mean > 0 {
			sum, n = sum+c.Mean, n+1
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// against says why there is no forecast for a customer; empty: there is one.
func (f *Fit) against(l Life) string {
	switch {
	case f.Why != "":
		return f.Why
	case !l.Margin.Known():
		return NoMargin
	case l.X > 0 && l.Mean <= 0:
		return NoProfit
	}
	return ""
}

// scaled is the customer in the numbers of the model.
func (l Life) scaled(by float64) clv.Customer {
	l.Customer.Mean /= by
	return l.Customer
}
