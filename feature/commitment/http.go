package commitment

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts promises on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/commitments", "commitment:read", s.getList)
	web.Download(r, "/commitments/export", "commitment:export", s.getExport)
	web.Post(r, "/accounts/{account}/commitments", "commitment:write", s.postCommitment)
	web.Get(r, "/commitments/{id}", "commitment:read", s.getCourse)
	web.Put(r, "/commitments/{id}", "commitment:write", s.putCommitment)
	web.Delete(r, "/commitments/{id}", "commitment:write", s.deleteCommitment)
	web.Post(r, "/commitments/{id}/extend", "commitment:write", s.postExtend)
	web.Post(r, "/commitments/{id}/end", "commitment:write", s.postEnd)
	web.Post(r, "/commitments/{id}/reopen", "commitment:write", s.postReopen)
}

// Narrowing is the part of the query that says which promises.
type Narrowing struct {
	Account kernel.ID `query:"account" doc:"Empty: of all in sight"`
	Whose   string    `query:"whose"   enum:"mine,line" doc:"Empty: of all in sight"`
	By      string    `query:"by"      enum:"us,customer" doc:"Empty: both sides"`
	State   string    `query:"state"   enum:"pending,kept,broken,all" doc:"Empty: pending ones; of an export, all"`
}

func (n Narrowing) which() Which {
	return Which{Account: n.Account, Whose: n.Whose, By: n.By, State: n.State}
}

type getList struct {
	Narrowing
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"100"`
}

func (s *Service) getList(ctx context.Context, in *getList) (Inbox, error) {
	w := in.which()
	w.After, w.Limit = in.After, in.Limit
	return s.List(ctx, w)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.which(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "promises", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

// Saying is what somebody says of a promise.
type Saying struct {
	Text    string    `json:"text"             maxLength:"300"`
	Contact kernel.ID `json:"contact,omitzero" doc:"Of the customer"`
	User    kernel.ID `json:"user,omitzero"    doc:"Of us; empty: the viewer himself"`
}

type postCommitment struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Saying
		By  string      `json:"by"  enum:"us,customer"`
		Due kernel.Date `json:"due"`
	}
}

func (s *Service) postCommitment(ctx context.Context, in *postCommitment) (Commitment, error) {
	b := in.Body
	return s.Promise(ctx, Commitment{Account: in.Account, By: b.By, Text: b.Text, Due: b.Due, Contact: b.Contact, User: b.User})
}

type one struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getCourse(ctx context.Context, in *one) (Course, error) {
	return s.Course(ctx, in.ID)
}

type putCommitment struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body Saying
}

func (s *Service) putCommitment(ctx context.Context, in *putCommitment) (Commitment, error) {
	version, err := in.Replaces()
	if err != nil {
		return Commitment{}, err
	}
	b := in.Body
	return s.Amend(ctx, Commitment{ID: in.ID, Version: version, Text: b.Text, Contact: b.Contact, User: b.User})
}

// At names a promise at the version that was read.
type At struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteCommitment(ctx context.Context, in *At) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}

type postExtend struct {
	At
	Body struct {
		Due    kernel.Date `json:"due"`
		Reason string      `json:"reason" minLength:"2" maxLength:"300"`
	}
}

func (s *Service) postExtend(ctx context.Context, in *postExtend) (Commitment, error) {
	version, err := in.Replaces()
	if err != nil {
		return Commitment{}, err
	}
	return s.Extend(ctx, in.ID, version, in.Body.Due, in.Body.Reason)
}

type postEnd struct {
	At
	Body struct {
		State  string `json:"state"            enum:"kept,broken"`
		Reason string `json:"reason,omitempty" maxLength:"300" doc:"Why it was not kept"`
	}
}

func (s *Service) postEnd(ctx context.Context, in *postEnd) (Commitment, error) {
	version, err := in.Replaces()
	if err != nil {
		return Commitment{}, err
	}
	return s.End(ctx, in.ID, version, in.Body.State, in.Body.Reason)
}

func (s *Service) postReopen(ctx context.Context, in *At) (Commitment, error) {
	version, err := in.Replaces()
	if err != nil {
		return Commitment{}, err
	}
	return s.Reopen(ctx, in.ID, version)
}
