package claim

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts claims on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Post(r, "/claims/check", "claim:check", s.postClaimCheck)
	web.Get(r, "/claims", "claim:read", s.getClaims)
	web.Get(r, "/claims/standing", "claim:read", s.getStanding)
	web.Post(r, "/claims/news", "claim:read", s.postClaimNews)
	web.Download(r, "/claims/export", "claim:export", s.getExport)
	web.Post(r, "/claims", "claim:write", s.postClaim)
	web.Get(r, "/claims/{id}", "claim:read", s.getClaim)
	web.Post(r, "/claims/{id}/decision", "claim:decide", s.postClaimDecision)
	web.Post(r, "/claims/{id}/renewal", "claim:write", s.postRenewal)
	web.Post(r, "/claims/{id}/return", "claim:write", s.postClaimReturn)
	web.Post(r, "/claims/{id}/account", "claim:write", s.postClaimAccount)
	web.Get(r, "/claims/rules", "claim:read", s.getClaimRules)
	web.Put(r, "/claims/rules", "claim:govern", s.putClaimRules)
}

type postClaimCheck struct{ Body Company }

func (s *Service) postClaimCheck(ctx context.Context, in *postClaimCheck) (Answer, error) {
	return s.Check(ctx, in.Body)
}

// Narrowing is the part of the query that says which claims.
type Narrowing struct {
	State  string `query:"state" enum:"asked,clashing,granted,refused,expired,returned,opened" doc:"Empty: all"`
	Mine   bool   `query:"mine"   doc:"Only the viewer's own"`
	Decide bool   `query:"decide" doc:"Only what he has to decide about"`
}

type getClaims struct {
	Narrowing
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getClaims(ctx context.Context, in *getClaims) (Claims, error) {
	return s.List(ctx, Which{in.State, in.Mine, in.Decide, in.After, in.Limit})
}

func (s *Service) getStanding(ctx context.Context, _ *struct{}) (Standing, error) {
	return s.Standing(ctx)
}

type postClaimNews struct {
	Body struct {
		Upto kernel.ID `json:"upto" doc:"The latest notice that was shown"`
	}
}

func (s *Service) postClaimNews(ctx context.Context, in *postClaimNews) (struct{}, error) {
	return struct{}{}, s.Look(ctx, in.Body.Upto)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	say := func(key string) string { return text.Say(ctx, key, nil) }
	rows, err := s.Export(ctx, Which{State: in.State, Mine: in.Mine, Decide: in.Decide}, say)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, say("claim.claims"), in.Format, Exported, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type postClaim struct {
	Body struct {
		Company
		Region   string `json:"region,omitempty" maxLength:"60"`
		Project  string `json:"project"  maxLength:"200" doc:"What is to be sold there"`
		Evidence string `json:"evidence" maxLength:"500" doc:"What shows that he is in touch with it"`
		Reason   string `json:"reason"   maxLength:"500"`
	}
}

func (s *Service) postClaim(ctx context.Context, in *postClaim) (Listed, error) {
	b := in.Body
	return s.Claim(ctx, Claim{Company: b.Company, Region: b.Region, Project: b.Project, Evidence: b.Evidence, Reason: b.Reason})
}

type byID struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getClaim(ctx context.Context, in *byID) (Case, error) { return s.Find(ctx, in.ID) }

type postClaimDecision struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Grant  bool   `json:"grant"  doc:"The company goes to who claims it"`
		Reason string `json:"reason" maxLength:"500" doc:"Both are told"`
	}
}

func (s *Service) postClaimDecision(ctx context.Context, in *postClaimDecision) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Decide(ctx, in.ID, version, Verdict{in.Body.Grant, in.Body.Reason})
}

type postRenewal struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) postRenewal(ctx context.Context, in *postRenewal) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Renew(ctx, in.ID, version)
}

type postClaimReturn struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

func (s *Service) postClaimReturn(ctx context.Context, in *postClaimReturn) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.GiveBack(ctx, in.ID, version, in.Body.Reason)
}

type postClaimAccount struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Code string `json:"code" maxLength:"60"`
	}
}

// opened names the account that has come of a claim.
type opened struct {
	ID kernel.ID `json:"id"`
}

func (s *Service) postClaimAccount(ctx context.Context, in *postClaimAccount) (opened, error) {
	version, err := in.Replaces()
	if err != nil {
		return opened{}, err
	}
	a, err := s.Open(ctx, in.ID, version, in.Body.Code)
	return opened{a.ID}, err
}

func (s *Service) getClaimRules(ctx context.Context, _ *struct{}) (Rules, error) {
	st, err := s.Standing(ctx)
	return st.Rules, err
}

type putClaimRules struct {
	web.Match
	Body struct {
		Days     int64  `json:"days"     minimum:"1" maximum:"730"`
		Most     int64  `json:"most"     minimum:"1" maximum:"1000"`
		Renewals int64  `json:"renewals" minimum:"0" maximum:"20"`
		Warn     int64  `json:"warn"     minimum:"1" maximum:"90"`
		Checks   int64  `json:"checks"   minimum:"1" maximum:"1000"`
		Reason   string `json:"reason"   maxLength:"500"`
	}
}

func (s *Service) putClaimRules(ctx context.Context, in *putClaimRules) (Rules, error) {
	version, err := in.Replaces()
	if err != nil {
		return Rules{}, err
	}
	b := in.Body
	return s.Govern(ctx, Rules{Version: version, Days: b.Days, Most: b.Most, Renewals: b.Renewals, Warn: b.Warn, Checks: b.Checks, Reason: b.Reason})
}
