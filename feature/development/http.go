package development

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts development on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/development", "development:read", s.getSheet)
	web.Get(r, "/accounts/{account}/development/{kind}", "development:read", s.getPast)
	web.Put(r, "/accounts/{account}/development/{kind}", "development:write", s.putJudgement)
	web.Post(r, "/accounts/{account}/development/meetings", "development:write", s.postMeeting)
	web.Delete(r, "/accounts/{account}/development/meetings/{meeting}", "development:write", s.deleteMeeting)
	web.Get(r, "/development/map", "development:watch", s.getMap)
	web.Get(r, "/development/accounts", "development:watch", s.getList)
	web.Download(r, "/development/export", "development:export", s.getExport)
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

type getPast struct {
	Account kernel.ID `path:"account"`
	Kind    string    `path:"kind" enum:"target,survey,stage,transparency,relation,supplier,involvement"`
}

// Said is all that was said of a kind.
type Said struct {
	Rows []Judgement `json:"rows" doc:"The oldest first"`
}

// Revision is the version that the next one must name.
func (s Said) Revision() int64 {
	if len(s.Rows) == 0 {
		return 0
	}
	return s.Rows[len(s.Rows)-1].Version
}

func (s *Service) getPast(ctx context.Context, in *getPast) (said Said, err error) {
	said.Rows, err = s.Past(ctx, in.Account, in.Kind)
	return said, err
}

type putJudgement struct {
	Account kernel.ID `path:"account"`
	Kind    string    `path:"kind" enum:"target,survey,stage,transparency,relation,supplier,involvement"`
	web.Match
	Body struct {
		Scores   []int       `json:"scores"   maxItems:"8"`
		Evidence string      `json:"evidence" maxLength:"500" doc:"From what it is known"`
		Expires  kernel.Date `json:"expires,omitempty" doc:"Empty: as usual for its kind"`
	}
}

func (s *Service) putJudgement(ctx context.Context, in *putJudgement) (Judgement, error) {
	version, err := in.Replaces()
	if err != nil {
		return Judgement{}, err
	}
	return s.Judge(ctx, Judgement{Account: in.Account, Kind: in.Kind, Scores: in.Body.Scores, Evidence: in.Body.Evidence, Expires: in.Body.Expires, Version: version})
}

type postMeeting struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Team    string      `json:"team"    enum:"operations,research,surroundings,finance,market,board"`
		On      kernel.Date `json:"on"`
		Subject string      `json:"subject" maxLength:"500" doc:"What it was about"`
	}
}

func (s *Service) postMeeting(ctx context.Context, in *postMeeting) (Meeting, error) {
	return s.Meet(ctx, Meeting{Account: in.Account, Team: in.Body.Team, On: in.Body.On, Subject: in.Body.Subject})
}

type deleteMeeting struct {
	Account kernel.ID `path:"account"`
	Meeting kernel.ID `path:"meeting"`
	web.Match
}

func (s *Service) deleteMeeting(ctx context.Context, in *deleteMeeting) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Unmeet(ctx, in.Account, in.Meeting, version)
}

func (s *Service) getMap(ctx context.Context, _ *struct{}) (Map, error) { return s.Map(ctx) }

// Narrowing is the part of the query that says which accounts.
type Narrowing struct {
	Tier   string    `query:"tier"   enum:"MAJOR,NAMED,NONNAMED,MASS,none" doc:"Empty: all; none: without a tier in force"`
	Stage  int       `query:"stage"  minimum:"0" maximum:"5" doc:"0: all"`
	Show   string    `query:"show"   enum:"interrupted,up,down,below,warned,rated" doc:"Empty: all"`
	Cell   int       `query:"cell"   minimum:"0" maximum:"4"  doc:"Of product and involvement; 0: all"`
	Square int       `query:"square" minimum:"0" maximum:"25" doc:"Of the grid of 25; 0: all"`
	Grid   string    `query:"grid"   enum:"relationship,views" default:"relationship" doc:"Which grid"`
	Owner  kernel.ID `query:"owner"  doc:"Empty: everybody's accounts"`
}

func (n Narrowing) which() Which {
	return Which{Tier: n.Tier, Stage: n.Stage, Show: n.Show, Cell: n.Cell, Square: n.Square, On: n.Grid, Owner: n.Owner}
}

type getList struct {
	Narrowing
	From  int `query:"from"  minimum:"0" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getList(ctx context.Context, in *getList) (List, error) {
	w := in.which()
	w.From, w.Limit = in.From, in.Limit
	return s.List(ctx, w)
}
