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
		one := strategy.Chosen{Deal: c.Deal.ID, Advised: rules.All[n*7%len(rules.All)], On: c.Deal.Opened.Add(5)}
		if one.Strategy = one.Advised; n%5 == 2 {
			one.Strategy, one.Reason = rules.All[(n+3)%len(rules.All)], "对方总工愿意重新讨论技术标准"
		}
		all = append(all, one)
	}
	return k.DB.Write(identity.Under(boss, "strategy:read"), func(tx *db.Tx) error { return strategy.New(k).Recall(tx, all) })
}
