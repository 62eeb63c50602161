package assessment

import (
	"context"
	"slices"

	"erba/analysis/null"
	"erba/analysis/qualification"
	"erba/feature/opportunity"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// halted is the rule of open deals that stop at a gate, or were not judged at the
// step where they are: the viewer judges them again. At stake is the amount as likely
// as the step says.
func (s *Service) halted() today.Rule {
	return today.Rule{Name: "assessment.today_gate", Area: "assessment.panel", Grant: writing, Find: s.stopping,
		Usual: today.Setting{On: true, Amount: today.Own, Chance: 0.3, Now: 3, Lead: 21}}
}

// stopping are the deals that stop, the largest first.
func (s *Service) stopping(ctx context.Context, a today.Ask) (items []today.Item, err error) {
	return items, s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := standing(tx, qualification.Four, qualification.Quick)
		if err != nil {
			return err
		}
		last := map[kernel.ID]Sheet{}
		for _, one := range found {
			last[one.Deal] = one
		}
		granted, err := overruling(tx)
		if err != nil {
			return err
		}
		all, err := s.Deals.Deals(tx, opportunity.Filter{State: []string{opportunity.Going}})
		if err != nil {
			return err
		}
		slices.SortStableFunc(all, func(x, y opportunity.Deal) int { return int(min(1, max(-1, amount(y)-amount(x)))) })
		for _, d := range all {
			sheet, judged := last[d.ID]
			if !judged || a.Limit > 0 && len(items) >= a.Limit {
				continue
			}
			if item, stops := s.stop(d, sheet, granted[d.ID]); stops {
				items = append(items, item)
			}
		}
		return err
	})
}

func amount(d opportunity.Deal) int64 {
	if d.Amount == nil {
		return 0
	}
	return *d.Amount
}

// stop is what to do about a deal, if it stops: it has gone on since it was judged, or
// a gate does not open and nobody has agreed to an exception.
func (s *Service) stop(d opportunity.Deal, sheet Sheet, granted []Exception) (item today.Item, stops bool) {
	reason := today.Said{Key: "assessment.today_gate_due"}
	if sheet.Stage == d.Stage && sheet.Process == d.Process {
		excepted := slices.ContainsFunc(granted, func(e Exception) bool { return e.Holds(sheet, s.today()) })
		if sheet.Verdict == qualification.Follow || excepted {
			return item, false
		}
		reason = today.Said{Key: "assessment.today_gate_fails", Args: map[string]any{"verdict": today.Word{Word: "assessment.verdict_" + sheet.Verdict}}}
	}
	return today.Item{Account: d.Account, Subject: d.ID, User: d.Owner, Title: today.Said{Key: "assessment.today_gate_title", Args: map[string]any{"deal": d.Name}},
		Reason: reason, Amount: amount(d), Chance: null.Of(float64(d.Percent) / 100), Due: sheet.On.Add(14), Path: "/opportunities/" + d.ID.String(),
		Does: "assessment.today_gate_do", Version: d.Version}, true
}
