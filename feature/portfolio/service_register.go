package portfolio

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Upkeep is what the register still asks for.
func (s *Service) Upkeep(ctx context.Context) (u Upkeep, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if u, err = countUnmanaged(tx, identity.Answered("k.account_id"), overdueSince(kernel.Today())); err != nil {
			return err
		}
		asked, err := countReviews(tx, kernel.Today())
		u.Reviews, u.LateReviews = asked.Reviews, asked.LateReviews
		return err
	})
	return u, err
}

// lacking are the key accounts that lack something, nil if nothing is asked.
func (s *Service) lacking(ctx context.Context, what string) (those map[kernel.ID]bool, err error) {
	var upto kernel.Date
	switch what {
	case "":
		return nil, nil
	case lacksLate:
		upto = overdueSince(kernel.Today())
	}
	those = map[kernel.ID]bool{}
	return those, s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := unmanaged(tx, identity.Answered("k.account_id"), upto)
		for _, k := range all {
			those[k.Account] = true
		}
		return err
	})
}

// charge says of key accounts who answers for them, and until when somebody has to.
func (s *Service) charge(ctx context.Context, rows []RegisterRow, keys *Judgements) error {
	ids := make([]kernel.ID, len(rows))
	at := make(map[kernel.ID]*RegisterRow, len(rows))
	for i := range rows {
		ids[i], at[rows[i].ID] = rows[i].ID, &rows[i]
	}
	return s.db.Read(ctx, func(tx *db.Tx) error {
		members, err := identity.Answering(tx, ids...)
		for _, m := range members {
			at[m.Row].Manager = m.User
		}
		for i := range rows {
			if status, listed := keys.registered(rows[i].ID); listed && rows[i].Manager.IsZero() {
				rows[i].ManagerDue = status.ManagerDue()
			}
		}
		return err
	})
}

// trusted is what the audit remembers of who answers for a key account.
type trusted struct {
	Manager kernel.ID `json:"manager,omitzero"`
}

// Entrust lets somebody answer for key accounts, as the lead of their teams.
func (s *Service) Entrust(ctx context.Context, accounts []kernel.ID, manager kernel.ID) error {
	if err := s.canManage(ctx, manager); err != nil {
		return err
	}
	e, err := s.evaluated(ctx, Ask{})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		for _, id := range accounts {
			if err := s.accounts.Require(tx, id); err != nil {
				return err
			}
			if row := e.Row(id); row < 0 || !e.key(row) {
				return kernel.Refused("portfolio.no_key_account")
			}
			before, err := identity.Entrust(tx, id, manager)
			if err != nil {
				return err
			}
			if err := audit.Changed(tx, "portfolio.entrusted", "account", id, trusted{before}, trusted{manager}); err != nil {
				return err
			}
		}
		return nil
	})
}

// canManage wants a user who can sign in and to whom being in a team opens accounts.
func (s *Service) canManage(ctx context.Context, user kernel.ID) error {
	u, err := s.users.User(ctx, user)
	switch {
	case err != nil:
		return err
	case !u.Active || s.users.Opens(u.Roles, "account:read")&(identity.Team|identity.Line|identity.All) == 0:
		return kernel.Refused("portfolio.bad_manager", "name", u.Name)
	}
	return nil
}
