package goal

import (
	"math"

	"erba/analysis/null"
	"erba/analysis/why"
)

// Explain says which metric counts, by what it is measured, and how much more
// would change the colour.
func (c *Config) Explain(k Case) why.Explanation {
	r := c.Judge(k)
	e := why.Explanation{Model: "M66", Result: r.text(), Rule: r.rule(k), Inputs: []why.Figure{
		figure("goal.sales", why.Amount, k.Sales), figure("goal.wallet", why.Amount, k.Wallet), figure("goal.share", why.Share, r.Share)}}
	if r.Primary == Share {
		e.Inputs = append(e.Inputs, figure("goal.goal_share", why.Share, k.Share))
	} else {
		e.Inputs = append(e.Inputs, figure("goal.goal_amount", why.Amount, k.Amount))
	}
	e.Inputs = append(e.Inputs, figure("goal.attainment", why.Share, r.Attainment))
	e.Cuts = []why.Figure{why.Known("goal.attainment", why.Share, c.Green), why.Known("goal.attainment", why.Share, c.Yellow)}
	e.Changes = c.changes(k, r)
	return e
}

func figure(key string, unit why.Unit, v null.Number) why.Figure {
	if !v.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(v))
}

// text is the key of the result.
func (r Result) text() string {
	switch {
	case r.Fault:
		return "goal.fault"
	case r.Colour == "":
		return "goal.none"
	}
	return "goal.colour_" + string(r.Colour)
}

// rule is the key of what decided.
func (r Result) rule(k Case) string {
	goal := k.Amount
	if r.Primary == Share {
		goal = k.Share
	}
	switch {
	case r.Fault:
		return "goal.rule_fault"
	case !goal.Known():
		return "goal.rule_no_goal"
	case r.Primary == Share && !k.Wallet.Known():
		return "goal.rule_no_wallet"
	case k.Chosen != "":
		return "goal.rule_chosen_" + string(r.Primary)
	}
	return "goal.rule_" + string(r.Primary)
}

// changes are the sales from which on the colour is another one.
func (c *Config) changes(k Case, r Result) []why.Change {
	all := []why.Change{}
	if r.Colour == "" {
		return all
	}
	full := k.Amount // the sales at an attainment of 1
	if r.Primary == Share {
		full = k.Share * k.Wallet
	}
	add := func(cut float64, colour Colour) {
		to := math.Ceil(float64(full) * cut)
		all = append(all, why.Instead("goal.sales", why.Amount, float64(k.Sales), to, "goal.colour_"+string(colour)))
	}
	if r.Colour == Red {
		add(c.Yellow, Yellow)
	}
	if r.Colour != Green {
		add(c.Green, Green)
	}
	return all
}
