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
