package pricing

import (
	"context"

	"erba/analysis/null"
	"erba/feature/notice"
	"erba/feature/today"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/job"
)

// endingSoon is the notice that an agreed price ends.
const endingSoon = "pricing.notice_ending"

const (
	reminding = "pricing.remind"
	morning   = "06:25"
)

// Work adds pricing's job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(reminding, func(ctx context.Context, _ *job.Run) error { return s.Remind(ctx) })
	q.Schedule(reminding, morning)
}

// Remind tells who leads an account, once, that a price agreed with it ends soon.
func (s *Service) Remind(ctx context.Context) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		cfg, err := s.config(tx)
		if err != nil {
			return err
		}
		all, err := untold(tx, s.today(), s.today().Add(cfg.Warn))
		if err != nil {
			return err
		}
		for _, a := range all {
			if err := s.remind(tx, a); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) remind(tx *db.Tx, a Agreement) error {
	members, err := identity.Members(identity.Whole(tx), a.Account)
	if err != nil {
		return err
	}
	for _, m := range members {
		if !m.Owner {
			continue
		}
		err := s.Notices.Tell(tx, notice.Notice{User: m.User, Kind: endingSoon, Account: a.Account, Path: "/prices?view=framework",
			Args: map[string]any{"product": a.Name, "until": a.Until.String(), "days": a.Until.Days(s.today())}})
		if err != nil {
			return err
		}
	}
	a.Told = true
	if err := saveFramework(tx, a.Framework); err != nil {
		return err
	}
	return audit.Note(tx, "pricing.reminded", "framework", a.ID, map[string]any{"account": a.Account, "until": a.Until})
}

// ending are the agreed prices that end soon, for the page of the day of who works
// on the customer.
func (s *Service) ending() today.Rule {
	return today.Rule{Name: "pricing.today_ending", Area: "pricing.prices", Grant: "framework:read",
		Usual: today.Setting{On: true, Amount: today.Sales, Chance: 0.05, Now: 1, Lead: 3},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			err = s.db.Read(ctx, func(tx *db.Tx) error {
				cfg, err := s.config(tx)
				if err != nil {
					return err
				}
				all, err := agreements(tx, Agreed{State: Ending}.cond(a.On, cfg.Warn), a.Limit)
				for _, one := range all {
					args := map[string]any{"product": one.Name, "until": one.Until, "basis": one.Basis, "days": one.Until.Days(a.On)}
					items = append(items, today.Item{Account: one.Account, Subject: one.ID, Due: one.Until, Chance: null.None, Path: "/prices?view=framework",
						Does: "pricing.today_ending_do", Version: one.Version, Title: today.Said{Key: "pricing.today_ending_title", Args: args},
						Reason: today.Said{Key: "pricing.today_ending_reason", Args: args}})
				}
				return err
			})
			return items, err
		}}
}
