package today

import (
	"context"
	"time"

	"erba/analysis/null"
	"erba/feature/approval"
	"erba/kernel"
)

// approving is what waits for the viewer's decision: while nobody decides, what
// was proposed for the account stands still.
func (s *Service) approving() Rule {
	return Rule{Name: "today.approval", Area: "approval.approvals", Grant: "approval:decide",
		Usual: Setting{On: true, Amount: Sales, Chance: 0.02, Now: 1, Lead: Never},
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			box, err := s.approvals.List(ctx, approval.ToDecide, approval.Page{Limit: a.Limit})
			var all []Item
			for _, p := range box.Rows {
				if p.May.Decide {
					all = append(all, decision(p, a.User))
				}
			}
			return all, err
		}}
}

// decision is a proposal to be decided by somebody.
func decision(p approval.Row, by kernel.ID) Item {
	args := map[string]any{}
	for _, a := range p.Args {
		if args[a.Name] = a.Text; len(a.Keys) > 0 {
			args[a.Name] = Words{a.Keys}
		}
	}
	said := map[string]any{"asks": Said{p.Kind + "_asks", args}, "who": Person{p.By}, "on": day(p.At), "until": day(p.Due)}
	i := Item{Account: p.Account, Subject: p.ID, User: by, Chance: null.None, Due: soon(p), Path: "/approvals?id=" + p.ID.String(), Does: "today.decide",
		Version: p.Version, Title: Said{"today.approval_title", said}, Reason: Said{"today.approval_reason", said}}
	if p.By.IsZero() {
		i.Reason.Key = "today.approval_reason_program"
	}
	return i
}

// patience is how many days somebody who has proposed something waits.
const patience = 3

// soon is until when a proposal should be decided.
func soon(p approval.Row) kernel.Date {
	if due := day(p.At).Add(patience); due.Compare(day(p.Due)) < 0 {
		return due
	}
	return day(p.Due)
}

// day is that of an instant.
func day(at int64) kernel.Date { return kernel.DayOf(time.UnixMicro(at)) }
