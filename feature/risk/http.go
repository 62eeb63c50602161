package risk

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts risks on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/risks", "risk:read", s.getBoard)
	web.Download(r, "/risks/export", "risk:export", s.getExport)
	web.Get(r, "/accounts/{account}/risks", "risk:read", s.getSheet)
	web.Put(r, "/accounts/{account}/risks/{cause}", "risk:write", s.putRisk)
	web.Delete(r, "/accounts/{account}/risks/{cause}", "risk:write", s.deleteRisk)
	web.Post(r, "/risks/signals/{id}/accept", "risk:write", s.postAccept)
	web.Post(r, "/risks/signals/{id}/decline", "risk:write", s.postDecline)
	s.recoveryRoutes(r)
}

// Narrowing is the part of the query that says which accounts.
type Narrowing struct {
	Level       string    `query:"level" enum:"green,yellow,red" doc:"Empty: all"`
	State       string    `query:"state" enum:"signals,broken,late" doc:"Empty: all"`
	Cause       string    `query:"cause" enum:"I1,I2,I3,I4,I5,E1,E2,E3,E4" doc:"Empty: all"`
	Probability int       `query:"probability" minimum:"0" maximum:"5" doc:"Of a cell of the matrix; 0: all"`
	Impact      int       `query:"impact"      minimum:"0" maximum:"5" doc:"… which it has together with the probability"`
	Owner       kernel.ID `query:"owner" doc:"Of this person's accounts only"`
}

func (n Narrowing) which() Which {
	return Which{Level: n.Level, State: n.State, Cause: n.Cause, P: n.Probability, I: n.Impact, Owner: n.Owner}
}

type getRisks struct {
	Narrowing
	From  int `query:"from"  minimum:"0" maximum:"100000" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getBoard(ctx context.Context, in *getRisks) (Board, error) {
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
	t := web.Table(ctx, "risks", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type ofAccount struct {
	Account kernel.ID `path:"account" row:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

// Judging is what somebody says of a cause.
type Judging struct {
	Probability int         `json:"probability" minimum:"1" maximum:"5"`
	Impact      int         `json:"impact"      minimum:"1" maximum:"5" doc:"Of I5 it counts as 5"`
	Evidence    string      `json:"evidence"    maxLength:"500"`
	Counter     string      `json:"counter,omitempty" maxLength:"500" doc:"What is done against it"`
	Owner       kernel.ID   `json:"owner,omitzero"`
	Due         kernel.Date `json:"due,omitzero"`
}

func (j Judging) risk() Risk {
	return Risk{Probability: j.Probability, Impact: j.Impact, Evidence: j.Evidence, Counter: j.Counter, Owner: j.Owner, Due: j.Due}
}

// OfCause is one cause of an account.
type OfCause struct {
	Account kernel.ID `path:"account"`
	Cause   string    `path:"cause" enum:"I1,I2,I3,I4,I5,E1,E2,E3,E4"`
	web.Match
}

type putRisk struct {
	OfCause
	Body Judging
}

func (s *Service) putRisk(ctx context.Context, in *putRisk) (Rated, error) {
	version, err := in.Replaces()
	if err != nil {
		return Rated{}, err
	}
	r := in.Body.risk()
	r.Account, r.Cause, r.Version = in.Account, in.Cause, version
	return s.Judge(ctx, r)
}

type deleteRisk struct{ OfCause }

func (s *Service) deleteRisk(ctx context.Context, in *deleteRisk) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.Account, in.Cause, version)
}

// OfSignal is one signal, as it was read.
type OfSignal struct {
	ID kernel.ID `path:"id"`
	web.Match
}

type postSignalAccept struct {
	OfSignal
	Body struct {
		Judging
		Version int64 `json:"version" minimum:"0" doc:"Of the judgement that it replaces; 0: there is none"`
	}
}

func (s *Service) postAccept(ctx context.Context, in *postSignalAccept) (Rated, error) {
	version, err := in.Replaces()
	if err != nil {
		return Rated{}, err
	}
	r := in.Body.risk()
	r.Version = in.Body.Version
	return s.Accept(ctx, in.ID, version, r)
}

type postSignalDecline struct {
	OfSignal
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

func (s *Service) postDecline(ctx context.Context, in *postSignalDecline) (Signal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Signal{}, err
	}
	return s.Decline(ctx, in.ID, version, in.Body.Reason)
}
