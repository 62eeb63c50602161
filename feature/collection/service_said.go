package collection

import (
	"context"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Dispute writes down what a customer will not pay of an invoice, and who clears it up.
func (s *Service) Dispute(ctx context.Context, d Dispute) (Dispute, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		d.ID, d.State, d.On, d.By, d.Version = kernel.NewID(), Opened, s.today(), me(tx), 1
		if d.Owner.IsZero() {
			d.Owner = d.By
		}
		st, err := s.stand(tx, d.Account)
		if err != nil {
			return err
		}
		if err := d.Check(); err != nil {
			return err
		}
		switch left := st.owed(d.Number); {
		case left == 0:
			return kernel.Refused("collection.not_open", "number", d.Number).In("number")
		case d.Amount+st.disputed[d.Number] > left:
			return kernel.Refused("collection.more_than_open", "number", d.Number).In("amount")
		}
		if err := s.works(tx, d.Owner, d.Account); err != nil {
			return err
		}
		if err := addDispute(tx, d); err != nil {
			return err
		}
		return audit.Changed(tx, "collection.disputed", "account", d.Account, nil, d)
	})
	return d, err
}

// works refuses an owner who is not there.
func (s *Service) works(tx *db.Tx, user, account kernel.ID) error {
	if user == me(tx) {
		return nil
	}
	members, err := identity.Members(identity.Whole(tx), account)
	for _, m := range members {
		if m.User == user {
			return nil
		}
	}
	if err != nil {
		return err
	}
	return kernel.Invalid("collection.no_owner").In("owner")
}

// Settle clears a dispute up: the customer was right, or he pays.
func (s *Service) Settle(ctx context.Context, account, id kernel.ID, version int64, state, result string) (d Dispute, err error) {
	if state != Accepted && state != Rejected {
		return d, kernel.Invalid("collection.bad_state").In("state")
	}
	if err := reasoned(result, "result"); err != nil {
		return d, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if d, err = findDispute(tx, account, id); err != nil {
			return err
		}
		if d.State != Opened {
			return kernel.Refused("collection.settled_already")
		}
		before := d
		d.State, d.Result, d.Settled, d.Version = state, strings.TrimSpace(result), s.today(), version
		if err := settle(tx, d); err != nil {
			return err
		}
		d.Version++
		return audit.Changed(tx, "collection.settled", "account", d.Account, before, d)
	})
	return d, err
}

// Promise writes down what somebody at a customer said would come by a day.
func (s *Service) Promise(ctx context.Context, p Promise) (Promise, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		p.ID, p.By, p.Version, p.Withdrawn, p.Told = kernel.NewID(), me(tx), 1, kernel.Date{}, false
		if p.On.IsZero() {
			p.On = s.today()
		}
		if p.On.Compare(s.today()) > 0 {
			return kernel.Invalid("collection.bad_day").In("on")
		}
		if err := p.Check(); err != nil {
			return err
		}
		st, err := s.stand(tx, p.Account)
		if err != nil {
			return err
		}
		if p.Number != "" && st.owed(p.Number) == 0 {
			return kernel.Refused("collection.not_open", "number", p.Number).In("number")
		}
		if err := addPromise(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "collection.promised", "account", p.Account, nil, p)
	})
	return p, err
}

// Withdraw takes back a promise that nobody made.
func (s *Service) Withdraw(ctx context.Context, account, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		p, err := findPromise(tx, account, id)
		switch {
		case err != nil:
			return err
		case !p.Withdrawn.IsZero():
			return kernel.Refused("collection.withdrawn_already")
		case p.Due.Compare(s.today()) < 0:
			return kernel.Refused("collection.promise_over")
		}
		before := p
		p.Withdrawn, p.Version = s.today(), version
		if err := savePromise(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "collection.withdrawn", "account", p.Account, before, p)
	})
}
