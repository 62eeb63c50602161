package rfm

import (
	"slices"

	"erba/analysis/why"
)

// Explain says why a customer has his scores, given the steps of his
// population, and what of each measure would make it high, or no longer.
func (c Config) Explain(steps Steps, recency, orders int32, amount int64) why.Explanation {
	score := steps.Score(recency, orders, amount)
	if !score.Scored() {
		return why.Explanation{Model: "M24", Result: NoOrders.Key(), Rule: "rfm.rule_no_orders",
			Inputs: []why.Figure{why.Unknown("rfm.recency", why.Days)}}
	}
	e := why.Explanation{Model: "M24", Result: c.TypeOf(score).Key(), Rule: "rfm.rule_" + string(c.Binning)}
	for _, m := range []measure{
		{"rfm.recency", why.Days, -1, int64(recency), steps.Recency, score.R, func(s Score, n uint8) Score { s.R = n; return s }},
		{"rfm.orders", why.Orders, 1, int64(orders), steps.Orders, score.F, func(s Score, n uint8) Score { s.F = n; return s }},
		{"rfm.amount", why.Amount, 1, amount, steps.Amount, score.M, func(s Score, n uint8) Score { s.M = n; return s }},
	} {
		m.add(&e, c, score)
	}
	e.Sort()
	return e
}

// measure is one of the three, with how to replace its score.
type measure struct {
	key       string
	unit      why.Unit
	direction int64
	value     int64
	steps     [4]int64
	score     uint8
	replace   func(Score, uint8) Score
}

func (m measure) add(e *why.Explanation, c Config, score Score) {
	e.Inputs = append(e.Inputs, why.Known(m.key, m.unit, m.value), why.Known(m.key+"_score", why.Score, m.score))
	for _, step := range slices.Backward(m.steps[:]) {
		e.Cuts = append(e.Cuts, why.Known(m.key, m.unit, step))
	}
	if to := m.turn(c.High); to >= 0 {
		after := c.TypeOf(m.replace(score, reached(&m.steps, m.direction, to)))
		e.Changes = append(e.Changes, why.Instead(m.key, m.unit, m.value, to, after.Key()))
	}
}

// turn is the nearest value on the other side of the step to a high score.
func (m measure) turn(high uint8) int64 {
	step := m.steps[high-2]
	if m.score >= high {
		return step - m.direction
	}
	return step
}
