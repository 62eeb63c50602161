package development

import (
	"context"

	stages "erba/analysis/development"
	"erba/analysis/null"
	"erba/feature/today"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	lately   = 60 // days for which a fall is something to do about
	lateness = 14 // days after which the superior is told, too
)

// falling are the relationships that have fallen back from the third stage or above.
func (s *Service) falling() today.Rule {
	return today.Rule{Name: "development.today_fell", Area: "development.way", Grant: "development:read",
		Usual:    today.Setting{On: true, Amount: today.Sales, Chance: 0.05, Now: today.Never, Lead: lateness},
		Revision: s.lately,
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				all, err := fallen(tx, a.On.Add(-lately), stages.Cooperative)
				for _, one := range all {
					items = append(items, one.item())
				}
				return err
			})
			return items, err
		}}
}

func (s Stand) item() today.Item {
	args := map[string]any{"was": today.Word{Word: stages.Key(s.Was)}, "stage": today.Word{Word: stages.Key(s.Stage)}, "on": s.Since}
	return today.Item{Account: s.Account, Due: s.Since.Add(lateness), Chance: null.None, Path: "/accounts/" + s.Account.String() + "?tab=development.tab",
		Does: "development.today_fell_do", Title: today.Said{Key: "development.today_fell_title", Args: args}, Reason: today.Said{Key: "development.today_fell_reason", Args: args}}
}

// lately changes with the stages, and from day to day.
func (s *Service) lately(ctx context.Context) (n int64, err error) {
	err = s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = revision(tx)
		return err
	})
	return n ^ int64(s.today().Ordinal())<<40, err
}
