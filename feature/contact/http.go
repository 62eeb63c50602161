package contact

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts contacts on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/contacts", "contact:read", s.getContacts)
	web.Post(r, "/accounts/{account}/contacts", "contact:write", s.postContact)
	web.Get(r, "/contacts/{id}", "contact:read", s.getContact)
	web.Put(r, "/contacts/{id}", "contact:write", s.putContact)
	web.Delete(r, "/contacts/{id}", "contact:write", s.deleteContact)
}

type getContacts struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getContacts(ctx context.Context, in *getContacts) ([]Contact, error) {
	return s.List(ctx, in.Account)
}

type getContact struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getContact(ctx context.Context, in *getContact) (Contact, error) {
	return s.Find(ctx, in.ID)
}

// body is what a user may set.
type body struct {
	Name       string `json:"name"`
	Title      string `json:"title,omitempty"`
	Department string `json:"department,omitempty"`
	Phone      string `json:"phone,omitempty"`
	Mail       string `json:"mail,omitempty"`
}

func (b body) contact() Contact {
	return Contact{Name: b.Name, Title: b.Title, Department: b.Department, Phone: b.Phone, Mail: b.Mail}
}

type postContact struct {
	Account kernel.ID `path:"account"`
	Body    body
}

func (s *Service) postContact(ctx context.Context, in *postContact) (Contact, error) {
	c := in.Body.contact()
	c.Account = in.Account
	return s.Meet(ctx, c)
}

type putContact struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body body
}

func (s *Service) putContact(ctx context.Context, in *putContact) (Contact, error) {
	version, err := in.Replaces()
	if err != nil {
		return Contact{}, err
	}
	c := in.Body.contact()
	c.ID, c.Version = in.ID, version
	return s.Save(ctx, c)
}

type deleteContact struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteContact(ctx context.Context, in *deleteContact) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, Contact{ID: in.ID, Version: version})
}
