package commitment

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

const (
	foreseen = 7 // days before its day a promise is told of
	lateness = 3 // days after it the superior is
)

// keeping are the promises of ours that somebody has to keep now.
func (s *Service) keeping() today.Rule {
	return today.Rule{Name: "commitment.today_promise", Area: "commitment.promises", Grant: "commitment:write",
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.1, Now: 1, Lead: lateness},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				rows, err := pressing(tx, a.User, a.On.Add(foreseen), a.On.Add(-lateness), a.Limit)
				for _, c := range rows {
					items = append(items, c.item(a.On))
				}
				return err
			})
			return items, err
		}}
}

// item is a promise as it is told of on its day.
func (c Commitment) item(on kernel.Date) today.Item {
	args := map[string]any{"text": c.Text, "due": c.Due, "days": on.Days(c.Due)}
	i := today.Item{Account: c.Account, Subject: c.ID, User: c.User, Due: c.Due, Chance: null.None, Path: "/visits/promises?by=us", Does: "commitment.today_does",
		Version: c.Version, Title: today.Said{Key: "commitment.today_promise_title", Args: args}, Reason: today.Said{Key: "commitment.today_promise_reason", Args: args}}
	if c.Late(on) {
		i.Reason.Key = "commitment.today_promise_reason_late"
	}
	return i
}
