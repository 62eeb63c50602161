package contact

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts contacts on the REST API. What hands out something private is a
// PUT: answers to a POST may be kept and given again, past the audit.
func (s *Service) Routes(r *web.Router) {
	r.Grants = append(r.Grants, direct, personal, leading) // asked by the service
	web.Get(r, "/accounts/{account}/contacts", "contact:read", s.getContacts)
	web.Post(r, "/accounts/{account}/contacts", "contact:write", s.postContact)
	web.Get(r, "/contacts/{id}", "contact:read", s.getContact)
	web.Put(r, "/contacts/{id}", "contact:write", s.putContact)
	web.Delete(r, "/contacts/{id}", "contact:write", s.deleteContact)

	s.places(r)
	s.files(r)

	web.Put(r, "/contacts/search", "contact:personal", s.putSearch)
	web.Put(r, "/contacts/{id}/reveal", "contact:reveal", web.Fresh(s.putReveal))
	web.Put(r, "/contacts/{id}/facts/{field}", "contact:reveal", s.putFact)

	web.Get(r, "/contacts/{id}/notes", "contact:sensitive", s.getNotes)
	web.Post(r, "/contacts/{id}/notes", "contact:sensitive", s.postNote)
	web.Put(r, "/contacts/{id}/notes/force", "contact:force", web.Fresh(s.putForce))
	web.Put(r, "/contact-notes/{id}", "contact:sensitive", s.putNote)
	web.Put(r, "/contact-notes/{id}/text", "contact:sensitive", web.Fresh(s.putText))
	web.Put(r, "/contact-notes/{id}/confirm", "contact:sensitive", s.putConfirm)
	web.Put(r, "/contact-notes/{id}/withdraw", "contact:sensitive", s.putWithdraw)
}

type getContacts struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getContacts(ctx context.Context, in *getContacts) ([]Card, error) {
	return s.List(ctx, in.Account)
}

type byID struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getContact(ctx context.Context, in *byID) (Card, error) {
	return s.Find(ctx, in.ID)
}

// Body is what a user may set.
type Body struct {
	Name       string `json:"name"`
	Title      string `json:"title,omitempty"`
	Department string `json:"department,omitempty"`
	Duties     string `json:"duties,omitempty"`
	Goals      string `json:"goals,omitempty"`
	Manner     string `json:"manner,omitempty"`
	Results    string `json:"results,omitempty"`
	Colleagues string `json:"colleagues,omitempty"`
	Partners   string `json:"partners,omitempty"`
	Lines
	Place
}

func (b Body) contact() Contact {
	return Contact{Name: b.Name, Title: b.Title, Department: b.Department, Duties: b.Duties, Goals: b.Goals,
		Manner: b.Manner, Results: b.Results, Colleagues: b.Colleagues, Partners: b.Partners}
}

type postContact struct {
	Account kernel.ID `path:"account"`
	Body    Body
}

func (s *Service) postContact(ctx context.Context, in *postContact) (Card, error) {
	c := in.Body.contact()
	c.Account = in.Account
	in.Body.Lines.into(&c)
	in.Body.Place.into(&c)
	return s.Meet(ctx, c)
}

type putContact struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body Body
}

func (s *Service) putContact(ctx context.Context, in *putContact) (Card, error) {
	version, err := in.Replaces()
	if err != nil {
		return Card{}, err
	}
	c := in.Body.contact()
	c.ID, c.Version = in.ID, version
	return s.Save(ctx, c, in.Body.Lines, in.Body.Place)
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
