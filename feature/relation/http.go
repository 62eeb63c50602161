package relation

import (
	"context"

	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/web"
)

// Routes puts relationship maps on the REST API.
func (s *Service) Routes(r *web.Router) {
	s.sheets(r)
	web.Get(r, "/accounts/{account}/relations", "relation:read", s.getMap)
	web.Put(r, "/accounts/{account}/relations", "relation:write", s.putMap)
	web.Get(r, "/accounts/{account}/relations/history", "relation:read", s.getHistory)
	web.Get(r, "/accounts/{account}/relations/why", "relation:read", s.getWhy)
	web.Get(r, "/accounts/{account}/relations/trend", "relation:read", s.getTrend)
	web.Get(r, "/accounts/{account}/relations/latest", "relation:read", s.getLatest)
	web.Put(r, "/accounts/{account}/relations/latest", "relation:write", s.putLatest)
	web.Get(r, "/relations/guide/{field}", "relation:read", s.getGuide)
	web.Put(r, "/relations/guide/{field}", "relation:read", s.putGuide)
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

type getMapOf struct {
	Account kernel.ID `path:"account"`
	Subject kernel.ID `query:"subject" doc:"A deal of the account; empty: the account as a whole"`
}

func (s *Service) getMap(ctx context.Context, in *getMapOf) (Map, error) {
	if !in.Subject.IsZero() {
		return s.MapOf(ctx, in.Account, in.Subject)
	}
	return s.Map(ctx, in.Account)
}

type putMapOf struct {
	Account kernel.ID `path:"account"`
	Subject kernel.ID `query:"subject" doc:"A deal of the account: judgements only"`
	web.Match
	Body Draft
}

func (s *Service) putMap(ctx context.Context, in *putMapOf) (Map, error) {
	version, err := in.Replaces()
	if err != nil {
		return Map{}, err
	}
	if !in.Subject.IsZero() {
		return s.SaveOf(ctx, in.Account, in.Subject, version, in.Body)
	}
	return s.Save(ctx, in.Account, version, in.Body)
}

type getHistoryOf struct {
	Account kernel.ID `path:"account"`
	Contact kernel.ID `query:"contact" doc:"Only of this person"`
	Since   int64     `query:"since"   minimum:"0" doc:"Only what came after this version of the map: what others changed meanwhile"`
}

func (s *Service) getHistory(ctx context.Context, in *getHistoryOf) ([]Event, error) {
	return s.History(ctx, in.Account, in.Contact, in.Since)
}

func (s *Service) getWhy(ctx context.Context, in *ofAccount) ([]why.Explanation, error) {
	return s.Why(ctx, in.Account)
}

func (s *Service) getTrend(ctx context.Context, in *ofAccount) ([]Point, error) {
	return s.Trend(ctx, in.Account)
}

func (s *Service) getLatest(ctx context.Context, in *getMapOf) ([]Offer, error) {
	if !in.Subject.IsZero() {
		return s.LatestOf(ctx, in.Account, in.Subject)
	}
	return s.Latest(ctx, in.Account)
}

type putLatestOf struct {
	Account kernel.ID `path:"account"`
	Subject kernel.ID `query:"subject" doc:"A deal of the account"`
	web.Match
	Body struct {
		Contacts []kernel.ID `json:"contacts,omitempty" doc:"Whose; empty: everybody's"`
	}
}

func (s *Service) putLatest(ctx context.Context, in *putLatestOf) (Map, error) {
	version, err := in.Replaces()
	if err != nil {
		return Map{}, err
	}
	if !in.Subject.IsZero() {
		return s.TakeOf(ctx, in.Account, in.Subject, version, in.Body.Contacts)
	}
	return s.Take(ctx, in.Account, version, in.Body.Contacts)
}

type getGuideOf struct {
	Field string `path:"field" enum:"power,attitude,level,closeness,now,orientation,adaptability,style"`
}

func (s *Service) getGuide(_ context.Context, in *getGuideOf) (Questions, error) {
	return questions(in.Field)
}

type putGuideOf struct {
	Field string `path:"field" enum:"power,attitude,level,closeness,now,orientation,adaptability,style"`
	Body  struct {
		Answers map[string]string `json:"answers" doc:"By question: yes, no, unknown"`
	}
}

func (s *Service) putGuide(_ context.Context, in *putGuideOf) (Proposal, error) {
	return propose(in.Field, in.Body.Answers)
}
