package account

import (
	"context"
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// members are the owner and the team, as the row filter wants them.
func (a Account) members() (all []identity.Member) {
	if !a.Owner.IsZero() {
		all = append(all, identity.Member{Row: a.ID, User: a.Owner, Owner: true})
	}
	for _, user := range a.Team {
		if user != a.Owner && !slices.ContainsFunc(all, func(m identity.Member) bool { return m.User == user }) {
			all = append(all, identity.Member{Row: a.ID, User: user})
		}
	}
	return all
}

// team is who works on an account beside the owner.
func team(tx *db.Tx, a Account) (users []kernel.ID, err error) {
	members, err := identity.Members(tx, a.ID)
	for _, m := range members {
		if !m.Owner {
			users = append(users, m.User)
		}
	}
	return users, err
}

// Assign gives an account another owner and team.
func (s *Service) Assign(ctx context.Context, a Account) (Row, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := find(tx, a.ID)
		if err != nil {
			return err
		}
		next := old.Account
		next.Owner, next.Team, next.Version, next.ChangedAt = a.Owner, a.Team, a.Version, time.Now().UnixMicro()
		if err := replace(tx, next); err != nil {
			return err
		}
		if err := remember(tx, changes(old.Account, next), typed, kernel.ID{}); err != nil {
			return err
		}
		if old.Team, err = team(tx, old.Account); err != nil {
			return err
		}
		if err := audit.Changed(tx, "account.assigned", "account", a.ID, old.Account, next); err != nil {
			return err
		}
		if err := identity.Replace(tx, []kernel.ID{a.ID}, next.members()...); err != nil || next.Owner == old.Owner {
			return err
		}
		return event.Emit(s.events, tx, Handed{[]kernel.ID{a.ID}, next.Owner, belonging([]Row{old})})
	})
	if err != nil {
		return Row{}, err
	}
	return s.Find(ctx, a.ID)
}
