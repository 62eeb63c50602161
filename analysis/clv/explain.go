package clv

import "erba/analysis/why"

// Results of an explanation.
const (
	Active  = "clv.active"  // more likely still a customer than not
	Lapsed  = "clv.lapsed"  // more likely lost
	Unknown = "clv.unknown" // the data say nothing about dropout
)

// half is the probability from which on a customer is taken to be one still.
const half = 0.5

// Explain says whether a customer is taken to be one still, on what his expected
// purchases rest, and after how many weeks without any the answer would be
// another one. Amounts are in the unit of the histories; g may be nil.
func (m BGNBD) Explain(c Customer, g *GammaGamma, d Discount) why.Explanation {
	alive, identified := m.Alive(c)
	e := why.Explanation{Model: "M90", Result: m.result(c), Rule: m.rule(c), Cuts: []why.Figure{}, Changes: []why.Change{}, Inputs: []why.Figure{
		why.Known("clv.repeats", why.Orders, c.X),
		why.Known("clv.silence", why.Weeks, c.silence()),
		why.Known("clv.observed", why.Weeks, c.Age),
		shown("clv.alive", why.Share, alive, identified),
		why.Known("clv.expected", why.Orders, m.Forecaster().Expected(c, d.WeeksPerMonth*float64(d.Months)))}}
	each, valued := 0.0, false
	if g != nil {
		each, valued = g.Each(c)
	}
	e.Inputs = append(e.Inputs, shown("clv.each", why.Amount, each, valued),
		shown("clv.value", why.Amount, d.Value(m.Forecaster(), c, each), valued))
	if identified {
		e.Cuts = []why.Figure{why.Known("clv.alive", why.Share, half)}
		if to, result, ok := m.turn(c); ok {
			e.Changes = []why.Change{why.Instead("clv.silence", why.Weeks, c.silence(), to, result)}
		}
	}
	return e
}

func shown(key string, unit why.Unit, value float64, known bool) why.Figure {
	if !known {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, value)
}

// silence is the time since the last purchase.
func (c Customer) silence() float64 { return c.Age - c.Last }

func (m BGNBD) result(c Customer) string {
	switch alive, identified := m.Alive(c); {
	case !identified:
		return Unknown
	case alive >= half:
		return Active
	}
	return Lapsed
}

func (m BGNBD) rule(c Customer) string {
	switch {
	case !m.Identified:
		return "clv.rule_nbd"
	case c.X == 0:
		return "clv.rule_once" // in this model nobody leaves before a repeat purchase
	}
	return "clv.rule_bgnbd"
}

// turn is the silence with which the result would be another one: for who is a
// customer a longer one that goes on from today, for who is lost the one that he
// would have had, had he bought later.
func (m BGNBD) turn(c Customer) (silence float64, result string, ok bool) {
	silent := func(s float64) Customer { return Customer{X: c.X, Last: c.Age - s, Age: c.Age} }
	low, high, result := 0.0, c.silence(), Active
	if m.result(c) == Active {
		silent = func(s float64) Customer { return Customer{X: c.X, Last: c.Last, Age: c.Last + s} }
		low, high, result = c.silence(), farthest*(c.Age+m.Alpha), Lapsed
	}
	if c.X == 0 || m.result(silent(low)) != Active || m.result(silent(high)) != Lapsed {
		return 0, "", false
	}
	for range 60 { // the longer the silence, the less likely he is one
		if middle := (low + high) / 2; m.result(silent(middle)) == Active {
			low = middle
		} else {
			high = middle
		}
	}
	if result == Active {
		return low, result, true
	}
	return high, result, true
}

// farthest is up to how many times the time observed a longer silence is looked for.
const farthest = 100
