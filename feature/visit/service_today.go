package visit

import (
	"context"
	"slices"

	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// offers are what visits have to say on the page of the day.
func (s *Service) offers() []today.Rule {
	return []today.Rule{
		{Name: "visit.today_due", Area: "visit.visits", Grant: reading, Revision: s.Revision, Find: s.pastDue,
			Usual: today.Setting{On: true, Amount: today.Own, Chance: 0.05, Now: 0, Lead: 7}},
		{Name: "visit.today_ready", Area: "visit.visits", Grant: writing, Find: s.unready,
			Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.03, Now: 1, Lead: today.Never}},
		{Name: "visit.today_report", Area: "visit.visits", Grant: writing, Find: s.unreported,
			Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.02, Now: 1, Lead: 3}},
		{Name: "visit.today_judge", Area: "visit.visits", Grant: writing, Find: s.unjudged,
			Usual: today.Setting{On: true, Amount: today.None, Now: 1, Lead: 3}},
	}
}

// pastDue are the accounts past due of which no visit is planned.
func (s *Service) pastDue(ctx context.Context, a today.Ask) (items []today.Item, err error) {
	b, err := s.opened(ctx)
	if err != nil {
		return nil, err
	}
	b.late(func(e *entry) bool { return e.round.Next.IsZero() }, func(row int32, e *entry) {
		id := b.classed.Account(row).ID
		args := map[string]any{"class": today.Word{Word: e.cadence.Rule.Key()}, "cadence": e.cadence.Days, "late": b.today.Days(e.due), "last": e.last()}
		reason := "visit.today_due_reason"
		if e.last().IsZero() {
			reason = "visit.today_due_reason_never"
		}
		items = append(items, today.Item{Account: id, Due: e.due, Amount: max(e.sales, e.space), Chance: null.None, Path: "/accounts/" + id.String() + "?tab=visit.visits",
			Does: "visit.today_due_do", Title: today.Said{Key: "visit.today_due_title", Args: args}, Reason: today.Said{Key: reason, Args: args}})
	})
	return items, nil
}

// unready are the viewer's visits of today and tomorrow for which not all is at hand.
func (s *Service) unready(ctx context.Context, a today.Ask) ([]today.Item, error) {
	all, err := s.own(ctx, a, a.On, a.On.Add(1), Visit.Ahead)
	return items(all, a, "visit.today_ready", func(v *Appointment) (kernel.Date, bool) { return v.Day, v.Done < 8 }), err
}

// silence is for how many days a visit without a result is asked about.
const silence = 60

// unreported are the viewer's visits whose day is over and that have no result.
func (s *Service) unreported(ctx context.Context, a today.Ask) ([]today.Item, error) {
	all, err := s.own(ctx, a, a.On.Add(-silence), a.On.Add(-1), Visit.Ahead)
	return items(all, a, "visit.today_report", func(v *Appointment) (kernel.Date, bool) { return v.Day, true }), err
}

// unjudged are the viewer's visits that took place and are not evaluated.
func (s *Service) unjudged(ctx context.Context, a today.Ask) ([]today.Item, error) {
	all, err := s.own(ctx, a, a.On.Add(-silence), a.On, func(v Visit) bool { return v.State == IsExecuted })
	return items(all, a, "visit.today_judge", func(v *Appointment) (kernel.Date, bool) { return v.JudgeBy, true }), err
}

// own are visits that the viewer leads, between two days, as far as they are such as
// are asked about: of the others nothing more is read.
func (s *Service) own(ctx context.Context, a today.Ask, from, until kernel.Date, asked func(Visit) bool) (all []Appointment, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := diary(tx, a.User, from, until, mostShown)
		if err != nil {
			return err
		}
		rows = slices.DeleteFunc(rows, func(r listed) bool { return r.Owner != a.User || !asked(r.Visit) })
		if len(rows) > 0 {
			all, _, err = s.appointments(tx, rows, a.On)
		}
		return err
	})
	return all, err
}

// items are the visits of which something is due, and by which day.
func items(all []Appointment, a today.Ask, rule string, due func(*Appointment) (kernel.Date, bool)) (found []today.Item) {
	for i := range all {
		v := &all[i]
		day, is := due(v)
		if !is {
			continue
		}
		args := map[string]any{"day": v.Day, "purpose": v.Purpose, "done": v.Done, "by": v.JudgeBy}
		found = append(found, today.Item{Account: v.Account, Subject: v.ID, User: v.Owner, Due: day, Chance: null.None, Path: "/visits/" + v.ID.String(),
			Does: rule + "_do", Version: v.Version, Title: today.Said{Key: rule + "_title", Args: args}, Reason: today.Said{Key: rule + "_reason", Args: args}})
		if len(found) == a.Limit {
			break
		}
	}
	return found
}
