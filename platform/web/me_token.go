package web

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/identity"
)

// Token is one of the viewer's, or of a service account that he answers for.
type Token struct {
	ID      kernel.ID `json:"id"`
	Name    string    `json:"name"`
	For     kernel.ID `json:"for,omitzero" doc:"The service account; none: the viewer"`
	Grants  []string  `json:"grants"`
	Made    time.Time `json:"made"`
	Expires time.Time `json:"expires"`
	Used    time.Time `json:"used,omitzero" doc:"To the minute; none: never"`
}

// Tokens are the viewer's, with what he could make more of.
type Tokens struct {
	Tokens   []Token   `json:"tokens"`
	Grants   []string  `json:"grants" doc:"That a token can be given"`
	Accounts []Machine `json:"accounts" doc:"Service accounts that the viewer answers for"`
}

// Machine is a service account.
type Machine struct {
	ID     kernel.ID `json:"id"`
	Name   string    `json:"name"`
	Grants []string  `json:"grants" doc:"That its tokens can be given"`
}

// Issued is a new token with its word, which can be seen only now.
type Issued struct {
	Token Token  `json:"token"`
	Word  string `json:"word"`
}

// meTokens are the endpoints about the viewer's tokens.
func (s *Server) meTokens() {
	Get(s.Router, "/me/tokens", Anyone, InPerson(s.getTokens))
	Post(s.Router, "/me/tokens", Anyone, Fresh(s.postToken))
	Delete(s.Router, "/me/tokens/{id}", Anyone, InPerson(s.deleteToken))
}

func (s *Server) getTokens(ctx context.Context, _ *struct{}) (t Tokens, err error) {
	viewer, _ := identity.From(ctx)
	t.Grants = viewer.Lendable()
	if t.Accounts, err = s.machines(ctx, viewer); err != nil {
		return t, err
	}
	all, err := s.users.Tokens(ctx)
	for _, one := range all {
		t.Tokens = append(t.Tokens, shown(one, viewer.ID))
	}
	return t, err
}

// machines are the service accounts that the viewer answers for.
func (s *Server) machines(ctx context.Context, viewer identity.Viewer) (all []Machine, err error) {
	users, err := s.users.Users(ctx)
	for _, u := range users {
		if u.Owner != viewer.ID || !u.Active {
			continue
		}
		one, err := s.users.Viewer(ctx, u.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, Machine{u.ID, u.Name, one.Only(viewer.Grants()...).Lendable()})
	}
	return all, err
}

func shown(t identity.Token, self kernel.ID) Token {
	out := Token{ID: t.ID, Name: t.Name, Grants: t.Grants, Made: time.UnixMicro(t.Made).UTC(), Expires: time.UnixMicro(t.Expires).UTC()}
	if t.User != self {
		out.For = t.User
	}
	if t.Used > 0 {
		out.Used = time.UnixMicro(t.Used).UTC()
	}
	return out
}

type postToken struct {
	Body struct {
		Name   string    `json:"name"`
		Grants []string  `json:"grants"`
		Days   int       `json:"days" minimum:"1" maximum:"90"`
		For    kernel.ID `json:"for,omitzero" doc:"A service account; none: the viewer himself"`
	}
}

func (s *Server) postToken(ctx context.Context, in *postToken) (Issued, error) {
	viewer, _ := identity.From(ctx)
	b := in.Body
	t, word, err := s.users.MakeToken(ctx, identity.Token{User: b.For, Name: b.Name, Grants: b.Grants,
		Expires: s.users.Clock().AddDate(0, 0, b.Days).UnixMicro()})
	return Issued{shown(t, viewer.ID), word}, err
}

func (s *Server) deleteToken(ctx context.Context, in *oneOfMine) (struct{}, error) {
	return struct{}{}, s.users.Revoke(ctx, in.ID)
}
