package portfolio

import (
	"slices"

	"erba/analysis/why"
)

// explainWorth explains the value scorecard.
func (e *Evaluated) explainWorth(row int32) why.Explanation {
	own := e.indicators(row, wholeMonth(e.Ask.AsOf))
	return e.Setting.Config.Value.Explain(own[:])
}

// explainMatrix explains the quadrant of the investment matrix.
func (e *Evaluated) explainMatrix(row int32) why.Explanation {
	return e.Setting.Config.Invest.Explain(e.ratingsOf(row))
}

// explainSingle explains the class by one measure.
func (e *Evaluated) explainSingle(row int32) why.Explanation {
	return e.Setting.Config.Single.Explain(e.single(row))
}

// trustInCard is how far a scorecard can be trusted: it is ours and of people,
// and where too much of it is open there is nothing to trust.
func (e *Evaluated) trustInCard(row int32, complete bool, kinds ...string) Confidence {
	if !complete {
		return Confidence{Level: "low", Reasons: []string{"portfolio.reason_incomplete"}}
	}
	return e.judgedBy(row, kinds...)
}

// ratedCard is what the radar of the account shows of the value scorecard.
func (e *Evaluated) ratedCard(row int32) Scored {
	cfg := &e.Setting.Config.Value
	own := e.indicators(row, wholeMonth(e.Ask.AsOf))
	r := cfg.Card.Rate(own[:])
	s := Scored{Total: known(r.Total), Completeness: r.Completeness, Class: cfg.Class(r).String(), Missing: r.Missing, Aspects: []Aspect{}}
	item := 0
	for i, aspect := range cfg.Card.Aspects {
		a := Aspect{Name: aspect.Name, Weight: aspect.Weight, Index: known(r.Aspects[i]), Items: []Indicator{}}
		for _, one := range aspect.Items {
			a.Items = append(a.Items, Indicator{one.Name, string(one.Unit), one.Weight, one.Floor, one.Target, known(own[item]), known(r.Items[item])})
			item++
		}
		s.Aspects = append(s.Aspects, a)
	}
	return s
}

// withoutBalance takes out of a card what is nothing but margins and costs.
func (c *Card) withoutBalance() {
	c.Why = slices.DeleteFunc(c.Why, func(w Reasoned) bool { return w.Model == inContribution || w.Model == inEffort })
}

// withoutMargin takes out of a card whatever tells, or lets one work out, what an
// account leaves of its sales: with the other indicators at hand the points would.
func (c *Card) withoutMargin() {
	for i := range c.Why {
		silence(&c.Why[i].Explanation, func(key string) bool { return slices.Contains(telling, key) })
	}
	c.Scored.Total = nil
	for i := range c.Scored.Aspects {
		a := &c.Scored.Aspects[i]
		for j := range a.Items {
			if one := &a.Items[j]; slices.Contains(telling, "value."+one.Name) {
				a.Index, one.Value, one.Score = nil, nil, nil
			}
		}
	}
}

// silence takes the inputs out of an explanation that tell too much, and with them
// what would change the result.
func silence(e *why.Explanation, tells func(key string) bool) {
	before := len(e.Inputs)
	e.Inputs = slices.DeleteFunc(e.Inputs, func(f why.Figure) bool { return tells(f.Key) })
	if len(e.Inputs) < before {
		e.Changes = []why.Change{}
	}
}

// telling are the inputs of explanations from which a margin can be told.
var telling = []string{"value.margin", "value.contribution", "value.service_cost", "value.payment", "value.total", "indicator.profit", "grade.score", "grade.score_before", "membership.score", "consensus.profit"}

// marginal reports whether the margin of an account is in its card at all.
func (e *Evaluated) marginal(row int32) bool {
	b := e.balances(e.period())
	return e.trend(row, wholeMonth(e.Ask.AsOf), e.Ask.Returns).gross().Known() ||
		cost(b.service, row).Known() || cost(b.fees, row).Known() || b.owedBy(row).Within.Known()
}
