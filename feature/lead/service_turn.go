package lead

import (
	"context"

	"erba/analysis/prospect"
	"erba/feature/account"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Turn takes a lead on: it is contacted, qualified, put aside, dropped, or becomes a
// deal, of an account that there is or of a new one.
func (s *Service) Turn(ctx context.Context, t Turn) (Row, error) {
	if err := t.check(s.today()); err != nil {
		return Row{}, err
	}
	return s.written(ctx, func(tx *db.Tx) (Lead, error) {
		was, err := find(tx, t.Lead)
		if err != nil {
			return was, err
		}
		if !prospect.Goes(was.State, t.To) {
			return was, kernel.Refused("lead.no_way", "from", was.State, "to", t.To)
		}
		l := was
		l.State, l.Reason, l.Wake, l.Next, l.Moved, l.Version = t.To, t.Reason, t.Wake, t.Next, s.today(), t.Version
		if t.To == prospect.Deal {
			if err := s.convert(tx, &l, t.Account); err != nil {
				return l, err
			}
		}
		if err := replace(tx, l); err != nil {
			return l, err
		}
		l.Version++
		return l, s.remember(tx, was, l)
	})
}

// remember keeps the step, and what else changed.
func (s *Service) remember(tx *db.Tx, was, is Lead) error {
	viewer, _ := identity.From(tx.Context())
	if err := db.Insert(tx, "lead_moves", Move{kernel.NewID(), is.ID, was.State, is.State, is.Reason, s.today(), viewer.ID}); err != nil {
		return err
	}
	return audit.Changed(tx, "lead.turned", "lead", is.ID, was, is)
}

// convert makes a deal of a lead that is good enough.
func (s *Service) convert(tx *db.Tx, l *Lead, of kernel.ID) error {
	cfg, err := s.Config(tx)
	if err != nil {
		return err
	}
	if r := cfg.judge(listed{Lead: *l}); !r.Good {
		return kernel.Refused("lead.not_good", "score", r.Score, "good", cfg.Points.Good)
	}
	if l.Account = of; of.IsZero() {
		if l.Account, err = s.found(tx, account.Account{Code: "L" + l.ID.String(), Name: l.Name, City: l.City, Industry: l.Industry, Owner: l.Owner, Source: l.Source,
			SourceDetail: l.Detail}); err != nil {
			return err
		}
	}
	d, err := s.Deals.Begin(s.as(tx, "opportunity:write"), opportunity.Deal{Name: l.Name, Account: l.Account, Owner: l.Owner, Source: l.Source, Amount: l.Amount, Category: "pipeline", NextStep: l.Need})
	l.Deal, l.Next = d.ID, kernel.Date{}
	return err
}

// found opens an account.
func (s *Service) found(tx *db.Tx, a account.Account) (kernel.ID, error) {
	all := []account.Account{a}
	err := s.Accounts.Enter(s.as(tx, "account:write"), all...)
	return all[0].ID, err
}

// as is the transaction under another of the viewer's own grants.
func (s *Service) as(tx *db.Tx, grant string) *db.Tx { return identity.As(tx, grant) }
