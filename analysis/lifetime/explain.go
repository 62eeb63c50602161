package lifetime

import (
	"erba/analysis/clv"
	"erba/analysis/null"
	"erba/analysis/why"
)

// ID is the method by which values of a life are decided.
const ID = "R90"

// Explain says by which way a value is known, and from what.
func (c *Config) Explain(f *Fit, l Life) why.Explanation {
	w := c.Value(f, l)
	if w.Way == Forecast {
		return c.foretold(f, l, w)
	}
	e := why.Explanation{Model: ID, Result: "lifetime.by_formula", Rule: w.Why, Cuts: []why.Figure{}, Changes: []why.Change{}, Inputs: []why.Figure{
		figure("lifetime.margin", why.Amount, l.Margin), figure("lifetime.retention", why.Share, f.Retention),
		why.Known("lifetime.discount", why.Share, c.Discount), figure("lifetime.five", why.Amount, w.Five),
		figure("lifetime.whole", why.Amount, w.Whole)}}
	if w.Way == Unknown {
		e.Result = "lifetime.unknown"
	}
	return e
}

// foretold is the explanation of a forecast: that of the orders, with what each
// of them leaves.
func (c *Config) foretold(f *Fit, l Life, w Worth) why.Explanation {
	e := f.Orders.Explain(l.Customer, nil, clv.Default())
	each, _ := f.Each.Each(l.scaled(f.Scale))
	e.Model, e.Inputs = ID, append(e.Inputs[:len(e.Inputs)-2],
		why.Known("clv.each", why.Amount, each*f.Scale), why.Known("lifetime.discount", why.Share, c.Discount), figure("lifetime.five", why.Amount, w.Five))
	return e
}

func figure(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n))
}
