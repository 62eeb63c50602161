package claim

import (
	"context"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Claim registers a company for the viewer. A free one is his at once; one that
// clashes goes to whoever leads both.
func (s *Service) Claim(ctx context.Context, c Claim) (Listed, error) {
	if c.tidy(); c.Check() != nil {
		return Listed{}, c.Check()
	}
	v := viewingOf(ctx)
	if err := s.ready(ctx, v.user, c); err != nil {
		return Listed{}, err
	}
	c.ID, c.User, c.Asked, c.Version = kernel.NewID(), v.user, s.today(), 1
	var r Rules
	err := s.db.Write(ctx, func(tx *db.Tx) (err error) {
		if err := tx.Alone("claims"); err != nil { // the first of two who claim one company has it
			return err
		}
		if r, err = s.room(tx, c.User); err != nil {
			return err
		}
		if err := s.ask(tx, c); err != nil {
			return err
		}
		known, err := s.accounts.Known(ctx, c.company())
		if err != nil {
			return err
		}
		if err := s.judge(tx, &c, known[0], r); err != nil {
			return err
		}
		if err := add(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "claim.claimed", "claim", c.ID, nil, c)
	})
	return s.listed(v, r, c), err
}

// ready refuses ahead of the comparison what is refused anyway, and reads the accounts
// up to now: while everybody else waits only what is newer is left to be read.
func (s *Service) ready(ctx context.Context, user kernel.ID, c Claim) error {
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		_, err := s.room(tx, user)
		return err
	})
	if err != nil {
		return err
	}
	spent, err := s.spent(ctx, user)
	switch {
	case err != nil:
		return err
	case spent:
		return kernel.Refused("claim.too_many_checks")
	}
	_, err = s.accounts.Known(ctx, c.company())
	return err
}

// ask counts a claim as a question: what becomes of it tells as much.
func (s *Service) ask(tx *db.Tx, c Claim) error {
	left, err := s.left(tx, c.User)
	if err == nil && left == 0 {
		err = kernel.Refused("claim.too_many_checks")
	}
	if err != nil {
		return err
	}
	return addCheck(tx, c.ID, c.User, s.now().UnixMicro())
}

// room refuses one claim too many.
func (s *Service) room(tx *db.Tx, user kernel.ID) (Rules, error) {
	r, err := rules(tx)
	if err != nil {
		return r, err
	}
	n, err := countLive(tx, user)
	if err == nil && n >= r.Most {
		err = kernel.Refused("claim.too_many", "most", r.Most)
	}
	return r, err
}

// judge says in which state a new claim begins, and who decides about it.
func (s *Service) judge(tx *db.Tx, c *Claim, known account.Known, r Rules) error {
	there, err := owned(identity.Whole(tx), known.Same)
	if err != nil {
		return err
	}
	near, err := owned(identity.Whole(tx), known.Near)
	if err != nil {
		return err
	}
	mine, other, err := s.claimed(tx, c.Company)
	switch {
	case err != nil:
		return err
	case mine:
		return kernel.Refused("claim.own_claim")
	case len(there) > 0 && ownedBy(there, c.User):
		return kernel.Refused("claim.own_account")
	case len(there) > 0:
		c.State, c.RivalAccount, c.Rival = Clashing, first(there).ID, first(there).Owner
	case !other.ID.IsZero():
		c.State, c.RivalClaim, c.Rival = Clashing, other.ID, other.User
	case len(near) > 0:
		c.State = Asked
	default:
		c.State, c.Until = Granted, s.today().Add(int(r.Days))
		return nil
	}
	if c.Decider, err = s.decider(tx, *c); err != nil {
		return err
	}
	return s.tell(tx, c.Decider, waiting, c.Name, "")
}

// first is the account that stands against a claim: one that belongs to somebody, if there is one.
func first(there []thing) thing {
	for _, t := range there {
		if !t.Owner.IsZero() {
			return t
		}
	}
	return there[0]
}

func ownedBy(all []thing, user kernel.ID) bool {
	for _, t := range all {
		if t.Owner == user {
			return true
		}
	}
	return false
}

// decider is the nearest who leads both and may decide; nobody in particular where
// there is none: then whoever decides about all does.
func (s *Service) decider(tx *db.Tx, c Claim) (kernel.ID, error) {
	other := c.Rival
	if other.IsZero() {
		other = c.User
	}
	all, err := bosses(tx, c.User, other)
	if err != nil {
		return kernel.ID{}, err
	}
	for _, id := range all {
		u, err := s.users.User(tx.Context(), id)
		if err != nil {
			return kernel.ID{}, err
		}
		if s.users.Opens(u.Roles, "claim:decide") != 0 {
			return id, nil
		}
	}
	return kernel.ID{}, nil
}
