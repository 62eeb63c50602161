package team

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// apart are the roles of those who do nobody else's work: who keeps the users
// and who watches over personal data must not gain what others see. Nor does a
// program.
var apart = []string{identity.Admin, "privacy"}

// Absences are who is away, or will be, among those who concern the user.
type Absences struct {
	Away []Away      `json:"away"`
	For  []kernel.ID `json:"for" doc:"Of whom the user can say who does their work: himself and those who report to him"`
}

// Aways are the delegations that concern the user or those who report to him.
func (s *Service) Aways(ctx context.Context) (a Absences, err error) {
	viewer, _ := identity.From(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if a.Away, err = identity.Delegations(tx, viewer.ID); err == nil {
			a.For, err = identity.Led(tx, viewer.ID)
		}
		return err
	})
	return a, err
}

// Leave lets somebody do a user's work while he is away; the user says so
// himself, or a manager of his.
func (s *Service) Leave(ctx context.Context, d Away) error {
	if err := checkDays(d.From, d.Until, kernel.Today(), longestAway); err != nil {
		return err
	}
	if d.User == d.StandIn {
		return kernel.Invalid("team.self")
	}
	return s.db.Write(ctx, func(tx *db.Tx) (err error) {
		if d.By, err = speaker(tx, d.User); err != nil {
			return err
		}
		if err := s.standIn(tx, d.StandIn); err != nil {
			return err
		}
		if err := identity.Delegate(tx, d); err != nil {
			return err
		}
		return audit.Changed(tx, "team.left", "user", d.User, nil, &d)
	})
}

// Return ends a delegation.
func (s *Service) Return(ctx context.Context, d Away) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := speaker(tx, d.User); err != nil {
			return err
		}
		all, err := identity.Delegations(tx, d.User)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(o Away) bool {
			return o.User == d.User && o.StandIn == d.StandIn && o.From == d.From
		})
		if at < 0 {
			return kernel.Missing("team.no_delegation")
		}
		if err := identity.Recall(tx, d); err != nil {
			return err
		}
		return audit.Changed(tx, "team.returned", "user", d.User, &all[at], nil)
	})
}

// speaker is the manager who speaks for a user; none when that is the user
// himself. Whom the viewer does not lead does not exist for him.
func speaker(tx *db.Tx, user kernel.ID) (kernel.ID, error) {
	viewer, _ := identity.From(tx.Context())
	if user == viewer.ID {
		return kernel.ID{}, nil
	}
	leads, err := identity.Leads(tx, viewer.ID, user)
	if err == nil && !leads {
		err = kernel.Missing("db.missing")
	}
	return viewer.ID, err
}

// standIn wants somebody who can do another's work.
func (s *Service) standIn(tx *db.Tx, user kernel.ID) error {
	u, err := s.users.User(tx.Context(), user)
	switch {
	case err != nil:
		return err
	case !u.Active:
		return kernel.Refused("team.gone")
	case !u.Owner.IsZero() || slices.ContainsFunc(apart, u.Is):
		return kernel.Refused("team.apart", "name", u.Name)
	}
	return nil
}

// governed is what the audit remembers of a manager's regions.
type governed struct {
	Regions []string `json:"regions"`
}

// Regions are a manager's.
func (s *Service) Regions(ctx context.Context, user kernel.ID) (all []string, err error) {
	if _, err := s.users.User(ctx, user); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = identity.Regions(tx, user)
		return err
	})
	return all, err
}

// Govern gives a manager other regions.
func (s *Service) Govern(ctx context.Context, user kernel.ID, regions []string) error {
	if len(regions) > 100 || slices.Contains(regions, "") {
		return kernel.Invalid("team.bad_regions")
	}
	if _, err := s.users.User(ctx, user); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := identity.Regions(tx, user)
		if err != nil {
			return err
		}
		if err := identity.Govern(tx, user, regions); err != nil {
			return err
		}
		return audit.Changed(tx, "team.governs", "user", user, governed{old}, governed{regions})
	})
}
