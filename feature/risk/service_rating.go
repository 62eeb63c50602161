package risk

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// condition is how the accounts of a level are, in the words of the page of the day.
var condition = map[string]string{"green": today.Ok, "yellow": today.Doubt, "red": today.Blocked}

// rating says how accounts are by the worst of their risks; of those that nobody
// has judged it says nothing.
func (s *Service) rating(ctx context.Context, _ []kernel.ID) (map[kernel.ID]string, error) {
	found := map[kernel.ID]string{}
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := s.Level(tx)
		for id, l := range all {
			if found[id] = condition[l.Level]; l.Broken {
				found[id] = today.Blocked
			}
		}
		return err
	})
	return found, err
}

// handled is for how many days somebody has time to do something about a red risk.
const handled = 7

// reds are accounts at a red risk; whoever leads their owner is told at once.
func (s *Service) reds() today.Rule {
	return today.Rule{Name: "risk.today_red", Area: "risk.panel", Grant: "risk:read",
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.3, Now: 7, Lead: 0},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				all, err := s.Level(tx)
				for id, l := range all {
					if l.Level == "red" || l.Broken {
						items = append(items, l.item(id))
					}
				}
				return err
			})
			return items, err
		}}
}

func (l Level) item(account kernel.ID) today.Item {
	args := map[string]any{"cause": today.Word{Word: "risk.cause_" + l.Cause}, "score": l.Score, "on": l.Since}
	i := today.Item{Account: account, Due: l.Since.Add(handled), Chance: null.None, Path: "/accounts/" + account.String() + "?tab=development.tab", Does: "risk.today_red_do",
		Title: today.Said{Key: "risk.today_red_title", Args: args}, Reason: today.Said{Key: "risk.today_red_reason", Args: args}}
	if l.Broken {
		i.Title.Key, i.Reason.Key = "risk.today_red_title_broken", "risk.today_red_reason_broken"
	}
	return i
}
