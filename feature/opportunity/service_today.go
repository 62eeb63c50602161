package opportunity

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

const (
	patience  = 3 // days after its day somebody's superior is told of a next step
	mostAsked = 200
)

// offers are the deals that somebody has to do something about now.
func (s *Service) offers() []today.Rule {
	usual := today.Setting{On: true, Amount: today.Own, Chance: 0.3, Now: 1, Lead: patience}
	return []today.Rule{
		{Name: "opportunity.today_step", Area: "opportunity.opportunities", Grant: "opportunity:write", Usual: usual, Find: s.finding(dueSteps, Deal.stepItem)},
		{Name: "opportunity.today_passed", Area: "opportunity.opportunities", Grant: "opportunity:write", Usual: usual, Find: s.finding(passedDays, Deal.passedItem)},
	}
}

// finding reads deals and tells of each as an item.
func (s *Service) finding(ask func(*db.Tx, kernel.ID, kernel.Date, int) ([]Deal, error), tell func(Deal, kernel.Date) today.Item) func(context.Context, today.Ask) ([]today.Item, error) {
	return func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
		err = s.db.Read(ctx, func(tx *db.Tx) error {
			cfg, err := s.Config(tx)
			if err != nil {
				return err
			}
			all, err := ask(tx, a.User, a.On, min(a.Limit, mostAsked))
			for _, d := range all {
				judge(cfg, &d)
				items = append(items, tell(d, a.On))
			}
			return err
		})
		return items, err
	}
}

// item is a deal as it is told of: what it holds is at stake, as likely as it was to come.
func (d Deal) item(rule string, due kernel.Date, args map[string]any) today.Item {
	i := today.Item{Account: d.Account, Subject: d.ID, User: d.Owner, Due: due, Chance: null.None, Path: "/opportunities/" + d.ID.String(), Does: rule + "_do",
		Version: d.Version, Title: today.Said{Key: rule + "_title", Args: args}, Reason: today.Said{Key: rule + "_reason", Args: args}}
	if d.Amount != nil {
		i.Amount, i.Chance = *d.Amount, null.Of(float64(d.Percent)/100)
	}
	return i
}

func (d Deal) stepItem(on kernel.Date) today.Item {
	return d.item("opportunity.today_step", d.NextOn, map[string]any{"name": d.Name, "step": d.NextStep, "due": d.NextOn, "days": on.Days(d.NextOn), "percent": d.Percent})
}

func (d Deal) passedItem(on kernel.Date) today.Item {
	return d.item("opportunity.today_passed", d.Expected, map[string]any{"name": d.Name, "due": d.Expected, "days": on.Days(d.Expected), "percent": d.Percent})
}
