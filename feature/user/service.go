package user

import (
	"context"

	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Service keeps the users.
type Service struct {
	db        *db.DB
	users     *identity.Service
	approvals *approval.Service
}

// NewService returns the user service.
func NewService(d *db.DB, users *identity.Service, approvals *approval.Service) *Service {
	return &Service{d, users, approvals}
}

// List returns all users, by login.
func (s *Service) List(ctx context.Context) ([]User, error) {
	found, err := s.users.Users(ctx)
	if err != nil {
		return nil, err
	}
	armed, err := s.users.WithFactor(ctx)
	all := make([]User, len(found))
	for i, u := range found {
		all[i] = shown(u)
		all[i].Factor = armed[u.ID]
	}
	return all, err
}

// People are the names of all users, for owners and teams.
func (s *Service) People(ctx context.Context) ([]Person, error) {
	found, err := s.users.Users(ctx)
	all := make([]Person, len(found))
	for i, u := range found {
		all[i] = Person{u.ID, u.Name, u.Active}
	}
	return all, err
}

// Roles are the names that a user's roles may have.
func (s *Service) Roles() []string { return s.users.Roles() }

// Find returns one user.
func (s *Service) Find(ctx context.Context, id kernel.ID) (User, error) {
	u, err := s.users.User(ctx, id)
	return shown(u), err
}

// Named returns the user with a login.
func (s *Service) Named(ctx context.Context, login string) (User, error) {
	u, err := s.users.Named(ctx, login)
	return shown(u), err
}

// Hire makes a user, and the one-time password to be handed to him; a service
// account gets none.
func (s *Service) Hire(ctx context.Context, u User) (User, string, error) {
	if err := u.Check(); err != nil {
		return u, "", err
	}
	word := identity.OneTime()
	if !u.Owner.IsZero() {
		word = ""
	}
	made := kept(u)
	made.OneTime = true
	var asked []string
	made.Roles, asked = s.split(ctx, u, nil)
	made, err := s.users.New(made, word)
	if err != nil {
		return u, "", err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.users.Join(tx, made); err != nil {
			return err
		}
		return s.ask(tx, shown(made), asked)
	})
	u = shown(made)
	u.Asked = asked
	return u, word, err
}

// Change replaces the version of a user that the viewer has seen. A new boss
// sees at once what the user sees, the old one no longer.
func (s *Service) Change(ctx context.Context, u User) (User, error) {
	before, err := s.Find(ctx, u.ID)
	if err != nil {
		return u, err
	}
	u.Login = before.Login // for ever: the audit names people by it
	if u.Language == "" {
		u.Language = before.Language
	}
	viewer, _ := identity.From(ctx)
	if err := u.CheckChange(before, viewer.ID); err != nil {
		return u, err
	}
	if err := u.Check(); err != nil {
		return u, err
	}
	var asked []string
	u.Roles, asked = s.split(ctx, u, before.Roles)
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.users.Amend(tx, kept(u)); err != nil {
			return err
		}
		return s.ask(tx, u, asked)
	})
	if err != nil {
		return u, err
	}
	u, err = s.Find(ctx, u.ID)
	u.Asked = asked
	return u, err
}

// Reset ends a user's sessions and gives him a one-time password.
func (s *Service) Reset(ctx context.Context, id kernel.ID) (u User, word string, err error) {
	if word, err = s.users.Reset(ctx, id); err != nil {
		return u, "", err
	}
	u, err = s.Find(ctx, id)
	return u, word, err
}

// Disarm takes away the second factor that a user has lost.
func (s *Service) Disarm(ctx context.Context, id kernel.ID) error { return s.users.Disarm(ctx, id) }

func shown(u identity.User) User {
	return User{ID: u.ID, Login: u.Login, Name: u.Name, Roles: append([]string{}, u.Roles...), Language: u.Language,
		Boss: u.Boss, Owner: u.Owner, Active: u.Active, OneTime: u.OneTime, Version: u.Version}
}

func kept(u User) identity.User {
	return identity.User{ID: u.ID, Login: u.Login, Name: u.Name, Roles: u.Roles, Language: u.Language,
		Boss: u.Boss, Owner: u.Owner, Active: u.Active, Version: u.Version}
}
