package interaction

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// largest is how big a file with contacts may be.
const largest = 8 << 20

// Routes puts contacts on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/interactions", "interaction:read", s.getOf)
	web.Post(r, "/accounts/{account}/interactions", "interaction:write", s.postInteraction)
	web.Put(r, "/interactions/{id}", "interaction:write", s.putInteraction)
	web.Delete(r, "/interactions/{id}", "interaction:write", s.deleteInteraction)
	web.Post(r, "/interactions/{id}/answer", "interaction:write", s.postAnswer)
	web.Get(r, "/interactions/unanswered", "interaction:read", s.getUnanswered)
	web.Get(r, "/interactions/pace", "interaction:read", s.getPace)
	web.Download(r, "/interactions/export", "interaction:export", s.getExport)
	web.Upload(r, "/interactions/import", "interaction:write", largest, s.postImport)
}

type getOf struct {
	Account kernel.ID `path:"account"`
	Channel string    `query:"channel" enum:"visit,phone,mail,sms,chat,social,event" doc:"Empty: all"`
	After   kernel.ID `query:"after"   doc:"The field next of the page before"`
	Limit   int       `query:"limit"   minimum:"1" maximum:"200" default:"30"`
}

func (s *Service) getOf(ctx context.Context, in *getOf) (Logged, error) {
	return s.Of(ctx, Which{Account: in.Account, Channel: in.Channel, After: in.After, Limit: in.Limit})
}

// Said is what somebody writes down of a contact.
type Said struct {
	On        kernel.Date `json:"on,omitzero"       doc:"Where only the day is known"`
	At        int64       `json:"at,omitempty"      minimum:"0" maximum:"4102444800000000" doc:"Microseconds since 1970, UTC"`
	Channel   string      `json:"channel"           enum:"visit,phone,mail,sms,chat,social,event"`
	Direction string      `json:"direction"         enum:"out,in"`
	Subject   string      `json:"subject"           maxLength:"300"`
	Asks      bool        `json:"asks,omitempty"    doc:"They wait for an answer"`
	People    []kernel.ID `json:"people"            maxItems:"30"`
	Users     []kernel.ID `json:"users"             maxItems:"30" doc:"Empty: the viewer himself"`
}

func (b Said) interaction() Interaction {
	return Interaction{On: b.On, At: b.At, Channel: b.Channel, Direction: b.Direction, Subject: b.Subject, Waits: b.Asks, People: b.People, Users: b.Users}
}

type postInteraction struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Said
		Answers kernel.ID `json:"answers,omitzero" doc:"The question that this answers"`
	}
}

func (s *Service) postInteraction(ctx context.Context, in *postInteraction) (Interaction, error) {
	i := in.Body.interaction()
	i.Account = in.Account
	return s.Write(ctx, i, in.Body.Answers)
}

type putInteraction struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body Said
}

func (s *Service) putInteraction(ctx context.Context, in *putInteraction) (Interaction, error) {
	version, err := in.Replaces()
	if err != nil {
		return Interaction{}, err
	}
	i := in.Body.interaction()
	i.ID, i.Version = in.ID, version
	return s.Amend(ctx, i)
}

type deleteInteraction struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteInteraction(ctx context.Context, in *deleteInteraction) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}

type postAnswer struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		At int64 `json:"at" minimum:"1" maximum:"4102444800000000" doc:"Microseconds since 1970, UTC"`
	}
}

func (s *Service) postAnswer(ctx context.Context, in *postAnswer) (Interaction, error) {
	version, err := in.Replaces()
	if err != nil {
		return Interaction{}, err
	}
	return s.Answer(ctx, in.ID, version, in.Body.At)
}

type getUnanswered struct {
	Whose string `query:"whose" enum:"mine,line" doc:"Empty: all in sight"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getUnanswered(ctx context.Context, in *getUnanswered) (Waiting, error) {
	return s.Unanswered(ctx, in.Whose, in.Limit)
}

type getPace struct {
	From  kernel.Date `query:"from"  doc:"Empty: ninety days ago"`
	Until kernel.Date `query:"until" doc:"Empty: today"`
}

func (s *Service) getPace(ctx context.Context, in *getPace) ([]Pace, error) {
	return s.Paces(ctx, in.From, in.Until)
}

type getExport struct {
	Account kernel.ID   `query:"account" doc:"Empty: of all in sight"`
	From    kernel.Date `query:"from"    doc:"Empty: from the beginning"`
	Until   kernel.Date `query:"until"   doc:"Empty: up to today"`
	Format  string      `query:"format"  enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, Which{Account: in.Account, From: in.From, To: in.Until})
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "interactions", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type postImport struct {
	Try bool `query:"try" doc:"Only say what would be taken"`
}

func (s *Service) postImport(ctx context.Context, in *postImport, body io.Reader) (Imported, error) {
	return s.Import(ctx, body, in.Try, func(key string, args map[string]any) string { return text.Say(ctx, key, args) })
}
