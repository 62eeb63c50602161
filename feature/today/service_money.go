package today

import (
	"context"

	"erba/analysis/null"
	"erba/feature/portfolio"
	"erba/kernel"
)

// owing are accounts that have not paid in time: whoever owns them asks for the
// money, and so does finance.
func (s *Service) owing() Rule {
	return Rule{Name: "today.owed", Area: "today.area_money", Grant: "invoice:read", Staff: "audit:credit",
		Usual:    Setting{On: true, Amount: Own, Chance: 0.1, Now: 0, Lead: 30},
		Revision: s.owedNow,
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			c, err := s.portfolio.Columns(ctx)
			if err != nil {
				return nil, err
			}
			on := a.On
			if told := c.Told(); !told.IsZero() && told.Compare(on) < 0 {
				on = told // nobody is asked for what is not known yet
			}
			var all []Item
			for _, one := range c.Overdue(on) {
				all = append(all, owed(c.Account(one.Row), one, on))
			}
			return all, nil
		}}
}

// owedNow is by which it is known whether anybody owes something else.
func (s *Service) owedNow(ctx context.Context) (int64, error) {
	c, err := s.portfolio.Columns(ctx)
	if err != nil {
		return 0, err
	}
	return c.Revision<<20 ^ c.Changed ^ c.Booked(), nil
}

// doubtful is how likely money is lost that has been due for more than so many days.
var doubtful = []struct {
	days   int
	chance float64
}{{90, 0.5}, {60, 0.2}, {30, 0.1}, {0, 0.04}}

func owed(a *portfolio.Account, one portfolio.Owed, on kernel.Date) Item {
	days := on.Days(one.Since)
	i := Item{Account: a.ID, Amount: one.Amount, Due: one.Since.Add(1), Path: "/accounts/" + a.ID.String(), Does: "today.collect"}
	for _, step := range doubtful {
		if days > step.days {
			i.Chance = null.Of(step.chance)
			break
		}
	}
	args := map[string]any{"name": a.Name, "sum": Amount{one.Amount}, "days": days, "count": one.Invoices}
	i.Title, i.Reason = Said{"today.owed_title", args}, Said{"today.owed_reason", args}
	return i
}
