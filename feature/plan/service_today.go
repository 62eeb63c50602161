package plan

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

const (
	foreseen = 30 // days before its day an action is told of
	lateness = 3  // days after it the superior is
)

// todo are the viewer's own actions, and those of others that are late.
func (s *Service) todo() today.Rule {
	return today.Rule{Name: "plan.today_action", Area: "plan.plans", Grant: "action:write",
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.05, Now: 1, Lead: lateness},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				rows, err := pressing(tx, a.User, a.On, a.Limit)
				for _, r := range rows {
					items = append(items, r.item(a.On))
				}
				return err
			})
			return items, err
		}}
}

// item is an action as it is told of on its day.
func (r listed) item(on kernel.Date) today.Item {
	args := map[string]any{"title": r.Title, "from": r.From, "due": r.Due, "days": on.Days(r.Due)}
	i := today.Item{Account: r.Account, Subject: r.ID, User: r.Owner, Due: r.Due, Chance: null.None, Path: "/plans/actions?whose=mine", Does: "plan.done", Version: r.Version,
		Title: today.Said{Key: "plan.today_action_title", Args: args}, Reason: today.Said{Key: "plan.today_action_reason", Args: args}}
	if r.Late(on) {
		i.Reason.Key = "plan.today_action_reason_late"
	}
	return i
}
