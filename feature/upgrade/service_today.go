package upgrade

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/platform/db"
)

// climbing are the next steps of open plans.
func (s *Service) climbing() today.Rule {
	return today.Rule{Name: "upgrade.today_step", Area: "upgrade.upgrades", Grant: "upgrade:read",
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.05, Now: 1, Lead: 7},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			found, err := s.pending(ctx, a.Limit)
			for _, p := range found {
				items = append(items, p.item())
			}
			return items, err
		}}
}

// pending are open plans in sight with their steps.
func (s *Service) pending(ctx context.Context, limit int) (found []Listed, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := list(tx, Which{State: Open, Limit: limit})
		if err != nil {
			return err
		}
		all := make([]Plan, len(rows))
		for i, r := range rows {
			all[i] = r.Plan
		}
		err = walk(tx, all)
		for i, r := range rows {
			found = append(found, listed(all[i], r.Code, r.Name, s.today()))
		}
		return err
	})
	return found, err
}

// item is the next step of a plan, or the plan itself once all of them are done.
func (l Listed) item() today.Item {
	args := map[string]any{"name": l.Name, "becomes": l.Becomes, "due": l.Due, "done": l.Done, "of": l.Of}
	i := today.Item{Account: l.Account, Subject: l.ID, User: l.Owner, Due: l.Due, Chance: null.None, Path: "/accounts/" + l.Account.String(), Does: "upgrade.today_step_do",
		Title: today.Said{Key: "upgrade.today_step_title_plan", Args: args}, Reason: today.Said{Key: "upgrade.today_step_reason", Args: args}}
	for _, s := range l.Steps {
		if s.Done.IsZero() {
			i.Title.Key, args["step"], i.Due = "upgrade.today_step_title", s.Said, s.Due
			break
		}
	}
	return i
}
