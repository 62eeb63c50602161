package fee

import "erba/analysis/why"

// Explain is why fees are covered, or are not.
func (c Config) Explain(g Ground, fees int64) why.Explanation {
	r := Judge(g, fees)
	e := why.Explanation{Model: "M74", Result: "fee.light_" + c.Light(r), Rule: "fee.rule_" + c.Light(r), Inputs: []why.Figure{
		why.Known("fee.input_sales", why.Amount, g.Sales), why.Known("fee.input_share", why.Share, g.Margin.Float()),
		why.Known("fee.input_fees", why.Amount, fees), why.Known("fee.input_net", why.Amount, r.Net),
	}, Changes: []why.Change{}, Cuts: []why.Figure{why.Known("fee.input_fees", why.Amount, r.Gross)}}
	if r.Even == nil {
		e.Rule = "fee.rule_never"
		return e
	}
	e.Cuts = append(e.Cuts, why.Known("fee.input_sales", why.Amount, *r.Even))
	if !r.OK {
		e.Changes = append(e.Changes, why.Instead("fee.input_sales", why.Amount, g.Sales, *r.Even, "fee.light_tight"),
			why.Instead("fee.input_fees", why.Amount, fees, max(r.Gross, 0), "fee.light_tight"))
	}
	e.Sort()
	return e
}
