package user

import (
	"context"

	"erba/feature/approval"
	"erba/platform/db"
	"erba/platform/identity"
)

// grantKind is the kind of proposal that gives somebody director or finance.
const grantKind = "user.grant"

// granted is what is done when it is approved.
type granted struct{ Roles []string }

// split takes out the roles that need a second person. The machine's command
// line needs none: whoever has it has the database as well.
func (s *Service) split(ctx context.Context, u User, before []string) (at, asked []string) {
	if viewer, _ := identity.From(ctx); viewer.ID.IsZero() {
		return u.Roles, nil
	}
	return u.split(before)
}

// ask proposes roles to whoever approves them.
func (s *Service) ask(tx *db.Tx, u User, roles []string) error {
	if len(roles) == 0 {
		return nil
	}
	keys := make([]string, len(roles))
	for i, role := range roles {
		keys[i] = "identity.role." + role
	}
	_, err := s.approvals.Propose(tx, approval.Draft{Kind: grantKind, Object: "user", Subject: u.ID, Benefits: u.ID,
		Payload: granted{roles}, Link: "/users",
		Args: approval.Args{{Name: "name", Text: u.Name}, {Name: "roles", Keys: keys}}})
	return err
}

// grant carries it out.
func (s *Service) grant(tx *db.Tx, p approval.Proposal, g granted) error {
	return s.users.Grant(tx, p.Subject, g.Roles...)
}
