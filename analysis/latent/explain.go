package latent

import "erba/analysis/why"

// ExplainGap says why a product that an account does not buy is proposed by its
// segment. How many accounts that are is only for who sees them all.
func (c *Config) ExplainGap(n Norm, whole bool) why.Explanation {
	e := why.Explanation{Model: "M96", Result: "latent.gap", Rule: "latent.rule_gap",
		Inputs: []why.Figure{why.Known("latent.share", why.Share, n.Share())},
		Cuts:   []why.Figure{why.Known("latent.share", why.Share, c.Share)}, Changes: []why.Change{}}
	if whole {
		e.Inputs = append(e.Inputs, why.Known("latent.buyers", why.Count, n.Buyers), why.Known("latent.accounts", why.Count, n.Accounts))
		e.Cuts = append(e.Cuts, why.Known("latent.accounts", why.Count, c.Segment))
	}
	e.Inputs = append(e.Inputs, c.median(n, whole))
	return e
}

// median is what a buyer spends, unless they are too few for this reader.
func (c *Config) median(n Norm, whole bool) why.Figure {
	if !c.Tells(n, whole) {
		return why.Unknown("latent.median", why.Amount)
	}
	return why.Known("latent.median", why.Amount, n.Median)
}

// Tells reports whether a reader may know what the buyers spend: of a few of them
// only who sees every account, because others could tell whose figure it is.
func (c *Config) Tells(n Norm, whole bool) bool { return whole || n.Buyers >= c.Discreet }

// ExplainAffinity says why a product is proposed by another one.
func (c *Config) ExplainAffinity(p Pair, n Norm, whole bool) why.Explanation {
	e := why.Explanation{Model: "M96", Result: "latent.affinity", Rule: "latent.rule_affinity",
		Inputs: []why.Figure{why.Known("latent.support", why.Share, p.Support()), why.Known("latent.lift", why.Score, p.Lift())},
		Cuts:   []why.Figure{why.Known("latent.support", why.Share, c.Support), why.Known("latent.lift", why.Score, c.Lift)}, Changes: []why.Change{}}
	if whole {
		e.Inputs = append(e.Inputs, why.Known("latent.both", why.Orders, p.Both), why.Known("latent.of_first", why.Orders, p.OfFirst),
			why.Known("latent.of_second", why.Orders, p.OfSecond), why.Known("latent.orders", why.Orders, p.Orders))
	}
	e.Inputs = append(e.Inputs, c.median(n, whole))
	return e
}

// ExplainReorder says why a product is due again, so many days after it was
// bought last.
func (c *Config) ExplainReorder(every float64, since int32, value int64) why.Explanation {
	late := c.Factor * every
	e := why.Explanation{Model: "M96", Result: "latent.not_due", Rule: "latent.rule_reorder",
		Inputs: []why.Figure{why.Known("latent.since", why.Days, since), why.Known("latent.every", why.Days, every),
			why.Known("latent.usual", why.Amount, value)},
		Cuts: []why.Figure{why.Known("latent.since", why.Days, late)}, Changes: []why.Change{}}
	if c.Overdue(every, since) {
		e.Result = "latent.reorder"
		e.Changes = []why.Change{why.Instead("latent.since", why.Days, float64(since), float64(int(late)), "latent.not_due")}
	}
	return e
}
