package risk

import (
	"context"
	"slices"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// signalled is the rule of what was noticed and waits for somebody to say whether it
// counts.
func (s *Service) signalled() today.Rule {
	return today.Rule{Name: "risk.today_signal", Area: "risk.panel", Grant: "risk:write", Find: s.waiting,
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.1, Now: 2, Lead: 14}}
}

// waiting are the accounts in sight with signals that nobody has decided about, each
// once, with the oldest of them.
func (s *Service) waiting(ctx context.Context, a today.Ask) (items []today.Item, err error) {
	return items, s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := proposals(tx)
		if err != nil {
			return err
		}
		count := map[kernel.ID]int{}
		for _, one := range all {
			count[one.Account]++
		}
		all = slices.CompactFunc(all, func(x, y Signal) bool { return x.Account == y.Account })
		if a.Limit > 0 {
			all = all[:min(a.Limit, len(all))]
		}
		names, err := called(tx, all, func(one Signal) kernel.ID { return one.Account })
		for _, one := range all {
			args := map[string]any{"name": names[one.Account], "cause": today.Word{Word: "risk.cause_" + one.Cause}, "count": count[one.Account], "on": one.Raised, "probability": one.Probability}
			items = append(items, today.Item{Account: one.Account, Subject: one.ID, Chance: null.None, Due: one.Raised.Add(patience), Path: place(one.Account), Does: "risk.today_signal_do",
				Title: today.Said{Key: "risk.today_signal_title", Args: args}, Reason: today.Said{Key: "risk.today_signal_reason", Args: args}, Version: one.Version})
		}
		return err
	})
}

// patience is for how many days a signal may wait.
const patience = 7

// place is where the register of an account stands.
func place(account kernel.ID) string { return "/accounts/" + account.String() + "?tab=development.tab" }

// called are the names of the accounts of some rows.
func called[T any](tx *db.Tx, rows []T, of func(T) kernel.ID) (map[kernel.ID]string, error) {
	ids := make([]kernel.ID, len(rows))
	for i, row := range rows {
		ids[i] = of(row)
	}
	found, err := heads(tx, ids...)
	names := make(map[kernel.ID]string, len(found))
	for id, h := range found {
		names[id] = h.Name
	}
	return names, err
}
