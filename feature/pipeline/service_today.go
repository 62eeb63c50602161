package pipeline

import (
	"context"
	"slices"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

const patience = 3 // days after which somebody else than the owner is told

// stuckRule offers deals that stay at a step for longer than they may.
func (s *Service) stuckRule() today.Rule {
	return today.Rule{Name: "pipeline.today_stuck", Area: "pipeline.board", Grant: "opportunity:write",
		Usual: today.Setting{On: true, Amount: today.Own, Chance: 0.3, Now: 1, Lead: patience}, Find: s.stuck}
}

func (s *Service) stuck(ctx context.Context, a today.Ask) (items []today.Item, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		v, err := s.look(tx, Which{State: open})
		slices.SortFunc(v.all, larger)
		for _, c := range v.all {
			if len(items) < a.Limit && c.Stuck && (c.Owner == a.User || c.Days > c.Dwell+patience) {
				items = append(items, c.item())
			}
		}
		return err
	})
	return items, err
}

// item is a deal that is stuck: what it holds is at stake, as likely as it was to come.
func (c Card) item() today.Item {
	args := map[string]any{"name": c.Name, "days": c.Days, "limit": c.Dwell, "percent": c.Percent}
	i := today.Item{Account: c.Account, Subject: c.ID, User: c.Owner, Due: c.due(), Chance: null.None, Path: "/opportunities/" + c.ID.String(),
		Does: "pipeline.today_stuck_do", Version: c.Version,
		Title:  today.Said{Key: "pipeline.today_stuck_title", Args: args},
		Reason: today.Said{Key: "pipeline.today_stuck_reason", Args: args}}
	if c.Amount != nil {
		i.Amount, i.Chance = *c.Amount, null.Of(float64(c.Percent)/100)
	}
	return i
}

// due is the last day on which a deal should have been at its step.
func (c Card) due() kernel.Date { return c.Entered.Add(c.Dwell) }
