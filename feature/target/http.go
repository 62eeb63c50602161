package target

import (
	"context"

	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts targets on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/targets", "target:read", s.getBoard)
	web.Put(r, "/targets", "target:write", s.putTargets)
	web.Get(r, "/targets/lines", "target:read", s.getLines)
	web.Get(r, "/targets/why", "target:read", s.getWhy)
	web.Get(r, "/targets/suggestion", "target:write", s.getSuggestion)
	web.Post(r, "/targets/takeover", "target:write", s.postTakeover)
	web.Download(r, "/targets/export", "target:export", s.getExport)
	web.Get(r, "/targets/years", "target:read", s.getYears)
	web.Get(r, "/targets/years/{year}", "target:read", s.getYear)
	web.Put(r, "/targets/years/{year}", "target:calendar", s.putYear)
	web.Delete(r, "/targets/years/{year}", "target:calendar", s.deleteYear)
}

// Of is the part of a query that says what a board is about.
type Of struct {
	Year    int64  `query:"year"    minimum:"0" maximum:"2200" doc:"0: the fiscal year in which the ledger ends"`
	Measure string `query:"measure" enum:"sales,collection" default:"sales"`
}

func (s *Service) getBoard(ctx context.Context, in *Of) (Board, error) {
	return s.Board(ctx, in.Year, in.Measure)
}

type getLines struct {
	Year int64 `query:"year" minimum:"0" maximum:"2200" doc:"0: the fiscal year in which the ledger ends"`
}

func (s *Service) getLines(ctx context.Context, in *getLines) (Lines, error) {
	return s.Lines(ctx, in.Year)
}

type getWhy struct {
	Of
	Kind string    `query:"kind" enum:"person,team" default:"person"`
	User kernel.ID `query:"user" required:"true"`
}

func (s *Service) getWhy(ctx context.Context, in *getWhy) (why.Explanation, error) {
	return s.Explain(ctx, in.Year, in.Measure, in.Kind, in.User)
}

// Wanted is a target as its author sends it.
type Wanted struct {
	Kind    string    `json:"kind" enum:"person,team,product"`
	User    kernel.ID `json:"user,omitempty" doc:"Whose it is, or who leads the team"`
	Line    string    `json:"line,omitempty" maxLength:"120" doc:"Of products"`
	Months  []int64   `json:"months" minItems:"12" maxItems:"12" doc:"Minor units"`
	Version int64     `json:"version" minimum:"0" doc:"Of the target that it replaces; 0: none"`
}

type putTargets struct {
	Body struct {
		Year    int64    `json:"year" minimum:"2000" maximum:"2200"`
		Measure string   `json:"measure" enum:"sales,collection"`
		Rows    []Wanted `json:"rows" minItems:"1" maxItems:"500"`
	}
}

// Kept are the targets that were set.
type Kept struct {
	Rows []Target `json:"rows"`
}

func (s *Service) putTargets(ctx context.Context, in *putTargets) (k Kept, err error) {
	all := make([]Target, len(in.Body.Rows))
	for i, r := range in.Body.Rows {
		all[i] = Target{Kind: r.Kind, User: r.User, Line: r.Line, Version: r.Version}
		copy(all[i].Months[:], r.Months)
	}
	k.Rows, err = s.Set(ctx, in.Body.Year, in.Body.Measure, all)
	return k, err
}

type getSuggestion struct {
	Year    int64     `query:"year" minimum:"2000" maximum:"2200" required:"true"`
	Measure string    `query:"measure" enum:"sales,collection" default:"sales"`
	Head    kernel.ID `query:"head" required:"true" doc:"Whose team"`
	Total   int64     `query:"total" minimum:"0" doc:"Of the year, minor units; 0: the target that the team has"`
	By      string    `query:"by" enum:"history,evenly,current" default:"history"`
	Keep    int64     `query:"keep" minimum:"0" maximum:"50" doc:"Per cent that stay open"`
	Unit    int64     `query:"unit" minimum:"1" maximum:"100000000000" default:"100" doc:"Minor units of which parts are whole multiples"`
	Deep    bool      `query:"deep" doc:"Through all managers down to everybody"`
}

func (s *Service) getSuggestion(ctx context.Context, in *getSuggestion) (Suggestion, error) {
	return s.Suggest(ctx, Wish{Year: in.Year, Measure: in.Measure, Head: in.Head, Total: in.Total, By: in.By, Keep: in.Keep, Unit: in.Unit, Deep: in.Deep})
}

type postTakeover struct {
	Body struct {
		Year      int64     `json:"year" minimum:"2000" maximum:"2200"`
		Measure   string    `json:"measure" enum:"sales,collection"`
		From      kernel.ID `json:"from" doc:"Who has left"`
		To        kernel.ID `json:"to"   doc:"Who takes over the months that are not over"`
		Version   int64     `json:"version" doc:"Of the target of who has left"`
		ToVersion int64     `json:"to_version" doc:"Of the target of who takes over; 0: he has none"`
	}
}

func (s *Service) postTakeover(ctx context.Context, in *postTakeover) (Target, error) {
	b := in.Body
	return s.TakeOver(ctx, Handing{b.Year, b.Measure, b.From, b.To, b.Version, b.ToVersion})
}

type getExport struct {
	Of
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.Year, in.Measure, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "targets", in.Format, Header, rows)
	t.Population = s.Population
	return t, nil
}

type getYears struct {
	Around int64 `query:"around" minimum:"0" maximum:"2200" doc:"0: this year"`
}

func (s *Service) getYears(ctx context.Context, in *getYears) ([]Calendar, error) {
	return s.Years(ctx, in.Around)
}

// OfYear names a fiscal year.
type OfYear struct {
	Year int64 `path:"year" minimum:"2000" maximum:"2200"`
}

func (s *Service) getYear(ctx context.Context, in *OfYear) (Calendar, error) {
	return s.Year(ctx, in.Year)
}

type putYear struct {
	OfYear
	web.Match
	Body struct {
		Months []Span `json:"months" minItems:"12" maxItems:"12"`
	}
}

func (s *Service) putYear(ctx context.Context, in *putYear) (Calendar, error) {
	version, err := in.Replaces()
	if err != nil {
		return Calendar{}, err
	}
	c := Calendar{Year: in.Year, Version: version}
	copy(c.Months[:], in.Body.Months)
	return s.Arrange(ctx, c)
}

type deleteYear struct {
	OfYear
	web.Match
}

func (s *Service) deleteYear(ctx context.Context, in *deleteYear) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Release(ctx, in.Year, version)
}
