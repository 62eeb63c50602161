package rfm

import (
	"slices"

	"erba/analysis/why"
)

// Explain says why a customer has his scores, given the steps of his
// population, and what it takes for one point more or less of each.
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
	for _, to := range m.neighbours() {
		if after := reached(&m.steps, m.direction, to); after != m.score && to >= 0 {
			e.Changes = append(e.Changes, why.Instead(m.key, m.unit, m.value, to, c.TypeOf(m.replace(score, after)).Key()))
		}
	}
}

// neighbours are the nearest values with a higher and with a lower score.
func (m measure) neighbours() (values []int64) {
	if m.score < 5 {
		values = append(values, m.steps[m.score-1])
	}
	if m.score > 1 {
		values = append(values, m.steps[m.score-2]-m.direction)
	}
	return values
}
