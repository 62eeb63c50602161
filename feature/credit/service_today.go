package credit

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// due are customers whose grade has to be looked at again, the watched ones first.
func (s *Service) due() today.Rule {
	return today.Rule{Name: "credit.today_review", Area: "credit.credit", Grant: second, Staff: writing,
		Usual: today.Setting{On: true, Amount: today.None, Now: 0, Lead: 14},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				all, err := eachGrade(tx)
				if err != nil {
					return err
				}
				for _, r := range reviewed(all, nil, a.On).Rows {
					if r.Days <= 0 && len(items) < a.Limit {
						items = append(items, r.item(a.User))
					}
				}
				return nil
			})
			return items, err
		}}
}

// item is what has to be done about a customer's grade.
func (r Review) item(user kernel.ID) today.Item {
	key := "credit.today_review"
	if r.High {
		key = "credit.today_review_high"
	}
	args := map[string]any{"name": r.Name, "grade": string(r.Grade), "on": r.On, "given": r.Given}
	return today.Item{Account: r.Account, User: user, Due: r.On, Chance: null.None, Path: "/accounts/" + r.Account.String() + "?tab=ledger.money", Does: "credit.today_review_do",
		Title: today.Said{Key: "credit.today_review_title", Args: args}, Reason: today.Said{Key: key + "_reason", Args: args}}
}
