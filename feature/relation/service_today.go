package relation

import (
	"context"
	"strings"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// lateness is after how many days the superior is told that nobody looked at key people again.
const lateness = 30

// confirming are the accounts of somebody at which what he says of key people has expired.
func (s *Service) confirming() today.Rule {
	return today.Rule{Name: "relation.today_stale", Area: "relation.maps", Grant: writing,
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.01, Now: today.Never, Lead: lateness},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				c, err := s.settings(tx)
				if err != nil {
					return err
				}
				rows, err := expired(tx, a.User, a.On, c.cfg.Strong, a.Limit)
				items = confirmed(rows)
				return err
			})
			return items, err
		}}
}

// old is a key person of whom something is said that has expired.
type old struct {
	Account kernel.ID   `db:"account_id"`
	Name    string      `db:"name"`
	Until   kernel.Date `db:"until_on"`
}

// confirmed is one thing to do for every account.
func confirmed(rows []old) (items []today.Item) {
	names := map[kernel.ID][]string{}
	var first []old
	for _, r := range rows {
		if names[r.Account] == nil {
			first = append(first, r)
		}
		names[r.Account] = append(names[r.Account], r.Name)
	}
	for _, r := range first {
		people := names[r.Account]
		args := map[string]any{"names": strings.Join(people[:min(mostNamed, len(people))], "、"), "count": len(people), "on": r.Until}
		items = append(items, today.Item{Account: r.Account, Due: r.Until, Chance: null.None, Path: "/accounts/" + r.Account.String() + "?tab=contact.relations",
			Does: "relation.today_stale_do", Title: today.Said{Key: "relation.today_stale_title", Args: args}, Reason: today.Said{Key: "relation.today_stale_reason", Args: args}})
	}
	return items
}
