package web

import (
	"context"
	"time"

	"erba/platform/identity"
)

// Link is a name by which another house knows the viewer.
type Link struct {
	Issuer  string    `json:"issuer"`
	Subject string    `json:"subject"`
	Name    string    `json:"name" doc:"As it called him then"`
	At      time.Time `json:"at"`
}

// Links are the viewer's, and the house with which he can link himself.
type Links struct {
	House  string `json:"house,omitempty" doc:"None: there is no single sign-on"`
	Issuer string `json:"issuer,omitempty" doc:"The address by which links name it"`
	Links  []Link `json:"links"`
}

// Whither is an address to go to.
type Whither struct {
	Address string `json:"address"`
}

// meLinks are the endpoints about single sign-on.
func (s *Server) meLinks() {
	Get(s.Router, "/me/links", Anyone, InPerson(s.getLinks))
	Post(s.Router, "/me/links", Anyone, Fresh(s.postLink))
	Delete(s.Router, "/me/links", Anyone, Fresh(s.deleteLink))
}

func (s *Server) getLinks(ctx context.Context, _ *struct{}) (l Links, err error) {
	viewer, _ := identity.From(ctx)
	if s.house != nil {
		l.House, l.Issuer = s.house.Name, s.house.Issuer
	}
	found, err := s.users.Links(ctx, viewer.ID)
	for _, one := range found {
		l.Links = append(l.Links, Link{one.Issuer, one.Subject, one.Name, time.UnixMicro(one.At).UTC()})
	}
	return l, err
}

// postLink begins at our own page, so that no other page can send somebody there unasked.
func (s *Server) postLink(ctx context.Context, _ *struct{}) (Whither, error) {
	viewer, _ := identity.From(ctx)
	address, err := s.ask(ctx, viewer.ID)
	return Whither{address}, err
}

type deleteLink struct {
	Issuer  string `query:"issuer" required:"true"`
	Subject string `query:"subject" required:"true"`
}

func (s *Server) deleteLink(ctx context.Context, in *deleteLink) (struct{}, error) {
	viewer, _ := identity.From(ctx)
	return struct{}{}, s.users.Unlink(ctx, viewer.ID, in.Issuer, in.Subject)
}
