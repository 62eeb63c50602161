package collection

import (
	"context"

	"erba/analysis/dunning"
	"erba/analysis/null"
	"erba/feature/today"
	"erba/platform/db"
)

// breaking are promises of money that were not kept, for the page of the day of who
// answers for the account.
func (s *Service) breaking() today.Rule {
	return today.Rule{Name: "collection.today_broken", Area: "collection.collection", Grant: "collection:write", Staff: "collection:dun",
		Usual: today.Setting{On: true, Amount: today.Own, Chance: 0.2, Now: 1, Lead: 3},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				c, err := s.config(tx)
				if err != nil {
					return err
				}
				accounts, err := promising(tx, a.On.AddMonths(-2), a.On.Add(-c.Wait-1))
				if err != nil {
					return err
				}
				for _, account := range accounts {
					all, err := s.promised(tx, account, c)
					if err != nil {
						return err
					}
					for _, p := range all {
						if p.State == dunning.Broken && p.Due.Compare(a.On.AddMonths(-2)) >= 0 && len(items) < a.Limit {
							items = append(items, p.item(a))
						}
					}
				}
				return nil
			})
			return items, err
		}}
}

// item is a broken promise as it is told of.
func (p Promised) item(a today.Ask) today.Item {
	args := map[string]any{"amount": today.Amount{Amount: p.Amount - p.Got}, "due": p.Due, "days": a.On.Days(p.Due), "who": p.Who}
	return today.Item{Account: p.Account, Subject: p.ID, User: p.By, Due: p.Due, Amount: p.Amount - p.Got, Chance: null.None,
		Path: "/accounts/" + p.Account.String() + "?tab=ledger.money", Does: "collection.today_broken_do", Version: p.Version,
		Title: today.Said{Key: "collection.today_broken_title", Args: args}, Reason: today.Said{Key: "collection.today_broken_reason", Args: args}}
}
