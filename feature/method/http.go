package method

import (
	"context"
	"encoding/json"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts the methods on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/methods", "method:read", s.getMethods)
	web.Get(r, "/methods/{id}", "method:read", s.getMethod)
	web.Get(r, "/methods/{id}/history", "method:read", s.getHistory)
	web.Get(r, "/methods/{id}/comparison", "method:read", s.getComparison)
	web.Put(r, "/methods/{id}/draft", "method:draft", s.putDraft)
	web.Delete(r, "/methods/{id}/draft", "method:draft", s.deleteDraft)
	web.Post(r, "/methods/{id}/submission", "method:propose", s.postSubmission)
	web.Post(r, "/methods/{id}/simulation", "method:simulate", s.postSimulation)
	web.Post(r, "/methods/{id}/back-test", "method:simulate", s.postBackTest)
	web.Post(r, "/methods/{id}/trial", "method:simulate", s.postAccountTrial)
}

func (s *Service) getMethods(ctx context.Context, _ *struct{}) ([]Listed, error) { return s.List(ctx) }

// MethodOf names a method.
type MethodOf struct {
	ID string `path:"id" maxLength:"20" doc:"Such as M25"`
}

func (s *Service) getMethod(ctx context.Context, in *MethodOf) (Detail, error) {
	return s.Find(ctx, in.ID)
}

func (s *Service) getHistory(ctx context.Context, in *MethodOf) ([]Version, error) {
	return s.History(ctx, in.ID)
}

type getComparison struct {
	MethodOf
	From int64 `query:"from" minimum:"0" doc:"A version; 0: the draft, 1: the default"`
	To   int64 `query:"to"   minimum:"0" doc:"A version; 0: the draft, 1: the default"`
}

func (s *Service) getComparison(ctx context.Context, in *getComparison) (Comparison, error) {
	return s.Compare(ctx, in.ID, in.From, in.To)
}

type putDraft struct {
	MethodOf
	web.Match
	Body struct {
		Base   int64           `json:"base"   minimum:"1" doc:"The version that it is made from: the last one"`
		Config json.RawMessage `json:"config" doc:"All of it; to restore the default, that"`
	}
}

func (s *Service) putDraft(ctx context.Context, in *putDraft) (Draft, error) {
	version, err := in.Replaces()
	if err != nil {
		return Draft{}, err
	}
	return s.Save(ctx, in.ID, version, in.Body.Base, in.Body.Config)
}

type deleteDraft struct {
	MethodOf
	web.Match
}

func (s *Service) deleteDraft(ctx context.Context, in *deleteDraft) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}

type postSubmission struct {
	MethodOf
	web.Match
	Body Submission
}

func (s *Service) postSubmission(ctx context.Context, in *postSubmission) (Draft, error) {
	version, err := in.Replaces()
	if err != nil {
		return Draft{}, err
	}
	return s.Submit(ctx, in.ID, version, in.Body)
}

// Trying is a configuration that is to be tried without being kept.
type Trying struct {
	Config json.RawMessage `json:"config,omitempty" doc:"Absent: the draft"`
}

type postSimulation struct {
	MethodOf
	Body Trying
}

func (s *Service) postSimulation(ctx context.Context, in *postSimulation) (Simulation, error) {
	return s.Simulate(ctx, in.ID, in.Body.Config)
}

type postBackTest struct {
	MethodOf
	Body struct {
		Trying
		At kernel.Date `json:"at" doc:"Where one stands, knowing only what was known then"`
	}
}

func (s *Service) postBackTest(ctx context.Context, in *postBackTest) (BackTest, error) {
	return s.BackTest(ctx, in.ID, in.Body.Config, in.Body.At)
}

type postAccountTrial struct {
	MethodOf
	Body struct {
		Trying
		Account kernel.ID `json:"account"`
	}
}

func (s *Service) postAccountTrial(ctx context.Context, in *postAccountTrial) (Trial, error) {
	return s.Explain(ctx, in.ID, in.Body.Config, in.Body.Account)
}
