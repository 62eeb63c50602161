package claim

import (
	"context"
	"strings"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Verdict is what somebody decides about a claim.
type Verdict struct {
	Grant  bool
	Reason string
}

// Decide ends a clash: the company goes to who claims it, or stays where it is. Who
// loses is told what the manager says, and nothing about the other one.
func (s *Service) Decide(ctx context.Context, id kernel.ID, version int64, say Verdict) error {
	if say.Reason = strings.TrimSpace(say.Reason); len([]rune(say.Reason)) < shortest {
		return kernel.Invalid("claim.no_reason")
	}
	v := viewingOf(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := tx.Alone("claims"); err != nil {
			return err
		}
		c, err := find(tx, v, id)
		switch {
		case err != nil:
			return err
		case c.State != Asked && c.State != Clashing:
			return kernel.Refused("claim.decided_already")
		case !v.decides(c):
			return kernel.Denied("claim.not_yours")
		}
		was := c
		c.Decided, c.DecidedBy, c.Decision, c.Version = s.today(), v.user, say.Reason, version
		if c.State = Refused; say.Grant {
			err = s.grant(tx, &c)
		} else {
			err = s.keep(tx, c)
		}
		if err != nil {
			return err
		}
		if err := replace(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "claim.decided", "claim", c.ID, was, c)
	})
}

// keep leaves everything as it is.
func (s *Service) keep(tx *db.Tx, c Claim) error {
	if err := s.tell(tx, c.User, lost, c.Name, c.Decision); err != nil {
		return err
	}
	name, whose, err := s.called(tx, c)
	if err != nil {
		return err
	}
	return s.tell(tx, whose, kept, name, "")
}

// grant gives the company to who claims it: with its account, if there is one, or
// in place of the earlier claim.
func (s *Service) grant(tx *db.Tx, c *Claim) error {
	name, whose, err := s.called(tx, *c)
	if err != nil {
		return err
	}
	if err := s.tell(tx, c.User, won, c.Name, c.Decision); err != nil {
		return err
	}
	if !c.RivalAccount.IsZero() {
		if err := s.accounts.Hand(identity.Whole(tx), c.User, c.RivalAccount); err != nil {
			return err
		}
		c.State, c.Account = Opened, c.RivalAccount
		return s.tell(tx, whose, handed, name, c.Decision)
	}
	r, err := rules(tx)
	if err != nil {
		return err
	}
	c.State, c.Until, c.Warned = Granted, s.today().Add(int(r.Days)), false
	return s.supersede(tx, *c, name)
}

// supersede ends the claim in whose place another one was granted.
func (s *Service) supersede(tx *db.Tx, c Claim, name string) error {
	if c.RivalClaim.IsZero() {
		return nil
	}
	other, err := find(tx, viewing{all: true}, c.RivalClaim)
	if err != nil || !other.Stands() {
		return err
	}
	was := other
	other.State, other.Decided, other.DecidedBy, other.Decision = Refused, c.Decided, c.DecidedBy, c.Decision
	if err := replace(tx, other); err != nil {
		return err
	}
	if err := s.tell(tx, other.User, lost, name, c.Decision); err != nil {
		return err
	}
	return audit.Changed(tx, "claim.superseded", "claim", other.ID, was, other)
}

// called is how whoever has the company calls it, and who that is today: nobody is
// told how the other one does.
func (s *Service) called(tx *db.Tx, c Claim) (name string, whose kernel.ID, err error) {
	switch {
	case !c.RivalAccount.IsZero():
		there, err := owned(identity.Whole(tx), []kernel.ID{c.RivalAccount})
		if err != nil || len(there) == 0 {
			return c.Name, c.Rival, err
		}
		return there[0].Name, there[0].Owner, nil
	case !c.RivalClaim.IsZero():
		other, err := find(tx, viewing{all: true}, c.RivalClaim)
		return other.Name, other.User, err
	}
	return c.Name, kernel.ID{}, nil
}

// Renew lets a claim count once more as long.
func (s *Service) Renew(ctx context.Context, id kernel.ID, version int64) error {
	return s.change(ctx, id, version, "claim.renewed", func(tx *db.Tx, c *Claim) error {
		r, err := rules(tx)
		if err != nil {
			return err
		}
		if err := r.renewable(*c, s.today()); err != nil {
			return err
		}
		c.Until, c.Renewals, c.Warned = c.Until.Add(int(r.Days)), c.Renewals+1, false
		return nil
	})
}

// GiveBack ends a claim that its owner no longer wants.
func (s *Service) GiveBack(ctx context.Context, id kernel.ID, version int64, reason string) error {
	if reason = strings.TrimSpace(reason); len([]rune(reason)) < shortest {
		return kernel.Invalid("claim.no_reason")
	}
	return s.change(ctx, id, version, "claim.returned", func(_ *db.Tx, c *Claim) error {
		if !c.Stands() {
			return kernel.Refused("claim.ended")
		}
		c.State, c.Decision = Returned, reason
		return nil
	})
}

// change writes over a claim of the viewer's own.
func (s *Service) change(ctx context.Context, id kernel.ID, version int64, verb string, how func(*db.Tx, *Claim) error) error {
	v := viewingOf(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		c, err := find(tx, viewing{user: v.user}, id)
		if err != nil {
			return err
		}
		was := c
		if err := how(tx, &c); err != nil {
			return err
		}
		c.Version = version
		if err := replace(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, verb, "claim", id, was, c)
	})
}

// Open makes an account of a claim that counts; it belongs to who has claimed it.
func (s *Service) Open(ctx context.Context, id kernel.ID, version int64, code string) (account.Account, error) {
	v := viewingOf(ctx)
	var c Claim
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		c, err = find(tx, viewing{user: v.user}, id)
		return err
	})
	switch {
	case err != nil:
		return account.Account{}, err
	case c.State != Granted || !c.holds(s.today()):
		return account.Account{}, kernel.Refused("claim.not_granted")
	}
	all := []account.Account{{Code: code, Name: c.Name, City: c.City, Region: c.Region, USCC: c.USCC, Phone: c.Phone, Owner: c.User}}
	was := c
	err = s.accounts.Open(db.Along(ctx, func(tx *db.Tx) error {
		c.State, c.Account, c.Version = Opened, all[0].ID, version
		if err := replace(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "claim.opened", "claim", id, was, c)
	}), all...)
	return all[0], err
}
