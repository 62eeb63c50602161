package pool

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// falling are accounts that go to the pool unless somebody gets in touch.
func (s *Service) falling() today.Rule {
	return today.Rule{Name: "pool.today_warning", Area: "pool.pool", Grant: "pool:watch",
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.5, Now: 3, Lead: today.Never},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				rows, err := warnings(tx, kernel.ID{}, a.Limit)
				for _, w := range rows {
					args := map[string]any{"name": w.Name, "due": w.Due, "last": w.Last, "days": w.Days}
					i := today.Item{Account: w.Account, Due: w.Due, Chance: null.None, Path: "/accounts/" + w.Account.String(), Does: "pool.today_warning_do",
						Title: today.Said{Key: "pool.today_warning_title", Args: args}, Reason: today.Said{Key: "pool.today_warning_reason", Args: args}}
					if w.Last.IsZero() {
						i.Reason.Key = "pool.today_warning_reason_never"
					}
					items = append(items, i)
				}
				return err
			})
			return items, err
		}}
}
