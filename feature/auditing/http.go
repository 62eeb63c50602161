package auditing

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts the audit on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{id}/history", "audit:read", s.getHistory)
	web.Get(r, "/audit/changes", "audit:read", s.getLog(changes))
	web.Get(r, "/audit/credit", "audit:credit", s.getLog(credit))
	web.Get(r, "/audit/cases", "audit:case", s.getLog(cases))
	web.Get(r, "/audit/access", "audit:access", s.getLog(accesses))
	web.Get(r, "/audit/security", "audit:security", s.getLog(doors))
	web.Get(r, "/me/sign-ins", web.Anyone, web.InPerson(s.getMine))
	web.Get(r, "/audit/words", "audit:open", s.getWords)

	web.Download(r, "/audit/changes/export", "audit:export", s.exportLog(changes))
	web.Download(r, "/audit/access/export", "audit:export", s.exportLog(accesses))
	web.Download(r, "/audit/security/export", "audit:export", s.exportLog(doors))

	web.Get(r, "/audit/chain", "audit:verify", s.getChain)
	web.Post(r, "/audit/verification", "audit:verify", s.postVerification)
	web.Get(r, "/audit/retention", "audit:verify", s.getRetention)
	web.Put(r, "/audit/retention", "audit:retain", web.Fresh(s.putRetention))
}

type getHistory struct {
	ID kernel.ID `path:"id"`
	Filter
}

func (s *Service) getHistory(ctx context.Context, in *getHistory) (Page, error) {
	p, err := s.History(ctx, in.ID, in.Filter)
	return s.told(ctx, p, err)
}

type getLog struct{ Filter }

func (s *Service) getLog(l log) func(context.Context, *getLog) (Page, error) {
	return func(ctx context.Context, in *getLog) (Page, error) {
		p, err := s.Log(ctx, l, in.Filter)
		return s.told(ctx, p, err)
	}
}

func (s *Service) getMine(ctx context.Context, in *getLog) (Page, error) {
	p, err := s.Mine(ctx, in.Filter)
	return s.told(ctx, p, err)
}

func (s *Service) getChain(ctx context.Context, _ *struct{}) (Chain, error) { return s.Chain(ctx) }

// Begun names the job that was started.
type Begun struct {
	Job kernel.ID `json:"job"`
}

func (s *Service) postVerification(ctx context.Context, _ *struct{}) (Begun, error) {
	id, err := s.Check(ctx)
	return Begun{id}, err
}

// Retention says for how many months logs are kept.
type Retention struct {
	Security int `json:"security" minimum:"6"  maximum:"120" doc:"Months that sign-ins and refusals are kept"`
	Access   int `json:"access"   minimum:"36" maximum:"240" doc:"Months that accesses to personal data are kept"`
	version  int64
}

// Revision is the version that a change must name to replace it.
func (r Retention) Revision() int64 { return r.version }

func (s *Service) getRetention(ctx context.Context, _ *struct{}) (Retention, error) {
	r, err := s.Retention(ctx)
	return Retention{r.Security, r.Access, r.Version}, err
}

type putRetention struct {
	web.Match
	Body Retention
}

func (s *Service) putRetention(ctx context.Context, in *putRetention) (Retention, error) {
	version, err := in.Replaces()
	if err != nil {
		return Retention{}, err
	}
	r, err := s.Retention(ctx)
	if err != nil {
		return Retention{}, err
	}
	r.Security, r.Access, r.Version = in.Body.Security, in.Body.Access, version
	r, err = s.Retain(ctx, r)
	return Retention{r.Security, r.Access, r.Version}, err
}
