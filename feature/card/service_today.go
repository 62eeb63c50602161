package card

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/platform/db"
)

// ending are cards that end soon and that nobody has renewed.
func (s *Service) ending() today.Rule {
	return today.Rule{Name: "card.today_end", Area: "card.cards", Grant: "card:read",
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.03, Now: 7, Lead: 0},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				rows, err := list(tx, Which{Soon: true, Limit: a.Limit}, a.On)
				for _, r := range rows {
					args := map[string]any{"name": r.Name, "level": today.Word{Word: "card." + r.Level}, "until": r.Until, "days": r.Until.Days(a.On)}
					items = append(items, today.Item{Account: r.Account, Subject: r.ID, Due: r.Until, Chance: null.None, Path: "/accounts/" + r.Account.String(), Does: "card.today_end_do",
						Title: today.Said{Key: "card.today_end_title", Args: args}, Reason: today.Said{Key: "card.today_end_reason", Args: args}})
				}
				return err
			})
			return items, err
		}}
}
