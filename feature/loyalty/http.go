package loyalty

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts the ladder on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/loyalty", "loyalty:read", s.getBoard)
	web.Download(r, "/loyalty/export", "loyalty:export", s.getExport)
	web.Get(r, "/accounts/{account}/loyalty", "loyalty:read", s.getSheet)
	web.Put(r, "/accounts/{account}/loyalty", "loyalty:write", s.putPosition)
	web.Delete(r, "/accounts/{account}/loyalty", "loyalty:write", s.deletePosition)
}

// Narrowing is the part of the query that says which accounts and lines.
type Narrowing struct {
	Line      string    `query:"line"      maxLength:"120" doc:"Empty: all"`
	Objective string    `query:"objective" enum:"keep,expand,turn" doc:"Empty: all"`
	Rung      int       `query:"rung"      minimum:"0" maximum:"9" doc:"0: all"`
	Moved     string    `query:"moved"     enum:"up,down" doc:"Empty: all"`
	Owner     kernel.ID `query:"owner"     doc:"Of this person's accounts only"`
}

func (n Narrowing) which() Which {
	return Which{Line: n.Line, Objective: n.Objective, Rung: n.Rung, Moved: n.Moved, Owner: n.Owner}
}

type getLadder struct {
	Narrowing
	From  int `query:"from"  minimum:"0" maximum:"100000" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getBoard(ctx context.Context, in *getLadder) (Board, error) {
	w := in.which()
	w.From, w.Limit = in.From, in.Limit
	return s.Board(ctx, w)
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
	t := web.Table(ctx, "loyalty", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type ofAccount struct {
	Account kernel.ID `path:"account" row:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

type putLoyalty struct {
	Account kernel.ID `path:"account" row:"account"`
	web.Match
	Body struct {
		Line     string      `json:"line"             maxLength:"120"`
		Demand   *int64      `json:"demand,omitempty" doc:"All that it buys of the line in a year, minor units; absent: not known"`
		People   []kernel.ID `json:"people,omitempty" maxItems:"50" doc:"Contacts who have to do with the line; empty: all of the account"`
		Evidence string      `json:"evidence"         maxLength:"500"`
		Expires  kernel.Date `json:"expires,omitzero" doc:"Empty: in a year"`
	}
}

func (s *Service) putPosition(ctx context.Context, in *putLoyalty) (Position, error) {
	version, err := in.Replaces()
	if err != nil {
		return Position{}, err
	}
	b := in.Body
	return s.Say(ctx, Position{Account: in.Account, Line: b.Line, Demand: b.Demand, People: b.People, Evidence: b.Evidence, Expires: b.Expires, Version: version})
}

type deleteLoyalty struct {
	Account kernel.ID `path:"account"`
	Line    string    `query:"line" required:"true" maxLength:"120"`
	web.Match
}

func (s *Service) deletePosition(ctx context.Context, in *deleteLoyalty) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Unsay(ctx, in.Account, in.Line, version)
}
