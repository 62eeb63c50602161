package user

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts users on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/users", "user:read", s.getUsers)
	web.Post(r, "/users", "user:write", web.Fresh(s.postUser))
	web.Get(r, "/users/{id}", "user:read", s.getUser)
	web.Put(r, "/users/{id}", "user:write", web.Fresh(s.putUser))
	web.Post(r, "/users/{id}/password", "user:write", web.Fresh(s.postPassword))
	web.Delete(r, "/users/{id}/factor", "user:write", web.Fresh(s.deleteFactor))
	web.Get(r, "/users/{id}/links", "user:read", s.getLinks)
	web.Post(r, "/users/{id}/links", "user:write", web.Fresh(s.postLink))
	web.Delete(r, "/users/{id}/links", "user:write", web.Fresh(s.deleteLink))
	web.Get(r, "/roles", "user:read", s.getRoles)
	web.Get(r, "/people", "user:name", s.getPeople)
}

func (s *Service) getUsers(ctx context.Context, _ *struct{}) ([]User, error) { return s.List(ctx) }

func (s *Service) getPeople(ctx context.Context, _ *struct{}) ([]Person, error) {
	return s.People(ctx)
}

// Role is a role to choose; the text identity.role.<name> names it.
type Role struct {
	Name string `json:"name"`
}

func (s *Service) getRoles(context.Context, *struct{}) (all []Role, _ error) {
	for _, name := range s.Roles() {
		all = append(all, Role{name})
	}
	return all, nil
}

type oneUser struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getUser(ctx context.Context, in *oneUser) (User, error) { return s.Find(ctx, in.ID) }

type postUser struct {
	Body struct {
		Login    string    `json:"login"`
		Name     string    `json:"name"`
		Roles    []string  `json:"roles"`
		Language string    `json:"language,omitempty" enum:"zh-CN,en" default:"zh-CN"`
		Boss     kernel.ID `json:"boss,omitzero"`
		Active   bool      `json:"active,omitempty" doc:"A new user always is"`
		Owner    kernel.ID `json:"owner,omitzero" doc:"Who answers for it: this makes a service account"`
	}
}

// Issued is a user with the password to be handed to him; it is not shown again.
type Issued struct {
	User     User   `json:"user"`
	Password string `json:"password,omitempty" doc:"None for a service account"`
}

func (s *Service) postUser(ctx context.Context, in *postUser) (Issued, error) {
	b := in.Body
	u, word, err := s.Hire(ctx, User{Login: b.Login, Name: b.Name, Roles: b.Roles, Language: b.Language, Boss: b.Boss, Owner: b.Owner})
	return Issued{u, word}, err
}

type putUser struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Login    string    `json:"login,omitempty" doc:"Stays as it is"`
		Name     string    `json:"name"`
		Roles    []string  `json:"roles"`
		Language string    `json:"language,omitempty" enum:"zh-CN,en" doc:"None: as it is"`
		Boss     kernel.ID `json:"boss,omitzero"`
		Active   bool      `json:"active"`
		Owner    kernel.ID `json:"owner,omitzero" doc:"Who answers for a service account"`
	}
}

func (s *Service) putUser(ctx context.Context, in *putUser) (User, error) {
	version, err := in.Replaces()
	if err != nil {
		return User{}, err
	}
	b := in.Body
	return s.Change(ctx, User{ID: in.ID, Version: version, Name: b.Name, Roles: b.Roles,
		Language: b.Language, Boss: b.Boss, Owner: b.Owner, Active: b.Active})
}

func (s *Service) postPassword(ctx context.Context, in *oneUser) (Issued, error) {
	u, word, err := s.Reset(ctx, in.ID)
	return Issued{u, word}, err
}

func (s *Service) deleteFactor(ctx context.Context, in *oneUser) (struct{}, error) {
	return struct{}{}, s.Disarm(ctx, in.ID)
}

func (s *Service) getLinks(ctx context.Context, in *oneUser) ([]Link, error) {
	return s.Links(ctx, in.ID)
}

type postLink struct {
	ID   kernel.ID `path:"id"`
	Body Link
}

func (s *Service) postLink(ctx context.Context, in *postLink) (Link, error) {
	return in.Body, s.Link(ctx, in.ID, in.Body)
}

type deleteLink struct {
	ID      kernel.ID `path:"id"`
	Issuer  string    `query:"issuer"  required:"true"`
	Subject string    `query:"subject" required:"true"`
}

func (s *Service) deleteLink(ctx context.Context, in *deleteLink) (struct{}, error) {
	return struct{}{}, s.Unlink(ctx, in.ID, Link{in.Issuer, in.Subject})
}
