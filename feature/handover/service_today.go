package handover

import (
	"context"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/platform/db"
)

// offer is what hand-overs have to say on the page of the day: to the successor, what
// he has not accepted yet.
func (s *Service) offer() today.Rule {
	return today.Rule{Name: "handover.today_accept", Area: "handover.handovers", Grant: "handover:write", Find: s.unaccepted,
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.05, Now: 1, Lead: 3}}
}

func (s *Service) unaccepted(ctx context.Context, a today.Ask) (items []today.Item, err error) {
	var rows []Listed
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err = list(tx, Which{To: a.User, State: Waiting, Limit: a.Limit})
		return err
	})
	for _, h := range rows {
		args := map[string]any{"from": h.FromName, "made": h.Made, "account": h.Name}
		items = append(items, today.Item{Account: h.Account, Subject: h.ID, User: h.To, Due: h.due(), Chance: null.None, Path: "/handovers/" + h.ID.String(),
			Does: "handover.today_accept_do", Version: h.Version,
			Title: today.Said{Key: "handover.today_accept_title", Args: args}, Reason: today.Said{Key: "handover.today_accept_reason", Args: args}})
	}
	return items, err
}
