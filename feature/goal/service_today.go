package goal

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// unset are accounts of which a goal of the year is asked and that have none.
func (s *Service) unset() today.Rule {
	return today.Rule{Name: "goal.today_unset", Area: "goal.goals", Grant: "goal:write",
		Usual:    today.Setting{On: true, Amount: today.Sales, Chance: 0.01, Now: today.Never, Lead: today.Never},
		Revision: s.revision,
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			b, err := s.open(ctx, 0)
			if err != nil {
				return nil, err
			}
			b.each(func(r *Row) {
				if r.Asked && r.Goal.Version == 0 {
					items = append(items, r.item(b.year))
				}
			})
			return items, nil
		}}
}

func (r *Row) item(year int64) today.Item {
	args := map[string]any{"name": r.Name, "year": today.Said{Key: "goal.today_year", Args: map[string]any{"year": kernel.Whole(year).String()}}, "tier": today.Word{Word: "goal.tier_" + r.Tier}}
	return today.Item{Account: r.ID, Chance: null.None, Path: "/accounts/" + r.ID.String(), Does: "goal.today_unset_do",
		Title: today.Said{Key: "goal.today_unset_title", Args: args}, Reason: today.Said{Key: "goal.today_unset_reason", Args: args}}
}

// revision changes with the goals, and with what decides of whom one is asked.
func (s *Service) revision(ctx context.Context) (n int64, err error) {
	c, err := s.portfolio.Columns(ctx)
	if err != nil {
		return 0, err
	}
	err = s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = written(tx)
		return err
	})
	return n ^ c.Revision<<20 ^ c.Changed<<1, err
}
