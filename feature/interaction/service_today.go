package interaction

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// lateness is after how many days the superior is told that somebody waits.
const lateness = 2

// answering are the questions that somebody has to answer now.
func (s *Service) answering() today.Rule {
	return today.Rule{Name: "interaction.today_answer", Area: "interaction.unanswered", Grant: "interaction:write",
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.05, Now: 1, Lead: lateness},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				clock, err := s.clock(tx)
				if err != nil {
					return err
				}
				rows, err := waiting(tx, mine(tx, a.User), a.Limit)
				for i := range rows {
					rows[i].wait(clock, s.now().UnixMicro())
					items = append(items, rows[i].item(a.User))
				}
				return err
			})
			return items, err
		}}
}

// item is a question as it is told of.
func (r Row) item(user kernel.ID) today.Item {
	args := map[string]any{"subject": r.Subject, "on": r.On, "hours": *r.Hours}
	return today.Item{Account: r.Account, Subject: r.ID, User: user, Due: r.On.Add(1), Chance: null.None, Path: "/visits/unanswered?whose=mine",
		Does: "interaction.answer", Version: r.Version, Title: today.Said{Key: "interaction.today_answer_title", Args: args},
		Reason: today.Said{Key: "interaction.today_answer_reason", Args: args}}
}
