package claim

import (
	"context"
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Tended is what a night has done.
type Tended struct {
	Warned  int `json:"warned"`
	Expired int `json:"expired"`
}

// Tend ends the claims whose time is over, and tells the owners of those whose time
// is about to be. What nobody has decided about ends as well: it would keep all
// others away for ever.
func (s *Service) Tend(ctx context.Context) (done Tended, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		r, err := rules(tx)
		if err != nil {
			return err
		}
		all, err := live(tx)
		for _, c := range all {
			if err == nil {
				err = s.tend(tx, c, r, &done)
			}
		}
		if err != nil {
			return err
		}
		return forgetChecks(tx, s.now().Add(-24*time.Hour).UnixMicro())
	})
	return done, err
}

// tend ends one, or warns.
func (s *Service) tend(tx *db.Tx, c Claim, r Rules, done *Tended) error {
	switch last := c.last(r); {
	case last.Compare(s.today()) < 0:
		done.Expired++
		return s.expire(tx, c)
	case !c.Warned && last.Compare(s.today().Add(int(r.Warn))) <= 0:
		done.Warned++
		return s.warn(tx, c)
	}
	return nil
}

func (s *Service) expire(tx *db.Tx, c Claim) error {
	was := c
	c.State = Expired
	if err := replace(tx, c); err != nil {
		return err
	}
	if err := s.tell(tx, c.User, ended, c.Name, ""); err != nil {
		return err
	}
	return audit.Changed(tx, "claim.expired", "claim", c.ID, was, c)
}

// warn tells whoever can still do something: who has the claim, or who is to decide.
func (s *Service) warn(tx *db.Tx, c Claim) error {
	c.Warned = true
	if err := replace(tx, c); err != nil {
		return err
	}
	if c.State == Granted {
		return s.tell(tx, c.User, ending, c.Name, "")
	}
	return s.tell(tx, c.Decider, waiting, c.Name, "")
}

// Covered are the accounts that have come of a claim which still counts, with whose
// it is.
func (s *Service) Covered(tx *db.Tx) (map[kernel.ID]kernel.ID, error) {
	all, err := covered(tx, s.today())
	found := map[kernel.ID]kernel.ID{}
	for _, c := range all {
		found[c.Account] = c.User
	}
	return found, err
}

// asked is how many companies are looked up in one statement.
const asked = 500

// Claimants are who has claimed some companies and holds them today; zero: nobody.
func (s *Service) Claimants(tx *db.Tx, companies []Company) (found []kernel.ID, err error) {
	for some := range slices.Chunk(companies, asked) {
		all, err := holding(tx, s.today(), some)
		if err != nil {
			return nil, err
		}
		for _, company := range some {
			var user kernel.ID
			if at := slices.IndexFunc(all, func(c Claim) bool { return c.same(company) }); at >= 0 {
				user = all[at].User
			}
			found = append(found, user)
		}
	}
	return found, nil
}

// Claimant is who has claimed one company.
func (s *Service) Claimant(tx *db.Tx, c Company) (kernel.ID, error) {
	found, err := s.Claimants(tx, []Company{c})
	if err != nil {
		return kernel.ID{}, err
	}
	return found[0], nil
}
