package team

import (
	"context"
	"slices"

	"erba/feature/account"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// seeing is the grant of which the panel tells who has it.
const seeing = "account:read"

// Service is what others may ask of team.
type Service struct {
	db       *db.DB
	users    *identity.Service
	accounts *account.Service
}

// NewService returns the team service. A key account is not opened by its region
// alone.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, accounts *account.Service) *Service {
	event.On(events, func(tx *db.Tx, e portfolio.Listed) error { return identity.Close(tx, e.Accounts...) })
	event.On(events, func(tx *db.Tx, e portfolio.Unlisted) error { return identity.Reopen(tx, e.Accounts...) })
	event.On(events, leaving)
	return &Service{d, users, accounts}
}

// What the platform keeps, under the names that the rest of this package uses.
type (
	Away  = identity.Delegation
	Share = identity.Share
)

// leaving keeps accounts for which somebody has arranged who sees them.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := identity.Arranged(tx, e.IDs...)
	for _, id := range needed {
		e.Need(id, "team.arranged")
	}
	return err
}

// View is the team of an account, and who sees it.
type View struct {
	Owner   kernel.ID      `json:"owner,omitzero"`
	Members []Member       `json:"members" doc:"Beside the owner, also those who were or will be"`
	Shares  []Share        `json:"shares"`
	Service bool           `json:"service" doc:"Service works on it"`
	Region  string         `json:"region,omitempty"`
	Key     bool           `json:"key"     doc:"A key account: its region does not open it"`
	Why     []identity.Why `json:"why"     doc:"Who sees it, and for which reasons"`
}

// Find returns the team of an account.
func (s *Service) Find(ctx context.Context, account kernel.ID) (v View, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		members, err := identity.Memberships(tx, account)
		if err != nil {
			return err
		}
		v.split(members)
		if v.Shares, err = identity.Shares(tx, account); err != nil {
			return err
		}
		if v.Service, err = identity.FlaggedAs(tx, account, identity.ForService); err != nil {
			return err
		}
		place, err := identity.PlaceOf(tx, account)
		if err != nil {
			return err
		}
		v.Region, v.Key = place.Region, place.Closed
		v.Why, err = s.users.Why(tx, seeing, account)
		return err
	})
	return v, err
}

// split tells the owner from the others.
func (v *View) split(members []identity.Member) {
	v.Members = []Member{}
	for _, m := range members {
		if m.Owner {
			v.Owner = m.User
		} else {
			v.Members = append(v.Members, memberOf(m))
		}
	}
}

func memberOf(m identity.Member) Member { return Member{m.Row, m.User, m.Role, m.From, m.Until} }

// Enlist puts somebody into the team, or gives a member another role or other days.
func (s *Service) Enlist(ctx context.Context, m Member) error {
	if err := m.Check(); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := s.member(tx, m.Account, m.User)
		if err != nil {
			return err
		}
		if err := s.can(tx, m.User, identity.Team|identity.Line); err != nil {
			return err
		}
		err = identity.Enlist(tx, identity.Member{Row: m.Account, User: m.User, Role: m.Role, From: m.From, Until: m.Until})
		if err != nil {
			return err
		}
		return audit.Changed(tx, "team.enlisted", "account", m.Account, old, &m)
	})
}

// Release takes somebody out of the team from today on; that he was in it stays.
func (s *Service) Release(ctx context.Context, account, user kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := s.member(tx, account, user)
		if err != nil {
			return err
		}
		if old == nil {
			return kernel.Missing("team.no_member")
		}
		next := *old
		next.Until = kernel.Today().Add(-1)
		if next.From.Compare(next.Until) > 0 {
			err = identity.Release(tx, account, user)
		} else {
			err = identity.Enlist(tx, identity.Member{Row: account, User: user, Role: next.Role, From: next.From, Until: next.Until})
		}
		if err != nil {
			return err
		}
		return audit.Changed(tx, "team.released", "account", account, old, &next)
	})
}

// member is somebody of the team, if he is or was; never the owner.
func (s *Service) member(tx *db.Tx, account, user kernel.ID) (*Member, error) {
	if err := s.accounts.Require(tx, account); err != nil {
		return nil, err
	}
	all, err := identity.Memberships(tx, account)
	at := slices.IndexFunc(all, func(m identity.Member) bool { return m.User == user })
	switch {
	case err != nil || at < 0:
		return nil, err
	case all[at].Owner:
		return nil, kernel.Refused("team.owner")
	}
	old := memberOf(all[at])
	return &old, nil
}

// can wants a user who can sign in, and to whom a relation opens accounts:
// anything else would look as if it did something.
func (s *Service) can(tx *db.Tx, user kernel.ID, some identity.Relation) error {
	u, err := s.users.User(tx.Context(), user)
	switch {
	case err != nil:
		return err
	case !u.Active:
		return kernel.Refused("team.gone")
	case s.users.Opens(u.Roles, seeing)&(some|identity.All) == 0:
		return kernel.Refused("team.useless", "name", u.Name)
	}
	return nil
}

// Show shares an account with somebody for some days.
func (s *Service) Show(ctx context.Context, share Share) error {
	viewer, _ := identity.From(ctx)
	share.By = viewer.ID
	if err := checkDays(share.From, share.Until, kernel.Today(), longestShare); err != nil {
		return err
	}
	if err := checkWhy(share.Reason); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := s.shared(tx, share.Row, share.User)
		if err != nil {
			return err
		}
		if err := s.can(tx, share.User, identity.Shared); err != nil {
			return err
		}
		if err := identity.Show(tx, share); err != nil {
			return err
		}
		return audit.Changed(tx, "team.shared", "account", share.Row, old, &share)
	})
}

// Hide ends a share.
func (s *Service) Hide(ctx context.Context, account, user kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := s.shared(tx, account, user)
		if err != nil {
			return err
		}
		if old == nil {
			return kernel.Missing("team.no_share")
		}
		if err := identity.Hide(tx, account, user); err != nil {
			return err
		}
		return audit.Changed(tx, "team.hidden", "account", account, old, nil)
	})
}

func (s *Service) shared(tx *db.Tx, account, user kernel.ID) (*Share, error) {
	if err := s.accounts.Require(tx, account); err != nil {
		return nil, err
	}
	all, err := identity.Shares(tx, account)
	for _, x := range all {
		if x.User == user {
			return &x, err
		}
	}
	return nil, err
}

// flagged is what the audit remembers of the flag.
type flagged struct {
	Service bool `json:"service"`
}

// Flag lets service work on an account, or no longer.
func (s *Service) Flag(ctx context.Context, account kernel.ID, on bool) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		was, err := identity.FlaggedAs(tx, account, identity.ForService)
		if err != nil || was == on {
			return err
		}
		if err := identity.Flag(tx, account, identity.ForService, on); err != nil {
			return err
		}
		return audit.Changed(tx, "team.flagged", "account", account, flagged{was}, flagged{on})
	})
}
