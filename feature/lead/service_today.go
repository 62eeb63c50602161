package lead

import (
	"context"

	"erba/analysis/null"
	"erba/analysis/prospect"
	"erba/feature/today"
	"erba/platform/db"
)

// due is the rule of leads that somebody should get in touch with: their day has
// come, nobody has set one, or one that was put aside is to be looked at again.
func (s *Service) due() today.Rule {
	return today.Rule{Name: "lead.today_lead", Area: "lead.leads", Grant: writing, Find: s.waiting,
		Usual: today.Setting{On: true, Amount: today.Own, Chance: 0.3, Now: 3, Lead: 14}}
}

func (s *Service) waiting(ctx context.Context, a today.Ask) (items []today.Item, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := s.rows(tx, db.If(true, "l.state IN ('new', 'contacted', 'qualified', 'nurture')"))
		for i := range rows {
			if item, ok := s.item(&rows[i]); ok && (a.Limit == 0 || len(items) < a.Limit) {
				items = append(items, item)
			}
		}
		return err
	})
	return items, err
}

// item is what to do about a lead, if its day has come.
func (s *Service) item(r *Row) (item today.Item, ok bool) {
	reason, on := "lead.today_due", r.Next
	switch {
	case r.State == prospect.Nurture:
		reason, on = "lead.today_wake", r.Wake
	case r.Next.IsZero():
		reason, on = "lead.today_nobody", r.Moved.Add(3)
	}
	if s.today().Days(on) < 0 {
		return item, false
	}
	item = today.Item{Subject: r.ID, User: r.Owner, Title: today.Said{Key: "lead.today_title", Args: map[string]any{"lead": r.Name}},
		Reason: today.Said{Key: reason, Args: map[string]any{"on": on.String()}}, Due: on, Path: "/leads?lead=" + r.ID.String(), Does: "lead.today_do", Version: r.Version}
	if h, known := r.hope(); known {
		item.Amount, item.Chance = h.Amount, null.Of(float64(h.Percent)/100)
	}
	return item, true
}
