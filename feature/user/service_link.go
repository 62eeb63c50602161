package user

import (
	"context"

	"erba/kernel"
	"erba/platform/identity"
)

// Links are the names by which other houses know a user.
func (s *Service) Links(ctx context.Context, id kernel.ID) (all []Link, err error) {
	found, err := s.users.Links(ctx, id)
	for _, l := range found {
		all = append(all, Link{l.Issuer, l.Subject})
	}
	return all, err
}

// Link makes a user known by such a name; one that somebody has is taken.
func (s *Service) Link(ctx context.Context, id kernel.ID, l Link) error {
	return s.users.Link(ctx, identity.Link{Issuer: l.Issuer, Subject: l.Subject, User: id})
}

// Unlink forgets one.
func (s *Service) Unlink(ctx context.Context, id kernel.ID, l Link) error {
	return s.users.Unlink(ctx, id, l.Issuer, l.Subject)
}
