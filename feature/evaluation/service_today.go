package evaluation

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// speakUp is for how many days after a proposal somebody who works on the account
// is asked to hold something against it.
const speakUp = 7

// lowering are proposals by which accounts of the viewer's would fall: he knows
// whether something stands against it.
func (s *Service) lowering() today.Rule {
	return today.Rule{Name: "evaluation.today_lower", Area: "evaluation.evaluation", Grant: contesting,
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.05, Now: 2, Lead: today.Never},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				rows, err := list(tx, Which{State: Open, Direction: "down", Limit: a.Limit})
				for _, r := range rows {
					if r.Objected == 0 {
						items = append(items, r.item())
					}
				}
				return err
			})
			return items, err
		}}
}

func (r row) item() today.Item {
	args := map[string]any{"name": r.Name, "model": today.Word{Word: "evaluation.model_" + r.Model}, "was": today.Word{Word: Text(r.Model, r.Was)}, "becomes": today.Word{Word: Text(r.Model, r.Becomes)}, "runs": r.Runs, "on": r.AsOf}
	return today.Item{Account: r.Account, Subject: r.ID, Due: kernel.DayOf(r.ID.Time()).Add(speakUp), Chance: null.None, Path: "/accounts/" + r.Account.String(), Does: "evaluation.today_lower_do",
		Title: today.Said{Key: "evaluation.today_lower_title", Args: args}, Reason: today.Said{Key: "evaluation.today_lower_reason", Args: args}}
}

// newsworthy is for how many days a proposal is news.
const newsworthy = 7

// news are the classes that were proposed lately and that nobody has decided.
func (s *Service) news(ctx context.Context, a today.Ask) (all []today.Change, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := list(tx, Which{State: Open, Limit: a.Limit})
		for _, r := range rows {
			if on := kernel.DayOf(r.ID.Time()); a.On.Days(on) <= newsworthy {
				all = append(all, today.Change{Account: r.Account, Name: r.Name, Note: "evaluation.today_proposed", Was: Text(r.Model, r.Was), Is: Text(r.Model, r.Becomes), On: on})
			}
		}
		return err
	})
	return all, err
}
