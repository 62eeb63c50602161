package portfolio

import (
	"slices"

	"erba/analysis/grade"
	"erba/analysis/invest"
	"erba/analysis/rfm"
	"erba/analysis/why"
)

// Card is what the portfolio knows of one account.
func (v *View) Card(row int32) Card {
	register := v.bySales
	c := Card{Frame: v.Frame, Member: v.member(row), KeyAccount: register.key(row), Since: register.since(row),
		Estimates: append([]Estimate{}, v.estimated(v.accounts[row].ID)...), Nominated: append([]Nomination{}, v.proposed(v.accounts[row].ID)...)}
	c.Why = []Reasoned{
		v.reasoned(inABC, row, v.ranking.Explain(row, v.Setting.Config.Pareto), v.fromLedger(row)),
		v.reasoned(inRFM, row, v.explainScore(row), v.fromLedger(row)),
		v.reasoned(inGrid, row, v.explainPlace(row), v.judgedBy(row, Demand, Potential)),
		v.reasoned(inQuadrant, row, v.cuts.Explain(v.current[row], v.expected[row]), v.judgedBy(row, Potential, Demand)),
		v.reasoned(inPyramid, row, v.explainTier(row), v.judgedBy(row, Potential, Demand)),
		v.reasoned(inWorth, row, v.explainWorth(row), v.trustInCard(row, v.class(row) != grade.None, Standing, Satisfaction, Loyalty, Influence)),
		v.reasoned(inClimb, row, v.explainClimb(row), v.trustInCard(row, v.climbed(row) != grade.None, Standing, Satisfaction, Loyalty, Influence)),
		v.reasoned(inCard, row, v.explainCard(row), v.trustInCardOf(row)),
		v.reasoned(inSingle, row, v.explainSingle(row), v.fromLedger(row)),
		v.reasoned(inMatrix, row, v.explainMatrix(row), v.trustInCard(row, v.quadrantOf(row).Quadrant != invest.None, matrix[:]...)),
		v.reasoned(inAgree, row, v.explainAgree(row), v.trustInCard(row, v.class(row) != grade.None, Standing, Satisfaction, Loyalty, Influence)),
		v.reasoned(inContribution, row, v.told(v.explainContribution(row)), v.trustInCosts(row)),
		v.reasoned(inEffort, row, v.told(v.explainEffort(row)), v.trustInCosts(row)),
		v.reasoned(inRegister, row, register.explainKey(row), register.trustInKey(row)),
	}
	c.Scored, c.Split = v.ratedCard(row), v.split(row)
	return c
}

// reasoned puts an explanation together. Shares would tell who sees only some
// accounts what all of them bring, so he gets none.
func (v *View) reasoned(model string, row int32, e why.Explanation, c Confidence) Reasoned {
	if v.scope == Own {
		e.Inputs = slices.DeleteFunc(e.Inputs, func(f why.Figure) bool { return f.Unit == why.Share || tellsAll(f.Key) })
		e.Changes = slices.DeleteFunc(e.Changes, func(c why.Change) bool { return tellsAll(c.Key) })
	}
	if e.Changes == nil {
		e.Changes = []why.Change{}
	}
	return Reasoned{Model: model, Method: e.Model, Explanation: e, Confidence: c, Rows: int64(v.lines[row])}
}

// tellsAll reports whether a figure, though no share, comes from what all bring.
func tellsAll(key string) bool { return key == grade.Placed || key == grade.Placed+"_before" }

func (e *Evaluated) explainScore(row int32) why.Explanation {
	recency := rfm.Never
	if e.final[row] != never {
		recency = e.Ask.AsOf.Ordinal() - e.final[row]
	}
	return e.Setting.Config.RFM.Explain(e.steps, recency, e.orders[row], e.value[row])
}

// explainPlace explains the cell; a VIP is one whatever he buys.
func (e *Evaluated) explainPlace(row int32) why.Explanation {
	x := e.Setting.Config.Grid.Explain(e.yearly[row], e.demand[row])
	if e.influence[row] > 0 {
		x.Inputs = append(x.Inputs, why.Known("portfolio.influence", why.Score, e.influence[row]))
		x.Cuts = append(x.Cuts, why.Known("portfolio.influence", why.Score, e.Setting.Config.Grid.Influence))
	}
	if e.isVIP(row) {
		x.Result, x.Rule = "grid.VIP", "grid.rule_vip"
	}
	return x
}

func (e *Evaluated) explainTier(row int32) why.Explanation {
	x := e.Setting.Config.Pyramid.Explain(e.cuts, e.current[row], e.expected[row], e.lift(row))
	if tier, provisional := e.tier(row); provisional {
		x.Result, x.Rule = tier.Key(), "pyramid.rule_provisional"
		x.Changes = slices.DeleteFunc(x.Changes, func(c why.Change) bool { return c.Result == x.Result })
	}
	return x
}

// fromLedger is the confidence in what only the ledger decides.
func (e *Evaluated) fromLedger(row int32) Confidence {
	switch {
	case e.lines[row] == 0:
		return Confidence{Level: "low", Reasons: []string{"portfolio.reason_no_lines"}}
	case e.Ask.Measure == Gross && !e.costed:
		return Confidence{Level: "low", Reasons: []string{"portfolio.warn_no_cost"}}
	}
	return Confidence{Level: "high", Reasons: []string{"portfolio.reason_ledger"}}
}

// judgedBy is the confidence in what an estimate decides: the first of the
// kinds that somebody has given.
func (e *Evaluated) judgedBy(row int32, kinds ...string) Confidence {
	for _, kind := range kinds {
		if j, ok := e.of(e.accounts[row].ID, kind); ok {
			c := Confidence{Level: "medium", Reasons: []string{"portfolio.reason_judged"},
				Author: j.By, On: j.On, Evidence: j.Evidence, Expires: j.Expires}
			if j.Stale(e.Ask.AsOf) {
				c.Level, c.Reasons = "low", []string{"portfolio.reason_stale"}
			}
			return c
		}
	}
	return Confidence{Level: "low", Reasons: []string{"portfolio.reason_no_estimate"}}
}

// trustInCosts is high where somebody has recorded what was put in.
func (e *Evaluated) trustInCosts(row int32) Confidence {
	b := e.balances(e.period())
	if !cost(b.service, row).Known() {
		return Confidence{Level: "low", Reasons: []string{"portfolio.reason_no_costs"}}
	}
	return e.fromLedger(row)
}

// trustInKey is high where the ledger alone makes the key account.
func (e *Evaluated) trustInKey(row int32) Confidence {
	if f := e.fired[row]; f == 0 || f&(firesREV|firesCORE) != 0 {
		return e.fromLedger(row)
	}
	if e.fired[row]&firesSTRAT != 0 {
		for _, n := range e.proposed(e.accounts[row].ID) {
			if n.Kind == Strategic && n.Holds(e.Ask.AsOf) {
				return Confidence{Level: "medium", Reasons: []string{"portfolio.reason_nominated"},
					Author: n.Approved, Evidence: n.Reason, Expires: n.Expires}
			}
		}
	}
	return e.judgedBy(row, Potential, Demand, Influence)
}
