package plan

import (
	"context"
	"slices"

	"erba/analysis/planning"
	"erba/feature/evaluation"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// changed marks what rests on a tier when that changes. What was marked and now
// has its old tier again needs no second look.
func (s *Service) changed(tx *db.Tx, e evaluation.Changed) error {
	if e.Model != evaluation.Tier || e.Was == "" {
		return nil // what never had a tier has nothing that rests on one
	}
	all := identity.Whole(tx)
	p, err := running(all)
	if err != nil || p.ID.IsZero() {
		return err
	}
	return s.Stale(all, p.ID, e, planning.Resting()...)
}

// Stale marks steps of an account, in the transaction in which its tier changes.
func (s *Service) Stale(tx *db.Tx, plan kernel.ID, e evaluation.Changed, steps ...int) error {
	old, err := marksOf(tx, plan, e.Account)
	if err != nil {
		return err
	}
	var more []Mark
	for _, number := range steps {
		m := Mark{plan, e.Account, int64(number), e.Was, e.Class, s.today()}
		if at := slices.IndexFunc(old, func(m Mark) bool { return m.Step == int64(number) }); at >= 0 {
			m.Was = old[at].Was
		}
		if m.Was != m.Becomes {
			more = append(more, m)
		}
	}
	if _, err := unmark(tx, plan, 0, e.Account); err != nil || len(more) == 0 {
		return err
	}
	if err := addMarks(tx, more); err != nil {
		return err
	}
	return audit.Note(tx, "plan.stale", "account", e.Account, more)
}

// Confirm notes that what rested on the old tier of some accounts was looked at:
// one step of them, or, 0, all.
func (s *Service) Confirm(ctx context.Context, plan kernel.ID, step int, accounts []kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		p, err := find(tx, plan)
		if err != nil {
			return err
		}
		if p.State != Open {
			return kernel.Refused("plan.has_ended")
		}
		for _, account := range accounts {
			if err := s.accounts.Require(tx, account); err != nil {
				return err
			}
			n, err := unmark(tx, plan, step, account)
			if err != nil {
				return err
			}
			if n > 0 {
				if err := audit.Note(tx, "plan.confirmed", "account", account, map[string]any{"plan": plan, "step": step}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
