package claim

import (
	"context"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// checked is what the audit remembers of a question.
type checked struct {
	Company
	Answer string `json:"answer"`
}

// Check says whether a company is taken, and nothing about whose it is. The work is
// the same whatever the answer is; how often somebody asks is limited and written
// down. Who has asked too often is told so without any work: that is all it tells.
func (s *Service) Check(ctx context.Context, c Company) (a Answer, err error) {
	if c.tidy(); c.check() != nil {
		return a, c.check()
	}
	me := viewingOf(ctx).user
	tooOften, err := s.spent(ctx, me)
	if err != nil {
		return a, err
	}
	known := make([]account.Known, 1)
	if !tooOften {
		if known, err = s.accounts.Known(ctx, c.company()); err != nil {
			return a, err
		}
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if a.Left, err = s.left(tx, me); err != nil {
			return err
		}
		if tooOften = tooOften || a.Left == 0; tooOften {
			return audit.Note(tx, "claim.asked_too_often", "claim", kernel.ID{}, nil)
		}
		if a.Answer, a.Account, err = s.answer(tx, c, known[0]); err != nil {
			return err
		}
		id := kernel.NewID()
		a.Left--
		if err := addCheck(tx, id, me, s.now().UnixMicro()); err != nil {
			return err
		}
		return audit.Note(tx, "claim.checked", "claim", id, checked{c, a.Answer})
	})
	if err == nil && tooOften {
		err = kernel.Refused("claim.too_many_checks")
	}
	return a, err
}

// left is how often somebody may still ask within the hour.
func (s *Service) left(tx *db.Tx, user kernel.ID) (int64, error) {
	if err := tx.Alone("claim.checks " + user.String()); err != nil {
		return 0, err
	}
	return s.remaining(tx, user)
}

// spent reports whether somebody has no question left, before anything is compared.
func (s *Service) spent(ctx context.Context, user kernel.ID) (spent bool, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		left, err := s.remaining(tx, user)
		spent = left == 0
		return err
	})
	return spent, err
}

func (s *Service) remaining(tx *db.Tx, user kernel.ID) (int64, error) {
	r, err := rules(tx)
	if err != nil {
		return 0, err
	}
	asked, err := checks(tx, user, s.now().Add(-time.Hour).UnixMicro())
	return max(0, r.Checks-asked), err
}

// answer is what somebody is told of a company.
func (s *Service) answer(tx *db.Tx, c Company, known account.Known) (string, kernel.ID, error) {
	seen, err := owned(identity.As(tx, "account:read"), known.Same)
	if err != nil {
		return "", kernel.ID{}, err
	}
	there, err := owned(identity.Whole(tx), known.Same)
	if err != nil {
		return "", kernel.ID{}, err
	}
	near, err := owned(identity.Whole(tx), known.Near)
	if err != nil {
		return "", kernel.ID{}, err
	}
	mine, others, err := s.claimed(tx, c)
	switch {
	case err != nil:
	case len(seen) > 0:
		return Mine, seen[0].ID, nil
	case mine:
		return Claimed, kernel.ID{}, nil
	case !others.ID.IsZero() || hasOwner(there):
		return Taken, kernel.ID{}, nil
	case len(there) > 0:
		return Unowned, kernel.ID{}, nil
	case len(near) > 0:
		return Similar, kernel.ID{}, nil
	}
	return Free, kernel.ID{}, err
}

func hasOwner(all []thing) bool {
	for _, t := range all {
		if !t.Owner.IsZero() {
			return true
		}
	}
	return false
}

// claimed reports whether the viewer himself has claimed a company, and the first
// claim to it that somebody else has.
func (s *Service) claimed(tx *db.Tx, c Company) (mine bool, other Claim, err error) {
	all, err := live(tx)
	me := viewingOf(tx.Context()).user
	for _, one := range all {
		switch {
		case !one.holds(s.today()) || !one.same(c):
		case one.User == me:
			mine = true
		case other.ID.IsZero():
			other = one
		}
	}
	return mine, other, err
}

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
