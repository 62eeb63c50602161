package pricing

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Agreements are prices that were agreed with customers, the next to end first.
type Agreements struct {
	Currency string      `json:"currency"`
	Warn     int         `json:"warn" doc:"For how many days the end is near"`
	Today    kernel.Date `json:"today"`
	Rows     []Agreement `json:"rows"`
	More     bool        `json:"more" doc:"There are others that are not shown"`
	May      bool        `json:"may" doc:"The viewer may agree to prices"`
}

// Agreements are the agreed prices of the customers in sight.
func (s *Service) Agreements(ctx context.Context, w Agreed) (a Agreements, err error) {
	a.Today, a.Rows, a.May = s.today(), []Agreement{}, may(ctx, "framework:write")
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if a.Currency, err = s.Ledger.Currency(tx); err != nil {
			return err
		}
		cfg, err := s.config(tx)
		if err != nil {
			return err
		}
		a.Warn = cfg.Warn
		rows, err := agreements(tx, w.cond(a.Today, cfg.Warn), mostAgreements+1)
		if a.More = len(rows) > mostAgreements; a.More {
			rows = rows[:mostAgreements]
		}
		for _, one := range rows {
			one.State = one.state(a.Today, cfg.Warn)
			a.Rows = append(a.Rows, one)
		}
		return err
	})
	return a, err
}

// Agree writes down what was agreed with a customer.
func (s *Service) Agree(ctx context.Context, f Framework) (Framework, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) (err error) {
		f, err = s.agree(tx, f)
		return err
	})
	return f, err
}

func (s *Service) agree(tx *db.Tx, f Framework) (Framework, error) {
	f.ID, f.By, f.Made, f.Version, f.Told = kernel.NewID(), viewer(tx.Context()), s.today(), 1, false
	if err := s.Accounts.Require(tx, f.Account); err != nil {
		return f, err
	}
	if err := s.permitted(tx, &f); err != nil {
		return f, err
	}
	if err := addFramework(tx, f); err != nil {
		return f, err
	}
	return f, audit.Changed(tx, "pricing.agreed", "framework", f.ID, nil, f)
}

// permitted refuses an agreed price that is none, that holds beside another one, or
// that takes somebody else to agree to.
func (s *Service) permitted(tx *db.Tx, f *Framework) error {
	if err := f.Check(); err != nil {
		return err
	}
	others, err := frameworks(tx, f.Account, f.Product, f.From, f.Until)
	if err != nil {
		return err
	}
	for _, one := range others {
		if one.ID != f.ID {
			return kernel.Refused("pricing.overlaps", "from", one.From.String(), "until", one.Until.String()).In("from")
		}
	}
	cfg, err := s.config(tx)
	if err != nil {
		return err
	}
	p, err := s.Priced(tx, kernel.ID{}, f.Product, s.today())
	if err != nil {
		return err
	}
	if p.Floor != nil && cfg.Deep(tag(p), f.Agreed) && s.Accounts.Require(identity.As(tx, "special:below"), f.Account) != nil {
		return kernel.Refused("pricing.needs_director").In("agreed")
	}
	return nil
}

// Renew changes what was agreed, over the version that was read.
func (s *Service) Renew(ctx context.Context, f Framework) (Framework, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := findFramework(tx, f.ID)
		if err != nil {
			return err
		}
		f.Account, f.Product, f.By, f.Made, f.Told = old.Account, old.Product, old.By, old.Made, old.Told && old.Until == f.Until
		if err := s.permitted(tx, &f); err != nil {
			return err
		}
		if err := saveFramework(tx, f); err != nil {
			return err
		}
		f.Version++
		return audit.Changed(tx, "pricing.renewed", "framework", f.ID, old, f)
	})
	return f, err
}

// Cancel takes back what was agreed.
func (s *Service) Cancel(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := findFramework(tx, id)
		if err != nil {
			return err
		}
		if err := dropFramework(tx, id, version); err != nil {
			return err
		}
		return audit.Changed(tx, "pricing.cancelled", "framework", id, old, nil)
	})
}
