package handover

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts hand-overs on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/handovers", "handover:read", s.getList)
	web.Get(r, "/handovers/{id}", "handover:read", s.getSheet)
	web.Put(r, "/handovers/{id}/note", "handover:write", s.putNote)
	web.Post(r, "/handovers/{id}/accept", "handover:write", web.InPerson(s.postAccept))
	web.Put(r, "/handovers/{id}/until", "handover:end", s.putUntil)
	web.Download(r, "/handovers/{id}/export", "handover:export", s.getExport)
}

type getHandovers struct {
	Account kernel.ID `query:"account"`
	State   string    `query:"state" enum:",waiting,accepted,recalled"`
	After   kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit   int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getList(ctx context.Context, in *getHandovers) (Page, error) {
	return s.List(ctx, Which{Account: in.Account, State: in.State, After: in.After, Limit: in.Limit})
}

type byHandover struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getSheet(ctx context.Context, in *byHandover) (Sheet, error) {
	return s.Find(ctx, in.ID)
}

type putHandoverNote struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Note string `json:"note" maxLength:"4000" doc:"What the successor has to know"`
	}
}

func (s *Service) putNote(ctx context.Context, in *putHandoverNote) (Sheet, error) {
	version, err := in.Replaces()
	if err != nil {
		return Sheet{}, err
	}
	return s.Tell(ctx, in.ID, version, in.Body.Note)
}

type postHandoverAccept struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Questions string `json:"questions" maxLength:"4000" doc:"What he wants to know yet"`
	}
}

func (s *Service) postAccept(ctx context.Context, in *postHandoverAccept) (Sheet, error) {
	version, err := in.Replaces()
	if err != nil {
		return Sheet{}, err
	}
	return s.Accept(ctx, in.ID, version, in.Body.Questions)
}

type putHandoverUntil struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Until kernel.Date `json:"until" doc:"The last day on which who led it works on it; yesterday: not any more"`
	}
}

func (s *Service) putUntil(ctx context.Context, in *putHandoverUntil) (Sheet, error) {
	version, err := in.Replaces()
	if err != nil {
		return Sheet{}, err
	}
	return s.Stay(ctx, in.ID, version, in.Body.Until)
}

type getHandoverExport struct {
	ID     kernel.ID `path:"id"`
	Format string    `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getHandoverExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.ID, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "handover", in.Format, Exported, rows)
	t.Population = export.Endless
	return t, nil
}
