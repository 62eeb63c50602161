package demo

import (
	"context"

	rules "erba/analysis/strategy"
	"erba/feature/opportunity"
	"erba/feature/strategy"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// plan says with which strategy two of three deals were and are fought for; some of
// them otherwise than advised, with the reason.
func (d *dealer) plan(boss context.Context, k *app.Kit, courses []opportunity.Course) error {
	var all []strategy.Chosen
	for n, c := range courses {
		if n%3 == 1 {
			continue
		}
		one := strategy.Chosen{Deal: c.Deal.ID, Advised: way(n, c.Deal.State), On: c.Deal.Opened.Add(5)}
		if one.Strategy = one.Advised; n%5 == 2 {
			one.Strategy, one.Reason = rules.All[n/5%len(rules.All)], "对方总工愿意重新讨论技术标准"
		}
		all = append(all, one)
	}
	return k.DB.Write(identity.Under(boss, "strategy:read"), func(tx *db.Tx) error { return strategy.New(k).Recall(tx, all) })
}

// ways are with what parts deals are fought for: with those that we win otherwise than
// with those that we lose.
var ways = map[string][]struct {
	strategy rules.Strategy
	part     int
}{
	opportunity.Won:  {{rules.Frontal, 40}, {rules.Defend, 32}, {rules.Flank, 16}, {rules.Fragment, 8}, {rules.Develop, 4}},
	opportunity.Lost: {{rules.Frontal, 34}, {rules.Defend, 8}, {rules.Flank, 20}, {rules.Fragment, 16}, {rules.Develop, 22}},
	"":               {{rules.Frontal, 30}, {rules.Defend, 20}, {rules.Flank, 22}, {rules.Fragment, 10}, {rules.Develop, 18}},
}

// way is the strategy that was advised for a deal.
func way(n int, state string) rules.Strategy {
	all, known := ways[state]
	if !known {
		all = ways[""]
	}
	at := source(partDeals, 10_000+n).IntN(100)
	for _, w := range all {
		if at -= w.part; at < 0 {
			return w.strategy
		}
	}
	return rules.Develop
}
