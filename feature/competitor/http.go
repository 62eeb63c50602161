package competitor

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts competitors on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/competitors", "competitor:read", s.getList)
	web.Post(r, "/competitors", "competitor:write", s.postCompetitor)
	web.Get(r, "/competitors/{competitor}", "competitor:read", s.getCompetitor)
	web.Put(r, "/competitors/{competitor}", "competitor:keep", s.putCompetitor)
	web.Download(r, "/competitors/export", "competitor:export", s.getExport)
	web.Download(r, "/competitors/rivals/export", "competitor:export", s.getRivalsExport)
	web.Download(r, "/competitors/grid/export", "competitor:export", s.getGridExport)
	web.Get(r, "/opportunities/{opportunity}/rivals", "competitor:read", s.getDuel)
	web.Post(r, "/opportunities/{opportunity}/rivals", "competitor:write", s.postRival)
	web.Put(r, "/opportunities/{opportunity}/rivals/{rival}", "competitor:write", s.putRival)
	web.Delete(r, "/opportunities/{opportunity}/rivals/{rival}", "competitor:write", s.deleteRival)
	s.grids(r)
}

func (s *Service) getList(ctx context.Context, _ *struct{}) (List, error) { return s.List(ctx) }

type postCompetitorOf struct {
	Body struct {
		Name string `json:"name" maxLength:"60"`
	}
}

func (s *Service) postCompetitor(ctx context.Context, in *postCompetitorOf) (Competitor, error) {
	return s.Name(ctx, Competitor{Name: in.Body.Name})
}

type ofCompetitor struct {
	ID kernel.ID `path:"competitor"`
}

func (s *Service) getCompetitor(ctx context.Context, in *ofCompetitor) (Page, error) {
	return s.Page(ctx, in.ID)
}

type putCompetitorOf struct {
	ID kernel.ID `path:"competitor"`
	web.Match
	Body struct {
		Name      string      `json:"name"      maxLength:"60"`
		Strengths string      `json:"strengths" maxLength:"1000" doc:"Where he is strong"`
		Weakness  string      `json:"weakness"  maxLength:"1000" doc:"His weak spot"`
		Says      string      `json:"says"      maxLength:"1000" doc:"What to say when we meet him"`
		Evidence  string      `json:"evidence"  maxLength:"1000" doc:"From what that is known"`
		Expires   kernel.Date `json:"expires,omitzero" doc:"Empty: in a year"`
	}
}

func (s *Service) putCompetitor(ctx context.Context, in *putCompetitorOf) (Competitor, error) {
	version, err := in.Replaces()
	if err != nil {
		return Competitor{}, err
	}
	b := in.Body
	return s.Write(ctx, Competitor{ID: in.ID, Name: b.Name, Strengths: b.Strengths, Weakness: b.Weakness, Says: b.Says, Evidence: b.Evidence,
		Expires: b.Expires, Version: version})
}

type ofFormat struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *ofFormat) (export.Table, error) {
	rows, err := s.Export(ctx)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "competitors", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

func (s *Service) getRivalsExport(ctx context.Context, in *ofFormat) (export.Table, error) {
	rows, err := s.ExportRivals(ctx, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "rivals", in.Format, Standing, rows)
	t.Population = s.PopulationOfRivals
	return t, nil
}

func (s *Service) getGridExport(ctx context.Context, in *ofFormat) (export.Table, error) {
	rows, err := s.ExportGrid(ctx, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "competition", in.Format, Compared, rows)
	t.Population = s.PopulationOfGrid
	return t, nil
}

type ofDeal struct {
	Deal kernel.ID `path:"opportunity"`
}

func (s *Service) getDuel(ctx context.Context, in *ofDeal) (Duel, error) { return s.Duel(ctx, in.Deal) }

// Saying is what is said of a rival.
type Saying struct {
	Kind       string      `json:"kind"                enum:"own,direct,indirect"`
	Competitor kernel.ID   `json:"competitor,omitzero" doc:"Of a direct one"`
	Contact    kernel.ID   `json:"contact,omitzero"    doc:"Of an indirect one: the person who is against us"`
	Superior   string      `json:"superior,omitempty"  maxLength:"60" doc:"… or the unit that decides, or doing nothing"`
	Ratings    []int       `json:"ratings,omitempty"   maxItems:"8" doc:"By the eight attributes, 1–5; 0: not rated"`
	Power      int         `json:"power,omitempty"      minimum:"0" maximum:"5"`
	Opposition int         `json:"opposition,omitempty" minimum:"0" maximum:"5"`
	Active     bool        `json:"active"              doc:"Takes part in this deal"`
	Incumbent  bool        `json:"incumbent"           doc:"Supplies the customer now"`
	Weakness   string      `json:"weakness,omitempty"  maxLength:"1000"`
	Evidence   string      `json:"evidence"            maxLength:"1000"`
	Expires    kernel.Date `json:"expires,omitzero"    doc:"Empty: in a year"`
}

func (b Saying) rival(deal kernel.ID) Rival {
	return Rival{Deal: deal, Kind: b.Kind, Competitor: b.Competitor, Contact: b.Contact, Superior: b.Superior, Ratings: b.Ratings, Power: b.Power,
		Opposition: b.Opposition, Active: b.Active, Incumbent: b.Incumbent, Weakness: b.Weakness, Evidence: b.Evidence, Expires: b.Expires}
}

type postRivalOf struct {
	Deal kernel.ID `path:"opportunity"`
	Body Saying
}

func (s *Service) postRival(ctx context.Context, in *postRivalOf) (Rival, error) {
	return s.Judge(ctx, in.Body.rival(in.Deal))
}

// OfRival is one rival, as he was read.
type OfRival struct {
	Deal  kernel.ID `path:"opportunity"`
	Rival kernel.ID `path:"rival"`
	web.Match
}

type putRivalOf struct {
	OfRival
	Body Saying
}

func (s *Service) putRival(ctx context.Context, in *putRivalOf) (Rival, error) {
	version, err := in.Replaces()
	if err != nil {
		return Rival{}, err
	}
	r := in.Body.rival(in.Deal)
	r.ID, r.Version = in.Rival, version
	return s.Rejudge(ctx, r)
}

type deleteRivalOf struct{ OfRival }

func (s *Service) deleteRival(ctx context.Context, in *deleteRivalOf) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.Deal, in.Rival, version)
}
