package today

import (
	"context"

	"erba/analysis/null"
	"erba/feature/portfolio"
	"erba/kernel"
)

// asked is how many accounts somebody is sent to ask at once.
const asked = 20

// stale are estimates that nobody has given or that have expired, where an answer
// would change most.
func (s *Service) stale() Rule {
	return Rule{Name: "today.estimate", Area: "portfolio.portfolio", Grant: "portfolio:estimate",
		Usual: Setting{On: true, Amount: Sales, Chance: 0.01, Now: Never, Lead: Never},
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			gaps, err := s.portfolio.Gaps(ctx, portfolio.Filter{Owner: a.User}, "", 0, asked)
			var all []Item
			seen := map[kernel.ID]bool{}
			for _, g := range gaps.Rows {
				if !seen[g.ID] {
					all = append(all, estimate(g))
				}
				seen[g.ID] = true
			}
			return all, err
		}}
}

func estimate(g portfolio.Gap) Item {
	args := map[string]any{"name": g.Name, "kind": Word{"today.estimate_" + g.Kind}, "on": g.Expires, "count": len(g.Turns)}
	i := Item{Account: g.ID, Subject: named(g.Kind), User: g.Owner, Chance: null.None, Path: "/accounts/" + g.ID.String() + "?tab=portfolio.value", Does: "today.estimate_do",
		Title: Said{"today.estimate_title", args}, Reason: Said{"today.estimate_reason", args}}
	if !g.Expires.IsZero() {
		i.Due, i.Title.Key, i.Reason.Key = g.Expires, "today.estimate_title_again", "today.estimate_reason_again"
	}
	return i
}

// reviewing are key accounts that no rule makes such any more: somebody says until
// the end of the quarter whether they stay.
func (s *Service) reviewing() Rule {
	return Rule{Name: "today.review", Area: "portfolio.portfolio", Grant: "portfolio:review",
		Usual: Setting{On: true, Amount: Sales, Chance: 0.03, Now: 7, Lead: 3},
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			page, err := s.portfolio.Reviews(ctx, "open", portfolio.Page{Limit: a.Limit})
			var all []Item
			for _, r := range page.Rows {
				if !r.Asked.IsZero() {
					continue // somebody has proposed to remove it: that is decided elsewhere
				}
				args := map[string]any{"name": r.Name, "quarter": r.Quarter, "until": r.Due}
				all = append(all, Item{Account: r.Account, Subject: r.ID, Chance: null.None, Due: r.Due, Path: "/portfolio/register", Does: "today.review_do", Version: r.Version,
					Title: Said{"today.review_title", args}, Reason: Said{"today.review_reason", args}})
			}
			return all, err
		}}
}
