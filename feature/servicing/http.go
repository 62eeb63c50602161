package servicing

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts service against its cost on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/servicing", "servicing:read", s.getServings)
	web.Download(r, "/servicing/export", "servicing:export", s.getExport)
	web.Get(r, "/accounts/{account}/servicing", "servicing:read", s.getSheet)
	web.Get(r, "/accounts/{account}/servicing/{quarter}", "servicing:read", s.getIndex)
	web.Put(r, "/accounts/{account}/servicing/{quarter}", "servicing:rate", s.putIndex)
}

// Narrowing is the part of the query that says what is compared.
type Narrowing struct {
	Before kernel.Date `query:"before" doc:"First day of the earlier quarter; empty: the one before the later that is rated"`
	After  kernel.Date `query:"after"  doc:"First day of the later quarter; empty: the latest that is rated"`
	Type   string      `query:"type"   enum:"unknown,T0,T1,T2,T3,T4,worse,dearer" doc:"Empty: all"`
}

func (n Narrowing) which() (w Which, err error) {
	for _, q := range []kernel.Date{n.Before, n.After} {
		if !q.IsZero() && q != quarterOf(q) {
			return w, kernel.Invalid("servicing.bad_quarter")
		}
	}
	return Which{Before: n.Before, After: n.After, Type: n.Type}, nil
}

type getServings struct {
	Narrowing
	From  int `query:"from"  minimum:"0" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

func (s *Service) getServings(ctx context.Context, in *getServings) (Servings, error) {
	w, err := in.which()
	if err != nil {
		return Servings{}, err
	}
	w.From, w.Limit = in.From, in.Limit
	return s.List(ctx, w)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	w, err := in.which()
	if err != nil {
		return export.Table{}, err
	}
	rows, err := s.Export(ctx, w, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "servicing", in.Format, Exported, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type ofAccount struct {
	Account kernel.ID `path:"account" row:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

type ofQuarter struct {
	Account kernel.ID   `path:"account" row:"account"`
	Quarter kernel.Date `path:"quarter" doc:"Its first day"`
}

func (s *Service) getIndex(ctx context.Context, in *ofQuarter) (Index, error) {
	return s.Of(ctx, in.Account, in.Quarter)
}

type putIndex struct {
	Account kernel.ID   `path:"account"`
	Quarter kernel.Date `path:"quarter" doc:"Its first day"`
	web.Match
	Body struct {
		Value    int64  `json:"value"    minimum:"0" maximum:"100"`
		Source   string `json:"source"   enum:"survey,records,feedback,judgement"`
		Evidence string `json:"evidence" maxLength:"500"`
	}
}

func (s *Service) putIndex(ctx context.Context, in *putIndex) (Index, error) {
	version, err := in.Replaces()
	if err != nil {
		return Index{}, err
	}
	b := in.Body
	return s.Rate(ctx, Index{Account: in.Account, Quarter: in.Quarter, Version: version, Value: b.Value, Source: b.Source, Evidence: b.Evidence})
}
